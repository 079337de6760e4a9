import type { NoteProof } from '../../../shared/model/note'
import type { Board } from '../../../shared/model/board'

/** How many notes on the board are proved, how many turned out to be wrong, and how many still wait for it. */
export function proofs(notesIn: Board['notesIn']): Readonly<Record<NoteProof, number>> {
  const counts = { validated: 0, hypothesis: 0, refuted: 0 }
  for (const notes of notesIn.values()) for (const note of notes) counts[note.proof] += 1
  return counts
}
