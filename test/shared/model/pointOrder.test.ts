import { expect, it } from 'vitest'
import { setPoint } from '../../../shared/commands/points'
import { moveStage } from '../../../shared/commands/stages'
import { allSteps } from '../../../shared/model/board'
import { TestBoard } from '../../support/testBoard'

it('orders the points of a curve by the stages as they stand, also after a stage moved', () => {
  const map = TestBoard.starter()
  const steps = allSteps(map.document.board())
  for (const step of steps) map.run(setPoint, { personaId: 'persona_anna', stepId: step.id, value: 1 })
  map.run(moveStage, { stageId: steps[0]!.stageId, index: map.document.board().stages.length - 1 })
  map.run(setPoint, { personaId: 'persona_anna', stepId: steps[0]!.id, value: 2 })

  const board = map.document.board()
  expect(board.pointsOf.get('persona_anna')?.map(({ stepId }) => stepId)).toEqual(allSteps(board).map(({ id }) => id))
})
