import type { NoteColor } from '../model/color'
import type { LaneKind } from '../model/lane'
import type { NoteMark } from '../model/note'
import type { LaneGuess } from './laneWords'
import { touchpointIcon } from './touchpointIcon'

export interface NoteLook {
  readonly mark?: NoteMark
  readonly color?: NoteColor
  readonly icon?: string
}

export interface NoteText {
  readonly text: string
  readonly look: NoteLook
}

const BULLET = /^(?:[•·▪◦‣*–—-]|\d{1,2}[.)])\s+/u

/** The notes of a cell: one for each line, without the bullets that people put before them. */
export function notesOf(cell: string, lane: LaneGuess): NoteText[] {
  const lines = cell.split('\n').map((line) => line.trim())
  const filled = lines.filter((line) => line !== '')
  const hasBullets = filled.length > 0 && filled.every((line) => BULLET.test(line)) && !usesSigns(lane.kind)
  return filled.map((line) => {
    const signed = usesSigns(lane.kind) ? signedText(line) : null
    const mark = signed?.mark ?? lane.mark
    return { text: signed?.text ?? (hasBullets ? line.replace(BULLET, '') : line), look: lookOf(lane.kind, mark, line) }
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

function usesSigns(kind: LaneKind): boolean {
  return kind === 'painsAndWins'
}

/** "+ Answers at once" is a win, "- No reply" a pain. A number after the sign is a number: "-5% on fees". */
function signedText(line: string): { text: string; mark: NoteMark } | null {
  const match = /^([-+\u2212\u2013])\s*(?=[\p{L}"“„«])(.+)$/su.exec(line)
  return match?.[2] === undefined ? null : { text: match[2], mark: match[1] === '+' ? 'success' : 'pain' }
}
