import type { Rect } from '../../shared/layout/geometry'
import type { LaneBox, Layout, NoteBox } from '../../shared/layout/layout'
import { BOARD, CURVE_LABEL, HEADING, MOMENT, NOTE, OWNER, TOUCHPOINT } from '../../shared/layout/metrics'
import { markIndent } from '../../shared/layout/labelSigns'
import { hasMarkIcon } from '../../shared/layout/noteText'
import { laneKindInfo } from '../../shared/model/laneKinds'
import { baselineIn } from '../../shared/scene/items'
import type { Theme } from '../../shared/scene/theme'
import type { PathItem, RectItem, Scene, SceneNode, TextItem } from '../../shared/scene/scene'
import type { Editing } from '../state/uiState'
import type { BoardFrame } from './boardFrame'
import { rectToScreen, toScreen } from './camera'
import { nextSlot } from './overlayHover'
import { laneHeaderToScreen, stageHeaderToScreen } from './pinned'
import { slid } from './slide'
import { cellBox, laneBox, stageBox, stepBox } from './places'

/** A field that lies over the board; the map's title is in the title bar. */
export type BoardEditing = Exclude<Editing, { kind: 'none' | 'mapTitle' }>

/** How a field's text is set, so that it lies on the drawn one. World units, as is the field's own size. */
export interface FieldStyle {
  readonly size: number
  readonly line: number
  readonly weight: 500 | 600
  readonly padX: number
  readonly padY: number
  /** What the first line leaves free for an icon. */
  readonly indent: number
  readonly align: 'left' | 'center'
  readonly color: string
  readonly background: string
  readonly radius: number
}

export interface FieldPlace {
  /** Screen px of the field's top left corner in the board's area. */
  readonly x: number
  readonly y: number
  readonly width: number
  /** At least so high; it grows with its text. */
  readonly height: number
  /** Screen px a world unit. */
  readonly scale: number
  readonly style: FieldStyle
  /** What the first line makes room for. */
  readonly sign?: FieldSign
}

/** The drawing before a note's text, which the field would hide. */
export interface FieldSign {
  readonly items: readonly PathItem[]
  /** The place of the field's top left corner in the items' own units. */
  readonly origin: { readonly x: number; readonly y: number }
}

/** A field smaller than this could not be read; it is then larger than what it lies over. */
const LEAST_SCALE = 0.7
/** How far the frame of a name's field stands out from its letters. */
const NAME_PAD = 6

export interface FieldLook {
  readonly theme: Theme
  /** Whether a note that is not written yet will look like a hypothesis. */
  readonly hypotheses: boolean
}

/** Where the open field is and how it looks; null when what it writes is not on the board any more. */
export function fieldPlace(frame: BoardFrame, editing: BoardEditing, { theme, hypotheses }: FieldLook): FieldPlace | null {
  switch (editing.kind) {
    case 'note':
    case 'newNote':
      return notePlace(frame, editing, theme, hypotheses ? theme.hypotheses : theme.notes)
    case 'point':
      return pointPlace(frame, editing.id, theme)
    case 'stage':
      return stagePlace(frame, editing, theme)
    case 'step':
      return stepPlace(frame, editing.id, theme)
    case 'lane':
      return lanePlace(frame, editing.id, theme)
  }
}

function notePlace(
  frame: BoardFrame,
  editing: Extract<BoardEditing, { kind: 'note' | 'newNote' }>,
  theme: Theme,
  paints: Theme['notes'],
): FieldPlace | null {
  const { layout, ui } = frame
  const scale = Math.max(LEAST_SCALE, ui.camera.zoom)
  const box = layout.notes.get(editing.id)
  if (box) {
    const { x, y } = toScreen(ui.camera, box.rect)
    const style = noteStyle(box.content, drawnPaint(frame, box) ?? newPaint(box.lane, paints), theme)
    const indent = style.indent + indentOfMark(box)
    const sign = indent > 0 ? { sign: { items: drawnSign(frame, box), origin: { x: box.rect.x, y: box.rect.y } } } : {}
    return { x, y, width: box.rect.width, height: box.rect.height, scale, style: { ...style, indent }, ...sign }
  }
  if (editing.kind === 'note') return null
  const lane = laneBox(layout, editing.cell.laneId)
  const rect = lane && newNoteRect(layout, lane, editing)
  if (!lane || !rect) return null
  const { content } = laneKindInfo(lane.lane.kind)
  if (content === 'curve' || content === 'separator') return null
  const { x, y } = toScreen(ui.camera, rect)
  return {
    x,
    y,
    width: rect.width,
    height: rect.height,
    scale,
    style: noteStyle(content, newPaint(lane.lane, paints), theme),
  }
}

function indentOfMark({ note, content }: NoteBox): number {
  if (content !== 'notes') return markIndent(note, content)
  return hasMarkIcon(note.mark) ? NOTE.iconIndent : 0
}

/** Where a note that is not written yet opens: where there is room, else over the end of its cell. */
function newNoteRect(layout: Layout, lane: LaneBox, { cell, index }: Extract<BoardEditing, { kind: 'newNote' }>): Rect | null {
  const box = cellBox(layout, cell)
  if (!box) return null
  const rects = box.notes.flatMap((id) => layout.notes.get(id)?.rect ?? [])
  const slot = index >= rects.length ? nextSlot(layout, box) : null
  if (slot) return slot
  const beside = rects[Math.min(index, rects.length - 1)]
  if (!beside) return null
  // The only note of a wide cell makes room as soon as there is a second one.
  if (rects.length === 1 && beside.width >= 2 * NOTE.half + BOARD.gap) {
    return { ...beside, width: NOTE.half, x: index === 0 ? beside.x : beside.x + NOTE.half + BOARD.gap }
  }
  const least = laneKindInfo(lane.lane.kind).height - 2 * BOARD.padY
  const y = index >= rects.length ? beside.y + beside.height + BOARD.gap : beside.y
  return { x: index >= rects.length ? (rects[0]?.x ?? beside.x) : beside.x, y, width: Math.min(NOTE.half, beside.width), height: least }
}

interface Paint {
  readonly fill: string
  readonly ink: string
}

/** The colours the scene gave the note; whatever rule they follow, the field cannot differ. */
function drawnPaint({ scene }: BoardFrame, box: NoteBox): Paint | null {
  const node = noteNode(scene, box)
  const fill = node?.items.find((item): item is RectItem => item.type === 'rect' && typeof item.fill === 'string')?.fill
  const ink = node?.items.find((item): item is TextItem => item.type === 'text')?.fill
  return typeof fill === 'string' && ink !== undefined ? { fill, ink } : null
}

/** A mark, a touchpoint's icon or a diamond: all that is drawn with a pen before the first letter. */
function drawnSign({ scene }: BoardFrame, box: NoteBox): readonly PathItem[] {
  const items = noteNode(scene, box)?.items ?? []
  const firstText = items.findIndex(({ type }) => type === 'text')
  return items.slice(0, Math.max(0, firstText)).filter((item) => item.type === 'path')
}

function noteNode({ nodes }: Scene, box: NoteBox): SceneNode | undefined {
  return nodes.find((candidate) => candidate.part === 'notes' && candidate.key.includes(box.note.id))
}

function newPaint({ kind, color }: LaneBox['lane'], paints: Theme['notes']): Paint {
  return paints[color ?? laneKindInfo(kind).color]
}

function noteStyle(content: NoteBox['content'], paint: Paint, theme: Theme): FieldStyle {
  const plain = { indent: 0, align: 'left', color: theme.text, background: theme.surface, radius: 8 } as const
  switch (content) {
    case 'notes': {
      const { size, line, padX, padY } = NOTE
      return { ...plain, size, line, weight: 500, padX, padY, color: paint.ink, background: paint.fill, radius: 9 }
    }
    case 'touchpoints': {
      const { size, line, tile, gap } = TOUCHPOINT
      return { ...plain, size, line, weight: 500, padX: 4, padY: (tile - line) / 2, indent: tile + gap - 4 }
    }
    case 'moments': {
      const { size, line, padY, indent, diamond, gap } = MOMENT
      return { ...plain, size, line, weight: 600, padX: indent, padY, indent: diamond + gap }
    }
    case 'owners': {
      const { size, line, padX, height } = OWNER
      return { ...plain, size, line, weight: 500, padX, padY: (height - line) / 2, color: theme.text2, radius: height / 2 }
    }
  }
}

function nameStyle(text: { readonly size: number; readonly line: number; readonly weight: 500 | 600 }, theme: Theme): FieldStyle {
  const { size, line, weight } = text
  return { size, line, weight, padX: NAME_PAD, padY: 3, indent: 0, align: 'left', color: theme.text, background: theme.surface, radius: 6 }
}

/** A field whose letters start where the name's do. */
function nameField(at: Rect, width: number, scale: number, style: FieldStyle): FieldPlace {
  return {
    x: at.x - style.padX * scale,
    y: at.y - style.padY * scale,
    width: width + 2 * style.padX,
    height: style.line + 2 * style.padY,
    scale,
    style,
  }
}

function stagePlace(frame: BoardFrame, { id, field }: Extract<BoardEditing, { kind: 'stage' }>, theme: Theme): FieldPlace | null {
  const { layout, ui, pinned } = frame
  const box = stageBox(layout, id)
  if (!box) return null
  const { stage, duration, indent } = HEADING
  const text = field === 'title' ? stage : duration
  const texts = textsOf(frame, 'stageHeader', id)
  const drawn = texts.filter(({ size }) => size === text.size)
  const title = texts.filter(({ size }) => size === stage.size).at(-1)
  const underTitle = title ? lineTop(title, stage) + stage.line : stage.top + stage.line
  const y = drawn[0] ? lineTop(drawn[0], text) : field === 'title' ? stage.top : underTitle
  const at = stageHeaderToScreen(ui.camera, pinned, { x: box.x + indent, y, width: 0, height: 0 })
  return nameField(at, box.width - indent - BOARD.padX, Math.max(LEAST_SCALE, ui.camera.zoom), nameStyle(text, theme))
}

function stepPlace(frame: BoardFrame, id: Extract<BoardEditing, { kind: 'step' }>['id'], theme: Theme): FieldPlace | null {
  const { layout, ui, pinned } = frame
  const box = stepBox(layout, id)
  if (!box || layout.stepRow === 0) return null
  const { step, indent } = HEADING
  const y = layout.stageHeader - layout.stepRow + step.padY
  const at = stageHeaderToScreen(ui.camera, pinned, { x: box.x + indent, y, width: 0, height: 0 })
  return nameField(at, box.width - indent - 4, Math.max(LEAST_SCALE, ui.camera.zoom), nameStyle(step, theme))
}

function lanePlace(frame: BoardFrame, id: Extract<BoardEditing, { kind: 'lane' }>['id'], theme: Theme): FieldPlace | null {
  const { layout, ui, pinned } = frame
  const box = laneBox(layout, id)
  if (!box) return null
  const { lane } = HEADING
  const first = textsOf(frame, 'laneHeader', id).sort((a, b) => a.baseline - b.baseline)[0]
  const y = first ? lineTop(first, lane) : box.y + 14
  const at = laneHeaderToScreen(ui.camera, pinned, { x: first?.x ?? lane.x, y, width: 0, height: 0 })
  const width = layout.laneHeader - (first?.x ?? lane.x) - lane.right
  return nameField(at, width, Math.max(LEAST_SCALE, ui.camera.zoom), nameStyle(lane, theme))
}

/** Top of the line box that a drawn line of text stands in. */
function lineTop(drawn: TextItem, type: { readonly size: number; readonly line: number }): number {
  return drawn.baseline - baselineIn(0, type)
}

function textsOf(frame: BoardFrame, part: SceneNode['part'], id: string): TextItem[] {
  const node = frame.scene.nodes.find((candidate) => candidate.part === part && candidate.key.includes(id))
  return node ? slid(frame, node).items.filter((item): item is TextItem => item.type === 'text') : []
}

function pointPlace(frame: BoardFrame, id: Extract<BoardEditing, { kind: 'point' }>['id'], theme: Theme): FieldPlace | null {
  const { layout, ui } = frame
  const box = layout.points.get(id)
  if (!box) return null
  const scale = Math.max(LEAST_SCALE, ui.camera.zoom)
  const style: FieldStyle = { ...nameStyle(CURVE_LABEL, theme), align: 'center' }
  const width = CURVE_LABEL.maxWidth
  const height = style.line + 2 * style.padY
  const at = toScreen(ui.camera, box)
  const label = box.label && rectToScreen(ui.camera, box.label.rect)
  const x = label ? label.x + label.width / 2 : at.x
  const y = label ? label.y - style.padY * scale : at.y + (box.critical ? 26 : 16) * ui.camera.zoom
  return { x: x - (width / 2) * scale, y, width, height, scale, style }
}
