import * as Y from 'yjs'
import { isOrderKey, repairOrder } from '../base/order'
import type { AnyRecord } from '../model/board'
import { idOf, type RecordKind } from '../model/ids'
import { MapSettings } from '../model/mapSettings'
import { fieldsOf, RECORD_SCHEMAS } from '../model/schemas'

/** What was read, and what was wrong with it in the document. */
export interface Reading<T> {
  readonly record: T
  readonly problems: readonly string[]
}

/** Members of the set of personas of a note: one key each, so that two additions both survive a merge. */
const PersonaKey = idOf('persona')

/**
 * Read one record of the document. Never throws.
 *
 * What cannot be read is left out, field by field, and named among the problems; only a record that lacks something
 * it cannot be shown without gives null. The document keeps everything: a newer app may know what it means.
 */
export function readRecord(kind: RecordKind, id: string, value: unknown): Reading<AnyRecord | null> {
  if (!(value instanceof Y.Map)) return { record: null, problems: ['not a record'] }
  if (!idOf(kind).safeParse(id).success) return { record: null, problems: ['not an id'] }
  const problems: string[] = []
  const plain = plainFields(kind, value)
  plain['id'] = id
  if ('order' in fieldsOf(kind) && !(typeof plain['order'] === 'string' && isOrderKey(plain['order']))) {
    plain['order'] = repairOrder(plain['order'])
    problems.push('order: not a key')
  }
  const schema = RECORD_SCHEMAS[kind]
  const first = schema.safeParse(plain)
  if (first.success) return { record: first.data, problems }
  for (const issue of first.error.issues) {
    problems.push(`${issue.path.join('.')}: ${issue.message}`)
    repairField(plain, String(issue.path[0]), issue)
  }
  const second = schema.safeParse(plain)
  return { record: second.success ? second.data : null, problems }
}

/** The settings of the map; whatever is missing or broken shows its default. */
export function readSettings(root: Y.Map<unknown>): Reading<MapSettings> {
  const plain: Record<string, unknown> = {}
  for (const field of Object.keys(MapSettings.unwrap().shape)) {
    const value = root.get(field)
    if (value !== undefined && value !== null) plain[field] = value
  }
  const first = MapSettings.safeParse(plain)
  if (first.success) return { record: first.data, problems: [] }
  const problems = first.error.issues.map((issue) => {
    repairField(plain, String(issue.path[0]), issue)
    return `${issue.path.join('.')}: ${issue.message}`
  })
  const second = MapSettings.safeParse(plain)
  return { record: second.success ? second.data : MapSettings.parse({}), problems }
}

/** Only the keys that the schema knows are looked at, so that no name of a stranger's becomes a property here. */
function plainFields(kind: RecordKind, value: Y.Map<unknown>): Record<string, unknown> {
  const plain: Record<string, unknown> = {}
  for (const field of Object.keys(fieldsOf(kind))) {
    const stored = value.get(field)
    if (stored !== undefined && stored !== null) plain[field] = stored
  }
  if (kind === 'note') plain['personaIds'] = personasOf(value)
  return plain
}

function personasOf(note: Y.Map<unknown>): string[] {
  const ids: string[] = []
  for (const key of note.keys()) if (PersonaKey.safeParse(key).success && note.get(key) === true) ids.push(key)
  return ids.sort()
}

/** Text that is too long is shown as far as it may go; anything else that is wrong falls back to the default. */
function repairField(plain: Record<string, unknown>, field: string, issue: { code?: string | undefined; maximum?: unknown }): void {
  const value = plain[field]
  if (issue.code === 'too_big' && typeof value === 'string') plain[field] = value.slice(0, Number(issue.maximum))
  else delete plain[field]
}
