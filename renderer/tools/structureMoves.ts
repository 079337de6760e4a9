import { moveLane } from '../../shared/commands/lanes'
import { moveStage } from '../../shared/commands/stages'
import { moveStep } from '../../shared/commands/steps'
import { stepOf, type Board } from '../../shared/model/board'
import type { LaneId } from '../../shared/model/lane'
import type { StageId } from '../../shared/model/stage'
import type { StepId } from '../../shared/model/step'
import type { Session } from '../state/session'
import type { Direction } from './focusMoves'

/** Move a stage by one place; up and down mean nothing to it. */
export function moveStageBy(session: Session, stageId: StageId, direction: Direction): void {
  const { stages } = session.document.board()
  const index = stages.findIndex(({ id }) => id === stageId) + sideways(direction)
  if (sideways(direction) === 0 || index < 0 || index >= stages.length) return
  session.run(moveStage, { stageId, index })
}

/** Move a step by one place, and from the end of its stage into the next one. */
export function moveStepBy(session: Session, stepId: StepId, direction: Direction): void {
  const by = sideways(direction)
  const board = session.document.board()
  const stageId = stepOf(board, stepId)?.stageId
  if (by === 0 || stageId === undefined) return
  const steps = board.stepsOf.get(stageId) ?? []
  const index = steps.findIndex(({ id }) => id === stepId) + by
  if (index >= 0 && index < steps.length) {
    session.run(moveStep, { stepId, stageId, index })
    return
  }
  const next = board.stages[board.stages.findIndex(({ id }) => id === stageId) + by]
  if (next) session.run(moveStep, { stepId, stageId: next.id, index: by === 1 ? 0 : (board.stepsOf.get(next.id)?.length ?? 0) })
}

/** Move a lane over the next one that is shown; left and right mean nothing to it. */
export function moveLaneBy(session: Session, laneId: LaneId, direction: Direction): void {
  const index = laneIndex(session.document.board(), laneId, direction)
  if (index !== null) session.run(moveLane, { laneId, index })
}

function laneIndex(board: Board, laneId: LaneId, direction: Direction): number | null {
  if (direction === 'left' || direction === 'right') return null
  const shown = board.lanes.filter((lane) => lane.id === laneId || !lane.hidden)
  const next = shown[shown.findIndex(({ id }) => id === laneId) + (direction === 'down' ? 1 : -1)]
  if (!next) return null
  const others = board.lanes.filter(({ id }) => id !== laneId)
  return others.indexOf(next) + (direction === 'down' ? 1 : 0)
}

function sideways(direction: Direction): 1 | -1 | 0 {
  return direction === 'right' ? 1 : direction === 'left' ? -1 : 0
}
