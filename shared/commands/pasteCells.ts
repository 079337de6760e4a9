import { z } from 'zod'
import { ok } from '../base/result'
import { idOf } from '../model/ids'
import { LIMITS } from '../model/limits'
import { Cell } from '../model/note'
import type { Patch } from '../model/patch'
import { firstOf, keepColumn, refuseLonger, refuseMoreNotes, refusePlace, refuseTaken } from './checks'
import { defineCommand } from './command'
import { newNote, shiftNote } from './newNote'
import { notesAt, room } from './place'

const Place = z.object({
  /** Absent: the inbox. */
  cell: Cell.optional(),
  /** Among the notes that are there; absent: behind them. */
  index: z.number().int().min(0).optional(),
  notes: z.array(z.object({ noteId: idOf('note'), text: z.string() })).min(1),
})

/** Write notes into several cells at once, as the cells of a table that was copied. Each place is named once. */
export const pasteCells = defineCommand({
  id: 'notes.pasteCells',
  args: z.object({ places: z.array(Place).min(1) }),
  plan(board, { places }, { who }) {
    const notes = places.flatMap((place) => place.notes)
    const refusal = firstOf(
      ...places.map(({ cell = null }) => refusePlace(board, cell)),
      refuseTaken(
        board,
        notes.map(({ noteId }) => noteId),
      ),
      refuseMoreNotes(board, notes.length),
      ...notes.map(({ text }) => refuseLonger(LIMITS.noteText, text)),
    )
    if (refusal) return refusal
    return ok(
      places.flatMap(({ cell = null, index, notes: own }): readonly Patch[] => {
        const { orders, patches } = room(notesAt(board, cell), index, own.length, shiftNote)
        const added = own.map(({ noteId, text }, i): Patch => ({
          op: 'add',
          record: newNote(noteId, cell, orders[i] ?? '', { text }, who),
        }))
        return [...keepColumn(board, cell?.columnId), ...patches, ...added]
      }),
    )
  },
  name: ({ places }) => ({ what: 'pasteNotes', count: places.reduce((sum, { notes }) => sum + notes.length, 0) }),
})
