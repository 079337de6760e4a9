import { compareByOrder } from '../base/order'
import { cellKey, isAlive, recordAt, type AnyRecord, type Board, type CellKey, type Records } from './board'
import { takesNotes } from './laneKinds'
import type { Conflict } from './conflict'
import type { MapSettings } from './mapSettings'
import type { ColumnId, Note, NoteId } from './note'
import type { PersonaId } from './persona'
import type { Point } from './point'
import type { Stage, StageId } from './stage'
import type { Step, StepId } from './step'

/** Which kinds of records changed from one reading to the next, and for notes and points, which ones. */
export interface RecordChange {
  readonly structure: boolean
  readonly noteIds: ReadonlySet<NoteId>
  readonly points: boolean
}

/**
 * Build the board from records.
 *
 * Given the board before and what changed since, everything that did not change is taken over: an edit of one
 * note rebuilds the list of its two cells and nothing else.
 */
export function buildBoard(settings: MapSettings, records: Records, before?: Board, change?: RecordChange): Board {
  if (before && change && !change.structure) {
    const notes = change.noteIds.size === 0 ? before : patchNotes(records, before, change.noteIds)
    return {
      ...before,
      settings,
      records,
      notesIn: notes.notesIn,
      inbox: notes.inbox,
      pointsOf: change.points ? keepLists(before.pointsOf, pointsByPersona(records, before)) : before.pointsOf,
      conflicts: keepList(before.conflicts, openConflicts(records)),
    }
  }
  const personas = aliveInOrder(records.persona)
  const stages = aliveInOrder(records.stage)
  const stepsOf = stepsByStage(records, stages)
  const lanes = aliveInOrder(records.lane)
  const frame: Board = {
    settings,
    records,
    personas,
    stages,
    stepsOf,
    lanes,
    notesIn: new Map(),
    inbox: [],
    pointsOf: new Map(),
    conflicts: openConflicts(records),
  }
  const board = { ...frame, ...placeNotes(frame), pointsOf: pointsByPersona(records, frame) }
  return before ? keepUnchanged(before, board) : board
}

/** Takes over every list that holds the same records as before, so that a layout can skip it by identity. */
function keepUnchanged(before: Board, now: Board): Board {
  return {
    ...now,
    personas: keepList(before.personas, now.personas),
    stages: keepList(before.stages, now.stages),
    lanes: keepList(before.lanes, now.lanes),
    inbox: keepList(before.inbox, now.inbox),
    stepsOf: keepLists(before.stepsOf, now.stepsOf),
    notesIn: keepLists(before.notesIn, now.notesIn),
    pointsOf: keepLists(before.pointsOf, now.pointsOf),
    conflicts: keepList(before.conflicts, now.conflicts),
  }
}

function keepList<T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] {
  return before?.length === now.length && now.every((item, i) => item === before[i]) ? before : now
}

function keepLists<K, T>(before: ReadonlyMap<K, readonly T[]>, now: ReadonlyMap<K, readonly T[]>): ReadonlyMap<K, readonly T[]> {
  const kept = new Map([...now].map(([key, list]): [K, readonly T[]] => [key, keepList(before.get(key), list)]))
  return kept.size === before.size && [...kept].every(([key, list]) => before.get(key) === list) ? before : kept
}

/** What a deleted record was about waits with it: who brings the record back is asked again. */
function openConflicts(records: Records): readonly Conflict[] {
  if (records.conflict.size === 0) return NO_CONFLICTS
  const isOpen = (conflict: Conflict): boolean => {
    if (!isAlive(conflict)) return false
    if (conflict.about === 'map') return true
    const record = recordAt(records, conflict.about)
    return record !== undefined && isAlive(record)
  }
  return [...records.conflict.values()].filter(isOpen).sort((a, b) => compareText(a.at, b.at) || compareText(a.id, b.id))
}

const NO_CONFLICTS: readonly Conflict[] = []

function aliveInOrder<T extends AnyRecord & { readonly order: string }>(map: ReadonlyMap<string, T>): T[] {
  return [...map.values()].filter(isAlive).sort(compareByOrder)
}

/**
 * Steps by stage, in order; at least one each.
 *
 * Two people may each take away one of a stage's two steps. If they deleted them, the stage shows the one that was
 * deleted first: an old deletion is the weakest wish. If they moved them, it shows a nameless step that is nowhere
 * written. Nothing is repaired in the document; a command that uses such a step makes it real first.
 */
function stepsByStage(records: Records, stages: readonly Stage[]): Map<StageId, readonly Step[]> {
  const byStage = new Map<StageId, Step[]>(stages.map((stage) => [stage.id, []]))
  const gone = new Map<StageId, Step[]>()
  for (const step of records.step.values()) {
    if (isAlive(step)) byStage.get(step.stageId)?.push(step)
    else if (byStage.has(step.stageId)) gone.set(step.stageId, [...(gone.get(step.stageId) ?? []), step])
  }
  for (const [stageId, steps] of byStage) {
    if (steps.length > 0) steps.sort(compareByOrder)
    else steps.push(standIn(records, stageId, gone.get(stageId) ?? []))
  }
  return byStage
}

function standIn(records: Records, stageId: StageId, gone: readonly Step[]): Step {
  const [first] = [...gone].sort((a, b) => compareText(a.deletedAt ?? '', b.deletedAt ?? '') || compareByOrder(a, b))
  if (first) {
    const { deletedAt: _when, deletedBy: _who, ...step } = first
    return step
  }
  // Made of the stage's id, so that every replica makes up the same step. 55 leaves room within the 64 of an id.
  let id: StepId = `step_of-${stageId.slice('stage_'.length).slice(0, 55)}`
  while (records.step.has(id)) id = `${id}-`
  return { id, stageId, order: 'a0', title: '' }
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function placeNotes(frame: Board): { notesIn: Map<CellKey, readonly Note[]>; inbox: readonly Note[] } {
  const notesIn = new Map<CellKey, Note[]>()
  const inbox: Note[] = []
  const shown = columnsShown(frame)
  for (const note of frame.records.note.values()) {
    if (!isAlive(note)) continue
    const key = placeOf(frame, shown, note)
    if (key === undefined) inbox.push(note)
    else {
      const cell = notesIn.get(key)
      if (cell) cell.push(note)
      else notesIn.set(key, [note])
    }
  }
  for (const cell of notesIn.values()) cell.sort(compareByOrder)
  return { notesIn, inbox: inbox.sort(compareByOrder) }
}

function columnsShown(board: Board): ReadonlySet<ColumnId> {
  const shown = new Set<ColumnId>()
  for (const stage of board.stages) {
    shown.add(stage.id)
    for (const step of board.stepsOf.get(stage.id) ?? []) shown.add(step.id)
  }
  return shown
}

function placeOf(board: Board, shown: ReadonlySet<ColumnId>, note: Note): CellKey | undefined {
  const { laneId, columnId } = note
  if (laneId === undefined || columnId === undefined || !shown.has(columnId)) return undefined
  const lane = board.records.lane.get(laneId)
  if (!lane || !isAlive(lane) || !takesNotes(lane.kind)) return undefined
  const isStage = columnId.startsWith('stage_')
  return (lane.span === 'stage') === isStage ? cellKey({ laneId, columnId }) : undefined
}

function patchNotes(
  records: Records,
  before: Board,
  changed: ReadonlySet<NoteId>,
): { notesIn: ReadonlyMap<CellKey, readonly Note[]>; inbox: readonly Note[] } {
  const frame: Board = { ...before, records }
  const shown = columnsShown(before)
  const touched = new Map<CellKey | 'inbox', Note[]>()
  const listOf = (key: CellKey | 'inbox'): Note[] => {
    const known = touched.get(key)
    if (known) return known
    const list = [...(key === 'inbox' ? before.inbox : (before.notesIn.get(key) ?? []))].filter((note) => !changed.has(note.id))
    touched.set(key, list)
    return list
  }
  for (const id of changed) {
    const old = before.records.note.get(id)
    if (old && isAlive(old)) listOf(placeOf(before, shown, old) ?? 'inbox')
    const now = records.note.get(id)
    if (now && isAlive(now)) listOf(placeOf(frame, shown, now) ?? 'inbox').push(now)
  }
  const notesIn = new Map(before.notesIn)
  let inbox = before.inbox
  for (const [key, list] of touched) {
    list.sort(compareByOrder)
    if (key === 'inbox') inbox = list
    else if (list.length > 0) notesIn.set(key, list)
    else notesIn.delete(key)
  }
  return { notesIn, inbox }
}

function pointsByPersona(
  records: Records,
  { personas, stages, stepsOf }: Pick<Board, 'personas' | 'stages' | 'stepsOf'>,
): Map<PersonaId, readonly Point[]> {
  // By the order of the stages: `stepsOf` is the same object after a stage moved, so its own order says nothing.
  const place = new Map<StepId, number>()
  for (const stage of stages) for (const step of stepsOf.get(stage.id) ?? []) place.set(step.id, place.size)
  const byPersona = new Map<PersonaId, Point[]>(personas.map((persona) => [persona.id, []]))
  for (const point of records.point.values()) {
    if (isAlive(point) && place.has(point.stepId)) byPersona.get(point.personaId)?.push(point)
  }
  for (const points of byPersona.values()) points.sort((a, b) => (place.get(a.stepId) ?? 0) - (place.get(b.stepId) ?? 0))
  return byPersona
}
