import { expect, it } from 'vitest'
import { criticalInRun, criticalPoints, runsOf } from '../../../shared/analysis/criticalPoints'
import { changeSettings } from '../../../shared/commands/settings'
import { setPoint } from '../../../shared/commands/points'
import { Point, pointIdOf } from '../../../shared/model/point'
import { TestBoard } from '../../support/testBoard'

function run(values: readonly number[]) {
  return values.map((value, i) => Point.parse({ id: `point_${i}`, personaId: 'persona_a', stepId: `step_${i}`, value }))
}

it.each([
  ['a dip', [0, -4, 0], [1]],
  ['a value above the threshold', [0, -3.9, 0], []],
  ['a low value with a lower neighbour', [-4, -5, 0], [1]],
  ['the ends', [-4, 0, -5], [0, 2]],
  ['the first of a low plain', [0, -4, -4, -4, 0], [1]],
  ['a plain that falls on', [0, -4, -4, -5], [3]],
  ['a plain at the end', [0, -5, -5], [1]],
  ['two dips of one height', [-5, -4, -5], [0, 2]],
  ['a single point', [-4], [0]],
])('finds %s', (_, values, expected) => {
  expect(criticalInRun(run(values), -4).map(({ stepId }) => Number(stepId.slice(5)))).toEqual(expected)
})

it('never finds a value that an import made up, and a stated one beside it', () => {
  const [a, b, c] = run([-5, 0, -5])
  expect(criticalInRun([{ ...a!, guessed: true }, b!, c!], -4)).toEqual([c])
  expect(
    criticalInRun(
      [
        { ...a!, guessed: true },
        { ...c!, value: -5 },
      ],
      -4,
    ),
  ).toEqual([c])
})

it('splits a curve at the steps that have no point, in the order of the board', () => {
  const [a, b, c] = run([1, 2, 3])
  expect(runsOf([c!, a!, b!], ['step_0', 'step_1', 'step_x', 'step_2'])).toEqual([[a, b], [c]])
})

it('sees the edge of a gap as an end, and hidden curves too', () => {
  const board = TestBoard.starter()
    .run(setPoint, { personaId: 'persona_anna', stepId: 'step_awareness', value: -4 })
    .run(setPoint, { personaId: 'persona_anna', stepId: 'step_payment', value: -5 })
  const expected = [pointIdOf('persona_anna', 'as-is', 'step_awareness'), pointIdOf('persona_anna', 'as-is', 'step_payment')]
  expect([...criticalPoints(board.board)]).toEqual(expected)

  expect([...criticalPoints(board.run(changeSettings, { criticalThreshold: -5 }).board)]).toEqual([expected[1]])
})
