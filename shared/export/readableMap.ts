import { notesInCell, columnsOf, type Board } from '../model/board'
import type { Lane } from '../model/lane'
import { MapSettings } from '../model/mapSettings'
import type { ColumnId, Note } from '../model/note'
import type { Persona } from '../model/persona'
import type { Point } from '../model/point'
import type { ReadableMap, ReadableNote, ReadablePoint } from './readableSchema'

/**
 * The board as plain JSON for people and other programs: stable order, ids kept, so that two versions of a map can be compared line by line.
 *
 * `undefined` fields are left out by JSON; what is deleted is not in it.
 */
export function readableMap(board: Board): ReadableMap {
  const { settings } = board
  const defaults = MapSettings.parse({})
  const titles = columnTitles(board)
  return {
    title: settings.title,
    kind: settings.kind,
    state: settings.state,
    scenario: settings.scenario || undefined,
    criticalThreshold: settings.criticalThreshold === defaults.criticalThreshold ? undefined : settings.criticalThreshold,
    hypotheses: settings.hypotheses === defaults.hypotheses ? undefined : settings.hypotheses,
    personas: board.personas.map((persona) => readablePersona(board, persona, titles)),
    stages: board.stages.map((stage) => ({
      id: stage.id,
      title: stage.title,
      duration: stage.duration || undefined,
      templateKey: stage.templateKey,
      steps: (board.stepsOf.get(stage.id) ?? []).map(({ id, title, templateKey }) => ({ id, title, templateKey })),
    })),
    lanes: board.lanes.map((lane) => readableLane(board, lane, titles)),
    inbox: board.inbox.map(readableNote),
  }
}

function readablePersona(board: Board, persona: Persona, titles: ReadonlyMap<ColumnId, string>): ReadableMap['personas'][number] {
  return {
    id: persona.id,
    name: persona.name,
    color: persona.color,
    marker: persona.marker,
    curveHidden: persona.curveHidden || undefined,
    points: (board.pointsOf.get(persona.id) ?? []).map((point) => readablePoint(point, titles)),
  }
}

function readablePoint(point: Point, titles: ReadonlyMap<ColumnId, string>): ReadablePoint {
  return {
    id: point.id,
    step: point.stepId,
    title: titles.get(point.stepId) || undefined,
    curve: point.curve === 'as-is' ? undefined : point.curve,
    value: point.value,
    label: point.label || undefined,
    reason: point.reason || undefined,
    guessed: point.guessed || undefined,
  }
}

function readableLane(board: Board, lane: Lane, titles: ReadonlyMap<ColumnId, string>): ReadableMap['lanes'][number] {
  const cells = columnsOf(board, lane).flatMap((column) => {
    const notes = notesInCell(board, { laneId: lane.id, columnId: column })
    return notes.length > 0 ? [{ column, title: titles.get(column) || undefined, notes: notes.map(readableNote) }] : []
  })
  return {
    id: lane.id,
    kind: lane.kind,
    title: lane.title,
    span: lane.span,
    color: lane.color,
    collapsed: lane.collapsed || undefined,
    hidden: lane.hidden || undefined,
    templateKey: lane.templateKey,
    cells,
  }
}

function readableNote(note: Note): ReadableNote {
  return {
    id: note.id,
    text: note.text,
    color: note.color,
    mark: note.mark === 'none' ? undefined : note.mark,
    proof: note.proof === 'hypothesis' ? undefined : note.proof,
    icon: note.icon,
    author: note.author,
    personas: note.personaIds.length > 0 ? [...note.personaIds] : undefined,
  }
}

/** A step without a name of its own goes by its stage's. */
function columnTitles(board: Board): ReadonlyMap<ColumnId, string> {
  const titles = new Map<ColumnId, string>()
  for (const stage of board.stages) {
    titles.set(stage.id, stage.title)
    for (const step of board.stepsOf.get(stage.id) ?? []) titles.set(step.id, step.title || stage.title)
  }
  return titles
}
