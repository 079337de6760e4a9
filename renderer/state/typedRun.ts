import type { Command } from '../../shared/commands/command'
import type { Session } from './session'

/** Writes what a field holds now. @param goesOn false for the first write since the field was entered. */
export type TypedRun = <Args>(command: Command<Args>, args: NoInfer<Args>, goesOn: boolean) => void

/**
 * How a field beside the board writes: every keystroke is safe at once, and all of them are one step of undo.
 *
 * A keystroke joins the one before it only while that is still the last edit: after anything else it begins another step.
 */
export function createTypedRun(session: Pick<Session, 'run' | 'edits'>): TypedRun {
  let own = -1
  return (command, args, goesOn) => {
    const continues = goesOn && own === session.edits()
    if (session.run(command, args, { continues }).ok) own = session.edits()
  }
}
