import type { Session } from '../state/session'
import type { Editing } from '../state/uiState'

/** What is known of a field that is open and was typed in. */
export interface Typing {
  /** What the field held when it opened. */
  readonly before: string
  /** `session.edits()` after its own last write. */
  readonly edits: number
  /** What is named was only just made: its name joins the undo step that made it, and Escape keeps it. */
  readonly fresh: boolean
}

// Every field that opens is another `editing` object, so the entry goes with the field.
const typings = new WeakMap<Editing, Typing>()

export function typingOf(editing: Editing): Typing | undefined {
  return typings.get(editing)
}

/** Note a write of the field; `before` counts at the first one only. */
export function remember(session: Session, editing: Editing, before: string): void {
  const known = typings.get(editing)
  typings.set(editing, { before: known?.before ?? before, edits: session.edits(), fresh: known?.fresh ?? false })
}

/** Note that the thing whose name the field holds was made by the edit just written. */
export function rememberFresh(session: Session, editing: Editing): void {
  typings.set(editing, { before: '', edits: session.edits(), fresh: true })
}

/** Whether the last undo step is still this field's: nothing else was edited or undone since its last write. */
export function isOwnStep(session: Session, editing: Editing): boolean {
  return typings.get(editing)?.edits === session.edits()
}

// What each open field holds, which is what its person goes on from, whatever the document says by now.
const drafts = new WeakMap<Editing, string>()

/** What the field held after its own last keystroke; undefined before anybody has asked. */
export function draftOf(editing: Editing): string | undefined {
  return drafts.get(editing)
}

/** Note what the field holds now. */
export function holdDraft(editing: Editing, text: string): void {
  drafts.set(editing, text)
}
