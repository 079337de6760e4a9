import type { Board } from '../../../shared/model/board'

/** How many notes on the board are proved, and how many still wait for it. */
export function proofs(notesIn: Board['notesIn']): { readonly validated: number; readonly hypothesis: number } {
  let validated = 0
  let hypothesis = 0
  for (const notes of notesIn.values()) {
    for (const note of notes) {
      if (note.proof === 'validated') validated += 1
      else if (note.proof === 'hypothesis') hypothesis += 1
    }
  }
  return { validated, hypothesis }
}
