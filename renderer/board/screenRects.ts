import { intersects, type Point, type Rect } from '../../shared/layout/geometry'
import type { Layout } from '../../shared/layout/layout'
import type { UiState } from '../state/uiState'
import { freeInsets, rectToScreen, SHEET_INSETS, toScreen, type Size } from './camera'
import { pinnedFrame } from './pinned'
import { clipTo, laneHeaderRect, stageHeaderRect, stepHeaderRect, union, type Frame } from './places'

/** Half of what a point of the curve takes on screen. */
const POINT_REACH = 22
/** Screen px between the context toolbar and what it belongs to (DESIGN 5). */
const TOOLBAR_GAP = 12

/**
 * What the selection covers on screen, in CSS px of the board's area; null where nothing is selected, or none of it
 * is in sight.
 */
export function selectionRect(ui: UiState, layout: Layout): Rect | null {
  const pinned = pinnedFrame(ui.camera, layout, ui.view, SHEET_INSETS)
  const frame: Frame = { ui, layout, pinned }
  const { selection } = ui
  switch (selection.kind) {
    case 'none':
      return null
    case 'notes':
      return union(
        [...selection.ids].flatMap((id) => {
          const box = layout.notes.get(id)
          const seen = box ? clipTo(rectToScreen(ui.camera, box.rect), pinned.cells) : null
          return seen ? [seen] : []
        }),
      )
    case 'point': {
      const box = layout.points.get(selection.id)
      if (!box) return null
      const { x, y } = toScreen(ui.camera, box)
      return clipTo({ x: x - POINT_REACH, y: y - POINT_REACH, width: POINT_REACH * 2, height: POINT_REACH * 2 }, pinned.cells)
    }
    case 'stage':
      return inSight(stageHeaderRect(frame, selection.id), pinned.sheet)
    case 'step':
      return inSight(stepHeaderRect(frame, selection.id), pinned.sheet)
    case 'lane':
      return inSight(laneHeaderRect(frame, selection.id), pinned.sheet)
  }
}

function inSight(rect: Rect | null, window: Rect): Rect | null {
  return rect ? clipTo(rect, window) : null
}

/** What of the curves a toolbar must not cover, in CSS px of the board's area: their points and labels. */
function curveRects({ camera }: UiState, layout: Layout): readonly Rect[] {
  return [...layout.points.values()].flatMap((box) => {
    const { x, y } = toScreen(camera, box)
    const reach = POINT_REACH / 2
    const point = { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach }
    return box.label ? [point, rectToScreen(camera, box.label.rect)] : [point]
  })
}

/** Screen px that the value of a point takes over the point. */
const VALUE_BUBBLE = 22

/**
 * Where the context toolbar goes for what is selected, by its top left corner; null where nothing of that is in sight,
 * because it lies beneath an open panel, or there is no room beside the panel.
 */
export function toolbarSpot(ui: UiState, layout: Layout, toolbar: Size): Point | null {
  const margin = SHEET_INSETS.right
  const free = ui.panel === null ? ui.view : { ...ui.view, width: ui.view.width - freeInsets(ui).right + margin }
  const selected = selectionRect(ui, layout)
  const seen = selected && clipTo(selected, { x: 0, y: 0, ...free })
  if (!seen || (ui.panel !== null && toolbar.width > free.width - SHEET_INSETS.left - margin)) return null
  // The board shows a point's value in a bubble over it.
  const bubble = ui.selection.kind === 'point' ? VALUE_BUBBLE : 0
  const rect = { ...seen, y: seen.y - bubble, height: seen.height + bubble }
  return toolbarPlace(rect, toolbar, free, curveRects(ui, layout))
}

/**
 * The top left corner of the context toolbar: centred 12 px above the selection, below it where there is no room
 * above or where it would cover something to keep clear of, and always inside the view.
 */
export function toolbarPlace(selection: Rect, toolbar: Size, view: Size, clearOf: readonly Rect[] = []): Point {
  const margin = SHEET_INSETS.top
  const above = selection.y - TOOLBAR_GAP - toolbar.height
  const below = selection.y + selection.height + TOOLBAR_GAP
  const centred = selection.x + selection.width / 2 - toolbar.width / 2
  const x = Math.max(SHEET_INSETS.left, Math.min(centred, view.width - toolbar.width - margin))
  const covers = (y: number): boolean => clearOf.some((rect) => intersects(rect, { x, y, ...toolbar }))
  const fits = [above, below].filter((y) => y >= margin && y + toolbar.height <= view.height - margin)
  return { x, y: fits.find((y) => !covers(y)) ?? fits[0] ?? margin }
}
