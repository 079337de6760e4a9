import { useSyncExternalStore } from 'react'
import type { Board } from '../../shared/model/board'
import { useSession } from '../state/SessionContext'

/**
 * A part of the board as it is written, without the gesture in progress: chrome need not be drawn again while a hand moves.
 *
 * @param select gives the same value while that part did not change
 */
export function useOfBoard<Part>(select: (board: Board) => Part): Part {
  const session = useSession()
  return useSyncExternalStore(session.onPicture, () => select(session.document.board()))
}
