import { z } from 'zod'
import { mergedSequence } from '../base/sequence'
import { defineCommand } from '../commands/command'
import { readableMap } from '../export/readableMap'
import { ReadableMap, type ReadableNote } from '../export/readableSchema'
import { restoreMap } from './restoreMap'

/**
 * Make only some records what they were in a version; everything else stays as it is.
 *
 * What the version does not have is taken away, what it has more comes back where it stood. `map` stands for the details of the map itself.
 */
export const restoreChanges = defineCommand({
  id: 'map.restoreChanges',
  args: z.object({ map: ReadableMap, ids: z.array(z.string()).min(1).readonly() }),
  plan(board, { map, ids }, context) {
    const now = readableMap(board)
    return restoreMap.plan(board, { map: withRecordsOf(now, map, withBelongings(now, map, new Set(ids))) }, context)
  },
  name: ({ ids }) => ({ what: 'restore', count: ids.length }),
})

/** The ids, and those of what comes back with a lane, stage or step: its notes that wait in the inbox, and the points of its curves. */
function withBelongings(now: ReadableMap, then: ReadableMap, ids: ReadonlySet<string>): ReadonlySet<string> {
  const here = new Set<string>([...now.lanes, ...now.stages, ...now.stages.flatMap(({ steps }) => steps)].map(({ id }) => id))
  const lanes = then.lanes.filter(({ id }) => ids.has(id))
  const stages = then.stages.filter(({ id }) => ids.has(id))
  // Steps come back with their stage, or on their own.
  const steps = then.stages.flatMap((stage) => stage.steps.filter(({ id }) => ids.has(id) || ids.has(stage.id)))
  const coming = new Set<string>([...lanes, ...stages, ...steps].flatMap(({ id }) => (here.has(id) ? [] : [id])))
  const waiting = new Set(named(now.inbox).map(({ id }): string => id))
  const notes = then.lanes.flatMap(({ id, cells }) =>
    cells.flatMap((cell) => (coming.has(id) || coming.has(cell.column) ? named(cell.notes) : [])),
  )
  const points = then.personas.flatMap((persona) => persona.points.filter(({ step }) => coming.has(step)))
  return new Set([...ids, ...notes.flatMap(({ id }) => (waiting.has(id) ? [id] : [])), ...points.map(({ id }) => id)])
}

/**
 * A readable map with some records as another one has them.
 *
 * They stand where they stand there, next to the same neighbours as far as those are here. A note whose lane is not here goes to the inbox.
 */
function withRecordsOf(now: ReadableMap, then: ReadableMap, ids: ReadonlySet<string>): ReadableMap {
  const { title, kind, state, scenario, criticalThreshold, hypotheses } = ids.has('map') ? then : now
  return {
    title,
    kind,
    state,
    scenario,
    criticalThreshold,
    hypotheses,
    personas: personasOf(now, then, ids),
    stages: stagesOf(now, then, ids),
    ...notesOf(now, then, ids),
  }
}

/** A list with the named items as `then` has them, or without them. */
function taken<T extends { readonly id: string }>(now: readonly T[], then: readonly T[], ids: ReadonlySet<string>): T[] {
  const rest = now.filter(({ id }) => !ids.has(id))
  const stays = byId(rest)
  const back = then.filter(({ id }) => ids.has(id) || stays.has(id))
  const before = byId(back)
  const order = mergedSequence(
    back.map(({ id }) => id),
    rest.map(({ id }) => id),
  )
  return order.flatMap((id) => stays.get(id) ?? before.get(id) ?? [])
}

function byId<T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((item) => [item.id, item]))
}

/** A persona that comes back brings its curve along. */
function personasOf(now: ReadableMap, then: ReadableMap, ids: ReadonlySet<string>): ReadableMap['personas'] {
  const here = byId(now.personas)
  const there = byId(then.personas)
  return taken(now.personas, then.personas, ids).map((persona) => {
    const known = here.get(persona.id)
    return known ? { ...persona, points: taken(known.points, there.get(persona.id)?.points ?? [], ids) } : persona
  })
}

/** A stage that comes back brings those of its steps along that are nowhere else meanwhile. */
function stagesOf(now: ReadableMap, then: ReadableMap, ids: ReadonlySet<string>): ReadableMap['stages'] {
  const here = byId(now.stages)
  const there = byId(then.stages)
  const elsewhere = byId(now.stages.flatMap(({ steps }) => steps))
  return taken(now.stages, then.stages, ids).map((stage) => {
    const known = here.get(stage.id)
    const steps = known
      ? taken(known.steps, there.get(stage.id)?.steps ?? [], ids)
      : stage.steps.filter(({ id }) => ids.has(id) || !elsewhere.has(id))
    return { ...stage, steps }
  })
}

type Lane = ReadableMap['lanes'][number]
type KnownNote = ReadableNote & { readonly id: NonNullable<ReadableNote['id']> }

function notesOf(now: ReadableMap, then: ReadableMap, ids: ReadonlySet<string>): Pick<ReadableMap, 'lanes' | 'inbox'> {
  const here = byId(now.lanes)
  const there = byId(then.lanes)
  const lanes = taken(now.lanes, then.lanes, ids).map((lane) => ({ ...lane, cells: cellsOf(here.get(lane.id), there.get(lane.id), ids) }))
  const shown = byId(lanes)
  const homeless = then.lanes.filter(({ id }) => !shown.has(id)).flatMap(({ cells }) => cells.flatMap(({ notes }) => named(notes)))
  return {
    lanes,
    inbox: [...taken(named(now.inbox), named(then.inbox), ids), ...homeless.filter(({ id }) => ids.has(id))],
  }
}

function cellsOf(now: Lane | undefined, then: Lane | undefined, ids: ReadonlySet<string>): Lane['cells'] {
  const columns = new Set([...(now?.cells ?? []), ...(then?.cells ?? [])].map(({ column }) => column))
  const notesIn = (lane: Lane | undefined, column: string): readonly KnownNote[] =>
    named(lane?.cells.find((cell) => cell.column === column)?.notes ?? [])
  return [...columns].flatMap((column) => {
    const notes = taken(notesIn(now, column), notesIn(then, column), ids)
    return notes.length > 0 ? [{ column, notes }] : []
  })
}

/** A note without an id was written by hand and has no counterpart. */
function named(notes: readonly ReadableNote[]): KnownNote[] {
  return notes.filter((note): note is KnownNote => note.id !== undefined)
}
