import * as Y from 'yjs'
import { isAlive, recordAt, type AnyRecord, type Board, type RecordId } from '../model/board'
import {
  conflictIdOf,
  conflictValueOf,
  DECIDED_FIELDS,
  sameConflictValue,
  type ConflictField,
  type ConflictId,
  type ConflictSide,
  type ConflictValue,
} from '../model/conflict'
import type { RecordKind } from '../model/ids'
import { RECORD_KINDS } from '../model/schemas'
import { writerIn } from './authors'
import type { Author, Clash } from './mapDocument'
import type { Roots } from './writePatches'

/** What finding clashes needs of one of the two documents. */
export interface Replica {
  readonly roots: Roots
  readonly board: Board
  readonly stateVector: StateVector
  /** Who a client's person is; null where nobody has said. */
  readonly authorOf: (client: number) => Author | null
}

/** How many writings of each client a document has. */
export type StateVector = ReadonlyMap<number, number>

interface Side extends Replica {
  /** Whether the other side does not know a writing. */
  readonly isNews: (item: Y.Item) => boolean
  /** The keys of every record that were written without the other side's knowing. */
  readonly news: ReadonlyMap<string, ReadonlyMap<string, Y.Item>>
  /** The last such writing for every record that was edited, itself or in what depends on it. */
  readonly touched: ReadonlyMap<string, Y.Item>
}

/** Both documents, or what they have of one record. */
interface Both<T> {
  readonly ours: T
  readonly theirs: T
}

const SETTINGS = 'map'

/** Keys that others change in passing: a note makes room for another one. */
const IN_PASSING: ReadonlySet<string> = new Set(['order'])

/**
 * What two documents of one history changed apart from each other.
 *
 * Yjs has an id for every writing of a key, and a list of the writings that a document knows. Of two different values the
 * one that the other side knew and wrote over is no clash; where neither side knew the other's, somebody has to decide.
 */
export function findClashes(ours: Replica, theirs: Replica): readonly Clash[] {
  const sides: Both<Side> = { ours: sideOf(ours, theirs), theirs: sideOf(theirs, ours) }
  const decisions = decisionClashes(sides)
  const decided = new Set(decisions.map(({ about, field }) => `${about} ${field}`))
  const clashes: Clash[] = []
  for (const kind of RECORD_KINDS) {
    for (const id of ours.roots[kind].keys()) {
      // What only one side touched is that side's, and nearly everything is.
      if (sides.ours.touched.has(id) && sides.theirs.touched.has(id)) clashes.push(...clashesOf(kind, id as RecordId, sides))
    }
  }
  clashes.push(...fieldClashes(SETTINGS, SETTINGS, { ours: ours.board.settings, theirs: theirs.board.settings }, sides, false))
  return [...clashes.filter(({ about, field }) => !decided.has(`${about} ${field}`)), ...decisions]
}

/**
 * Conflicts that both sides have decided, each in its own way.
 *
 * Keeping what is shown writes nothing into the record, so the other decision would stand alone and take that value away for good.
 */
function decisionClashes(sides: Both<Side>): readonly Clash[] {
  const clashes: Clash[] = []
  for (const id of sides.ours.roots.conflict.keys()) {
    const ours = sides.ours.news.get(id)?.get('deletedAt')
    const theirs = sides.theirs.news.get(id)?.get('deletedAt')
    const conflict = sides.ours.board.records.conflict.get(id as ConflictId)
    if (!ours || !theirs || !conflict || isAlive(conflict) || !isDecided(sides.theirs, id)) continue
    const { about, field } = conflict
    const value = { ours: valueIn(sides.ours.board, about, field), theirs: valueIn(sides.theirs.board, about, field) }
    if (value.ours === undefined || value.theirs === undefined || sameConflictValue(value.ours, value.theirs)) continue
    clashes.push({
      id: idOfClash(about, field, ours, theirs),
      about,
      field,
      ours: { value: value.ours, ...writerOf(ours, sides) },
      theirs: { value: value.theirs, ...writerOf(theirs, sides) },
      apart: false,
      decided: true,
    })
  }
  return clashes
}

function isDecided({ board }: Side, id: string): boolean {
  const conflict = board.records.conflict.get(id as ConflictId)
  return conflict !== undefined && !isAlive(conflict)
}

/** What a side has there by now; undefined where it has no such record, or has deleted it and the conflict is about something else. */
function valueIn({ settings, records }: Board, about: RecordId | 'map', field: ConflictField): ConflictValue | undefined {
  const record = about === 'map' ? settings : recordAt(records, about)
  if (!record) return undefined
  const deletedAt = 'deletedAt' in record ? record.deletedAt : undefined
  if (field === 'deleted') return deletedAt ?? null
  return deletedAt === undefined ? conflictValueOf(record, field) : undefined
}

function sideOf(replica: Replica, { stateVector: known, board: other }: Replica): Side {
  const news = new Map<string, ReadonlyMap<string, Y.Item>>()
  const touched = new Map<string, Y.Item>()
  const isNews = (item: Y.Item): boolean => (known.get(item.id.client) ?? 0) <= item.id.clock
  news.set(SETTINGS, newsOf(replica.roots.map, isNews))
  for (const kind of RECORD_KINDS) {
    for (const id of replica.roots[kind].keys()) {
      const record = replica.roots[kind].get(id)
      const ofRecord = record instanceof Y.Map ? newsOf(record, isNews) : NO_NEWS
      if (ofRecord.size === 0) continue
      news.set(id, ofRecord)
      let edit: Y.Item | undefined
      for (const [key, item] of ofRecord) if (!IN_PASSING.has(key)) edit = laterOf(edit, item)
      if (!edit) continue
      for (const edited of editedWith(replica.board, id as RecordId, other)) touched.set(edited, laterOf(touched.get(edited), edit))
    }
  }
  return { ...replica, isNews, news, touched }
}

/** Whichever comes out last: every replica has to name the same one, in whatever order it got to know them. */
function laterOf(a: Y.Item | undefined, b: Y.Item): Y.Item {
  if (!a) return b
  return (a.id.clock - b.id.clock || a.id.client - b.id.client) > 0 ? a : b
}

const NO_NEWS: ReadonlyMap<string, Y.Item> = new Map()

/** The newest writing of each key, where it is one that the other side does not know. */
function newsOf(map: Y.Map<unknown>, isNews: (item: Y.Item) => boolean): ReadonlyMap<string, Y.Item> {
  let news: Map<string, Y.Item> | undefined
  for (const [key, item] of map._map) if (isNews(item)) (news ??= new Map<string, Y.Item>()).set(key, item)
  return news ?? NO_NEWS
}

/**
 * What somebody edits who edits a record.
 *
 * An open conflict that the other side has not listed is an edit of what it is about: the value that is not shown may be one that only it
 * still holds, since Yjs chose the other one.
 */
function editedWith(board: Board, id: RecordId, other: Board): readonly string[] {
  const conflict = board.records.conflict.get(id as ConflictId)
  if (!conflict || !isAlive(conflict) || conflict.about === 'map' || other.records.conflict.has(conflict.id)) return withParents(board, id)
  return [id, ...withParents(board, conflict.about)]
}

/**
 * A record and those without which it is not on the board: who sets a point at a step edits the step, as far as somebody
 * who deletes that step is concerned. Notes outlive their cell, in the inbox.
 */
function withParents({ records }: Board, id: RecordId): readonly string[] {
  const record = recordAt(records, id)
  if (!record || !isAlive(record)) return [id]
  if ('stageId' in record) return [id, record.stageId]
  if (!('stepId' in record)) return [id]
  const stageId = records.step.get(record.stepId)?.stageId
  return [id, record.personaId, record.stepId, ...(stageId === undefined ? [] : [stageId])]
}

function clashesOf(kind: RecordKind, id: RecordId, sides: Both<Side>): readonly Clash[] {
  const ours = recordAt(sides.ours.board.records, id)
  const theirs = recordAt(sides.theirs.board.records, id)
  if (!ours || !theirs) return []
  const apart = !sameItem(containerOf(kind, id, sides.ours), containerOf(kind, id, sides.theirs))
  if (isAlive(ours) && isAlive(theirs)) return fieldClashes(kind, id, { ours, theirs }, sides, apart)
  if (isAlive(ours)) return deletionClash(kind, theirs, { deleted: sides.theirs, kept: sides.ours }, sides, apart)
  return isAlive(theirs) ? deletionClash(kind, ours, { deleted: sides.ours, kept: sides.theirs }, sides, apart) : []
}

/** The writing that put the record into the document. */
function containerOf(kind: RecordKind, id: RecordId, { roots }: Side): Y.Item | undefined {
  return roots[kind]._map.get(id)
}

function sameItem(a: Y.Item | undefined, b: Y.Item | undefined): boolean {
  return a !== undefined && b !== undefined && markOf(a) === markOf(b)
}

/** One side deleted what the other one edited. */
function deletionClash(
  kind: RecordKind,
  gone: AnyRecord,
  { deleted, kept }: { readonly deleted: Side; readonly kept: Side },
  sides: Both<Side>,
  apart: boolean,
): readonly Clash[] {
  const { id } = gone
  const deletion = writingOf(kind, id, 'deletedAt', deleted, apart)
  const edit = kept.touched.get(id)
  // A deletion that the other side has seen and taken back is no clash.
  if (!deletion || !edit) return []
  const away: ConflictSide = { value: gone.deletedAt ?? null, by: gone.deletedBy ?? writerOf(deletion, sides).by }
  const there: ConflictSide = { value: null, ...writerOf(edit, sides) }
  const [ours, theirs] = deleted === sides.ours ? [away, there] : [there, away]
  return [{ id: idOfClash(id, 'deleted', deletion, edit), about: id, field: 'deleted', ours, theirs, apart, decided: false }]
}

function fieldClashes(
  kind: RecordKind | 'map',
  id: RecordId | 'map',
  records: Both<object>,
  sides: Both<Side>,
  apart: boolean,
): readonly Clash[] {
  return DECIDED_FIELDS[kind].flatMap((field) => {
    const value: Both<ConflictValue> = { ours: conflictValueOf(records.ours, field), theirs: conflictValueOf(records.theirs, field) }
    if (sameConflictValue(value.ours, value.theirs)) return []
    const ours = writingOf(kind, id, field, sides.ours, apart)
    const theirs = writingOf(kind, id, field, sides.theirs, apart)
    if (!ours || !theirs) return []
    return [
      {
        id: idOfClash(id, field, ours, theirs),
        about: id,
        field,
        ours: { value: value.ours, ...writerOf(ours, sides) },
        theirs: { value: value.theirs, ...writerOf(theirs, sides) },
        apart,
        decided: false,
      },
    ]
  })
}

/** The writing of a field, where the other side does not know it. In a record made apart, what was left out was left out on purpose. */
function writingOf(
  kind: RecordKind | 'map',
  id: RecordId | 'map',
  field: ConflictField | 'deletedAt',
  side: Side,
  apart: boolean,
): Y.Item | undefined {
  const news = side.news.get(id)
  const written = field === 'place' ? (news?.get('laneId') ?? news?.get('columnId')) : news?.get(field)
  if (written || !apart || kind === 'map' || id === 'map') return written
  const container = containerOf(kind, id, side)
  return container && side.isNews(container) ? container : undefined
}

function idOfClash(about: RecordId | 'map', field: ConflictField, ours: Y.Item, theirs: Y.Item): ConflictId {
  return conflictIdOf(about, field, [markOf(ours), markOf(theirs)])
}

function markOf({ id }: Y.Item): string {
  return `${id.client}.${id.clock}`
}

/** Either side may know whose client that is. */
function writerOf({ id }: Y.Item, { ours, theirs }: Both<Side>): Omit<ConflictSide, 'value'> {
  return writerIn(ours.authorOf(id.client) ?? theirs.authorOf(id.client))
}
