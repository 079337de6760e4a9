import { paintItems } from '../../shared/scene/paint'
import type { Scene } from '../../shared/scene/scene'
import type { Rect } from '../../shared/layout/geometry'
import type { Layout } from '../../shared/layout/layout'
import type { UiState } from '../state/uiState'
import { SHEET_INSETS, toBoard, type Size } from './camera'
import { pinnedFrame } from './pinned'

/** CSS px (DESIGN 3). */
const WIDTH = 118
/** As high as the room that a fitted map leaves at the bottom. */
const LOW = 60
/** A sheet taller than wide lies in the middle when it is fitted, so its picture may rise beside it. */
const TALL = 110

/** Size of the picture of a sheet, and how many px of it a world unit is. */
export function minimapSize(sheet: Size): Size & { readonly scale: number } {
  const highest = sheet.height > sheet.width ? TALL : LOW
  const scale = Math.min(WIDTH / Math.max(1, sheet.width), highest / Math.max(1, sheet.height))
  return { width: Math.max(24, Math.round(sheet.width * scale)), height: Math.max(16, Math.round(sheet.height * scale)), scale }
}

/** Draw the whole sheet, small: bars for notes, as at far-away zoom. */
export function drawMinimap(canvas: HTMLCanvasElement, scene: Scene, ground: string, pixelRatio: number): void {
  const { width, height, scale } = minimapSize(scene)
  canvas.width = Math.round(width * pixelRatio)
  canvas.height = Math.round(height * pixelRatio)
  const context = canvas.getContext('2d')
  if (!context) return
  context.setTransform(scale * pixelRatio, 0, 0, scale * pixelRatio, 0, 0)
  context.fillStyle = ground
  context.fillRect(0, 0, scene.width, scene.height)
  for (const node of scene.nodes)
    paintItems(
      context,
      (node.far ?? node.items).filter(({ type }) => type !== 'text'),
    )
}

/** What of the sheet is in sight, in world units. */
export function seenOfSheet({ camera, view }: UiState, layout: Layout): Rect {
  const { sheet } = pinnedFrame(camera, layout, view, SHEET_INSETS)
  const from = toBoard(camera, sheet)
  const to = toBoard(camera, { x: sheet.x + sheet.width, y: sheet.y + sheet.height })
  const x = Math.max(0, Math.min(from.x, layout.width))
  const y = Math.max(0, Math.min(from.y, layout.height))
  return { x, y, width: Math.max(0, Math.min(to.x, layout.width) - x), height: Math.max(0, Math.min(to.y, layout.height) - y) }
}
