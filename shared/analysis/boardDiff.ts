import { keptInOrder } from '../base/sequence'
import type { Board, RecordId } from '../model/board'
import type { RecordKind } from '../model/ids'
import type { MapSettings } from '../model/mapSettings'
import { contentOf } from '../model/schemas'
import { readingOrder } from './readingOrder'

/**
 * One thing in which two boards differ.
 *
 * `changed` names the fields that differ, with `place` among them where it went elsewhere too, or `order` where it only changed its place in its
 * list; `moved` has one of these two alone. `added` and `removed` have no fields.
 */
export interface BoardChange {
  readonly id: RecordId | 'map'
  readonly kind: RecordKind | 'map'
  readonly what: 'added' | 'changed' | 'moved' | 'removed'
  readonly fields: readonly string[]
}

/** How many changes there are of each sort; points of the emotion curves are counted apart. */
export interface DiffCounts {
  readonly added: number
  readonly changed: number
  readonly moved: number
  readonly removed: number
  readonly points: number
}

/** In the order of the board: the map, personas, stages with their steps, lanes from cell to cell, the inbox. */
export interface BoardDiff {
  readonly changes: readonly BoardChange[]
  readonly counts: DiffCounts
}

/**
 * What became of one board in another.
 *
 * It compares what people see. Order keys mean nothing of their own (a version that was read back has other ones), so only the sequence counts,
 * and of that only what really moved: a note put between two others moves neither. Steps come and go with their stage and are not listed beside
 * it. Notes whose lane or column went are listed as moved, because they are in the inbox now.
 */
export function diffBoards(before: Board, after: Board): BoardDiff {
  const changes: BoardChange[] = []
  const settings = settingsChanged(before.settings, after.settings)
  if (settings.length > 0) changes.push({ id: 'map', kind: 'map', what: 'changed', fields: settings })
  const was = shownIn(before)
  const is = shownIn(after)
  const kept = keptItems(was, is)
  for (const id of readingOrder(before, after)) {
    const change = changeOf(id, was.items.get(id), is.items.get(id), kept.has(id))
    if (change && !isImplied(id, change, was, is)) changes.push(change)
  }
  return { changes, counts: countsOf(changes) }
}

/** Whether two boards look alike. */
export function isEmptyDiff(diff: BoardDiff): boolean {
  return diff.changes.length === 0
}

type DiffedKind = 'persona' | 'stage' | 'step' | 'lane' | 'note' | 'point'

/** A record that a board shows, and in which of its lists. */
interface Shown {
  readonly kind: DiffedKind
  readonly record: object
  readonly list: string
}

interface ShownBoard {
  readonly items: ReadonlyMap<RecordId, Shown>
  readonly lists: ReadonlyMap<string, readonly RecordId[]>
}

const INBOX = 'inbox'

function shownIn(board: Board): ShownBoard {
  const items = new Map<RecordId, Shown>()
  const lists = new Map<string, readonly RecordId[]>()
  const add = (kind: DiffedKind, list: string, records: readonly { readonly id: RecordId }[]): void => {
    lists.set(
      list,
      records.map(({ id }) => id),
    )
    for (const record of records) items.set(record.id, { kind, record, list })
  }
  add('persona', 'personas', board.personas)
  add('stage', 'stages', board.stages)
  for (const [stageId, steps] of board.stepsOf) add('step', stageId, steps)
  add('lane', 'lanes', board.lanes)
  for (const [cell, notes] of board.notesIn) add('note', cell, notes)
  add('note', INBOX, board.inbox)
  for (const [personaId, points] of board.pointsOf) add('point', personaId, points)
  return { items, lists }
}

/** Everything that stands where it stood relative to its neighbours. */
function keptItems(was: ShownBoard, is: ShownBoard): ReadonlySet<RecordId> {
  const kept = new Set<RecordId>()
  for (const [list, after] of is.lists) for (const id of keptInOrder(was.lists.get(list) ?? [], after)) kept.add(id)
  return kept
}

function changeOf(id: RecordId, before: Shown | undefined, after: Shown | undefined, kept: boolean): BoardChange | null {
  if (!before) return after ? { id, kind: after.kind, what: 'added', fields: [] } : null
  if (!after) return { id, kind: before.kind, what: 'removed', fields: [] }
  const fields = before.record === after.record ? [] : [...differing(CONTENT[after.kind], before.record, after.record)]
  const what = fields.length > 0 ? 'changed' : 'moved'
  if (before.list !== after.list) fields.push('place')
  else if (!kept && after.kind !== 'point') fields.push('order')
  return fields.length > 0 ? { id, kind: after.kind, what, fields } : null
}

/** A step of a stage that came or went as a whole. */
function isImplied(id: RecordId, { kind, what }: BoardChange, was: ShownBoard, is: ShownBoard): boolean {
  if (kind !== 'step' || (what !== 'added' && what !== 'removed')) return false
  const [here, there] = what === 'added' ? [is, was] : [was, is]
  const stageId = here.items.get(id)?.list
  return stageId !== undefined && !there.items.has(stageId as RecordId)
}

function countsOf(changes: readonly BoardChange[]): DiffCounts {
  const counts = { added: 0, changed: 0, moved: 0, removed: 0, points: 0 }
  for (const { kind, what } of changes) counts[kind === 'point' ? 'points' : what] += 1
  return counts
}

/** Where a record is, is compared by what the board shows. */
const PLACE: ReadonlySet<string> = new Set(['laneId', 'columnId', 'stageId'])

const CONTENT: Readonly<Record<DiffedKind, readonly string[]>> = {
  persona: saidBy('persona'),
  stage: saidBy('stage'),
  step: saidBy('step'),
  lane: saidBy('lane'),
  note: saidBy('note'),
  point: saidBy('point'),
}

function saidBy(kind: DiffedKind): readonly string[] {
  return contentOf(kind).filter((field) => !PLACE.has(field))
}

const SETTINGS = ['title', 'kind', 'state', 'scenario', 'criticalThreshold', 'hypotheses'] as const satisfies readonly (keyof MapSettings)[]

function settingsChanged(before: MapSettings, after: MapSettings): readonly string[] {
  return before === after ? [] : differing(SETTINGS, before, after)
}

function differing(fields: readonly string[], before: object, after: object): readonly string[] {
  const was: ReadonlyMap<string, unknown> = new Map(Object.entries(before))
  const is: ReadonlyMap<string, unknown> = new Map(Object.entries(after))
  return fields.filter((field) => !sameValue(was.get(field), is.get(field)))
}

/** Values of records are plain, or sets of ids written as lists. */
function sameValue(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b
  const members = new Set<unknown>(a)
  return members.size === new Set<unknown>(b).size && b.every((member) => members.has(member))
}
