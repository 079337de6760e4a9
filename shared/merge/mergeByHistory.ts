import type { Clash, MapDocument } from '../document/mapDocument'
import { isAlive, kindOfId, recordAt, type AnyRecord, type Board, type RecordId } from '../model/board'
import {
  conflictValueOf,
  DECIDED_FIELDS,
  sameConflictValue,
  type Conflict,
  type ConflictAbout,
  type ConflictRecordId,
  type ConflictValue,
  type DecidedField,
} from '../model/conflict'
import { conflictPatch, revivePatch } from '../model/conflictPatch'
import type { Patch } from '../model/patch'
import type { MergeOptions, MergeReport } from './mergeInto'
import { isNothing, sameContent } from './values'

/** Merge a copy that grew out of the same document: Yjs brings both together, and what it cannot know is written after it. */
export function mergeByHistory(ours: MapDocument, theirs: MapDocument, options: MergeOptions): MergeReport['by'] {
  const { by = '' } = options
  if (ours.holdsAllOf(theirs)) return []
  const clashes = ours.clashesWith(theirs).map((clash) => (clash.theirs.by === '' ? { ...clash, theirs: { ...clash.theirs, by } } : clash))
  const names = ours.authorsOfNewsIn(theirs)
  const before = { ours: ours.board(), theirs: theirs.board() }
  ours.receive(theirs.encodeSince(ours.stateVector()))
  const merged = ours.board()
  const outcomes = clashes.map((clash) => outcomeOf(clash, { ...before, merged }, options))
  const conflicts = outcomes.flatMap(({ conflict }) => (conflict && !merged.records.conflict.has(conflict.id) ? [conflict] : []))
  const patches = [...outcomes.flatMap(({ patches: some }) => some), ...conflicts.map((record): Patch => ({ op: 'add', record }))]
  if (patches.length > 0) ours.write(patches, { what: 'merge', count: patches.length })
  return names
}

interface Boards {
  readonly ours: Board
  readonly theirs: Board
  /** As Yjs brought them together. */
  readonly merged: Board
}

/** What follows from one clash: what to write so that the merged board is right, and whether somebody has to decide. */
interface Outcome {
  readonly patches: readonly Patch[]
  readonly conflict: Conflict | null
}

const NOTHING: Outcome = { patches: [], conflict: null }

function outcomeOf(clash: Clash, boards: Boards, options: MergeOptions): Outcome {
  const { about } = clash
  if (about !== 'map' && kindOfId(about) === 'conflict') return settledOutcome(clash, about, boards)
  // What is about a conflict went the other way.
  const id = about as ConflictAbout
  if (clash.field !== 'deleted') return fieldOutcome(clash, id, clash.field, boards, options)
  return id === 'map' ? NOTHING : deletionOutcome(clash, id, boards, options)
}

/** Two computers listed the same conflict, and on one of them somebody has decided: that holds. */
function settledOutcome({ apart, ours }: Clash, id: RecordId, boards: Boards): Outcome {
  const settled = recordAt(boards[ours.value === null ? 'theirs' : 'ours'].records, id)
  return apart && settled ? { patches: deletedLike(settled, boards.merged), conflict: null } : NOTHING
}

function deletedLike({ id, deletedAt, deletedBy }: AnyRecord, { records }: Board): readonly Patch[] {
  const now = recordAt(records, id)
  return now && isAlive(now) ? [{ op: 'set', id, fields: { deletedAt, deletedBy } }] : []
}

function deletionOutcome(clash: Clash, id: ConflictRecordId, boards: Boards, options: MergeOptions): Outcome {
  const { at } = options
  const base = baseFor(clash, options)
  const [keeper, deleter] = clash.ours.value === null ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const)
  const kept = recordAt(boards[keeper].records, id)
  const gone = recordAt(boards[deleter].records, id)
  if (!kept || !gone) return NOTHING
  // Each side made it and one took its own back; what the other side made, nobody has deleted.
  if (clash.apart) return { patches: [{ op: 'add', record: kept }], conflict: null }
  if (base && isAsInBase(kept, base) && !hasOpenConflict(boards[keeper], id))
    return { patches: deletedLike(gone, boards.merged), conflict: null }
  const conflict: Conflict = { id: clash.id, about: id, field: 'deleted', shown: clash[keeper], other: clash[deleter], at }
  return { patches: [revivePatch(id), ...valuesOf(id, kept, boards.merged)], conflict }
}

/** A record that is there again says what the one wrote who kept it. What the other one wrote before deleting it went with the deletion. */
function valuesOf(id: ConflictRecordId, kept: AnyRecord, merged: Board): readonly Patch[] {
  return DECIDED_FIELDS[kindOfId(id)].flatMap((field): readonly Patch[] => {
    const value = conflictValueOf(kept, field)
    return sameConflictValue(valueIn(merged, id, field), value) ? [] : [conflictPatch(id, field, value)]
  })
}

/** Whether a record has a second value that nobody has decided about: with the record it would go without anybody having seen it. */
function hasOpenConflict({ records }: Board, id: RecordId): boolean {
  return [...records.conflict.values()].some((conflict) => conflict.about === id && isAlive(conflict))
}

/** Whether nobody has really edited a record: it was moved and moved back, or an edit was undone. */
function isAsInBase(record: AnyRecord, base: Board): boolean {
  const kind = kindOfId(record.id)
  // An edit of one of these can be one in what depends on it, which the record itself does not show.
  if (kind === 'stage' || kind === 'step' || kind === 'persona') return false
  const before = recordAt(base.records, record.id)
  return before !== undefined && isAlive(before) && sameContent(before, record)
}

function fieldOutcome(clash: Clash, about: ConflictAbout, field: DecidedField, { merged }: Boards, options: MergeOptions): Outcome {
  const { at } = options
  const base = baseFor(clash, options)
  const now = valueIn(merged, about, field)
  const right = rightOf(clash, base && isIn(base, about) ? valueIn(base, about, field) : undefined)
  if (right) {
    const { value } = clash[right]
    return { patches: sameConflictValue(now, value) ? [] : [conflictPatch(about, field, value)], conflict: null }
  }
  const shown = sameConflictValue(now, clash.ours.value) ? clash.ours : clash.theirs
  const other = shown === clash.ours ? clash.theirs : clash.ours
  return { patches: [], conflict: { id: clash.id, about, field, shown, other, at } }
}

/** Whoever decided for the value of before has chosen it, though it looks as if nothing had been done. */
function baseFor({ decided }: Clash, { base }: MergeOptions): Board | undefined {
  return decided ? undefined : base
}

function isIn({ records }: Board, about: ConflictAbout): boolean {
  return about === 'map' || recordAt(records, about) !== undefined
}

function valueIn({ settings, records }: Board, about: ConflictAbout, field: DecidedField): ConflictValue {
  return conflictValueOf(about === 'map' ? settings : (recordAt(records, about) ?? {}), field)
}

/** The side whose value is plainly the one that is meant; null where somebody has to decide. `base` is absent where it is unknown. */
function rightOf({ ours, theirs, apart }: Clash, base: ConflictValue | undefined): 'ours' | 'theirs' | null {
  if (base !== undefined && sameConflictValue(ours.value, base)) return 'theirs'
  if (base !== undefined && sameConflictValue(theirs.value, base)) return 'ours'
  // Of two who set the same point only one may have said why; the other has not said anything against it.
  if (apart && isNothing(ours.value)) return 'theirs'
  return apart && isNothing(theirs.value) ? 'ours' : null
}
