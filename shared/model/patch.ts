import { kindOfId, type AnyRecord, type Board, type RecordId, type RecordOf, type Records } from './board'
import { buildBoard } from './buildBoard'
import type { RecordKind } from './ids'
import { MapSettings } from './mapSettings'
import type { NoteId } from './note'
import { defaultOf } from './schemas'

/** Fields of a record to write; `undefined` takes the field away, so that its default shows again. */
export type FieldsOf<R> = { readonly [K in Exclude<keyof R, 'id'>]?: R[K] | undefined }

/**
 * One change that a command plans. The patches of one plan are one transaction and one undo step.
 *
 * Nothing is removed: a deletion is `set` with `deletedAt` and `deletedBy`.
 */
export type Patch =
  { readonly op: 'add'; readonly record: AnyRecord } | SetPatch | { readonly op: 'settings'; readonly fields: FieldsOf<MapSettings> }

export type SetPatch = {
  [K in keyof RecordOf]: { readonly op: 'set'; readonly id: RecordOf[K]['id']; readonly fields: FieldsOf<RecordOf[K]> }
}[keyof RecordOf]

/**
 * The board as it will be once the patches are written.
 *
 * Gestures are previewed with it: the picture is the real one, and nothing is written until the hand lets go.
 * A `set` of a record that is not there is passed over, as the document does.
 */
export function applyPatches(board: Board, patches: readonly Patch[]): Board {
  if (patches.length === 0) return board
  const maps: { [K in RecordKind]?: Map<RecordId, AnyRecord> } = {}
  const mapOf = (kind: RecordKind): Map<RecordId, AnyRecord> => (maps[kind] ??= new Map<RecordId, AnyRecord>(board.records[kind]))
  const noteIds = new Set<NoteId>()
  let settings = board.settings
  let structure = false
  let points = false
  for (const patch of patches) {
    if (patch.op === 'settings') {
      settings = MapSettings.parse(withoutUndefined({ ...settings, ...patch.fields }))
      continue
    }
    const id = patch.op === 'add' ? patch.record.id : patch.id
    const kind = kindOfId(id)
    const known = mapOf(kind).get(id)
    if (patch.op === 'add') mapOf(kind).set(id, patch.record)
    else if (known) mapOf(kind).set(id, withDefaults(kind, { ...known, ...patch.fields }) as AnyRecord)
    if (kind === 'note') noteIds.add(id as NoteId)
    else if (kind === 'point') points = true
    else if (kind !== 'conflict') structure = true
  }
  // Each map was copied from the one of its own kind, so it still holds records of that kind only.
  const records = { ...board.records, ...maps } as Records
  return buildBoard(settings, records, board, { structure, noteIds, points })
}

/** A field without its value shows its default, as it does when the document is read. */
function withDefaults(kind: RecordKind, record: object): object {
  return Object.fromEntries(
    Object.entries(record)
      .map(([field, value]): [string, unknown] => [field, value ?? defaultOf(kind, field)])
      .filter(([, value]) => value !== undefined),
  )
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T
}
