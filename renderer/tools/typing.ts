import type { Session } from '../state/session'
import type { Editing } from '../state/uiState'

/** What is known of a field that is open and was typed in. */
export interface Typing {
  /** What the field held when it opened. */
  readonly before: string
  /** `session.edits()` after its own last write. */
  readonly edits: number
}

// Every field that opens is another `editing` object, so the entry goes with the field.
const typings = new WeakMap<Editing, Typing>()

export function typingOf(editing: Editing): Typing | undefined {
  return typings.get(editing)
}

/** Note a write of the field; `before` counts at the first one only. */
export function remember(session: Session, editing: Editing, before: string): void {
  typings.set(editing, { before: typings.get(editing)?.before ?? before, edits: session.edits() })
}

/** Whether the last undo step is still this field's: nothing else was edited or undone since its last write. */
export function isOwnStep(session: Session, editing: Editing): boolean {
  return typings.get(editing)?.edits === session.edits()
}
