import { Menu } from '@base-ui/react/menu'
import { Ellipsis, Star } from 'lucide-react'
import type { DiffCounts } from '../../shared/analysis/boardDiff'
import { useT, useTranslator } from '../i18n/TranslatorContext'
import { IconButton } from '../ui/IconButton'
import { MenuItem, MenuPopup } from '../ui/MenuParts'
import { Letter } from './CompareStrip'
import { NameForm } from './NameForm'
import { RemoveForm } from './RemoveForm'
import type { Version } from './versionShelf'
import { versionHint, versionTitle } from './versionTexts'

export interface VersionRowProps {
  readonly version: Version
  /** It is the one that is compared. */
  readonly chosen: boolean
  /** It is the one the Tab key comes to. */
  readonly entry: boolean
  readonly counts: DiffCounts | undefined
  /** What is being done to it: its name is being written, or it is asked whether it may go. */
  readonly doing: 'naming' | 'removing' | null
  /** It can be named and deleted. */
  readonly canEdit: boolean
  readonly onChoose: () => void
  readonly onStart: (doing: 'naming' | 'removing') => void
  readonly onName: (name: string) => void
  readonly onRemove: () => void
  readonly onCancel: () => void
}

/** One version on the timeline: its name or time, why it is there, and what it changed. */
export function VersionRow(props: VersionRowProps) {
  const { version, chosen, entry, counts, doing, canEdit, onChoose, onStart, onName, onRemove, onCancel } = props
  const translator = useTranslator()
  const { t } = translator
  if (doing) {
    return (
      <li className="history-row" data-chosen="">
        {doing === 'naming' ? (
          <NameForm initial={version.name ?? ''} onDone={onName} onCancel={onCancel} />
        ) : (
          <RemoveForm name={versionTitle(version, translator)} onRemove={onRemove} onCancel={onCancel} />
        )}
      </li>
    )
  }
  return (
    <li className="history-row" data-chosen={chosen ? '' : undefined}>
      <button
        type="button"
        className="history-version"
        aria-pressed={chosen}
        tabIndex={entry ? 0 : -1}
        data-version={version.id}
        onClick={onChoose}
      >
        <span className="history-mark">{chosen ? <Letter of="A" /> : <Mark named={version.name !== undefined} />}</span>
        <span className="history-words">
          <strong className="ellipsis" title={version.name}>
            {versionTitle(version, translator)}
          </strong>
          <small className="ellipsis">{versionHint(version, translator)}</small>
        </span>
        {counts && <RowCounts counts={counts} />}
      </button>
      {chosen && canEdit && (
        <Menu.Root>
          <Menu.Trigger
            render={
              <IconButton label={t('history.more')} className="history-more">
                <Ellipsis size={17} strokeWidth={1.75} />
              </IconButton>
            }
          />
          <MenuPopup align="end">
            <MenuItem label={t(version.name === undefined ? 'history.giveName' : 'history.rename')} onSelect={() => onStart('naming')} />
            <MenuItem label={t('history.remove')} danger onSelect={() => onStart('removing')} />
          </MenuPopup>
        </Menu.Root>
      )}
    </li>
  )
}

function Mark({ named }: { readonly named: boolean }) {
  return named ? <Star size={18} strokeWidth={2} className="history-star" aria-hidden="true" /> : <i className="history-dot" />
}

/** How much a version changed of the one before it, points of curves among what changed. */
function RowCounts({ counts: { added, changed, moved, removed, points } }: { readonly counts: DiffCounts }) {
  const t = useT()
  const altered = changed + moved + points
  return (
    <span className="history-delta num">
      {added > 0 && <RowCount what="added" sign="+" count={added} said={t('history.added', { n: added })} />}
      {altered > 0 && <RowCount what="changed" sign="~" count={altered} said={t('history.changed', { n: altered })} />}
      {removed > 0 && <RowCount what="removed" sign="−" count={removed} said={t('history.removed', { n: removed })} />}
    </span>
  )
}

interface RowCountProps {
  readonly what: 'added' | 'changed' | 'removed'
  readonly sign: string
  readonly count: number
  /** The same for those who listen. */
  readonly said: string
}

function RowCount({ what, sign, count, said }: RowCountProps) {
  return (
    <span data-what={what}>
      <span aria-hidden="true">
        {sign}
        {count}
      </span>
      <span className="visually-hidden">{said}</span>
    </span>
  )
}
