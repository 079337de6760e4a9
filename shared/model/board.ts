import type { Conflict, ConflictId } from './conflict'
import type { RecordKind } from './ids'
import { carriesProof, takesNotes } from './laneKinds'
import type { Lane, LaneId } from './lane'
import type { MapSettings } from './mapSettings'
import type { Cell, ColumnId, Note, NoteId } from './note'
import type { Persona, PersonaId } from './persona'
import type { Point, PointId } from './point'
import type { Stage, StageId } from './stage'
import type { Step, StepId } from './step'

/** Every kind of record, by the name of its root map. */
export interface RecordOf {
  readonly persona: Persona
  readonly stage: Stage
  readonly step: Step
  readonly lane: Lane
  readonly note: Note
  readonly point: Point
  readonly conflict: Conflict
}
export type AnyRecord = RecordOf[keyof RecordOf]
export type RecordId = AnyRecord['id']

export function kindOfId(id: RecordId): RecordKind {
  return id.slice(0, id.indexOf('_')) as RecordKind
}

/** The record of that id, deleted or not. */
export function recordAt(records: Records, id: RecordId): AnyRecord | undefined {
  const ofKind: ReadonlyMap<RecordId, AnyRecord> = records[kindOfId(id)]
  return ofKind.get(id)
}

/** The records of a map, deleted ones included, as they were read. */
export interface Records {
  readonly persona: ReadonlyMap<PersonaId, Persona>
  readonly stage: ReadonlyMap<StageId, Stage>
  readonly step: ReadonlyMap<StepId, Step>
  readonly lane: ReadonlyMap<LaneId, Lane>
  readonly note: ReadonlyMap<NoteId, Note>
  readonly point: ReadonlyMap<PointId, Point>
  readonly conflict: ReadonlyMap<ConflictId, Conflict>
}

/**
 * A whole map, read-only: what commands plan on, the layout draws and exports write.
 *
 * Only what is alive is in the lists; a record that was deleted, or whose stage, step, lane or persona was, is
 * left out (a note goes to the inbox instead). Unchanged parts are the same objects from one board to the next,
 * so that a layout can skip them by identity.
 */
export interface Board {
  readonly settings: MapSettings
  readonly records: Records
  /** In order. */
  readonly personas: readonly Persona[]
  /** In order. Every stage in the list has at least one step in `stepsOf`. */
  readonly stages: readonly Stage[]
  readonly stepsOf: ReadonlyMap<StageId, readonly Step[]>
  /** In order, hidden ones included. */
  readonly lanes: readonly Lane[]
  /** In order; cells without notes are absent. Key: `cellKey`. */
  readonly notesIn: ReadonlyMap<CellKey, readonly Note[]>
  /** Alive notes that have no cell, in order. */
  readonly inbox: readonly Note[]
  /** Alive points of alive personas and steps, by persona. */
  readonly pointsOf: ReadonlyMap<PersonaId, readonly Point[]>
  /** What waits for somebody to decide, oldest merge first: alive conflicts whose record is alive. */
  readonly conflicts: readonly Conflict[]
}

export type CellKey = `${LaneId}|${ColumnId}`

export function cellKey(cell: Cell): CellKey {
  return `${cell.laneId}|${cell.columnId}`
}

/** The notes of a cell, in order; empty where there are none. */
export function notesInCell(board: Board, cell: Cell): readonly Note[] {
  return board.notesIn.get(cellKey(cell)) ?? NONE
}

const NONE: readonly Note[] = []

/** All steps of the board from left to right. */
export function allSteps(board: Board): readonly Step[] {
  return board.stages.flatMap((stage) => board.stepsOf.get(stage.id) ?? [])
}

/** The columns of a lane from left to right: steps, or stages in lanes that span them. */
export function columnsOf(board: Board, lane: Lane): readonly ColumnId[] {
  if (lane.span === 'stage') return board.stages.map((stage) => stage.id)
  return allSteps(board).map((step) => step.id)
}

/** The alive note of that id, wherever it is. */
export function noteOf(board: Board, id: NoteId): Note | undefined {
  const note = board.records.note.get(id)
  return note && note.deletedAt === undefined ? note : undefined
}

/** The cell in which the board shows a note; undefined when it is in the inbox. */
export function cellOf(board: Board, note: Note): Cell | undefined {
  const { laneId, columnId } = note
  if (laneId === undefined || columnId === undefined) return undefined
  const cell = { laneId, columnId }
  return cellExists(board, cell) ? cell : undefined
}

/** Whether a note says how sure we are of it: in the inbox each does, on the board only those of some lanes. */
export function takesProof(board: Board, note: Note): boolean {
  const cell = cellOf(board, note)
  const lane = cell && board.records.lane.get(cell.laneId)
  return !lane || carriesProof(lane.kind)
}

export function isAlive(record: { readonly deletedAt?: string | undefined }): boolean {
  return record.deletedAt === undefined
}

/** Whether a cell of this lane and column is on the board and takes notes. */
export function cellExists(board: Board, cell: Cell): boolean {
  const lane = board.records.lane.get(cell.laneId)
  if (!lane || !isAlive(lane) || !takesNotes(lane.kind)) return false
  return lane.span === 'stage' ? isStageShown(board, cell.columnId as StageId) : stepOf(board, cell.columnId as StepId) !== undefined
}

function isStageShown(board: Board, id: StageId): boolean {
  return (board.stepsOf.get(id) ?? NO_STEPS).length > 0
}

/** The step of that id that the board shows; it need not be alive in the records, see `stepsOf`. */
export function stepOf(board: Board, id: StepId): Step | undefined {
  const stageId = board.records.step.get(id)?.stageId
  const lists = stageId === undefined ? board.stepsOf.values() : [board.stepsOf.get(stageId) ?? NO_STEPS]
  for (const steps of lists) {
    const step = steps.find((candidate) => candidate.id === id)
    if (step) return step
  }
  return undefined
}

const NO_STEPS: readonly Step[] = []
