import type { Board } from '../model/board'
import { carriesProof } from '../model/laneKinds'
import type { Note, NoteProof } from '../model/note'

/** How many notes on the board are proved, how many turned out to be wrong, and how many wait for it: of those that carry proof, in lanes that are not hidden. */
export function countProofs(board: Board): Readonly<Record<NoteProof, number>> {
  const counts = { validated: 0, hypothesis: 0, refuted: 0 }
  for (const notes of provable(board)) for (const note of notes) counts[note.proof] += 1
  return counts
}

/** Whether hypotheses are told apart from what is validated, by the map's setting. */
export function showsHypotheses(board: Board): boolean {
  switch (board.settings.hypotheses) {
    case 'always':
      return true
    case 'never':
      return false
    case 'whenValidated':
      return provable(board).some((notes) => notes.some(({ proof }) => proof === 'validated'))
  }
}

/** The cells whose notes have a sign that says how sure we are. */
function provable({ lanes, notesIn }: Board): readonly (readonly Note[])[] {
  const shown = new Set<string>(lanes.flatMap(({ id, kind, hidden }) => (!hidden && carriesProof(kind) ? [id] : [])))
  return [...notesIn].flatMap(([key, notes]) => (shown.has(key.slice(0, key.indexOf('|'))) ? [notes] : []))
}
