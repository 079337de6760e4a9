import { divideText } from '../../shared/base/fitText'
import { pasteCells } from '../../shared/commands/pasteCells'
import { allSteps, cellKey, type Board } from '../../shared/model/board'
import { takesNotes } from '../../shared/model/laneKinds'
import { LIMITS } from '../../shared/model/limits'
import type { Cell, NoteId } from '../../shared/model/note'
import type { Session } from '../state/session'
import { selectNotes } from '../state/uiStore'
import { sayPasted } from './sayPasted'

/** Where what is pasted begins; null is the inbox. */
export type PastePlace = { readonly cell: Cell; readonly index: number } | null

type Range = readonly (readonly string[])[]

interface Place {
  readonly cell?: Cell
  readonly index?: number
  readonly notes: { readonly noteId: NoteId; readonly text: string }[]
}

/**
 * A note for each filled cell of a table, from the focused cell to the right and down, as one undo step.
 *
 * Rows go through the lanes that take notes and are shown, columns through the steps, or through the stages where the focused lane
 * spans them. What lies beyond the last of them goes into the inbox, and so does all of it where no cell has the focus.
 */
export function pasteRange(session: Session, range: Range, from: PastePlace): void {
  const cellAt = from ? cellsFrom(session.document.board(), from.cell) : () => null
  const places = new Map<string, Place>()
  range.forEach((cells, row) =>
    cells.forEach((text, column) => {
      const parts = divideText(text, LIMITS.noteText)
      if (parts.length === 0) return
      const cell = cellAt(row, column)
      const key = cell ? cellKey(cell) : 'inbox'
      const isFirst = cell !== null && from !== null && key === cellKey(from.cell)
      const place = places.get(key) ?? { ...(cell && { cell }), ...(isFirst && { index: from.index }), notes: [] }
      places.set(key, place)
      for (const part of parts) place.notes.push({ noteId: session.newId('note'), text: part })
    }),
  )
  if (places.size === 0 || !session.run(pasteCells, { places: [...places.values()] }).ok) return
  const inInbox = places.get('inbox')?.notes.length ?? 0
  const onBoard = [...places.values()].flatMap(({ cell, notes }) => (cell ? notes.map(({ noteId }) => noteId) : []))
  if (onBoard.length > 0) session.ui.setState(selectNotes(onBoard))
  sayPasted(session, { count: onBoard.length + inInbox, beyond: from ? inInbox : null })
}

/** The cell that lies so many rows and columns from this one; null beyond the last lane or column. */
function cellsFrom(board: Board, from: Cell): (row: number, column: number) => Cell | null {
  const lanes = board.lanes.filter((lane) => takesNotes(lane.kind) && (!lane.hidden || lane.id === from.laneId))
  const top = lanes.findIndex(({ id }) => id === from.laneId)
  const bySteps = lanes[top]?.span === 'step'
  const columns = bySteps
    ? allSteps(board).map(({ id, stageId }) => ({ stageId, stepId: id }))
    : board.stages.map(({ id }) => ({ stageId: id, stepId: board.stepsOf.get(id)?.[0]?.id }))
  const left = columns.findIndex(({ stageId, stepId }) => from.columnId === (bySteps ? stepId : stageId))
  return (row, column) => {
    const lane = lanes[top + row]
    const at = columns[left + column]
    const columnId = lane?.span === 'step' ? at?.stepId : at?.stageId
    return lane && columnId ? { laneId: lane.id, columnId } : null
  }
}
