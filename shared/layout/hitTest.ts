import { yToValue } from './emotionScale'
import { contains, type Point } from './geometry'
import { indexAt, noteRects } from './cellFlow'
import type { HitTarget, LaneBox, Layout, StageBox, StepBox } from './layout'
import type { PointId } from '../model/point'

/** Half of what a finger or a mouse needs to take hold of a point (DESIGN 4), in screen px. */
const POINT_REACH = 22

/**
 * What is at a place of the board.
 * @param point board coordinates of a sheet that is not scrolled; pinned headers are mapped back by the caller
 */
export function hitTest(layout: Layout, point: Point, options: { readonly zoom: number }): HitTarget {
  if (point.x < 0 || point.y < 0 || point.x >= layout.width || point.y >= layout.height) return { kind: 'outside' }
  const inLaneHeader = point.x < layout.laneHeader
  if (point.y < layout.stageHeader) return inLaneHeader ? cornerTarget(layout, point) : headerTarget(layout, point)
  const lane = laneAt(layout, point.y)
  if (!lane) return { kind: 'outside' }
  if (inLaneHeader || lane.content === 'separator' || lane.lane.collapsed) return { kind: 'laneHeader', id: lane.lane.id }
  return lane.content === 'curve' ? emotionTarget(layout, lane, point, options.zoom) : cellTarget(layout, lane, point)
}

/** The lane at a height; collapsed lanes and separators count. */
export function laneAt(layout: Layout, y: number): LaneBox | undefined {
  return layout.lanes.find((lane) => y >= lane.y && y < lane.y + lane.height)
}

/** The stage at an x. */
export function stageAt(layout: Layout, x: number): StageBox | undefined {
  return layout.stages.find((stage) => x >= stage.x && x < stage.x + stage.width)
}

/** The step at an x. */
export function stepAt(layout: Layout, x: number): StepBox | undefined {
  return stageAt(layout, x)?.steps.find((step) => x >= step.x && x < step.x + step.width)
}

function cornerTarget({ corner }: Layout, point: Point): HitTarget {
  const row = corner.rows.find(({ rect }) => contains(rect, point))
  return row ? { kind: 'persona', id: row.persona.id } : { kind: 'corner' }
}

function headerTarget(layout: Layout, point: Point): HitTarget {
  const stage = stageAt(layout, point.x)
  if (!stage) return { kind: 'outside' }
  const inStepRow = layout.stepRow > 0 && point.y >= layout.stageHeader - layout.stepRow
  const step = inStepRow ? stepAt(layout, point.x) : undefined
  return step ? { kind: 'stepHeader', id: step.step.id } : { kind: 'stageHeader', id: stage.stage.id }
}

function emotionTarget(layout: Layout, lane: LaneBox, point: Point, zoom: number): HitTarget {
  const reach = POINT_REACH / zoom
  let nearest: PointId | undefined
  let least = reach * reach
  for (const box of layout.points.values()) {
    if (box.laneId !== lane.lane.id) continue
    const distance = (box.x - point.x) ** 2 + (box.y - point.y) ** 2
    // Of points on one spot the last one drawn is on top.
    if (distance <= least) {
      least = distance
      nearest = box.point.id
    }
  }
  if (nearest !== undefined) return { kind: 'point', id: nearest }
  const step = stepAt(layout, point.x)
  if (!step) return { kind: 'outside' }
  return { kind: 'emotion', laneId: lane.lane.id, stepId: step.step.id, value: yToValue(lane, point.y) }
}

function cellTarget(layout: Layout, lane: LaneBox, point: Point): HitTarget {
  const cell = lane.cells.find(({ rect }) => contains(rect, point))
  if (!cell) return { kind: 'outside' }
  for (const id of cell.notes) {
    const box = layout.notes.get(id)
    if (box && contains(box.rect, point)) return { kind: 'note', id }
  }
  return { kind: 'cell', cell: cell.cell, index: indexAt(cell, noteRects(layout, cell), point) }
}
