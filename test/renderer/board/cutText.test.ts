import { describe, expect, it } from 'vitest'
import { SHEET_INSETS } from '../../../renderer/board/camera'
import { cutTextAt } from '../../../renderer/board/cutText'
import { pinnedFrame } from '../../../renderer/board/pinned'
import { INITIAL_UI } from '../../../renderer/state/uiStore'
import { addLane } from '../../../shared/commands/lanes'
import { changePersona } from '../../../shared/commands/personas'
import { setPoint } from '../../../shared/commands/points'
import { renameStage } from '../../../shared/commands/stages'
import { renameStep } from '../../../shared/commands/steps'
import type { HitTarget } from '../../../shared/layout/layout'
import { pointIdOf } from '../../../shared/model/point'
import { englishWords, layoutOf } from '../../support/layoutOf'
import { sceneOf } from '../../support/sceneOf'
import { TestBoard } from '../../support/testBoard'

const view = { width: 1600, height: 900 }
const LONG = 'A name that goes on and on, far beyond what anybody would ever call a thing that others have to read on a wall '
  .repeat(3)
  .trim()

function cutOf(map: TestBoard, target: HitTarget, { zoom = 1, at = { x: 0, y: 0 } } = {}): string | null {
  const layout = layoutOf(map.board)
  const ui = { ...INITIAL_UI, view, camera: { x: 0, y: 0, zoom } }
  const frame = { ui, layout, scene: sceneOf(map.board), pinned: pinnedFrame(ui.camera, layout, view, SHEET_INSETS), pixelRatio: 1 }
  return cutTextAt(frame, target, at, englishWords)?.text ?? null
}

describe('a name that is drawn only in part', () => {
  it('is told whole: of a stage, a step, a lane, a persona, and the label of a point', () => {
    const map = TestBoard.starter()
      .run(renameStage, { stageId: 'stage_purchase', title: LONG })
      .run(renameStep, { stepId: 'step_payment', title: LONG })
      .run(addLane, { laneId: 'lane_long', kind: 'text', index: 0, title: LONG })
      .run(changePersona, { personaId: 'persona_anna', name: 'Anna-Konstantina the Second' })
      .run(setPoint, { personaId: 'persona_anna', stepId: 'step_payment', value: 2, label: LONG })
    const pointId = pointIdOf('persona_anna', 'as-is', 'step_payment')
    const label = layoutOf(map.board).points.get(pointId)!.label!.rect
    const beside = { x: label.x + label.width - 2, y: label.y + 2 }
    expect(cutOf(map, { kind: 'stageHeader', id: 'stage_purchase' })).toBe(LONG)
    expect(cutOf(map, { kind: 'stepHeader', id: 'step_payment' })).toBe(LONG)
    expect(cutOf(map, { kind: 'laneHeader', id: 'lane_long' })).toBe(LONG)
    expect(cutOf(map, { kind: 'persona', id: 'persona_anna' })).toBe('Anna-Konstantina the Second')
    expect(cutOf(map, { kind: 'point', id: pointId })).toBe(LONG)
    expect(cutOf(map, { kind: 'emotion', laneId: 'lane_emotions', stepId: 'step_payment', value: 3 }, { at: beside })).toBe(LONG)
  })

  it('is joined by the reason of a point, of which the board draws only a sign', () => {
    const map = TestBoard.starter()
      .run(setPoint, { personaId: 'persona_anna', stepId: 'step_payment', value: 2, label: 'Short', reason: 'Nobody explains the fees.' })
      .run(setPoint, { personaId: 'persona_anna', stepId: 'step_purchase', value: -2, reason: 'x'.repeat(5000) })
    expect(cutOf(map, { kind: 'point', id: pointIdOf('persona_anna', 'as-is', 'step_payment') })).toBe('Nobody explains the fees.')
    expect(cutOf(map, { kind: 'point', id: pointIdOf('persona_anna', 'as-is', 'step_purchase') })).toBe(`${'x'.repeat(399)}…`)
  })

  it('is not said again where all of it can be read, however many lines it takes', () => {
    const map = TestBoard.starter()
      .run(renameStage, { stageId: 'stage_purchase', title: 'Compares the offers of five banks and three brokers' })
      .run(setPoint, { personaId: 'persona_anna', stepId: 'step_payment', value: 2, label: 'Short' })
    for (const target of [
      { kind: 'stageHeader', id: 'stage_purchase' },
      { kind: 'stepHeader', id: 'step_payment' },
      { kind: 'laneHeader', id: 'lane_actions' },
      { kind: 'persona', id: 'persona_anna' },
      { kind: 'point', id: pointIdOf('persona_anna', 'as-is', 'step_payment') },
      { kind: 'corner' },
    ] as const)
      expect(cutOf(map, target), target.kind).toBeNull()
  })

  it('is told from far away, where lanes show an icon and stages one line', () => {
    const map = TestBoard.starter().run(renameStage, { stageId: 'stage_purchase', title: 'Compares the offers of five banks' })
    expect(cutOf(map, { kind: 'laneHeader', id: 'lane_actions' }, { zoom: 0.2 })).toBe('Actions')
    expect(cutOf(map, { kind: 'stageHeader', id: 'stage_purchase' }, { zoom: 0.2 })).toBe('Compares the offers of five banks')
    expect(cutOf(map, { kind: 'stageHeader', id: 'stage_purchase' }, { zoom: 0.5 })).toBeNull()
  })
})
