import * as Y from 'yjs'
import { kindOfId } from '../model/board'
import type { RecordKind } from '../model/ids'
import type { Patch } from '../model/patch'
import { defaultOf } from '../model/schemas'
import { UNDO_OF_ADDING, type KeyChange } from './undoLog'

export type Roots = Readonly<Record<RecordKind | 'map', Y.Map<unknown>>>

/**
 * Write patches into the document, inside a transaction of the caller's.
 * @returns every key that is another now, in the order of writing.
 */
export function writePatches(roots: Roots, patches: readonly Patch[]): KeyChange[] {
  const changes: KeyChange[] = []
  for (const patch of patches) {
    if (patch.op === 'settings') writeFields(roots, 'map', '', patch.fields, changes)
    else if (patch.op === 'add') addRecord(roots, patch.record, changes)
    else if (recordIn(roots, kindOfId(patch.id), patch.id)) writeFields(roots, kindOfId(patch.id), patch.id, patch.fields, changes)
  }
  return changes
}

/**
 * Set one key, or take it away with `undefined`.
 *
 * "Nothing" is written as null. A key that is deleted leaves no trace of who did it and what they knew, so that a merge
 * could not tell a choice from a copy that is merely old.
 */
export function writeKey(roots: Roots, kind: RecordKind | 'map', id: string, key: string, value: unknown): void {
  recordIn(roots, kind, id)?.set(key, value ?? null)
}

/** What a key holds; undefined where it holds nothing. */
export function readKey(roots: Roots, kind: RecordKind | 'map', id: string, key: string): unknown {
  return recordIn(roots, kind, id)?.get(key) ?? undefined
}

/** Whether anything that a record holds is such a writing; that it made room for another one does not count. */
export function isWritten(roots: Roots, kind: RecordKind | 'map', id: string, by: (client: number, clock: number) => boolean): boolean {
  return [...(recordIn(roots, kind, id)?._map ?? [])].some(([key, item]) => key !== 'order' && by(item.id.client, item.id.clock))
}

function recordIn(roots: Roots, kind: RecordKind | 'map', id: string): Y.Map<unknown> | undefined {
  if (kind === 'map') return roots.map
  const record = roots[kind].get(id)
  return record instanceof Y.Map ? record : undefined
}

/**
 * A record with that id may be there already: two people who set the same emotion point write the same id. Then its
 * fields are set and whatever else it holds stays.
 */
function addRecord(roots: Roots, record: Extract<Patch, { op: 'add' }>['record'], changes: KeyChange[]): void {
  const { id, ...fields } = record
  const kind = kindOfId(id)
  if (recordIn(roots, kind, id)) {
    writeFields(roots, kind, id, { deletedAt: undefined, deletedBy: undefined, ...fields }, changes)
    return
  }
  const stored = new Y.Map<unknown>()
  for (const [key, value] of keysOf(kind, fields)) {
    // A default is applied on reading; written, it could overwrite what a colleague chose meanwhile.
    if (value !== undefined && value !== defaultOf(kind, key)) stored.set(key, value)
  }
  roots[kind].set(id, stored)
  changes.push({ kind, id, key: 'deletedAt', before: UNDO_OF_ADDING, after: fields.deletedAt })
}

function writeFields(roots: Roots, kind: RecordKind | 'map', id: string, fields: object, changes: KeyChange[]): void {
  const current = recordIn(roots, kind, id)
  for (const [key, value] of keysOf(kind, fields, current)) {
    const before = current?.get(key) ?? undefined
    if (before === undefined && value === undefined) continue
    changes.push({ kind, id, key, before, after: value })
    writeKey(roots, kind, id, key, value)
  }
}

/** Fields as the document's keys: the personas of a note are one key each, and only those that change are named. */
function* keysOf(kind: RecordKind | 'map', fields: object, current?: Y.Map<unknown>): Generator<[string, unknown]> {
  for (const [key, value] of Object.entries(fields)) {
    if (kind !== 'note' || key !== 'personaIds') {
      yield [key, value]
      continue
    }
    const wanted = new Set<string>(value as readonly string[] | undefined)
    for (const id of wanted) if (current?.get(id) !== true) yield [id, true]
    if (!current) continue
    const stored = [...current.keys()]
    for (const id of stored) if (id.startsWith('persona_') && !wanted.has(id) && current.get(id) === true) yield [id, undefined]
  }
}
