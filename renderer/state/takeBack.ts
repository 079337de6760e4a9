import { restoreRecords } from '../../shared/commands/restore'
import type { RecordId } from '../../shared/model/board'
import type { Session } from './session'

/**
 * The Undo of a message about the edit just made, for a button that may be pressed much later.
 *
 * @param otherwise does the opposite as an edit of its own: once something else was edited, undo would take that back.
 */
export function takeBack(session: Session, otherwise: () => void): () => void {
  const edits = session.edits()
  return () => (session.edits() === edits ? session.undo() : otherwise())
}

/** The same for records just deleted. */
export function takeBackDeletion(session: Session, ids: readonly RecordId[]): () => void {
  return takeBack(session, () => void session.run(restoreRecords, { ids: [...ids] }))
}
