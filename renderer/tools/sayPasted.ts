import type { Session } from '../state/session'
import { undoLast, untilEdited } from '../state/takeBack'
import type { ToastAction } from '../state/toast'

export interface Pasted {
  /** Notes in all. */
  readonly count: number
  /** How many of them found no cell and are in the inbox; null where all went there, as no cell had the focus. */
  readonly beyond: number | null
  /** What else could be made of them. */
  readonly second?: ToastAction
}

/** Say how many notes were just pasted, if more than one or not where one looks; one press takes them back. */
export function sayPasted(session: Session, { count, beyond, second }: Pasted): void {
  if (count < 2 && beyond === 0) return
  const { t } = session.look().translator
  const said = t(beyond === null ? 'board.pastedToInbox' : 'board.pasted', { count })
  session.toast({
    kind: 'success',
    text: beyond ? `${said}. ${t('board.pasted.beyond', { count: beyond })}` : said,
    action: { label: t('board.undo'), run: undoLast(session) },
    ...(second && { second }),
    until: untilEdited(session),
  })
}
