import type { TextPlace } from '../../shared/commands/writeOver'
import type { Session } from './session'
import { writeText } from './writeText'

/** What a field knows of its own typing. */
export interface Typed {
  /** False for the first write since the field was entered. */
  readonly goesOn: boolean
  /** What it held before. */
  readonly draft: string
}

/** Writes what a field holds now. */
export type TypedRun = (place: TextPlace, text: string, typed: Typed) => void

/**
 * How a field beside the board writes: every keystroke is safe at once, and all of them are one step of undo.
 *
 * A keystroke joins the one before it only while that is still the last edit: after anything else it begins another step.
 */
export function createTypedRun(session: Pick<Session, 'document' | 'run' | 'newId' | 'edits'>): TypedRun {
  let own = -1
  return (place, text, { goesOn, draft }) => {
    const continues = goesOn && own === session.edits()
    if (writeText(session, place, text, { draft, continues }).ok) own = session.edits()
  }
}
