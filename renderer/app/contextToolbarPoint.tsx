import { Popover } from '@base-ui/react/popover'
import { Toolbar } from '@base-ui/react/toolbar'
import { CircleCheck, MessageSquareText, Minus, Pencil, Plus, Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { confirmPoint } from '../../shared/commands/points'
import type { Board } from '../../shared/model/board'
import { LIMITS } from '../../shared/model/limits'
import type { Point, PointId } from '../../shared/model/point'
import { formatValue } from '../board/values'
import { useT, useTranslator } from '../i18n/TranslatorContext'
import { useTypedRun } from '../panels/useTypedRun'
import { useSession, useUi } from '../state/SessionContext'
import { startEditing } from '../state/uiStore'
import { changePointBy } from '../tools/pointValue'
import { IconButton } from '../ui/IconButton'
import { focusBoard } from './boardFocus'
import { ActionTool, Tool, ToolLine } from './contextToolbarParts'

/** For an emotion point: its value in steps of a half, what is said, why, and that a guess is right. */
export function PointTools({ board, id }: { readonly board: Board; readonly id: PointId }) {
  const t = useT()
  const { language } = useTranslator()
  const session = useSession()
  const point = board.records.point.get(id)
  if (!point) return null
  return (
    <>
      <Tool label={t('board.value.lower')} shortcut="↓" disabled={point.value <= -5} onClick={() => changePointBy(session, id, -0.5)}>
        <Minus size={18} strokeWidth={1.75} />
      </Tool>
      <output className="context-toolbar-value" aria-label={t('board.value')}>
        {formatValue(point.value, language)}
      </output>
      <Tool label={t('board.value.raise')} shortcut="↑" disabled={point.value >= 5} onClick={() => changePointBy(session, id, 0.5)}>
        <Plus size={18} strokeWidth={1.75} />
      </Tool>
      <ToolLine />
      <Tool label={t('board.label')} shortcut="Enter" onClick={() => session.ui.setState(startEditing({ kind: 'point', id }))}>
        <Pencil size={18} strokeWidth={1.75} />
      </Tool>
      <ReasonTool point={point} />
      {point.guessed && (
        <Tool label={t('board.value.confirm')} onClick={() => void session.run(confirmPoint, { pointId: id })}>
          <CircleCheck size={18} strokeWidth={1.75} />
        </Tool>
      )}
      <ToolLine />
      <ActionTool id="edit.delete">
        <Trash2 size={18} strokeWidth={1.75} />
      </ActionTool>
    </>
  )
}

/** Why they feel this way. Written as it is typed, as one undo step; Escape brings back what was there. */
function ReasonTool({ point }: { readonly point: Point }) {
  const t = useT()
  const session = useSession()
  const write = useTypedRun()
  // Opened from here or from the context menu.
  const open = useUi((ui) => ui.reasonOf === point.id)
  const setOpen = (next: boolean): void => session.ui.setState({ reasonOf: next ? point.id : null })
  // Another thing may be selected while it is open.
  useEffect(() => () => session.ui.setState({ reasonOf: null }), [session])
  const field = useRef<HTMLTextAreaElement>(null)
  const typed = useRef<{ readonly before: string; readonly draft: string } | null>(null)
  const place = { about: point.id, field: 'reason' } as const
  const type = (reason: string): void => {
    const { before, draft } = typed.current ?? { before: point.reason, draft: point.reason }
    write(place, reason, { goesOn: typed.current !== null, draft })
    typed.current = { before, draft: reason }
  }
  const leave = (escaped: boolean): void => {
    const { before, draft } = typed.current ?? {}
    // What somebody else wrote meanwhile is not this field's to take back.
    if (escaped && before !== undefined && draft === point.reason && before !== draft) write(place, before, { goesOn: false, draft })
    typed.current = null
    setOpen(false)
  }
  return (
    <Popover.Root
      open={open}
      onOpenChange={(next, { reason }) => {
        if (next) setOpen(true)
        else leave(reason === 'escape-key')
      }}
    >
      <Toolbar.Button
        render={
          <Popover.Trigger
            render={
              <IconButton label={t('board.reason')} tipSide="top" on={point.reason === '' ? undefined : 'soft'}>
                <MessageSquareText size={18} strokeWidth={1.75} />
              </IconButton>
            }
          />
        }
      />
      <Popover.Portal>
        <Popover.Positioner side="bottom" sideOffset={8} collisionPadding={8} className="ui-menu-place">
          <Popover.Popup
            className="reason-popup"
            aria-label={t('board.reason')}
            finalFocus={() => focusBoard(session)}
            initialFocus={field}
          >
            <textarea
              ref={field}
              className="reason-field"
              rows={4}
              maxLength={LIMITS.longText}
              defaultValue={point.reason}
              aria-label={t('board.reason')}
              placeholder={t('board.reason.hint')}
              onChange={(event) => type(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
                event.preventDefault()
                leave(false)
              }}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
