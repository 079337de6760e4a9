import type { z } from 'zod'
import { Conflict } from './conflict'
import type { RecordKind } from './ids'
import { Lane } from './lane'
import { Note } from './note'
import { Persona } from './persona'
import { Point } from './point'
import { Stage } from './stage'
import { Step } from './step'

/** The schema of every kind of record, by the name of its root map. */
export const RECORD_SCHEMAS = {
  persona: Persona,
  stage: Stage,
  step: Step,
  lane: Lane,
  note: Note,
  point: Point,
  conflict: Conflict,
} as const

// The table's own keys; Object.keys is typed wider than it is.
export const RECORD_KINDS = Object.keys(RECORD_SCHEMAS) as RecordKind[]

/** The fields of a kind of record, `id` included, each with its own schema. */
export function fieldsOf(kind: RecordKind): Readonly<Record<string, z.ZodType>> {
  return RECORD_SCHEMAS[kind].unwrap().shape
}

/** Fields that say where in its list a record stands and whether it is there at all. */
const NOT_CONTENT: ReadonlySet<string> = new Set(['id', 'order', 'deletedAt', 'deletedBy'])

/** What of a kind of record can be compared value by value; of a note, its cell too. */
export function contentOf(kind: RecordKind): readonly string[] {
  return Object.keys(fieldsOf(kind)).filter((field) => !NOT_CONTENT.has(field))
}

const DEFAULTS: Readonly<Record<RecordKind, ReadonlyMap<string, unknown>>> = {
  persona: defaultsOf('persona'),
  stage: defaultsOf('stage'),
  step: defaultsOf('step'),
  lane: defaultsOf('lane'),
  note: defaultsOf('note'),
  point: defaultsOf('point'),
  conflict: defaultsOf('conflict'),
}

/** What a field reads as where nothing is written; undefined for a field without a default. */
export function defaultOf(kind: RecordKind, field: string): unknown {
  return DEFAULTS[kind].get(field)
}

function defaultsOf(kind: RecordKind): Map<string, unknown> {
  const defaults = new Map<string, unknown>()
  for (const [field, schema] of Object.entries(fieldsOf(kind))) {
    const absent = schema.safeParse(undefined)
    if (absent.success && absent.data !== undefined) defaults.set(field, absent.data)
  }
  return defaults
}
