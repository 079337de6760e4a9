import { Popover } from '@base-ui/react/popover'
import { Toolbar } from '@base-ui/react/toolbar'
import { MessageSquareText } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { shorten } from '../../shared/base/shorten'
import { LIMITS } from '../../shared/model/limits'
import type { Point } from '../../shared/model/point'
import { useT } from '../i18n/TranslatorContext'
import { useTypedRun } from '../panels/useTypedRun'
import type { Session } from '../state/session'
import { useSession, useUi } from '../state/SessionContext'
import { sayTooLong } from '../tools/longText'
import { enterField } from '../ui/caret'
import { fitField } from '../ui/fitField'
import { IconButton } from '../ui/IconButton'
import { focusBoard } from './boardFocus'

/** Why they feel this way. Written as it is typed, as one undo step; Escape brings back what was there. */
export function ReasonTool({ point }: { readonly point: Point }) {
  const t = useT()
  const session = useSession()
  const write = useTypedRun()
  // Opened from here or from the context menu.
  const open = useUi((ui) => ui.reasonOf === point.id)
  const setOpen = (next: boolean): void => session.ui.setState({ reasonOf: next ? point.id : null })
  // Another thing may be selected while it is open.
  useEffect(() => () => session.ui.setState({ reasonOf: null }), [session])
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
    const board = whereNext(session)
    if (board) board.focus({ preventScroll: true })
  }
  // Whoever comes here by keyboard reads it like whoever rests the pointer on the point.
  const label = point.reason.trim() === '' ? t('board.reason') : t('board.reason.is', { reason: shorten(point.reason, 200) })
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
              <IconButton label={label} tipSide="top" on={point.reason === '' ? undefined : 'soft'}>
                <MessageSquareText size={18} strokeWidth={1.75} />
              </IconButton>
            }
          />
        }
      />
      <Popover.Portal>
        <Popover.Positioner side="bottom" sideOffset={8} collisionPadding={8} className="ui-menu-place">
          <Popover.Popup className="reason-popup" aria-label={t('board.reason')} finalFocus={() => whereNext(session)} initialFocus={false}>
            <ReasonField open={open} text={point.reason} onType={type} onLeave={leave} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

/**
 * Where the keyboard goes from the field. It is done with it at once and not only when it has faded out: a key pressed meanwhile is not
 * for it. Whoever has gone somewhere else by then stays there.
 */
function whereNext(session: Session): HTMLElement | false {
  const active = document.activeElement
  const isHere = active === null || active === document.body || active.matches(FIELD)
  return isHere && focusBoard(session, { leaving: FIELD })
}

const FIELD = '.reason-field'

interface ReasonFieldProps {
  readonly open: boolean
  readonly text: string
  readonly onType: (text: string) => void
  readonly onLeave: (escaped: boolean) => void
}

/** It has the keyboard before the next key can come, and lets go of it with the key that closes it. */
function ReasonField({ open, text, onType, onLeave }: ReasonFieldProps) {
  const t = useT()
  const field = useRef<HTMLTextAreaElement>(null)
  const session = useSession()
  const written = useRef(text)
  const held = useRef(text)
  useLayoutEffect(() => {
    written.current = text
  })
  useLayoutEffect(() => {
    if (!open || !field.current) return
    // Opened again while it fades out, it still holds what was typed before.
    field.current.value = written.current
    held.current = written.current
    enterField(field.current)
  }, [open])
  return (
    <textarea
      dir="auto"
      ref={field}
      className="reason-field"
      rows={4}
      defaultValue={text}
      readOnly={!open}
      aria-label={t('board.reason')}
      placeholder={t('board.reason.hint')}
      onChange={({ target }) => {
        const over = fitField(target, held.current, LIMITS.longText)
        if (over !== '') sayTooLong(session, over, LIMITS.longText)
        held.current = target.value
        onType(target.value)
      }}
      onKeyDown={(event) => {
        const ends = event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)
        if (!ends || event.nativeEvent.isComposing) return
        event.preventDefault()
        event.stopPropagation()
        onLeave(event.key === 'Escape')
      }}
    />
  )
}
