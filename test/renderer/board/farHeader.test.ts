import { describe, expect, it } from 'vitest'
import { fitCamera, MIN_ZOOM, SHEET_INSETS } from '../../../renderer/board/camera'
import { farHeaderItems, OVER_SHEET } from '../../../renderer/board/farHeader'
import type { TextItem } from '../../../shared/scene/scene'
import { sceneOf } from '../../support/sceneOf'
import { TestBoard } from '../../support/testBoard'

describe('the names of stages from far away', () => {
  it('keep their size, and stand out over the sheet rather than lie on its first lane', () => {
    const node = sceneOf(TestBoard.starter().board).nodes.find(({ key }) => key === 'stage_purchase')!
    for (const zoom of [0.34, 0.25, 0.2, 0.15, MIN_ZOOM]) {
      const name = farHeaderItems(node, zoom).find((item): item is TextItem => item.type === 'text')!
      expect(name.size * zoom, `at ${zoom}`).toBeCloseTo(16)
      // Letters with a tail reach a quarter of their size below the line.
      expect(name.baseline + name.size / 4, `at ${zoom}`).toBeLessThanOrEqual(node.bounds.height)
      expect((name.baseline - name.size) * zoom, `at ${zoom}`).toBeGreaterThanOrEqual(-OVER_SHEET)
    }
  })
})

it('a map that is too large to be fitted is shown from its first stage on', () => {
  const camera = fitCamera({ width: 25_000, height: 1_000 }, { width: 1_600, height: 900 }, SHEET_INSETS)
  expect(camera.zoom).toBe(MIN_ZOOM)
  expect([-camera.x * camera.zoom, -camera.y * camera.zoom]).toEqual([SHEET_INSETS.left, SHEET_INSETS.top])
})
