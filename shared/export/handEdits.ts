import { ordersAt, type Ordered } from '../base/order'
import { cellOf, isAlive, type AnyRecord, type Board, type RecordOf } from '../model/board'
import type { RecordKind } from '../model/ids'
import { MapSettings } from '../model/mapSettings'
import type { Note } from '../model/note'
import type { Patch, SetPatch } from '../model/patch'
import { pointIdOf } from '../model/point'
import { RECORD_KINDS, RECORD_SCHEMAS } from '../model/schemas'
import { noteIds } from './noteIds'
import type { ReadableMap, ReadableNote } from './readableSchema'

export interface HandEditContext {
  /** ISO date-time, for what was taken out by hand. */
  readonly now: string
  /** Who is named for what is taken away. Absent: another program, which edited the file. */
  readonly by?: string
  /**
   * Settings of the map that `wanted` leaves out stay as they are: an older app or another program wrote it, and may not know them. Absent: they
   * have their default, as in a version that is gone back to.
   */
  readonly keepsSettings?: boolean
}

/** A record as the readable part wants it, in the list that gives it its order; points have none. */
interface Wanted {
  readonly kind: RecordKind
  readonly id: AnyRecord['id']
  readonly list: string | null
  readonly fields: Readonly<Record<string, unknown>>
}

/** Who is named when something was taken out of the file with another program. */
const BY_HAND = 'file'

/**
 * What to write so that the board reads as `wanted`: texts, values, places and order changed, records added and taken away, by their ids.
 *
 * Somebody who edits the readable part of a map with a text editor or a script edits the map. On an empty board it builds the whole map.
 */
export function handEdits(board: Board, wanted: ReadableMap, context: HandEditContext): readonly Patch[] {
  const records = firstOfEachId(wantedRecords(board, wanted))
  const orders = ordersOf(board, records)
  const changes = records.flatMap((record) => changesTo(board, record, orders.get(record.id)))
  return [...settingsPatch(board, wanted, context), ...changes, ...removals(board, records, context)]
}

function settingsPatch(board: Board, wanted: ReadableMap, { keepsSettings = false }: HandEditContext): Patch[] {
  const { title, kind, state, scenario, criticalThreshold, hypotheses } = wanted
  const said = withoutUndefined({ title, kind, state, scenario, criticalThreshold, hypotheses })
  const settings = MapSettings.parse({ ...(keepsSettings && board.settings), ...said })
  const fields = changedFields(board.settings, settings)
  return Object.keys(fields).length > 0 ? [{ op: 'settings', fields }] : []
}

function wantedRecords(board: Board, map: ReadableMap): Wanted[] {
  const ids = noteIds(board, map)
  const records: Wanted[] = []
  const addNote = (note: ReadableNote, list: string, place: Readonly<Record<string, unknown>>): void => {
    const id = ids.get(note)
    if (id) records.push({ kind: 'note', id, list, fields: { ...noteFields(note), ...place } })
  }
  for (const { id, points, ...fields } of map.personas) {
    records.push({ kind: 'persona', id, list: 'personas', fields: { curveHidden: undefined, ...fields } })
    const shown = new Map((board.pointsOf.get(id) ?? []).map((point) => [`${point.curve} ${point.stepId}`, point.id]))
    for (const { step, curve = 'as-is', value, label, reason, guessed } of points) {
      const pointId = shown.get(`${curve} ${step}`) ?? pointIdOf(id, curve, step)
      records.push({
        kind: 'point',
        id: pointId,
        list: null,
        fields: { personaId: id, stepId: step, curve, value, label, reason, guessed },
      })
    }
  }
  for (const { id, steps, ...fields } of map.stages) {
    records.push({ kind: 'stage', id, list: 'stages', fields: { duration: undefined, templateKey: undefined, ...fields } })
    for (const { id: stepId, title, templateKey } of steps) {
      records.push({ kind: 'step', id: stepId, list: id, fields: { stageId: id, title, templateKey } })
    }
  }
  for (const { id, cells, kind, title, span, color, collapsed, hidden, templateKey } of map.lanes) {
    records.push({ kind: 'lane', id, list: 'lanes', fields: { kind, title, span, color, collapsed, hidden, templateKey } })
    for (const { column, notes } of cells) {
      for (const note of notes) addNote(note, `${id}|${column}`, { laneId: id, columnId: column })
    }
  }
  const waiting = new Map<string, Note>(board.inbox.map((note) => [note.id, note]))
  for (const note of map.inbox) {
    const known = waiting.get(note.id ?? '')
    // A note whose lane was deleted keeps the name of it, so that it goes back when the lane comes back.
    addNote(note, 'inbox', { laneId: known?.laneId, columnId: known?.columnId })
  }
  return records
}

function noteFields({ text, color, mark, proof, icon, author, personas }: ReadableNote): Readonly<Record<string, unknown>> {
  return { text, color, mark, proof, icon, author, personaIds: personas }
}

/** A stage, a lane or a persona that was copied with its id by hand is one, where it stands first. */
function firstOfEachId(records: readonly Wanted[]): readonly Wanted[] {
  const first = new Map<string, Wanted>()
  for (const record of records) if (!first.has(record.id)) first.set(record.id, record)
  return [...first.values()]
}

/** The order key each record has to have: the one it has where the sequence allows, else a new one. */
function ordersOf(board: Board, records: readonly Wanted[]): ReadonlyMap<string, string> {
  const lists = new Map<string, Wanted[]>()
  for (const record of records) {
    if (record.list === null) continue
    const list = lists.get(record.list)
    if (list) list.push(record)
    else lists.set(record.list, [record])
  }
  const orders = new Map<string, string>()
  for (const list of lists.values()) {
    const known = list.map((record) => ({ id: record.id, order: orderIn(board, record) }))
    for (const { id, order } of isSorted(known) ? fillGaps(known) : renumber(known)) orders.set(id, order)
  }
  return orders
}

interface MaybeOrdered {
  readonly id: string
  readonly order: string | undefined
}

/** The order a record has in the list in which it is wanted; undefined if it is new there. */
function orderIn(board: Board, { kind, id, list }: Wanted): string | undefined {
  const record = recordOf(board, kind, id)
  if (!record || !isAlive(record) || !('order' in record)) return undefined
  if (kind === 'step') return (record as RecordOf['step']).stageId === list ? record.order : undefined
  if (kind !== 'note') return record.order
  const cell = cellOf(board, record as RecordOf['note'])
  const at = cell ? `${cell.laneId}|${cell.columnId}` : 'inbox'
  return at === list ? record.order : undefined
}

function isSorted(list: readonly MaybeOrdered[]): boolean {
  const known = list.flatMap(({ order }) => (order === undefined ? [] : [order]))
  return known.every((order, index) => index === 0 || (known[index - 1] ?? '') < order)
}

function fillGaps(list: readonly MaybeOrdered[]): Ordered[] {
  const filled: Ordered[] = []
  let at = 0
  while (at < list.length) {
    const item = list[at]
    if (item?.order !== undefined) {
      filled.push({ id: item.id, order: item.order })
      at += 1
      continue
    }
    let end = at + 1
    while (end < list.length && list[end]?.order === undefined) end += 1
    const after = list[end]
    const neighbours: Ordered[] = filled.slice(-1)
    const place = neighbours.length
    if (after?.order !== undefined) neighbours.push({ id: after.id, order: after.order })
    const keys = ordersAt(neighbours, place, end - at)
    list.slice(at, end).forEach(({ id }, index) => filled.push({ id, order: keys[index] ?? '' }))
    at = end
  }
  return filled
}

function renumber(list: readonly MaybeOrdered[]): Ordered[] {
  const keys = ordersAt([], 0, list.length)
  return list.map(({ id }, index) => ({ id, order: keys[index] ?? '' }))
}

function changesTo(board: Board, { kind, id, fields }: Wanted, order: string | undefined): Patch[] {
  const wanted = order === undefined ? fields : { ...fields, order }
  const full = RECORD_SCHEMAS[kind].parse({ id, ...withoutUndefined(wanted) })
  const before = recordOf(board, kind, id)
  if (!before) return [{ op: 'add', record: full }]
  const changed = changedFields(before, full, Object.keys(wanted))
  // What comes back had a life before: what it was given then, and does not have here, is taken away with its deletion.
  const set = isAlive(before) ? changed : { ...changed, deletedAt: undefined, deletedBy: undefined }
  // The fields come from the schema of the record's own kind, so they belong to its id.
  return Object.keys(set).length > 0 ? [{ op: 'set', id, fields: set } as SetPatch] : []
}

/** Fields of `after` that differ from `before`; among `keys` only, where given. */
function changedFields<T extends object>(before: T, after: T, keys: readonly string[] = Object.keys(after)): Partial<T> {
  const old = new Map<string, unknown>(Object.entries(before))
  const now = new Map<string, unknown>(Object.entries(after))
  const changed = keys.filter((key) => JSON.stringify(old.get(key)) !== JSON.stringify(now.get(key)))
  return Object.fromEntries(changed.map((key) => [key, now.get(key)])) as Partial<T>
}

/** What the board shows and the readable part no longer has. What the board does not show cannot be missed there. */
function removals(board: Board, records: readonly Wanted[], { now, by = BY_HAND }: HandEditContext): Patch[] {
  const kept = new Set<string>(records.map(({ id }) => id))
  return RECORD_KINDS.flatMap((kind) => shownIds(board, kind))
    .filter((id) => !kept.has(id))
    .map((id) => ({ op: 'set', id, fields: { deletedAt: now, deletedBy: by } }))
}

function shownIds(board: Board, kind: RecordKind): readonly AnyRecord['id'][] {
  switch (kind) {
    case 'persona':
      return board.personas.map(({ id }) => id)
    case 'stage':
      return board.stages.map(({ id }) => id)
    case 'step':
      return [...board.stepsOf.values()].flat().map(({ id }) => id)
    case 'lane':
      return board.lanes.map(({ id }) => id)
    case 'note':
      return [...board.notesIn.values(), board.inbox].flat().map(({ id }) => id)
    case 'point':
      return [...board.pointsOf.values()].flat().map(({ id }) => id)
    case 'conflict':
      // Not in the readable part, so that it can neither be missed nor be settled there.
      return []
  }
}

function recordOf(board: Board, kind: RecordKind, id: string): AnyRecord | undefined {
  return (board.records[kind] as ReadonlyMap<string, AnyRecord>).get(id)
}

function withoutUndefined(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
