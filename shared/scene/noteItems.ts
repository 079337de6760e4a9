import type { NoteBox } from '../layout/layout'
import { NOTE } from '../layout/metrics'
import { hasMarkIcon, SHOWN_PERSONAS } from '../layout/noteText'
import type { Note } from '../model/note'
import type { Persona } from '../model/persona'
import { iconItem, textItems } from './items'
import { drawMoment, drawOwner, drawTouchpoint } from './labelledItems'
import { markerItem } from './markers'
import { shownColor } from './noteColor'
import { guessItems, markItems } from './noteSigns'
import type { SceneItem } from './scene'
import type { NotePaint, Theme } from './theme'

/** The drawing of a note, by what its lane holds. */
export interface NoteDrawing {
  readonly items: readonly SceneItem[]
  /** Without badges; absent where there are none. */
  readonly plain?: readonly SceneItem[]
  readonly far: readonly SceneItem[]
}

export interface NoteLook {
  readonly personas: readonly Persona[]
  readonly theme: Theme
  /** Whether a hypothesis is told apart from what is validated; see analysis/proofs.ts. */
  readonly hypotheses: boolean
}

export function drawNote(box: NoteBox, look: NoteLook): NoteDrawing {
  const { personas, theme } = look
  switch (box.content) {
    case 'notes':
      return drawSticky(box, look)
    case 'touchpoints':
      return drawTouchpoint(box, personas, theme)
    case 'moments':
      return drawMoment(box, personas, theme)
    case 'owners':
      return drawOwner(box, personas, theme)
  }
}

function drawSticky(box: NoteBox, look: NoteLook): NoteDrawing {
  const { note, lane, rect, lines } = box
  const color = shownColor(note, lane)
  const { theme } = look
  const guess = look.hypotheses && note.proof === 'hypothesis'
  const firm = note.proof === 'validated' || (note.proof === 'hypothesis' && !guess)
  const paint = firm ? theme.notes[color] : theme.hypotheses[color]
  const sheet: SceneItem = firm
    ? { type: 'rect', rect, radius: 9, fill: paint.fill, shadow: 'note', shadowColor: theme.noteShadow }
    : { type: 'rect', rect, radius: 9, fill: paint.fill }
  const plain: SceneItem[] = [sheet]
  if (guess) plain.push(dashedEdge(box, paint.edge))
  plain.push(...markItems(note.mark, { x: rect.x + NOTE.padX, y: rect.y + NOTE.padY + 2.5, size: 16 }, paint.ink, theme))
  plain.push(
    ...textItems(
      lines,
      {
        x: rect.x + NOTE.padX,
        top: rect.y + NOTE.padY,
        firstIndent: hasMarkIcon(note.mark) ? NOTE.iconIndent : 0,
        width: rect.width - 2 * NOTE.padX,
      },
      NOTE,
      note.proof === 'refuted' ? { fill: paint.ink, strike: true } : { fill: paint.ink },
    ),
  )
  const items = [...plain, ...badgeItems(box, look, paint)]
  return { items, plain, far: [{ type: 'rect', rect, radius: 9, fill: firm ? paint.edge : theme.hypotheses[color].fill }] }
}

function dashedEdge({ rect }: NoteBox, stroke: string): SceneItem {
  const inset = { x: rect.x + 0.8, y: rect.y + 0.8, width: rect.width - 1.6, height: rect.height - 1.6 }
  return { type: 'rect', rect: inset, radius: 8.2, stroke, strokeWidth: 1.6, dash: [4.2, 3.4] }
}

/** At the bottom right: how sure we are, and left of it the shapes of the personas it is about. */
function badgeItems({ note, rect }: NoteBox, { personas, theme, hypotheses }: NoteLook, paint: NotePaint): readonly SceneItem[] {
  const right = rect.x + rect.width - NOTE.badgeInset
  const middle = rect.y + rect.height - NOTE.badgeInset - NOTE.badge / 2
  const items: SceneItem[] = [...(hypotheses || note.proof !== 'hypothesis' ? proofItems(note, right, middle, paint) : [])]
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
  return guessItems({ right, middle, size: NOTE.badge }, paint)
}

function signLook(paint: NotePaint): { readonly color: string; readonly width: number; readonly opacity: number } {
  return { color: paint.ink, width: 2.6, opacity: 0.82 }
}
