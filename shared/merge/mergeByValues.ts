import { writerIn } from '../document/authors'
import type { MapDocument } from '../document/mapDocument'
import { cellExists, isAlive, kindOfId, recordAt, type AnyRecord, type Board, type RecordId } from '../model/board'
import {
  conflictIdOf,
  conflictValueOf,
  DECIDED_FIELDS,
  sameConflictValue,
  type Conflict,
  type ConflictAbout,
  type ConflictRecordId,
  type ConflictSide,
  type ConflictValue,
  type DecidedField,
} from '../model/conflict'
import { conflictPatch } from '../model/conflictPatch'
import type { Patch, SetPatch } from '../model/patch'
import { contentOf, RECORD_KINDS } from '../model/schemas'
import { incomingOrders, listOf } from './incoming'
import type { MergeOptions, MergeReport } from './mergeInto'
import { fieldsIn, isNothing, mergedMembers, sameContent, sameField } from './values'

/**
 * Merge a copy without a common history: one of the two was put together anew, from the readable part of its file.
 *
 * What both have is compared value by value. With a base it is known who changed something; without one, two different values
 * are two opinions. Of what nobody has to decide about (colours, order) ours stays.
 */
export function mergeByValues(ours: MapDocument, theirs: MapDocument, options: MergeOptions): MergeReport['by'] {
  const merge = new ValueMerge(ours, theirs, options)
  const { patches, conflicts, by } = merge.run()
  const all = [...patches, ...conflicts.map((record): Patch => ({ op: 'add', record }))]
  if (all.length > 0) ours.write(all, { what: 'merge', count: all.length })
  return by
}

/** The two make one value, the place. */
const PLACE: ReadonlySet<string> = new Set(['laneId', 'columnId'])

type Writer = Omit<ConflictSide, 'value'>

class ValueMerge {
  readonly #ours: MapDocument
  readonly #theirs: MapDocument
  readonly #here: Board
  readonly #there: Board
  readonly #options: MergeOptions
  readonly #patches: Patch[] = []
  readonly #conflicts: Conflict[] = []
  readonly #by = new Set<string>()
  /** Records of theirs that get a place in a list of ours, by list. */
  readonly #incoming = new Map<string, Set<RecordId>>()
  readonly #added: AnyRecord[] = []
  readonly #moved: AnyRecord[] = []

  constructor(ours: MapDocument, theirs: MapDocument, options: MergeOptions) {
    this.#ours = ours
    this.#theirs = theirs
    this.#options = options
    this.#here = ours.board()
    this.#there = theirs.board()
  }

  run(): { readonly patches: readonly Patch[]; readonly conflicts: readonly Conflict[]; readonly by: readonly string[] } {
    this.#mergeSettings()
    for (const kind of RECORD_KINDS) {
      const theirs: ReadonlyMap<string, AnyRecord> = this.#there.records[kind]
      for (const record of theirs.values()) this.#mergeRecord(record, recordAt(this.#here.records, record.id))
      if (kind !== 'conflict') for (const record of this.#here.records[kind].values()) if (!theirs.has(record.id)) this.#missing(record)
    }
    this.#place()
    return { patches: this.#patches, conflicts: this.#conflicts, by: [...this.#by] }
  }

  #mergeSettings(): void {
    const [ours, theirs, base] = [this.#here.settings, this.#there.settings, this.#options.base?.settings]
    for (const field of DECIDED_FIELDS.map) this.#decide('map', field, ours, theirs, base)
    const [here, there, was] = [fieldsIn(ours), fieldsIn(theirs), fieldsIn(base)]
    for (const [field, value] of there) {
      const isTheirs = base && sameField(here.get(field), was.get(field)) && !sameField(here.get(field), value)
      if (isTheirs && !DECIDED_FIELDS.map.some((name) => name === field)) this.#patches.push({ op: 'settings', fields: { [field]: value } })
    }
  }

  #mergeRecord(theirs: AnyRecord, ours: AnyRecord | undefined): void {
    const base = this.#options.base && recordAt(this.#options.base.records, theirs.id)
    if (!ours) {
      // What the base has and ours has not was taken away here; it comes back only if they went on with it.
      if (isAlive(theirs) && !(base && sameContent(base, theirs))) this.#add(theirs)
    } else if (isAlive(ours) !== isAlive(theirs)) this.#mergeDeletion(ours, theirs, base)
    else if (isAlive(ours)) this.#mergeFields(ours, theirs, base)
  }

  /** Theirs has no trace of it: a map put together anew has no deleted records. */
  #missing(ours: AnyRecord): void {
    const base = this.#options.base && recordAt(this.#options.base.records, ours.id)
    if (!base || !isAlive(base) || !isAlive(ours)) return
    const gone = { ...base, deletedAt: this.#options.at, deletedBy: this.#options.by ?? '' }
    this.#mergeDeletion(ours, gone, base)
  }

  #mergeDeletion(ours: AnyRecord, theirs: AnyRecord, base: AnyRecord | undefined): void {
    const [kept, gone] = isAlive(ours) ? [ours, theirs] : [theirs, ours]
    const { id } = kept
    if (kindOfId(id) === 'conflict') {
      // Whoever has decided has decided for both.
      if (isAlive(ours)) this.#patches.push(deletion(gone))
      return
    }
    const about = id as ConflictRecordId
    if (base && !isAlive(base)) {
      if (!isAlive(ours)) this.#add(theirs)
      return
    }
    if (sameContent(kept, base ?? gone)) {
      if (isAlive(ours)) this.#patches.push(deletion(gone))
      return
    }
    // Of what went and what was edited only the edit can differ from one merge to the next.
    const conflictId = conflictIdOf(about, 'deleted', [
      'deleted',
      JSON.stringify(contentOf(kindOfId(id)).map((field) => fieldsIn(kept).get(field))),
    ])
    if (this.#here.records.conflict.has(conflictId)) return
    if (!isAlive(ours)) this.#add(theirs)
    const away = { value: gone.deletedAt ?? null, by: gone.deletedBy ?? '' }
    const shown = { value: null, ...(isAlive(ours) ? this.#ourAuthor(about) : this.#theirAuthor(about)) }
    this.#conflicts.push({ id: conflictId, about, field: 'deleted', shown, other: away, at: this.#options.at })
  }

  #mergeFields(ours: AnyRecord, theirs: AnyRecord, base: AnyRecord | undefined): void {
    const kind = kindOfId(ours.id)
    if (kind === 'conflict') return
    const decided: readonly DecidedField[] = DECIDED_FIELDS[kind]
    for (const field of decided) this.#decide(ours.id as ConflictAbout, field, ours, theirs, base)
    const [here, there, was] = [fieldsIn(ours), fieldsIn(theirs), fieldsIn(base)]
    const taken: Record<string, unknown> = {}
    for (const field of contentOf(kind)) {
      if (PLACE.has(field) || decided.some((name) => name === field)) continue
      const [mine, yours] = [here.get(field), there.get(field)]
      if (sameField(mine, yours)) continue
      if (field === 'personaIds') taken[field] = mergedMembers(mine, yours, base && was.get(field))
      else if (base && sameField(mine, was.get(field))) taken[field] = yours
    }
    if (Object.keys(taken).length === 0) return
    this.#from(this.#theirAuthor(ours.id).by)
    // The fields are those of the record's own kind.
    this.#patches.push({ op: 'set', id: ours.id, fields: taken })
  }

  #decide(about: ConflictAbout, field: DecidedField, ours: object, theirs: object, base: object | undefined): void {
    const [mine, yours] = [conflictValueOf(ours, field), conflictValueOf(theirs, field)]
    const was = base && conflictValueOf(base, field)
    if (sameConflictValue(mine, yours) || (field === 'place' && this.#lostItsCell(yours, was))) return
    if (was !== undefined && sameConflictValue(yours, was)) return
    if ((was !== undefined && sameConflictValue(mine, was)) || (field !== 'place' && isNothing(mine))) this.#take(about, field, yours)
    else if (field === 'place' || !isNothing(yours)) this.#list(about, field, mine, yours)
  }

  /**
   * Whether a note of theirs is in the inbox only because its cell is gone there, as far as anybody can tell: a map that was
   * put together anew does not know of which cell it was.
   */
  #lostItsCell(yours: ConflictValue, was: ConflictValue | undefined): boolean {
    const isThere = (place: ConflictValue | undefined): boolean =>
      typeof place === 'object' && place !== null && cellExists(this.#there, place)
    return !isThere(yours) && !isThere(was)
  }

  #take(about: ConflictAbout, field: DecidedField, value: ConflictValue): void {
    this.#from(this.#theirAuthor(about, field).by)
    const record = about === 'map' ? undefined : recordAt(this.#there.records, about)
    if (field === 'place' && record) this.#comeIn(record, this.#moved)
    else this.#patches.push(conflictPatch(about, field, value))
  }

  #list(about: ConflictAbout, field: DecidedField, mine: ConflictValue, yours: ConflictValue): void {
    const id = conflictIdOf(about, field, [markOf(mine), markOf(yours)])
    const { conflict } = this.#here.records
    const decided = [...conflict.values()].some(
      (known) =>
        !isAlive(known) &&
        known.about === about &&
        known.field === field &&
        (sameConflictValue(known.other.value, yours) || sameConflictValue(known.shown.value, yours)),
    )
    // Their value has been seen and decided about; it is still there only because their file was not written since.
    if (decided || conflict.has(id)) return
    const [shown, other] = [
      { value: mine, ...this.#ourAuthor(about, field) },
      { value: yours, ...this.#theirAuthor(about, field) },
    ]
    this.#conflicts.push({ id, about, field, shown, other, at: this.#options.at })
  }

  #add(theirs: AnyRecord): void {
    this.#from(this.#theirAuthor(theirs.id).by)
    this.#comeIn(theirs, this.#added)
  }

  #comeIn(record: AnyRecord, how: AnyRecord[]): void {
    how.push(record)
    const list = listOf(this.#there, record)
    if (list === null) return
    const ids = this.#incoming.get(list)
    if (ids) ids.add(record.id)
    else this.#incoming.set(list, new Set([record.id]))
  }

  #place(): void {
    const orders = incomingOrders(this.#here, this.#there, this.#incoming)
    for (const record of this.#added) {
      const order = orders.get(record.id)
      const placed = order === undefined ? record : ({ ...record, order } as AnyRecord)
      // One that was deleted here still has fields, and what theirs lacks of them is gone.
      const old = recordAt(this.#here.records, record.id)
      const lacks = old ? Object.keys(old).filter((field) => field !== 'id' && !(field in placed)) : []
      const without = { op: 'set', id: record.id, fields: Object.fromEntries(lacks.map((field) => [field, undefined])) } as SetPatch
      this.#patches.push({ op: 'add', record: placed }, ...(lacks.length > 0 ? [without] : []))
    }
    for (const record of this.#moved) {
      const order = orders.get(record.id)
      // Only notes have a place.
      this.#patches.push({
        op: 'set',
        id: record.id,
        fields: { ...placeIn(record), ...(order === undefined ? {} : { order }) },
      } as SetPatch)
    }
  }

  #from(name: string): void {
    if (name !== '') this.#by.add(name)
  }

  #ourAuthor(about: ConflictAbout, field?: DecidedField): Writer {
    return writerIn(this.#ours.authorOf(about, keyOf(field)))
  }

  #theirAuthor(about: RecordId | 'map', field?: DecidedField): Writer {
    const author = this.#theirs.authorOf(about, keyOf(field))
    return author ? writerIn(author) : { by: this.#options.by ?? '' }
  }
}

function deletion({ id, deletedAt, deletedBy }: AnyRecord): Patch {
  return { op: 'set', id, fields: { deletedAt, deletedBy } }
}

function placeIn(record: AnyRecord): object {
  const fields = fieldsIn(record)
  return { laneId: fields.get('laneId'), columnId: fields.get('columnId') }
}

/** What stands for a value in the id of a conflict. */
function markOf(value: ConflictValue): string {
  return typeof value === 'object' && value !== null ? `${value.laneId} ${value.columnId}` : JSON.stringify(value)
}

/** The key of the document that says who wrote a field. */
function keyOf(field: DecidedField | undefined): string | undefined {
  return field === 'place' ? 'laneId' : field
}
