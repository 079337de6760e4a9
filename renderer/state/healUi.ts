import { cellExists, cellOf, isAlive, noteOf, notesInCell, type Board } from '../../shared/model/board'
import type { NoteId } from '../../shared/model/note'
import type { UiChange } from './uiStore'
import type { Editing, Focus, Selection, UiState } from './uiState'

/**
 * What the window has to let go of after the board changed: things that undo or a colleague took away.
 *
 * Null when nothing has to change, so that most edits touch no UI state at all.
 */
export function healUi(ui: UiState, before: Board, board: Board): UiChange | null {
  const selection = healSelection(ui.selection, board)
  const focus = healFocus(ui.focus, before, board)
  const editing: Editing = editingStands(ui.editing, board) ? ui.editing : { kind: 'none' }
  const activePersona = ui.activePersona !== null && board.personas.some(({ id }) => id === ui.activePersona) ? ui.activePersona : null
  const drops = ui.gesture.kind === 'dragNotes' && ui.gesture.ids.some((id) => !noteOf(board, id))
  if (selection === ui.selection && focus === ui.focus && editing === ui.editing && activePersona === ui.activePersona && !drops)
    return null
  return { selection, focus, editing, activePersona, ...(drops ? { gesture: { kind: 'none' }, preview: [] } : {}) }
}

function healSelection(selection: Selection, board: Board): Selection {
  switch (selection.kind) {
    case 'none':
      return selection
    case 'notes': {
      const ids = new Set<NoteId>([...selection.ids].filter((id) => noteOf(board, id)))
      if (ids.size === selection.ids.size) return selection
      return ids.size === 0 ? { kind: 'none' } : { kind: 'notes', ids }
    }
    default:
      return recordStands(selection, board) ? selection : { kind: 'none' }
  }
}

/** A note that went leaves the focus on the one that took its place, or on its cell: the arrow keys go on from there. */
function healFocus(focus: Focus, before: Board, board: Board): Focus {
  switch (focus.kind) {
    case 'none':
      return focus
    case 'cell':
      return cellExists(board, focus.cell) ? focus : { kind: 'none' }
    case 'note': {
      if (noteOf(board, focus.id)) return focus
      const old = noteOf(before, focus.id)
      const cell = old && cellOf(before, old)
      if (!cell || !cellExists(board, cell)) return { kind: 'none' }
      const left = notesInCell(board, cell)
      const next = left[notesInCell(before, cell).findIndex(({ id }) => id === focus.id)] ?? left.at(-1)
      return next ? { kind: 'note', id: next.id } : { kind: 'cell', cell }
    }
    case 'emotion': {
      const stands =
        board.personas.some(({ id }) => id === focus.personaId) &&
        recordStands({ kind: 'lane', id: focus.laneId }, board) &&
        recordStands({ kind: 'step', id: focus.stepId }, board)
      return stands ? focus : { kind: 'none' }
    }
    default:
      return recordStands(focus, board) ? focus : { kind: 'none' }
  }
}

type Named = Extract<Selection, { readonly kind: 'point' | 'stage' | 'step' | 'lane' }>

function recordStands(named: Named, board: Board): boolean {
  switch (named.kind) {
    case 'stage':
      return board.stages.some(({ id }) => id === named.id)
    case 'lane':
      return board.lanes.some(({ id }) => id === named.id)
    case 'step':
      for (const steps of board.stepsOf.values()) if (steps.some(({ id }) => id === named.id)) return true
      return false
    case 'point': {
      const point = board.records.point.get(named.id)
      return point !== undefined && isAlive(point)
    }
  }
}

function editingStands(editing: Editing, board: Board): boolean {
  switch (editing.kind) {
    case 'none':
    case 'mapTitle':
      return true
    case 'newNote': {
      const written = board.records.note.get(editing.id)
      return cellExists(board, editing.cell) && (written === undefined || isAlive(written))
    }
    case 'note':
      return noteOf(board, editing.id) !== undefined
    default:
      return recordStands(editing, board)
  }
}
