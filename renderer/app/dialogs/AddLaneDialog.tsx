import './dialogs.css'
import { Check } from 'lucide-react'
import { useRef } from 'react'
import { addLane } from '../../../shared/commands/lanes'
import { LANE_KINDS, laneKindInfo, type LaneKindName } from '../../../shared/model/laneKinds'
import { iconPath } from '../../../shared/scene/icons'
import { useT } from '../../i18n/TranslatorContext'
import { isMessageKey } from '../../i18n/messageKey'
import { useBoard, useSession } from '../../state/SessionContext'
import { Dialog } from '../../ui/Dialog'
import { keepVisible } from '../cameraMoves'
import { moveFocusInGrid } from '../start/gridFocus'
import { indexUnderFocus } from './indexUnderFocus'

/** Every kind of lane there is. The new one goes under the lane that has the focus, else to the end. */
export function AddLaneDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const session = useSession()
  const board = useBoard()
  const added = useRef(false)
  const add = (kind: LaneKindName): void => {
    const laneId = session.newId('lane')
    const index = indexUnderFocus(board, session.ui.getState())
    onClose()
    if (!session.run(addLane, { laneId, kind, index }).ok) return
    added.current = true
    session.ui.setState({ selection: { kind: 'lane', id: laneId }, focus: { kind: 'lane', id: laneId } })
    // The last lane would open beneath the legend.
    keepVisible(session)
  }
  const group = (title: string, kinds: readonly LaneKindName[]) => (
    <section>
      <h3 className="lane-kinds-title">{title}</h3>
      <ul className="lane-kinds" onKeyDown={moveFocusInGrid}>
        {kinds.map((kind) => (
          <li key={kind}>
            <LaneKindButton kind={kind} onMap={board.lanes.some((lane) => lane.kind === kind)} onClick={() => add(kind)} />
          </li>
        ))}
      </ul>
    </section>
  )
  const isLine = (kind: LaneKindName): boolean => laneKindInfo(kind).content === 'separator'
  return (
    <Dialog
      title={t('app.addLane.title')}
      closeLabel={t('app.close')}
      onClose={onClose}
      width={760}
      returnFocus={() => !added.current}
      lightlyClosed
    >
      {group(
        t('app.addLane.lanes'),
        LANE_KINDS.filter((kind) => !isLine(kind)),
      )}
      {group(t('app.addLane.lines'), LANE_KINDS.filter(isLine))}
    </Dialog>
  )
}

interface LaneKindButtonProps {
  readonly kind: LaneKindName
  readonly onMap: boolean
  readonly onClick: () => void
}

function LaneKindButton({ kind, onMap, onClick }: LaneKindButtonProps) {
  const t = useT()
  const hint = `laneKind.${kind}.hint`
  return (
    <button type="button" className="lane-kind" data-grid-item="" onClick={onClick}>
      <svg
        width="20"
        height="20"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d={iconPath(laneKindInfo(kind).icon)} />
      </svg>
      <span className="lane-kind-words">
        <span className="lane-kind-name">{t(`laneKind.${kind}`)}</span>
        {isMessageKey(hint) && <span className="lane-kind-hint">{t(hint)}</span>}
      </span>
      {onMap && (
        <span className="lane-kind-mark">
          <Check size={16} strokeWidth={2} aria-hidden="true" />
          <span className="visually-hidden">{t('app.addLane.onMap')}</span>
        </span>
      )}
    </button>
  )
}
