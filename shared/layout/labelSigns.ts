import type { LaneContent } from '../model/laneKinds'
import type { Note } from '../model/note'
import { SIGN } from './metrics'
import { hasMarkIcon, SHOWN_PERSONAS } from './noteText'
import { measureText, type TextStyle } from './textFit'

/**
 * What stands beside the label of a touchpoint, a moment of truth or an owner, which have no sheet to carry a badge:
 * the icon of the mark before the first line, and after the last one whom it is about. They carry no proof.
 */
export interface SignPlace {
  /** The line it stands in; it may be one more than the text has. */
  readonly row: number
  /** From the left edge of the text. */
  readonly x: number
}

/** What the first line leaves free for the icon of the mark. A moment of truth has its diamond already. */
export function markIndent(note: Note, content: LaneContent): number {
  if (!hasMarkIcon(note.mark) || (content === 'moments' && note.mark === 'momentOfTruth')) return 0
  return SIGN.markIndent
}

/** Width of the signs after a label; 0 where there is nothing to say. */
export function signsWidth(note: Note): number {
  const personas = Math.min(note.personaIds.length, SHOWN_PERSONAS)
  return personas === 0 ? 0 : personas * SIGN.persona + (personas - 1) * SIGN.gap
}

/** Behind the last line where there is room, else on a line of their own; null where there is nothing to say. */
export function signPlace(
  note: Note,
  label: { readonly content: LaneContent; readonly lines: readonly string[]; readonly type: TextStyle; readonly width: number },
): SignPlace | null {
  const wanted = signsWidth(note)
  if (wanted === 0) return null
  const { content, lines, type, width } = label
  const indent = lines.length === 1 ? markIndent(note, content) : 0
  const last = measureText(lines.at(-1) ?? '', type) + indent
  const x = last === 0 ? 0 : last + SIGN.before
  return x + wanted <= width ? { row: lines.length - 1, x } : { row: lines.length, x: 0 }
}

/** How many lines a label takes with its signs. */
export function labelRows(lines: readonly string[], signs: SignPlace | null): number {
  return Math.max(lines.length, signs === null ? 0 : signs.row + 1)
}

/** How wide a label is with its icon and its signs. */
export function labelWidth(note: Note, content: LaneContent, lines: readonly string[], type: TextStyle, signs: SignPlace | null): number {
  const texts = lines.map((line, i) => measureText(line, type) + (i === 0 ? markIndent(note, content) : 0))
  return Math.max(...texts, signs === null ? 0 : signs.x + signsWidth(note))
}
