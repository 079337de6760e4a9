import type { NoteColor } from '../model/color'
import type { LaneKind } from '../model/lane'
import type { NoteMark } from '../model/note'
import type { LaneGuess } from './laneWords'
import { saysNothing } from './nothing'
import { touchpointIcon } from './touchpointIcon'

export interface NoteLook {
  readonly mark?: NoteMark
  readonly color?: NoteColor
  readonly icon?: string
}

export interface NoteText {
  readonly text: string
  /** A tick stood before it, which a note cannot show. */
  readonly ticked: boolean
  readonly look: NoteLook
}

const BULLET = /^(?:[•·▪◦‣●○■□▸►➢✓✔→»*–—-])\s+/u
const NUMBERED = /^\d{1,2}[.)]\s+/
/** A box to tick, as Markdown and as a sign. */
const BOX = /^(?:\[([ xXхХ✓✔]?)\]\s+|([☐☑☒])\s*)(?=\S)/u
/** Bullets one behind the other on a line, as they come out of a cell that lost its line breaks. */
const INLINE_BULLETS = /\s+[•▪‣]\s+/u

/** The notes of a cell: one for each line, without the bullets and boxes that people put before them. */
export function notesOf(cell: string, lane: LaneGuess): NoteText[] {
  if (saysNothing(cell)) return []
  const lines = (/^[•▪‣]/u.test(cell) ? cell.split(new RegExp(`\n|${INLINE_BULLETS.source}`, 'u')) : cell.split('\n')).map((line) =>
    line.trim(),
  )
  const filled = lines.filter((line) => !saysNothing(line))
  const isNumbered = filled.every((line) => NUMBERED.test(line))
  return filled.map((line) => {
    const signed = lane.kind === 'painsAndWins' ? signedText(line, lane.mark ?? 'pain') : null
    const mark = signed?.mark ?? lane.mark
    const plain = signed?.text ?? (isNumbered ? line.replace(NUMBERED, '') : line.replace(BULLET, ''))
    const box = BOX.exec(plain)
    const ticked = box !== null && (/[^\s]/.test(box[1] ?? '') || /[☑☒]/u.test(box[2] ?? ''))
    return { text: box ? plain.slice(box[0].length) : plain, ticked, look: lookOf(lane.kind, mark, line) }
  })
}

/** What a note of that mark looks like in a lane of that kind; a win stands out green among the pains. */
export function lookOf(kind: LaneKind, mark: NoteMark | undefined, text: string): NoteLook {
  const icon = kind === 'touchpoints' ? touchpointIcon(text) : undefined
  return {
    ...(mark && { mark }),
    ...(mark === 'success' && { color: 'mint' as const }),
    ...(icon !== undefined && { icon }),
  }
}

/** "+ Answers at once" is a win, "- No reply" a pain, unless the lane says what its notes are: there a dash is a bullet. A number after the sign is a number: "-5% on fees". */
function signedText(line: string, dash: NoteMark): { text: string; mark: NoteMark } | null {
  const match = /^([-+\u2212\u2013])\s*(?=[\p{L}"“„«])(.+)$/su.exec(line)
  return match?.[2] === undefined ? null : { text: match[2], mark: match[1] === '+' ? 'success' : dash }
}
