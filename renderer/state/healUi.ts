import { allSteps, cellExists, cellOf, isAlive, noteOf, notesInCell, stepOf, type Board } from '../../shared/model/board'
import type { Lane } from '../../shared/model/lane'
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
      const ids = new Set<NoteId>([...selection.ids].filter((id) => isOnBoard(board, id)))
      if (ids.size === selection.ids.size) return selection
      return ids.size === 0 ? { kind: 'none' } : { kind: 'notes', ids }
    }
    default:
      return recordStands(selection, board) ? selection : { kind: 'none' }
  }
}

/**
 * What was deleted leaves the focus to its neighbour, so that the arrow keys go on from there: the next stage, step or lane, or the
 * one before it where it was the last. With no neighbour left the nearest thing that it was in or beside gets it.
 */
function healFocus(focus: Focus, before: Board, board: Board): Focus {
  switch (focus.kind) {
    case 'none':
      return focus
    case 'note':
      return healNote(focus, before, board)
    case 'cell':
      return healCell(focus, before, board)
    case 'emotion':
      return healEmotion(focus, before, board)
    case 'stage':
      return healStage(focus, before, board)
    case 'step':
      return healStep(focus, before, board)
    case 'lane':
      return healLane(focus, before, board)
  }
}

/** A note in the inbox is not to be seen: no key may act on it. */
function isOnBoard(board: Board, id: NoteId): boolean {
  const note = noteOf(board, id)
  return note !== undefined && cellOf(board, note) !== undefined
}

type FocusOf<Kind extends Focus['kind']> = Extract<Focus, { readonly kind: Kind }>

/** A note that was deleted or went to the inbox leaves the focus on the one that took its place, or on its cell. */
function healNote(focus: FocusOf<'note'>, before: Board, board: Board): Focus {
  if (isOnBoard(board, focus.id)) return focus
  const old = noteOf(before, focus.id)
  const cell = old && cellOf(before, old)
  if (!cell) return NOWHERE
  if (!cellExists(board, cell)) return healCell({ kind: 'cell', cell }, before, board)
  const next = heir(notesInCell(before, cell), notesInCell(board, cell), focus.id)
  return next ? { kind: 'note', id: next.id } : { kind: 'cell', cell }
}

function healCell(focus: FocusOf<'cell'>, before: Board, board: Board): Focus {
  const { laneId, columnId } = focus.cell
  if (cellExists(board, focus.cell)) return focus
  const lane = healLane({ kind: 'lane', id: laneId }, before, board)
  if (lane.kind !== 'lane' || lane.id !== laneId) return lane
  const stage = before.stages.find(({ id }) => id === columnId)
  if (stage) return healStage({ kind: 'stage', id: stage.id }, before, board)
  const step = allSteps(before).find(({ id }) => id === columnId)
  return step ? healStep({ kind: 'step', id: step.id }, before, board) : lane
}

function healEmotion(focus: FocusOf<'emotion'>, before: Board, board: Board): Focus {
  const lane = healLane({ kind: 'lane', id: focus.laneId }, before, board)
  if (lane.kind !== 'lane' || lane.id !== focus.laneId) return lane
  const persona = heir(before.personas, board.personas, focus.personaId)
  const step = heir(allSteps(before), allSteps(board), focus.stepId)
  if (!persona || !step) return lane
  if (persona.id === focus.personaId && step.id === focus.stepId) return focus
  return { ...focus, personaId: persona.id, stepId: step.id }
}

function healStage(focus: FocusOf<'stage'>, before: Board, board: Board): Focus {
  if (recordStands(focus, board)) return focus
  const next = heir(before.stages, board.stages, focus.id)
  return next ? { kind: 'stage', id: next.id } : NOWHERE
}

/** The only step that is left of a stage has no header of its own: the stage's is where its name is. */
function healStep(focus: FocusOf<'step'>, before: Board, board: Board): Focus {
  if (recordStands(focus, board)) return focus
  const stageId = stepOf(before, focus.id)?.stageId
  if (stageId === undefined) return NOWHERE
  const left = board.stepsOf.get(stageId) ?? []
  const next = heir(before.stepsOf.get(stageId) ?? [], left, focus.id)
  if (next && left.length > 1) return { kind: 'step', id: next.id }
  return healStage({ kind: 'stage', id: stageId }, before, board)
}

function healLane(focus: FocusOf<'lane'>, before: Board, board: Board): Focus {
  if (board.lanes.some(({ id, hidden }) => id === focus.id && !hidden)) return focus
  const shown = ({ lanes }: Board): readonly Lane[] => lanes.filter(({ id, hidden }) => !hidden || id === focus.id)
  const next = heir(
    shown(before),
    shown(board).filter(({ id }) => id !== focus.id),
    focus.id,
  )
  if (next) return { kind: 'lane', id: next.id }
  const stage = board.stages[0]
  return stage ? { kind: 'stage', id: stage.id } : NOWHERE
}

const NOWHERE: Focus = { kind: 'none' }

/** The item itself where it is still there, else what came after it, else what came before it. */
function heir<T extends { readonly id: string }>(before: readonly T[], now: readonly T[], id: string): T | undefined {
  const left = new Map<string, T>(now.map((item) => [item.id, item]))
  const at = before.findIndex((item) => item.id === id)
  const inTurn = [...before.slice(at < 0 ? before.length : at), ...before.slice(0, Math.max(0, at)).reverse()]
  return left.get(id) ?? inTurn.map((item) => left.get(item.id)).find((item) => item !== undefined)
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
