import { divideText } from '../../shared/base/fitText'
import { pasteNotes } from '../../shared/commands/notes'
import { LIMITS, TEXT_LIMITS } from '../../shared/model/limits'
import type { Session } from '../state/session'
import type { Editing } from '../state/uiState'

/** Characters that the field of `editing` may hold. */
export function limitOf(editing: Exclude<Editing, { kind: 'none' }>): number {
  switch (editing.kind) {
    case 'note':
    case 'newNote':
      return TEXT_LIMITS.text
    case 'stage':
      return TEXT_LIMITS[editing.field]
    case 'point':
      return TEXT_LIMITS.label
    default:
      return TEXT_LIMITS.title
  }
}

/** Say that a field took what fits, and how much did not; the rest can wait in the inbox. */
export function sayTooLong(session: Session, over: string, limit: number): void {
  const { t } = session.look().translator
  const notes = divideText(over, LIMITS.noteText).map((text) => ({ noteId: session.newId('note'), text }))
  // A single letter can be typed again.
  const offer = over.length > 1 && notes.length > 0
  session.toast({
    kind: 'warning',
    text: t('board.tooLong', { count: over.length, limit }),
    // The next letter that does not fit must not take away the only place where a pasted text still is.
    ...(offer
      ? { action: { label: t('board.tooLong.toInbox'), run: () => void session.run(pasteNotes, { notes }) } }
      : { key: 'too-long' }),
  })
}
