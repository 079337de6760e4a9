import { type AnyRecord, type Board, type RecordId } from '../model/board'
import type { RecordKind } from '../model/ids'
import { applyPatches, type Patch } from '../model/patch'

/** What fields of records were before something changed them; of the map itself under `map`. */
export type FieldsBefore = ReadonlyMap<RecordId | 'map', Fields>
type Fields = Readonly<Record<string, unknown>>

/** The fields in which the first board differs from the second, as the first has them. A record that it does not have is deleted there. */
export function fieldsBefore(before: Board, after: Board): FieldsBefore {
  const found = new Map<RecordId | 'map', Fields>()
  const settings = differing(before.settings, after.settings)
  if (settings) found.set('map', settings)
  for (const kind of Object.keys(after.records) as RecordKind[]) {
    const was: ReadonlyMap<RecordId, AnyRecord> = before.records[kind]
    for (const [id, record] of after.records[kind] as ReadonlyMap<RecordId, AnyRecord>) {
      const old = was.get(id)
      const fields = old === record ? null : old ? differing(old, record) : NOT_THERE
      if (fields) found.set(id, fields)
    }
  }
  return found
}

/** Both together; where both know a field, it is as it was before the first of the two changes. */
export function joinFieldsBefore(first: FieldsBefore, second: FieldsBefore): FieldsBefore {
  const joined = new Map(second)
  for (const [id, fields] of first) joined.set(id, { ...second.get(id), ...fields })
  return joined
}

/** The board without those changes, and with everything else that was done to it, before, between and after them. */
export function boardWithFields(board: Board, before: FieldsBefore): Board {
  // They are fields of that very record, or of the settings.
  return applyPatches(
    board,
    [...before].map(([id, fields]) => (id === 'map' ? { op: 'settings', fields } : { op: 'set', id, fields }) as Patch),
  )
}

/** A board shows nothing of it; when it will have been deleted is of no account. */
const NOT_THERE: Fields = { deletedAt: '1970-01-01T00:00:00.000Z' }

function differing(before: object, after: object): Fields | null {
  const was = before as Fields
  const is = after as Fields
  const fields = Object.keys({ ...was, ...is }).filter((field) => was[field] !== is[field])
  return fields.length > 0 ? Object.fromEntries(fields.map((field) => [field, was[field]])) : null
}
