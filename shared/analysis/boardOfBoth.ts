import { mergedSequence } from '../base/sequence'
import type { Board, CellKey } from '../model/board'
import type { LaneId } from '../model/lane'
import type { Note } from '../model/note'
import type { PersonaId } from '../model/persona'
import type { Stage, StageId } from '../model/stage'
import type { Step } from '../model/step'
import type { BoardDiff } from './boardDiff'

/**
 * One board on which everything that differs between two boards can be seen.
 *
 * It is `after`, and what only `before` has stands where it stood. A note that went to the inbox stays where it was, for there it is missed.
 * Lanes and curves with changes are shown, though somebody hid them. Points are those of `after`: a point that is gone would bend the curve.
 * The records are those of `after`; only the lists are of use.
 */
export function boardOfBoth(before: Board, after: Board, diff: BoardDiff): Board {
  const changed = new Set<string>(diff.changes.map(({ id }) => id))
  const placed = placeNotes(before, after)
  const onBoard = new Set([...placed.values()].flatMap((notes) => notes.map(({ id }) => id)))
  const stages = mergedRecords(before.stages, after.stages)
  const withCurve = personasWithPoints(before, after, changed)
  const withNotes = lanesOf(placed, changed)
  const personas = mergedRecords(before.personas, after.personas)
  return {
    ...after,
    personas: personas.map((persona) => (persona.curveHidden && withCurve.has(persona.id) ? { ...persona, curveHidden: false } : persona)),
    stages,
    stepsOf: mergedSteps(before, after, stages),
    lanes: mergedRecords(before.lanes, after.lanes).map((lane) => {
      const shows = changed.has(lane.id) || withNotes.has(lane.id) || (lane.kind === 'emotions' && withCurve.size > 0)
      return shows && (lane.hidden || lane.collapsed) ? { ...lane, hidden: false, collapsed: false } : lane
    }),
    notesIn: placed,
    inbox: after.inbox.filter(({ id }) => !onBoard.has(id)),
  }
}

interface Named {
  readonly id: string
}

/** Records of both lists, those of `after` where both have one. */
function mergedRecords<T extends Named>(before: readonly T[] = [], after: readonly T[] = []): readonly T[] {
  const records = new Map<string, T>([...before, ...after].map((record) => [record.id, record]))
  const ids = mergedSequence(
    before.map(({ id }) => id),
    after.map(({ id }) => id),
  )
  return ids.flatMap((id) => records.get(id) ?? [])
}

/** A step that moved stands in its new stage only; a stage that is left without one gets one for the eye. */
function mergedSteps(before: Board, after: Board, stages: readonly Stage[]): ReadonlyMap<StageId, readonly Step[]> {
  const there = new Set([...after.stepsOf.values()].flatMap((steps) => steps.map(({ id }) => id)))
  return new Map(
    stages.map(({ id }): [StageId, readonly Step[]] => {
      const gone = before.stepsOf.get(id)?.filter((step) => !there.has(step.id))
      const here = after.stepsOf.get(id)
      const steps = mergedRecords(gone, here)
      return [id, steps.length > 0 ? steps : [{ id: `step_left-${id.slice('stage_'.length, 55)}`, stageId: id, order: 'a0', title: '' }]]
    }),
  )
}

function placeNotes(before: Board, after: Board): ReadonlyMap<CellKey, readonly Note[]> {
  const onBoard = new Set([...after.notesIn.values()].flatMap((notes) => notes.map(({ id }) => id)))
  const inbox = new Map(after.inbox.map((note) => [note.id, note]))
  const cells = new Map(after.notesIn)
  for (const [cell, notes] of before.notesIn) {
    if (notes.every(({ id }) => onBoard.has(id))) continue
    const here = after.notesIn.get(cell) ?? []
    const stays = new Set(here.map(({ id }) => id))
    const stood = notes.filter(({ id }) => !onBoard.has(id) || stays.has(id))
    cells.set(
      cell,
      mergedRecords(
        stood.map((note) => inbox.get(note.id) ?? note),
        here,
      ),
    )
  }
  return cells
}

function personasWithPoints(before: Board, after: Board, changed: ReadonlySet<string>): ReadonlySet<PersonaId> {
  const shown = [...before.pointsOf, ...after.pointsOf]
  return new Set(shown.flatMap(([personaId, points]) => (points.some(({ id }) => changed.has(id)) ? [personaId] : [])))
}

function lanesOf(cells: ReadonlyMap<CellKey, readonly Note[]>, changed: ReadonlySet<string>): ReadonlySet<LaneId> {
  const lanes = new Set<LaneId>()
  for (const [cell, notes] of cells) {
    const [laneId] = cell.split('|') as [LaneId]
    if (notes.some(({ id }) => changed.has(id))) lanes.add(laneId)
  }
  return lanes
}
