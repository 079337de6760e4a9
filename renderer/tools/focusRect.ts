import type { Rect } from '../../shared/layout/geometry'
import type { Layout } from '../../shared/layout/layout'
import type { Focus, Selection } from '../state/uiState'

/** Where the focus is, in board units of the unscrolled sheet; null where it is not on the board. */
export function focusRect(layout: Layout, focus: Focus): Rect | null {
  switch (focus.kind) {
    case 'none':
      return null
    case 'note':
      return layout.notes.get(focus.id)?.rect ?? null
    case 'cell': {
      const lane = layout.lanes.find((box) => box.lane.id === focus.cell.laneId)
      return lane?.cells.find(({ cell }) => cell.columnId === focus.cell.columnId)?.rect ?? null
    }
    case 'emotion': {
      const lane = layout.lanes.find((box) => box.lane.id === focus.laneId)
      const step = layout.stages.flatMap(({ steps }) => steps).find((box) => box.step.id === focus.stepId)
      return lane && step ? { x: step.x, y: lane.y, width: step.width, height: lane.height } : null
    }
    case 'stage': {
      const box = layout.stages.find(({ stage }) => stage.id === focus.id)
      return box ? { x: box.x, y: 0, width: box.width, height: layout.stageHeader - layout.stepRow } : null
    }
    case 'step': {
      const box = layout.stages.flatMap(({ steps }) => steps).find(({ step }) => step.id === focus.id)
      return box ? { x: box.x, y: layout.stageHeader - layout.stepRow, width: box.width, height: layout.stepRow } : null
    }
    case 'lane': {
      const box = layout.lanes.find(({ lane }) => lane.id === focus.id)
      return box ? { x: 0, y: box.y, width: layout.laneHeader, height: box.height } : null
    }
  }
}

/** The box round everything that is selected, in board units of the unscrolled sheet. */
export function selectionRect(layout: Layout, selection: Selection): Rect | null {
  switch (selection.kind) {
    case 'none':
      return null
    case 'notes':
      return unite([...selection.ids].flatMap((id) => layout.notes.get(id)?.rect ?? []))
    case 'point': {
      const point = layout.points.get(selection.id)
      return point ? { x: point.x - 9, y: point.y - 9, width: 18, height: 18 } : null
    }
    default:
      return focusRect(layout, selection)
  }
}

function unite(rects: readonly Rect[]): Rect | null {
  if (rects.length === 0) return null
  const x = Math.min(...rects.map((rect) => rect.x))
  const y = Math.min(...rects.map((rect) => rect.y))
  const right = Math.max(...rects.map((rect) => rect.x + rect.width))
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height))
  return { x, y, width: right - x, height: bottom - y }
}
