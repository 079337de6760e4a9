import type { Rect } from '../../shared/layout/geometry'
import type { NoteId } from '../../shared/model/note'
import type { SceneItem, SceneNode } from '../../shared/scene/scene'
import type { Gesture } from '../state/uiState'
import type { BoardFrame } from './boardFrame'
import { rectToScreen, toScreen } from './camera'
import { laneHeaderToScreen, stageHeaderToScreen } from './pinned'
import type { Ghost, OverlayInput, OverlayPart } from './overlay'
import type { OverlayColors } from './overlayColors'
import { cellRect, grow, laneHeaderRect, stageBox, stepBox } from './places'

type DragNotes = Extract<Gesture, { kind: 'dragNotes' }>
type DragHeader = Extract<Gesture, { kind: 'dragHeader' }>

const NOTE_RADIUS = 9
/** So many notes of a handful are drawn; the rest is in the number beside them. */
const MOST_GHOSTS = 40
/** What is left of a note at its old place (DESIGN 5): 40 %, so 60 % of the sheet over it. */
const SOURCE_VEIL = 0.6

/** A gesture in progress: frame of a marquee, notes in the hand and where they would land, a header on its way. */
export function dragItems({ frame, colors }: OverlayInput): OverlayPart {
  const { gesture } = frame.ui
  switch (gesture.kind) {
    case 'marquee':
      return { cells: marquee(frame, gesture, colors) }
    case 'dragNotes':
      return { cells: [...sources(frame, gesture, colors), ...dropPlace(frame, gesture, colors)], ghosts: ghosts(frame, gesture) }
    case 'dragHeader':
      return { free: header(frame, gesture, colors) }
    default:
      return {}
  }
}

function marquee(frame: BoardFrame, { from, to }: Extract<Gesture, { kind: 'marquee' }>, { accent }: OverlayColors): readonly SceneItem[] {
  const a = toScreen(frame.ui.camera, from)
  const b = toScreen(frame.ui.camera, to)
  const rect = { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) }
  return [
    { type: 'rect', rect, radius: 3, fill: accent, opacity: 0.1 },
    { type: 'rect', rect, radius: 3, stroke: accent, strokeWidth: 1.5 },
  ]
}

function sources({ layout, ui }: BoardFrame, { ids, copying }: DragNotes, { surface }: OverlayColors): readonly SceneItem[] {
  if (copying) return []
  return ids.flatMap((id): SceneItem[] => {
    const box = layout.notes.get(id)
    if (!box) return []
    const rect = grow(rectToScreen(ui.camera, box.rect), 1)
    return [{ type: 'rect', rect, radius: NOTE_RADIUS * ui.camera.zoom, fill: surface, opacity: SOURCE_VEIL }]
  })
}

function dropPlace(frame: BoardFrame, { drop }: DragNotes, { accent, accentSoft }: OverlayColors): readonly SceneItem[] {
  if (!drop) return []
  const cell = cellRect(frame, drop.cell)
  if (!cell) return []
  const rect = grow(cell, -3)
  const bar = drop.bar && rectToScreen(frame.ui.camera, drop.bar)
  return [
    { type: 'rect', rect, radius: 8, fill: accentSoft, opacity: drop.bar ? 0.45 : 1 },
    { type: 'rect', rect, radius: 8, stroke: accent, strokeWidth: 2, dash: [6, 5] },
    ...(bar ? [barItem(bar, accent)] : []),
  ]
}

/** The bar keeps its 3 px however far away the board is. */
function barItem(bar: Rect, accent: string): SceneItem {
  const upright = bar.height > bar.width
  const rect = upright
    ? { x: bar.x + bar.width / 2 - 1.5, y: bar.y, width: 3, height: bar.height }
    : { x: bar.x, y: bar.y + bar.height / 2 - 1.5, width: bar.width, height: 3 }
  return { type: 'rect', rect, radius: 1.5, fill: accent }
}

function ghosts({ scene }: BoardFrame, { ids, grabbed, offset }: DragNotes): readonly Ghost[] {
  const moving: ReadonlySet<NoteId> = new Set(ids)
  const inHand = scene.nodes.filter((node) => node.part === 'notes' && moving.has(noteIdOf(node)))
  // The one that was taken hold of lies on top.
  const sorted = [
    ...inHand.filter((node) => noteIdOf(node) !== grabbed).slice(0, MOST_GHOSTS),
    ...inHand.filter((node) => noteIdOf(node) === grabbed),
  ]
  return sorted.map((node) => ({ node, offset }))
}

function noteIdOf(node: SceneNode): NoteId {
  return node.key.slice(node.key.indexOf('note_')) as NoteId
}

function header(frame: BoardFrame, { header: moving, bar }: DragHeader, { accent, accentSoft }: OverlayColors): readonly SceneItem[] {
  const { camera } = frame.ui
  const lifted = liftedRect(frame, moving)
  const place =
    bar && (moving.kind === 'lane' ? laneHeaderToScreen(camera, frame.pinned, bar) : stageHeaderToScreen(camera, frame.pinned, bar))
  const seen = place && clipBar(frame, place, moving.kind)
  return [
    ...(lifted ? ([{ type: 'rect', rect: lifted, radius: 8, fill: accentSoft, opacity: 0.6 }] as const) : []),
    ...(seen ? [barItem(seen, accent)] : []),
  ]
}

/** The whole column or row that is on its way. */
function liftedRect(frame: BoardFrame, moving: DragHeader['header']): Rect | null {
  const { pinned, ui, layout } = frame
  if (moving.kind === 'lane') {
    const rect = laneHeaderRect(frame, moving.id)
    return rect && { ...rect, width: pinned.sheet.width }
  }
  const box = moving.kind === 'stage' ? stageBox(layout, moving.id) : stepBox(layout, moving.id)
  if (!box) return null
  const { x } = toScreen(ui.camera, { x: box.x, y: 0 })
  return { x, y: pinned.y, width: box.width * ui.camera.zoom, height: pinned.sheet.height }
}

/** A bar never reaches out of what is seen of the sheet. */
function clipBar({ pinned: { sheet, cells } }: BoardFrame, bar: Rect, kind: DragHeader['header']['kind']): Rect | null {
  if (kind === 'lane') {
    const inside = bar.y >= cells.y - 2 && bar.y <= cells.y + cells.height
    return inside ? { x: sheet.x, y: bar.y, width: sheet.width, height: bar.height } : null
  }
  const inside = bar.x >= cells.x - 2 && bar.x <= cells.x + cells.width
  return inside ? { x: bar.x, y: sheet.y, width: bar.width, height: sheet.height } : null
}
