import { sameText } from '../base/sameText'
import { z } from 'zod'
import { fingerprint } from '../base/fingerprint'
import { idOf, type IdOf, type RecordKind } from './ids'
import { LIMITS } from './limits'
import { defineRecord } from './record'

/** What of a record two people can have changed apart from each other so that somebody has to decide. */
export const CONFLICT_FIELDS = ['text', 'title', 'name', 'duration', 'scenario', 'value', 'label', 'reason', 'place', 'deleted'] as const
export type ConflictField = (typeof CONFLICT_FIELDS)[number]
/** One of them that has a value. */
export type DecidedField = Exclude<ConflictField, 'deleted'>

/** Where a note was put; a note in the inbox has none, which is null. */
const PlaceValue = z.object({ laneId: idOf('lane'), columnId: z.union([idOf('step'), idOf('stage')]), order: z.string().min(1) }).readonly()
export type PlaceValue = z.infer<typeof PlaceValue>

/**
 * One of the two values: text, an emotion value, the place of a note. Null where there is none: no title of its own,
 * the inbox, and of `deleted` the side on which the record is there (the other side has the moment of the deletion).
 */
const ConflictValue = z.union([z.string(), z.number(), PlaceValue]).nullable()
export type ConflictValue = z.infer<typeof ConflictValue>

const ConflictSide = z
  .object({
    value: ConflictValue,
    /** Display name of whoever wrote it; empty where nobody knows. */
    by: z.string().max(LIMITS.title),
    /** ISO date-time at which they had begun to edit, where that is known: Yjs keeps no time for a single writing. */
    since: z.iso.datetime().optional(),
  })
  .readonly()
export type ConflictSide = z.infer<typeof ConflictSide>

/** A record of which there can be a conflict. */
export const ConflictRecordId = z.union([idOf('persona'), idOf('stage'), idOf('step'), idOf('lane'), idOf('note'), idOf('point')])
export type ConflictRecordId = z.infer<typeof ConflictRecordId>

/** Of what there can be a conflict. */
export const ConflictAbout = z.union([z.literal('map'), ConflictRecordId])
export type ConflictAbout = z.infer<typeof ConflictAbout>

/**
 * One thing that two people changed apart from each other.
 *
 * A merge writes it, and both values are in it, so that nothing is lost until somebody decides. Deciding deletes it,
 * as any record is deleted; undoing that brings it back.
 */
export const Conflict = defineRecord('conflict', {
  about: ConflictAbout,
  field: z.enum(CONFLICT_FIELDS),
  /** What the board has shown since the merge. */
  shown: ConflictSide,
  /** What it does not show. */
  other: ConflictSide,
  /** ISO date-time of the merge. */
  at: z.iso.datetime(),
})
export type Conflict = z.infer<typeof Conflict>
export type ConflictId = Conflict['id']

/**
 * The id of a conflict. `marks` say which two writings met, in any order, so that two computers that merge the same two
 * copies make the same record and not two.
 */
export function conflictIdOf(about: string, field: ConflictField, marks: readonly [string, string]): ConflictId {
  return `conflict_${fingerprint([about, field, ...[...marks].sort()].join('|'))}`
}

/** Fields of each kind that somebody has to decide about; of all others the last writing stands. `place` is a note's cell. */
export const DECIDED_FIELDS = {
  persona: ['name'],
  stage: ['title', 'duration'],
  step: ['title'],
  lane: ['title'],
  note: ['text', 'place'],
  point: ['value', 'label', 'reason'],
  conflict: [],
  map: ['title', 'scenario'],
} as const satisfies Readonly<Record<RecordKind | 'map', readonly DecidedField[]>>

/** The value of such a field, as a conflict keeps it. */
export function conflictValueOf(record: object, field: DecidedField): ConflictValue {
  // Read by name only: which fields a record has, DECIDED_FIELDS says, and the schemas say of what type they are.
  const fields = record as { readonly [key in string]?: unknown } & {
    readonly laneId?: IdOf<'lane'>
    readonly columnId?: PlaceValue['columnId']
  }
  if (field === 'place') {
    const { laneId, columnId, order } = fields
    return laneId === undefined || columnId === undefined ? null : { laneId, columnId, order: String(order) }
  }
  const value = fields[field]
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

/** Whether two values say the same. A note that stands elsewhere in the same cell has the same place. */
export function sameConflictValue(a: ConflictValue, b: ConflictValue): boolean {
  if (typeof a === 'string' && typeof b === 'string') return sameText(a, b)
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  return a.laneId === b.laneId && a.columnId === b.columnId
}
