import { labelRows, labelWidth, markIndent, signPlace } from '../layout/labelSigns'
import type { NoteBox } from '../layout/layout'
import { MOMENT, OWNER, SIGN, TOUCHPOINT } from '../layout/metrics'
import { SHOWN_PERSONAS } from '../layout/noteText'
import type { Note } from '../model/note'
import type { Persona } from '../model/persona'
import { diamondItem, iconItem, textItems, type Type } from './items'
import { markerItem } from './markers'
import { shownColor } from './noteColor'
import type { NoteDrawing } from './noteItems'
import { markItems } from './noteSigns'
import type { RectItem, SceneItem } from './scene'
import type { Theme } from './theme'

/** A touchpoint without an icon of its own. */
const PLAIN_TOUCHPOINT = 'route'

/** An icon on its tile, and the channel's name. */
export function drawTouchpoint(box: NoteBox, personas: readonly Persona[], theme: Theme): NoteDrawing {
  const { note, rect } = box
  const { tile, gap, line } = TOUCHPOINT
  const coloured = note.color !== undefined || note.mark !== 'none'
  const paint = coloured ? theme.notes[shownColor(note, undefined)] : { fill: theme.surface3, ink: theme.text2 }
  const label = labelOf(box, TOUCHPOINT, rect.width - tile - gap)
  const height = label.rows * line
  const top = height <= tile ? rect.y + (tile - height) / 2 : rect.y
  const square = { x: rect.x, y: rect.y, width: tile, height: tile }
  const icon = { x: rect.x + (tile - 17) / 2, y: rect.y + (tile - 17) / 2, size: 17 }
  const drawn = iconItem(note.icon ?? PLAIN_TOUCHPOINT, icon, { color: paint.ink, width: 1.8 })
  const background: RectItem = { type: 'rect', rect: square, radius: 8, fill: paint.fill }
  const ink = { text: theme.text, sign: theme.text2, ground: theme.surface }
  const { words, signs } = labelItems(box, label, { x: rect.x + tile + gap, top, type: TOUCHPOINT }, ink, { personas, theme })
  const plain = [background, ...(drawn.length > 0 ? drawn : iconItem(PLAIN_TOUCHPOINT, icon, { color: paint.ink, width: 1.8 })), ...words]
  return { ...near(plain, signs), far: [{ ...background, fill: coloured ? paint.fill : theme.line2 }] }
}

/** A gold diamond, and what the moment is. */
export function drawMoment(box: NoteBox, personas: readonly Persona[], theme: Theme): NoteDrawing {
  const { rect } = box
  const { indent, diamond, gap, line } = MOMENT
  const label = labelOf(box, MOMENT, rect.width - 2 * indent - diamond - gap)
  const top = rect.y + (rect.height - label.rows * line) / 2
  const x = rect.x + indent
  const shape = (size: number): SceneItem => diamondItem(x + diamond / 2, top + line / 2, size, theme.gold)
  const ink = { text: theme.text, sign: theme.text2, ground: theme.surface }
  const { words, signs } = labelItems(box, label, { x: x + diamond + gap, top, type: MOMENT }, ink, { personas, theme })
  return { ...near([shape(diamond), ...words], signs), far: [shape(diamond * 1.4)] }
}

/** A pill with a name. */
export function drawOwner(box: NoteBox, personas: readonly Persona[], theme: Theme): NoteDrawing {
  const { note, rect, content, lines } = box
  const { line, height, padX } = OWNER
  const coloured = note.color !== undefined ? theme.notes[note.color] : undefined
  const radius = height / 2
  const inset = { x: rect.x + 0.625, y: rect.y + 0.625, width: rect.width - 1.25, height: rect.height - 1.25 }
  const pill: SceneItem = {
    type: 'rect',
    rect: inset,
    radius: radius - 0.625,
    stroke: coloured?.edge ?? theme.line2,
    strokeWidth: 1.25,
    ...(coloured ? { fill: coloured.fill } : {}),
  }
  const label = labelOf(box, OWNER, rect.width - 2 * padX)
  const top = rect.y + (rect.height - label.rows * line) / 2
  const text = coloured?.ink ?? theme.text2
  const ink = { text, sign: text, ground: coloured?.fill ?? theme.surface }
  const wide = labelWidth(note, content, lines, OWNER, label.signs)
  // A name alone stands in the middle of its pill, line by line; with signs the whole of it does.
  const alone = label.indent === 0 && label.signs === null
  const x = rect.x + (alone ? rect.width / 2 : (rect.width - wide) / 2)
  const place = { x, top, type: OWNER, ...(alone ? { anchor: 'middle' as const } : {}) }
  const { words, signs } = labelItems(box, label, place, ink, { personas, theme })
  return { ...near([pill, ...words], signs), far: [{ type: 'rect', rect, radius, fill: coloured?.fill ?? theme.surface4 }] }
}

/** From far away the signs could not be told apart. */
function near(plain: readonly SceneItem[], signs: readonly SceneItem[]): Pick<NoteDrawing, 'items' | 'plain'> {
  return signs.length === 0 ? { items: plain } : { items: [...plain, ...signs], plain }
}

interface Label {
  readonly indent: number
  readonly rows: number
  readonly signs: ReturnType<typeof signPlace>
}

function labelOf({ note, content, lines }: NoteBox, type: Type, width: number): Label {
  const signs = signPlace(note, { content, lines, type, width })
  return { indent: markIndent(note, content), rows: labelRows(lines, signs), signs }
}

interface LabelPlace {
  readonly x: number
  readonly top: number
  readonly type: Type
  readonly anchor?: 'middle'
}

interface LabelInk {
  readonly text: string
  readonly sign: string
  /** What is behind the shapes of personas. */
  readonly ground: string
}

/** The mark's icon and the text, and the signs behind it. */
function labelItems(
  { note, lines }: NoteBox,
  label: Label,
  { x, top, type, anchor }: LabelPlace,
  ink: LabelInk,
  { personas, theme }: { readonly personas: readonly Persona[]; readonly theme: Theme },
): { readonly words: readonly SceneItem[]; readonly signs: readonly SceneItem[] } {
  const mark = label.indent > 0 ? markItems(note.mark, { x, y: top + (type.line - SIGN.mark) / 2, size: SIGN.mark }, ink.sign, theme) : []
  const look = { fill: ink.text, ...(anchor ? { anchor } : {}) }
  const words = [...mark, ...textItems(lines, { x, top, firstIndent: label.indent }, type, look)]
  if (!label.signs) return { words, signs: [] }
  const at = { x: x + label.signs.x, middle: top + label.signs.row * type.line + type.line / 2 }
  return { words, signs: signItems(note, at, ink, personas, theme) }
}

/** The shapes of the personas it is about. */
function signItems(
  note: Note,
  { x: left, middle }: { readonly x: number; readonly middle: number },
  ink: LabelInk,
  personas: readonly Persona[],
  theme: Theme,
): readonly SceneItem[] {
  const items: SceneItem[] = []
  let x = left
  for (const id of note.personaIds.slice(0, SHOWN_PERSONAS)) {
    const persona = personas.find((one) => one.id === id)
    if (persona) {
      const place = { x: x + SIGN.persona / 2, y: middle, size: SIGN.persona - 2 }
      items.push(markerItem(persona.marker, place, { fill: ink.ground, stroke: theme.personas[persona.color].line, width: 2.2 }))
    }
    x += SIGN.persona + SIGN.gap
  }
  return items
}
