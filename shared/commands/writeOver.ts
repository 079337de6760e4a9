import { z } from 'zod'
import { fail, ok } from '../base/result'
import { isAlive, kindOfId, recordAt, type Board } from '../model/board'
import { ConflictAbout, conflictIdOf, ConflictRecordId, conflictValueOf, type ConflictSide } from '../model/conflict'
import { conflictPatch, revivePatch } from '../model/conflictPatch'
import type { EditWhat } from '../model/edit'
import { idOf } from '../model/ids'
import { TEXT_LIMITS } from '../model/limits'
import type { Patch } from '../model/patch'
import { refuseLonger } from './checks'
import { defineCommand } from './command'

/** What people type that somebody else may change meanwhile. */
export type TextField = keyof typeof TEXT_LIMITS
const TextField = z.custom<TextField>((field) => typeof field === 'string' && Object.hasOwn(TEXT_LIMITS, field))

/** A text of the map: whose, and which. */
export interface TextPlace {
  readonly about: ConflictAbout
  readonly field: TextField
}

/** The text there; null where there is none, as of a lane that is called by its kind. */
export function textAt(board: Board, { about, field }: TextPlace): string | null {
  const value = conflictValueOf((about === 'map' ? board.settings : recordAt(board.records, about)) ?? {}, field)
  return typeof value === 'string' ? value : null
}

/**
 * Write a text over one that came from elsewhere while it was being typed.
 *
 * What is written over stays in a conflict: in the one about this text that there is, where all it holds besides is an earlier
 * state of the same typing, else in one of its own with the id `conflictId`.
 */
export const writeOver = defineCommand({
  id: 'conflicts.writeOver',
  args: z.object({
    about: ConflictAbout,
    field: TextField,
    text: z.string().nullable(),
    /** What the field held before this keystroke. */
    draft: z.string().nullable(),
    /** Display name of whoever wrote the text that is there now; empty where nobody knows. */
    by: z.string(),
    /** ISO date-time at which they had begun to edit, where that is known. */
    since: z.iso.datetime().optional(),
    conflictId: idOf('conflict'),
  }),
  plan(board, { about, field, text, draft, by, since, conflictId }, { now, who }) {
    const missing = refuseGone(board, about)
    if (missing) return missing
    const written = textAt(board, { about, field })
    if (written === text) return fail('nothing-to-do')
    const refusal = refuseLonger(TEXT_LIMITS[field], text, written ?? '')
    if (refusal) return refusal
    const write = conflictPatch(about, field, text)
    const listed = board.conflicts.filter((conflict) => conflict.about === about && conflict.field === field)
    if (listed.some(({ other }) => other.value === written)) return ok([write])
    const shown: ConflictSide = { value: text, by: who, since: now }
    const other: ConflictSide = { value: written, by, ...(since !== undefined && { since }) }
    const ofTyping = listed.find(({ other: { value } }) => value === draft || (typeof value === 'string' && text?.includes(value)))
    if (ofTyping) return ok([write, { op: 'set', id: ofTyping.id, fields: { shown, other } }])
    return ok([write, { op: 'add', record: { id: conflictId, about, field, shown, other, at: now } }])
  },
  name: ({ about }) => ({ what: about === 'map' ? 'mapSettings' : EDITS[kindOfId(about)], count: 1 }),
})

/** What undo calls the typing of a text of such a record. */
const EDITS: Readonly<Record<ReturnType<typeof kindOfId>, EditWhat>> = {
  persona: 'changePersona',
  stage: 'renameStage',
  step: 'renameStep',
  lane: 'renameLane',
  note: 'editNote',
  point: 'labelPoint',
  conflict: 'settleConflicts',
}

function refuseGone(board: Board, about: ConflictAbout) {
  if (about === 'map') return null
  const record = recordAt(board.records, about)
  return record && isAlive(record) ? null : fail(`${kindOfId(about)}-missing` as const, about)
}

/**
 * Keep what somebody else deleted while a person was typing in it: it is there again, and a conflict asks whether it should be.
 *
 * Where a merge has listed that already, it is only brought back.
 */
export const keepDeleted = defineCommand({
  id: 'conflicts.keepDeleted',
  args: z.object({ ids: z.array(ConflictRecordId).min(1) }),
  plan(board, { ids }, { now, who }) {
    const patches: Patch[] = []
    const listed = [...board.records.conflict.values()].filter(isAlive)
    for (const id of ids) {
      const record = recordAt(board.records, id)
      if (!record || isAlive(record)) continue
      patches.push(revivePatch(id))
      // Of what is gone no conflict is on the board, but it comes back with it.
      if (listed.some(({ about, field }) => about === id && field === 'deleted')) continue
      const { deletedAt = now, deletedBy = '' } = record
      // The same in every window in which somebody types there.
      const conflictId = conflictIdOf(id, 'deleted', [deletedAt, deletedBy])
      const sides = { shown: { value: null, by: who }, other: { value: deletedAt, by: deletedBy } }
      patches.push({ op: 'add', record: { id: conflictId, about: id, field: 'deleted', ...sides, at: now } })
    }
    return patches.length > 0 ? ok(patches) : fail('nothing-to-do')
  },
  name: ({ ids }) => ({ what: 'restore', count: ids.length }),
})
