import type { Rect } from '../../shared/layout/geometry'
import type { CellBox, Layout, NoteBox } from '../../shared/layout/layout'
import { noteRects } from '../../shared/layout/cellFlow'
import { BOARD, NOTE, OWNER } from '../../shared/layout/metrics'
import { shownColor } from '../../shared/scene/noteColor'
import type { SceneItem } from '../../shared/scene/scene'
import type { Camera } from '../state/uiState'
import type { BoardFrame } from './boardFrame'
import { FAR_ZOOM, rectToScreen } from './camera'
import { overlayWindows, type OverlayInput, type OverlayPart } from './overlay'
import type { OverlayColors } from './overlayColors'
import { clipTo, grow, laneBox, laneHeaderRect, stageHeaderRect, stepHeaderRect } from './places'

/** Height of a slot in a cell without notes to measure by, and the least one, in world units. */
const LEAST_SLOT = 28

/** What answers the pointer before anything is pressed: an edge round a note, the place for the next one, a grip on a header. */
export function hoverItems({ frame, hover, readOnly, colors }: OverlayInput): OverlayPart {
  const { ui, layout } = frame
  if (!hover || hover.pressed || ui.gesture.kind !== 'none' || ui.tool === 'hand') return {}
  const { target } = hover
  switch (target.kind) {
    case 'note': {
      const box = layout.notes.get(target.id)
      return box ? { cells: [noteEdge(box, ui.camera, colors)] } : {}
    }
    case 'cell': {
      const cell = laneBox(layout, target.cell.laneId)?.cells.find(({ cell: { columnId } }) => columnId === target.cell.columnId)
      const slot = cell && ui.camera.zoom >= FAR_ZOOM ? nextSlot(layout, cell) : null
      return slot ? { cells: slotItems(rectToScreen(ui.camera, slot), colors.lineStrong) } : {}
    }
    case 'stageHeader':
      return { stageHeader: headerHover(frame, 'stageHeader', stageHeaderRect(frame, target.id), { colors, readOnly }) }
    case 'stepHeader':
      return { stageHeader: headerHover(frame, 'stageHeader', stepHeaderRect(frame, target.id), { colors, readOnly }) }
    case 'laneHeader':
      return { laneHeader: headerHover(frame, 'laneHeader', laneHeaderRect(frame, target.id), { colors, readOnly }) }
    default:
      return {}
  }
}

const NOTE_RADIUS = 9

/** A sticky has its edge on the paper; what has no paper gets one round it, an owner's along its pill. */
function noteEdge({ note, lane, content, rect }: NoteBox, camera: Camera, colors: OverlayColors): SceneItem {
  const on = rectToScreen(camera, rect)
  if (content === 'notes') {
    return { type: 'rect', rect: on, radius: NOTE_RADIUS * camera.zoom, stroke: colors.noteEdge[shownColor(note, lane)], strokeWidth: 1.5 }
  }
  const around = content === 'owners' ? on : grow(on, 3)
  const radius = content === 'owners' ? (OWNER.height / 2) * camera.zoom : 8
  return { type: 'rect', rect: around, radius, stroke: colors.lineStrong, strokeWidth: 1.5 }
}

/** Screen px: the dots of a grip, how far they are apart, and their place from the left edge. */
const GRIP = { dot: 1.35, pitch: 4.5, left: 9 } as const

/** A header under the pointer: a faint ground, and left of its name the grip by which it is taken. */
function headerHover(
  frame: BoardFrame,
  part: 'stageHeader' | 'laneHeader',
  rect: Rect | null,
  { colors, readOnly }: Pick<OverlayInput, 'colors' | 'readOnly'>,
): readonly SceneItem[] {
  // The middle of what is seen of it: a lane may be higher than the window.
  const seen = rect && clipTo(rect, overlayWindows(frame)[part])
  if (!seen || !rect) return []
  const { camera } = frame.ui
  const ground: SceneItem = { type: 'rect', rect: grow(seen, -3), radius: 6, fill: colors.lineStrong, opacity: 0.12 }
  // From far away names begin at the very edge and leave no room for it.
  if (readOnly || camera.zoom < FAR_ZOOM) return [ground]
  const scale = Math.min(1, Math.max(0.6, camera.zoom))
  const x = rect.x + GRIP.left * Math.min(1, camera.zoom)
  const y = seen.y + seen.height / 2
  const dots = [-1, 0, 1].flatMap((row) =>
    [-0.5, 0.5].map((side) => dotPath(x + side * GRIP.pitch * scale, y + row * GRIP.pitch * scale, GRIP.dot * scale)),
  )
  return [ground, { type: 'path', d: dots.join(''), fill: colors.lineStrong }]
}

function dotPath(x: number, y: number, r: number): string {
  return `M${x - r} ${y}A${r} ${r} 0 1 0 ${x + r} ${y}A${r} ${r} 0 1 0 ${x - r} ${y}Z`
}

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
  const below = Math.max(...rects.map(({ y, height }) => y + height)) + BOARD.gap
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
