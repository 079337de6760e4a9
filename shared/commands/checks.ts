import { fail, type Failure } from '../base/result'
import { cellExists, stepOf, type AnyRecord, type Board } from '../model/board'
import { LIMITS } from '../model/limits'
import type { ColumnId, Note, NoteId } from '../model/note'
import type { Patch } from '../model/patch'
import type { StepId } from '../model/step'
import type { Refusal } from './command'
import type { Place } from './place'

/** What a check found to be in the way, or null. */
export type Check = Failure<Refusal> | null

export function refusePlace(board: Board, place: Place): Check {
  return place && !cellExists(board, place) ? fail('cell-missing', place) : null
}

export function refuseMoreNotes(board: Board, more: number): Check {
  let count = board.inbox.length + more
  for (const notes of board.notesIn.values()) count += notes.length
  return count > LIMITS.notes ? fail('too-many', LIMITS.notes) : null
}

/** Refuses text that would be longer than the limit; text that was too long already may be kept or made shorter. */
export function refuseLonger(limit: number, text: string | null | undefined, before = ''): Check {
  const length = text?.length ?? 0
  return length > limit && length > before.length ? fail('too-long', limit) : null
}

/** A record that is there already, or was: its id cannot be given away again. */
export function refuseTaken(board: Board, ids: readonly AnyRecord['id'][]): Check {
  const { persona, stage, step, lane, note, point } = board.records
  const all: readonly ReadonlyMap<string, AnyRecord>[] = [persona, stage, step, lane, note, point]
  const given = new Set<AnyRecord['id']>()
  // An id that is there already does not make the set larger.
  const taken = ids.find((id, i) => given.add(id).size === i || all.some((records) => records.has(id)))
  return taken === undefined ? null : fail('bad-value', taken)
}

/** The alive notes of these ids, without doubles; null where one is missing. */
export function findNotes(board: Board, ids: readonly NoteId[]): readonly Note[] | null {
  const notes: Note[] = []
  for (const id of new Set(ids)) {
    const note = board.records.note.get(id)
    if (!note || note.deletedAt !== undefined) return null
    notes.push(note)
  }
  return notes
}

/** The fields that would be another value; null where there are none. `undefined` means: leave it as it is. */
export function changedFields<R extends object, F extends { readonly [K in keyof R]?: R[K] | undefined }>(record: R, wanted: F): F | null {
  const changed = Object.entries(wanted).filter(([key, value]) => value !== undefined && value !== record[key as keyof R])
  return changed.length > 0 ? (Object.fromEntries(changed) as F) : null
}

/** The first thing that is in the way. */
export function firstOf(...checks: readonly Check[]): Check {
  return checks.find((check) => check !== null) ?? null
}

/**
 * Patches that make a column real which the board only shows in place of one that is gone; see `Board.stepsOf`.
 * Whoever puts something into such a column wants it to stay.
 */
export function keepColumn(board: Board, columnId: ColumnId | undefined): readonly Patch[] {
  if (!columnId?.startsWith('step_')) return []
  const id = columnId as StepId
  const shown = stepOf(board, id)
  const stored = board.records.step.get(id)
  if (!shown || stored === shown) return []
  return [stored ? { op: 'set', id, fields: { deletedAt: undefined, deletedBy: undefined } } : { op: 'add', record: shown }]
}
