import type { NoteBox } from '../layout/layout'
import { MOMENT, NOTE, OWNER, TOUCHPOINT } from '../layout/metrics'
import { hasMarkIcon, SHOWN_PERSONAS } from '../layout/noteText'
import type { Note, NoteMark } from '../model/note'
import type { Persona } from '../model/persona'
import { diamondItem, iconItem, textItems } from './items'
import { markerItem } from './markers'
import { shownColor } from './noteColor'
import type { RectItem, SceneItem } from './scene'
import type { NotePaint, Theme } from './theme'

/** The drawing of a note, by what its lane holds. */
export interface NoteDrawing {
  readonly items: readonly SceneItem[]
  /** Without badges; absent where there are none. */
  readonly plain?: readonly SceneItem[]
  readonly far: readonly SceneItem[]
}

/** Icon of each mark; the moment of truth has a shape of its own. */
const MARK_ICONS: Readonly<Record<Exclude<NoteMark, 'none' | 'momentOfTruth'>, { readonly name: string; readonly width: number }>> = {
  pain: { name: 'zap', width: 2.1 },
  success: { name: 'sparkles', width: 2 },
  barrier: { name: 'construction', width: 2 },
  question: { name: 'circle-question-mark', width: 2.1 },
  idea: { name: 'lightbulb', width: 2.1 },
}

/** A touchpoint without an icon of its own. */
const PLAIN_TOUCHPOINT = 'route'

export function drawNote(box: NoteBox, personas: readonly Persona[], theme: Theme): NoteDrawing {
  switch (box.content) {
    case 'notes':
      return drawSticky(box, personas, theme)
    case 'touchpoints':
      return drawTouchpoint(box, theme)
    case 'moments':
      return drawMoment(box, theme)
    case 'owners':
      return drawOwner(box, theme)
  }
}

function drawSticky(box: NoteBox, personas: readonly Persona[], theme: Theme): NoteDrawing {
  const { note, lane, rect, lines } = box
  const color = shownColor(note, lane)
  const proved = note.proof === 'validated'
  const paint = proved ? theme.notes[color] : theme.hypotheses[color]
  const sheet: SceneItem = proved
    ? { type: 'rect', rect, radius: 9, fill: paint.fill, shadow: 'note', shadowColor: theme.noteShadow }
    : { type: 'rect', rect, radius: 9, fill: paint.fill }
  const plain: SceneItem[] = [sheet]
  if (note.proof === 'hypothesis') plain.push(dashedEdge(box, paint.edge))
  plain.push(...markItems(note.mark, rect.x + NOTE.padX, rect.y + NOTE.padY + 2.5, paint, theme))
  plain.push(
    ...textItems(
      lines,
      { x: rect.x + NOTE.padX, top: rect.y + NOTE.padY, firstIndent: hasMarkIcon(note.mark) ? NOTE.iconIndent : 0 },
      NOTE,
      note.proof === 'refuted' ? { fill: paint.ink, strike: true } : { fill: paint.ink },
    ),
  )
  const items = [...plain, ...badgeItems(box, personas, paint, theme)]
  return { items, plain, far: [{ type: 'rect', rect, radius: 9, fill: proved ? paint.edge : theme.hypotheses[color].fill }] }
}

function dashedEdge({ rect }: NoteBox, stroke: string): SceneItem {
  const inset = { x: rect.x + 0.8, y: rect.y + 0.8, width: rect.width - 1.6, height: rect.height - 1.6 }
  return { type: 'rect', rect: inset, radius: 8.2, stroke, strokeWidth: 1.6, dash: [4.2, 3.4] }
}

function markItems(mark: NoteMark, x: number, y: number, paint: NotePaint, theme: Theme): readonly SceneItem[] {
  if (mark === 'none') return []
  if (mark === 'momentOfTruth') return [diamondItem(x + 8, y + 8, 18, theme.gold)]
  const { name, width } = MARK_ICONS[mark]
  return iconItem(name, { x, y, size: 16 }, { color: paint.ink, width })
}

/** At the bottom right: how sure we are, and left of it the shapes of the personas it is about. */
function badgeItems({ note, rect }: NoteBox, personas: readonly Persona[], paint: NotePaint, theme: Theme): readonly SceneItem[] {
  const right = rect.x + rect.width - NOTE.badgeInset
  const middle = rect.y + rect.height - NOTE.badgeInset - NOTE.badge / 2
  const items: SceneItem[] = [...proofItems(note, right, middle, paint)]
  let x = right - NOTE.badge - NOTE.badgeGap - NOTE.personaMark / 2
  for (const id of note.personaIds.slice(0, SHOWN_PERSONAS)) {
    const persona = personas.find((one) => one.id === id)
    if (!persona) continue
    items.push(
      markerItem(
        persona.marker,
        { x, y: middle, size: NOTE.personaMark - 2 },
        { fill: paint.fill, stroke: theme.personas[persona.color].line, width: 2.4 },
      ),
    )
    x -= NOTE.personaMark + NOTE.badgeGap
  }
  return items
}

function proofItems(note: Note, right: number, middle: number, paint: NotePaint): readonly SceneItem[] {
  if (note.proof === 'validated') return iconItem('check', { x: right - 16, y: middle - 7.5, size: 15 }, signLook(paint))
  if (note.proof === 'refuted') return iconItem('x', { x: right - 16, y: middle - 7.5, size: 15 }, signLook(paint))
  const r = NOTE.badge / 2
  const ring = { x: right - NOTE.badge + 0.75, y: middle - r + 0.75, width: NOTE.badge - 1.5, height: NOTE.badge - 1.5 }
  return [
    { type: 'rect', rect: ring, radius: r - 0.75, stroke: paint.edge, strokeWidth: 1.5, dash: [3.4, 2.6] },
    {
      type: 'text',
      text: '?',
      x: right - r,
      baseline: middle + 4.5,
      size: 12.5,
      weight: 600,
      fill: paint.ink,
      anchor: 'middle',
    },
  ]
}

function signLook(paint: NotePaint): { readonly color: string; readonly width: number; readonly opacity: number } {
  return { color: paint.ink, width: 2.6, opacity: 0.82 }
}

function drawTouchpoint({ note, rect, lines }: NoteBox, theme: Theme): NoteDrawing {
  const { tile, gap, line } = TOUCHPOINT
  const coloured = note.color !== undefined || note.mark !== 'none'
  const paint = coloured ? theme.notes[shownColor(note, undefined)] : { fill: theme.surface3, ink: theme.text2 }
  const top = lines.length * line <= tile ? rect.y + (tile - lines.length * line) / 2 : rect.y
  const box = { x: rect.x, y: rect.y, width: tile, height: tile }
  const name = note.icon ?? PLAIN_TOUCHPOINT
  const icon = { x: rect.x + (tile - 17) / 2, y: rect.y + (tile - 17) / 2, size: 17 }
  const drawn = iconItem(name, icon, { color: paint.ink, width: 1.8 })
  const background: RectItem = { type: 'rect', rect: box, radius: 8, fill: paint.fill }
  return {
    items: [
      background,
      ...(drawn.length > 0 ? drawn : iconItem(PLAIN_TOUCHPOINT, icon, { color: paint.ink, width: 1.8 })),
      ...textItems(lines, { x: rect.x + tile + gap, top }, TOUCHPOINT, struck(note, theme.text)),
    ],
    far: [{ ...background, fill: coloured ? paint.fill : theme.line2 }],
  }
}

function drawMoment({ note, rect, lines }: NoteBox, theme: Theme): NoteDrawing {
  const { indent, diamond, gap, line } = MOMENT
  const top = rect.y + (rect.height - lines.length * line) / 2
  const x = rect.x + indent
  const shape = diamondItem(x + diamond / 2, top + line / 2, diamond, theme.gold)
  return {
    items: [shape, ...textItems(lines, { x: x + diamond + gap, top }, MOMENT, struck(note, theme.text))],
    far: [diamondItem(x + diamond / 2, top + line / 2, diamond * 1.4, theme.gold)],
  }
}

function drawOwner({ note, rect, lines }: NoteBox, theme: Theme): NoteDrawing {
  const { line, height } = OWNER
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
  const top = rect.y + (rect.height - lines.length * line) / 2
  const text = textItems(lines, { x: rect.x + rect.width / 2, top }, OWNER, {
    ...struck(note, coloured?.ink ?? theme.text2),
    anchor: 'middle',
  })
  return { items: [pill, ...text], far: [{ type: 'rect', rect, radius, fill: coloured?.fill ?? theme.surface4 }] }
}

function struck(note: Note, fill: string): { readonly fill: string; readonly strike?: boolean } {
  return note.proof === 'refuted' ? { fill, strike: true } : { fill }
}
