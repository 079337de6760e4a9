import type { Rect } from '../../shared/layout/geometry'
import type { CellBox, LaneBox, Layout, StageBox, StepBox } from '../../shared/layout/layout'
import type { Cell } from '../../shared/model/note'
import type { LaneId } from '../../shared/model/lane'
import type { StageId } from '../../shared/model/stage'
import type { StepId } from '../../shared/model/step'
import type { BoardFrame } from './boardFrame'
import { rectToScreen } from './camera'
import { laneHeaderToScreen, stageHeaderToScreen } from './pinned'

/** What a place on screen is worked out from. */
export type Frame = Pick<BoardFrame, 'ui' | 'layout' | 'pinned'>

export function stageBox(layout: Layout, id: StageId): StageBox | undefined {
  return layout.stages.find(({ stage }) => stage.id === id)
}

export function stepBox(layout: Layout, id: StepId): StepBox | undefined {
  for (const { steps } of layout.stages) {
    const found = steps.find(({ step }) => step.id === id)
    if (found) return found
  }
  return undefined
}

export function laneBox(layout: Layout, id: LaneId): LaneBox | undefined {
  return layout.lanes.find(({ lane }) => lane.id === id)
}

export function cellBox(layout: Layout, { laneId, columnId }: Cell): CellBox | undefined {
  return laneBox(layout, laneId)?.cells.find(({ cell }) => cell.columnId === columnId)
}

/** The screen rect of a stage's header, above its row of step names. */
export function stageHeaderRect({ ui, layout, pinned }: Frame, id: StageId): Rect | null {
  const box = stageBox(layout, id)
  if (!box) return null
  const height = layout.stageHeader - layout.stepRow
  return stageHeaderToScreen(ui.camera, pinned, { x: box.x, y: 0, width: box.width, height })
}

/** The screen rect of a step's name; null where steps show none. */
export function stepHeaderRect({ ui, layout, pinned }: Frame, id: StepId): Rect | null {
  const box = stepBox(layout, id)
  if (!box || layout.stepRow === 0) return null
  const y = layout.stageHeader - layout.stepRow
  return stageHeaderToScreen(ui.camera, pinned, { x: box.x, y, width: box.width, height: layout.stepRow })
}

export function laneHeaderRect({ ui, layout, pinned }: Frame, id: LaneId): Rect | null {
  const box = laneBox(layout, id)
  if (!box) return null
  return laneHeaderToScreen(ui.camera, pinned, { x: 0, y: box.y, width: layout.laneHeader, height: box.height })
}

export function cellRect({ ui, layout }: Frame, cell: Cell): Rect | null {
  const box = cellBox(layout, cell)
  return box ? rectToScreen(ui.camera, box.rect) : null
}

/** The screen rect of a step inside an emotion lane. */
export function emotionRect({ ui, layout }: Frame, laneId: LaneId, stepId: StepId): Rect | null {
  const lane = laneBox(layout, laneId)
  const step = stepBox(layout, stepId)
  if (!lane || !step) return null
  return rectToScreen(ui.camera, { x: step.x, y: lane.y, width: step.width, height: lane.height })
}

export function grow(rect: Rect, by: number): Rect {
  return { x: rect.x - by, y: rect.y - by, width: rect.width + by * 2, height: rect.height + by * 2 }
}

/** The smallest rect round all of them; null of none. */
export function union(rects: readonly Rect[]): Rect | null {
  const [first, ...rest] = rects
  if (!first) return null
  return rest.reduce((a, b) => {
    const x = Math.min(a.x, b.x)
    const y = Math.min(a.y, b.y)
    return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y }
  }, first)
}

/** The part of a rect inside another; null where they do not meet. */
export function clipTo(rect: Rect, window: Rect): Rect | null {
  const x = Math.max(rect.x, window.x)
  const y = Math.max(rect.y, window.y)
  const width = Math.min(rect.x + rect.width, window.x + window.width) - x
  const height = Math.min(rect.y + rect.height, window.y + window.height) - y
  return width > 0 && height > 0 ? { x, y, width, height } : null
}
