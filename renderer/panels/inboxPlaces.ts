import { cellExists, columnsOf, isAlive, notesInCell, stepOf, type Board } from '../../shared/model/board'
import type { Lane } from '../../shared/model/lane'
import type { Cell, Note } from '../../shared/model/note'
import type { Stage } from '../../shared/model/stage'
import type { StepId } from '../../shared/model/step'

/** Where a note of the inbox was before; either may be deleted by now, or unknown. */
export interface Origin {
  readonly lane: Lane | undefined
  readonly stage: Stage | undefined
}

/** What the note itself still says of its former cell. A note that was set aside by hand says nothing. */
export function originOf(board: Board, { laneId, columnId }: Pick<Note, 'laneId' | 'columnId'>): Origin {
  const { lane, stage, step } = board.records
  const stageId = columnId === undefined ? undefined : columnId.startsWith('stage_') ? columnId : step.get(columnId as StepId)?.stageId
  return {
    lane: laneId === undefined ? undefined : lane.get(laneId),
    stage: board.stages.find(({ id }) => id === stageId) ?? stage.get(stageId as Stage['id']),
  }
}

/**
 * The cell for a note when nobody chose one: in the lane it came from, the first of its stage, else the first of all.
 *
 * Null where that lane is gone or out of sight: a note must not vanish from the inbox into nowhere.
 */
export function cellBack(board: Board, note: Note): Cell | null {
  const { lane, stage } = originOf(board, note)
  if (!lane || !isAlive(lane) || lane.hidden) return null
  let first: Cell | null = null
  for (const columnId of columnsOf(board, lane)) {
    const cell = { laneId: lane.id, columnId }
    if (!cellExists(board, cell)) continue
    if (stage && stageIdOf(board, cell) === stage.id) return cell
    first ??= cell
  }
  return first
}

/** The inbox as its notes stood on the board, lane by lane; those that come from nowhere are first, in their own order. */
export function inboxInOrder(board: Board): readonly Note[] {
  // Thousands of notes come from few cells.
  const rowsOfCells = new Map<string, readonly string[]>()
  const rowOf = (note: Note): readonly string[] => {
    const cell = `${note.laneId ?? ''}|${note.columnId ?? ''}`
    const row = rowsOfCells.get(cell) ?? rowOfCell(board, note)
    rowsOfCells.set(cell, row)
    return row.length === 0 ? row : [...row, note.order]
  }
  const rows = new Map(board.inbox.map((note) => [note.id, rowOf(note)]))
  return board.inbox.toSorted((a, b) => compareRows(rows.get(a.id) ?? [], rows.get(b.id) ?? []))
}

/** Lane and column by their order keys, those of deleted ones too; empty where the lane is unknown. */
function rowOfCell(board: Board, note: Note): readonly string[] {
  const { lane, stage } = originOf(board, note)
  const step = board.records.step.get(note.columnId as StepId)
  return lane ? [lane.order, stage?.order ?? '', step?.order ?? ''] : []
}

function compareRows(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const [one = '', other = ''] = [a[i], b[i]]
    if (one !== other) return one < other ? -1 : 1
  }
  return a.length - b.length
}

/** Where a note goes when it is placed: the chosen cell, else back to its lane. Null where there is neither. */
export function targetOf(board: Board, note: Note, chosen: Place | null): Place | null {
  if (chosen) return chosen
  const cell = cellBack(board, note)
  return cell && { cell, index: notesInCell(board, cell).length }
}

/** A cell, and where in it. */
export interface Place {
  readonly cell: Cell
  readonly index: number
}

function stageIdOf(board: Board, { columnId }: Cell): string | undefined {
  return columnId.startsWith('stage_') ? columnId : stepOf(board, columnId as StepId)?.stageId
}
