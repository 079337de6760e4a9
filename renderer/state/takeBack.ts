import { restoreRecords } from '../../shared/commands/restore'
import { isAlive, recordAt, type Board, type RecordId } from '../../shared/model/board'
import type { Session } from './session'
import type { ToastRequest } from './toast'

/**
 * The Undo of a message about the edit just made, for a button that may be pressed much later.
 *
 * @param otherwise does the opposite as an edit of its own: once something else was edited, undo would take that back.
 */
export function takeBack(session: Session, otherwise: () => void): () => void {
  const edits = session.edits()
  return () => (session.edits() === edits ? session.undo() : otherwise())
}

/** The same for an edit that nothing else can undo: once something else was edited, the button does nothing. See `untilEdited`. */
export function undoLast(session: Session): () => void {
  return takeBack(session, () => undefined)
}

/** The same for records just deleted. */
export function takeBackDeletion(session: Session, ids: readonly RecordId[]): () => void {
  return takeBack(session, () => void session.run(restoreRecords, { ids: [...ids] }))
}

/** For a message that has nothing to offer any more once the board is like this, whoever made it so. */
export function untilBoard(session: Session, isSo: (board: Board) => boolean): NonNullable<ToastRequest['until']> {
  return (over) =>
    session.onPicture(() => {
      if (isSo(session.document.board())) over()
    })
}

/**
 * For a message about the edit just made whose Undo is undo itself: once this window edited something else, that would be
 * taken back. What others edit meanwhile does not end it, for undo leaves that alone.
 */
export function untilEdited(session: Session): NonNullable<ToastRequest['until']> {
  const edits = session.edits()
  return (over) =>
    session.onPicture(() => {
      if (session.edits() !== edits) over()
    })
}

/** For a message about records just deleted: it goes when all of them are back, by its own Undo or by any other way. */
export function untilRestored(session: Session, ids: readonly RecordId[]): NonNullable<ToastRequest['until']> {
  return untilBoard(session, (board) => ids.every((id) => isBack(board, id)))
}

function isBack(board: Board, id: RecordId): boolean {
  const record = recordAt(board.records, id)
  return record !== undefined && isAlive(record)
}
