import type { Rect } from '../../shared/layout/geometry'
import type { CellBox, Layout } from '../../shared/layout/layout'
import { noteRects } from '../../shared/layout/cellFlow'
import { BOARD, NOTE } from '../../shared/layout/metrics'
import { shownColor } from '../../shared/scene/noteColor'
import type { SceneItem } from '../../shared/scene/scene'
import { FAR_ZOOM, rectToScreen } from './camera'
import type { OverlayInput, OverlayPart } from './overlay'
import { laneBox } from './places'

/** Height of a slot in a cell without notes to measure by, and the least one, in world units. */
const LEAST_SLOT = 28

/** What answers the pointer before anything is pressed: a note's edge, the place for the next note. */
export function hoverItems({ frame, hover, colors }: OverlayInput): OverlayPart {
  const { ui, layout } = frame
  if (!hover || hover.pressed || ui.gesture.kind !== 'none' || ui.tool === 'hand') return {}
  const { target } = hover
  switch (target.kind) {
    case 'note': {
      const box = layout.notes.get(target.id)
      if (!box || box.content !== 'notes') return {}
      const edge = colors.noteEdge[shownColor(box.note, box.lane)]
      const rect = rectToScreen(ui.camera, box.rect)
      return { cells: [{ type: 'rect', rect, radius: NOTE_RADIUS * ui.camera.zoom, stroke: edge, strokeWidth: 1.5 }] }
    }
    case 'cell': {
      const cell = laneBox(layout, target.cell.laneId)?.cells.find(({ cell: { columnId } }) => columnId === target.cell.columnId)
      const slot = cell && ui.camera.zoom >= FAR_ZOOM ? nextSlot(layout, cell) : null
      return slot ? { cells: slotItems(rectToScreen(ui.camera, slot), colors.lineStrong) } : {}
    }
    default:
      return {}
  }
}

const NOTE_RADIUS = 9

/** Where the next note of a cell would be, as far as there is room for it now; board units. */
export function nextSlot(layout: Layout, cell: CellBox): Rect | null {
  const { rect } = cell
  const inset = Math.min(BOARD.padX, Math.max(0, (rect.width - NOTE.half) / 2))
  const left = rect.x + inset
  const right = rect.x + rect.width - inset
  const rects = noteRects(layout, cell)
  const last = rects.at(-1)
  if (!last) return { x: left, y: rect.y + BOARD.padY, width: right - left, height: rect.height - 2 * BOARD.padY }
  const beside = last.x + last.width + BOARD.gap
  if (beside + NOTE.half <= right + 1) return { x: beside, y: last.y, width: Math.min(NOTE.half, right - beside), height: last.height }
  const below = last.y + last.height + BOARD.gap
  const room = rect.y + rect.height - BOARD.padY - below
  return room >= LEAST_SLOT ? { x: left, y: below, width: Math.min(NOTE.half, right - left), height: room } : null
}

function slotItems(rect: Rect, color: string): readonly SceneItem[] {
  const x = rect.x + rect.width / 2
  const y = rect.y + rect.height / 2
  const arm = Math.min(7, rect.height / 4)
  return [
    { type: 'rect', rect, radius: 8, stroke: color, strokeWidth: 1.25, dash: [4, 4], opacity: 0.55 },
    { type: 'path', d: `M${x - arm} ${y}H${x + arm}M${x} ${y - arm}V${y + arm}`, stroke: color, strokeWidth: 1.75, cap: 'round' },
  ]
}
