import { allSteps, cellKey, cellOf, columnsOf, noteOf, notesInCell, type Board } from '../../shared/model/board'
import { takesNotes } from '../../shared/model/laneKinds'
import type { Lane } from '../../shared/model/lane'
import type { Cell, ColumnId, NoteId } from '../../shared/model/note'
import type { Direction } from './focusMoves'

/** One `moveNotes`: notes of one cell that go to one place. Several of them make one undo step. */
export interface NoteMove {
  readonly noteIds: readonly NoteId[]
  readonly cell: Cell
  readonly index?: number
}

/**
 * Where Alt and an arrow take notes: sideways to the next column of their lane; up and down by one place in their
 * cell, and from its end to the next lane that takes notes. What is at the edge of the board stays.
 */
export function moveNotesBy(board: Board, ids: Iterable<NoteId>, direction: Direction): readonly NoteMove[] {
  const groups = byCell(board, ids)
  const ahead = direction === 'right' || direction === 'down'
  // The one in front goes first, so that those behind it do not land among notes that are about to leave.
  if (ahead) groups.reverse()
  return groups.flatMap((group) => moveGroup(board, group, direction) ?? [])
}

interface Group {
  readonly cell: Cell
  readonly ids: readonly NoteId[]
}

function byCell(board: Board, ids: Iterable<NoteId>): Group[] {
  const wanted = new Set(ids)
  const cells = new Map<string, Cell>()
  for (const id of wanted) {
    const note = noteOf(board, id)
    const cell = note && cellOf(board, note)
    if (cell) cells.set(cellKey(cell), cell)
  }
  return board.lanes.flatMap((lane) =>
    columnsOf(board, lane).flatMap((columnId) => {
      const cell = cells.get(cellKey({ laneId: lane.id, columnId }))
      if (!cell) return []
      return [{ cell, ids: notesInCell(board, cell).flatMap(({ id }) => (wanted.has(id) ? [id] : [])) }]
    }),
  )
}

function moveGroup(board: Board, { cell, ids }: Group, direction: Direction): NoteMove | null {
  const there = notesInCell(board, cell)
  const moving = new Set(ids)
  const staying = there.filter(({ id }) => !moving.has(id))
  const first = there.findIndex(({ id }) => moving.has(id))
  const before = there.slice(0, first).length
  const last = there.findLastIndex(({ id }) => moving.has(id))
  const behind = there.slice(last + 1).length
  switch (direction) {
    case 'left':
    case 'right': {
      const next = beside(board, cell, direction === 'right' ? 1 : -1)
      return next && { noteIds: ids, cell: next, index: Math.min(first, notesInCell(board, next).length) }
    }
    case 'up': {
      if (before > 0) return { noteIds: ids, cell, index: before - 1 }
      const next = aboveOrBelow(board, cell, -1)
      return next && { noteIds: ids, cell: next }
    }
    case 'down': {
      if (behind > 0) return { noteIds: ids, cell, index: staying.length - behind + 1 }
      const next = aboveOrBelow(board, cell, 1)
      return next && { noteIds: ids, cell: next, index: 0 }
    }
  }
}

/** The cell of the same lane in the next or previous column. */
export function beside(board: Board, cell: Cell, by: 1 | -1): Cell | null {
  const lane = board.lanes.find(({ id }) => id === cell.laneId)
  if (!lane) return null
  const columns = columnsOf(board, lane)
  const at = columns.indexOf(cell.columnId)
  const columnId = at < 0 ? undefined : columns[at + by]
  return columnId === undefined ? null : { laneId: cell.laneId, columnId }
}

function aboveOrBelow(board: Board, cell: Cell, by: 1 | -1): Cell | null {
  const lanes = board.lanes.filter((lane) => lane.id === cell.laneId || (!lane.hidden && !lane.collapsed && takesNotes(lane.kind)))
  const lane = lanes.find(({ id }) => id === cell.laneId)
  const next = lane && lanes[lanes.indexOf(lane) + by]
  const columnId = next && columnIn(board, next, cell.columnId)
  return next && columnId !== undefined ? { laneId: next.id, columnId } : null
}

/** The column of another lane that stands over or under this one. */
function columnIn(board: Board, lane: Lane, columnId: ColumnId): ColumnId | undefined {
  const stage = board.stages.find(({ id }) => id === columnId)
  if (lane.span === 'stage') return stage?.id ?? allSteps(board).find(({ id }) => id === columnId)?.stageId
  return stage ? board.stepsOf.get(stage.id)?.[0]?.id : columnId
}
