import { cellOf, noteOf, stepOf, type Board } from '../../shared/model/board'
import type { LaneId } from '../../shared/model/lane'
import type { ColumnId } from '../../shared/model/note'
import type { StageId } from '../../shared/model/stage'
import type { StepId } from '../../shared/model/step'
import type { Focus } from '../state/uiState'

/** The lane the focus is in; null for the headers of stages and steps. */
export function laneOfFocus(board: Board, focus: Focus): LaneId | null {
  switch (focus.kind) {
    case 'lane':
      return focus.id
    case 'emotion':
      return focus.laneId
    case 'cell':
      return focus.cell.laneId
    case 'note': {
      const note = noteOf(board, focus.id)
      return (note && cellOf(board, note)?.laneId) ?? null
    }
    default:
      return null
  }
}

/** The stage the focus is in, and the step where it is in one; null for a lane's header and no focus. */
export function columnOfFocus(board: Board, focus: Focus): { readonly stageId: StageId; readonly stepId: StepId | null } | null {
  switch (focus.kind) {
    case 'stage':
      return { stageId: focus.id, stepId: null }
    case 'step':
      return ofColumn(board, focus.id)
    case 'emotion':
      return ofColumn(board, focus.stepId)
    case 'cell':
      return ofColumn(board, focus.cell.columnId)
    case 'note': {
      const note = noteOf(board, focus.id)
      const cell = note && cellOf(board, note)
      return cell ? ofColumn(board, cell.columnId) : null
    }
    default:
      return null
  }
}

function ofColumn(board: Board, columnId: ColumnId): { readonly stageId: StageId; readonly stepId: StepId | null } | null {
  const stage = board.stages.find(({ id }) => id === columnId)
  if (stage) return { stageId: stage.id, stepId: null }
  const step = stepOf(board, columnId as StepId)
  return step ? { stageId: step.stageId, stepId: step.id } : null
}
