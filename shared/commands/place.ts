import { slotsAt, type Ordered } from '../base/order'
import { cellOf, columnsOf, notesInCell, type Board } from '../model/board'
import type { Cell, Note, NoteId } from '../model/note'
import type { SetPatch } from '../model/patch'

/** Where notes go: a cell, or the inbox. */
export type Place = Cell | null

export function notesAt(board: Board, place: Place): readonly Note[] {
  return place ? notesInCell(board, place) : board.inbox
}

/** The fields that put a note in a place. Both are always written, so that two moves at once cannot mix into a third. */
export function placeFields(place: Place): {
  readonly laneId: Cell['laneId'] | undefined
  readonly columnId: Cell['columnId'] | undefined
} {
  return { laneId: place?.laneId, columnId: place?.columnId }
}

/** Notes as one reads the board: lanes from top to bottom, columns from left to right, the inbox last. */
export function inReadingOrder(board: Board, notes: readonly Note[]): readonly Note[] {
  const ranks = new Map<NoteId, number>()
  const lists = board.lanes.flatMap((lane) => columnsOf(board, lane).map((columnId) => notesInCell(board, { laneId: lane.id, columnId })))
  for (const list of [...lists, board.inbox]) for (const note of list) ranks.set(note.id, ranks.size)
  return [...notes].sort((a, b) => (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0))
}

/** The place in which the board shows a note. */
export function placeOfNote(board: Board, note: Note): Place {
  return cellOf(board, note) ?? null
}

/** Keys for `count` items at `index` (absent: at the end) of a list, and patches that make room where there is none. */
export function room<T extends Ordered, P extends SetPatch>(
  sorted: readonly T[],
  index: number | undefined,
  count: number,
  shift: (item: T, order: string) => P,
): { readonly orders: readonly string[]; readonly patches: readonly P[] } {
  const { orders, shifted } = slotsAt(sorted, index ?? sorted.length, count)
  return { orders, patches: shifted.map(({ item, order }) => shift(item, order)) }
}
