import { isRightToLeft } from '../base/direction'
import type { Note, NoteMark } from '../model/note'
import { NOTE } from './metrics'
import { measureText, wrapText } from './textFit'

/** Whether a mark is shown by an icon before the text. */
export function hasMarkIcon(mark: NoteMark): boolean {
  return mark !== 'none'
}

const known = new WeakMap<Note, { readonly width: number; readonly lines: readonly string[] }>()

/** The lines of a sticky note's text in a note of that width. Remembered, since most notes stay as they are. */
export function noteLines(note: Note, width: number): readonly string[] {
  const before = known.get(note)
  if (before?.width === width) return before.lines
  const lines = wrapText(note.text, {
    size: NOTE.size,
    weight: NOTE.weight,
    width: width - 2 * NOTE.padX,
    firstIndent: hasMarkIcon(note.mark) ? NOTE.iconIndent : 0,
  })
  known.set(note, { width, lines })
  return lines
}

/** At most so many persona shapes are drawn beside the badge. */
export const SHOWN_PERSONAS = 4

/** Width of what stands at a note's bottom right: the proof, and the shapes of the personas it is about. */
export function noteBadgeWidth(note: Note): number {
  return NOTE.badge + Math.min(note.personaIds.length, SHOWN_PERSONAS) * (NOTE.personaMark + NOTE.badgeGap)
}

/** Height of a note: its text and, where the last line would run into the badge, room for that below it. */
export function noteHeight(note: Note, lines: readonly string[], width: number, least: number): number {
  const text = 2 * NOTE.padY + lines.length * NOTE.line
  const badgeWidth = noteBadgeWidth(note)
  const indent = lines.length === 1 && hasMarkIcon(note.mark) ? NOTE.iconIndent : 0
  const last = measureText(lines.at(-1) ?? '', NOTE) + indent
  const runsIntoBadge = isRightToLeft(note.text) || last > width - NOTE.padX - NOTE.badgeInset - badgeWidth - NOTE.badgeGap
  const badgeRoom = runsIntoBadge ? text - NOTE.padY + NOTE.badge + NOTE.badgeInset - 3 : text
  if (badgeRoom <= least) return least
  // Grow by whole lines, so that notes side by side keep to one rhythm.
  return runsIntoBadge ? text + NOTE.line : text
}
