import type { ReadableMap, ReadableNote } from '../../shared/export/readableSchema'

type Lane = ReadableMap['lanes'][number]
type Stage = ReadableMap['stages'][number]
type Persona = ReadableMap['personas'][number]

/**
 * A map with everything that only the other one has, record by record: what both have is as in the first.
 *
 * For two pictures of one map of which either may have holes. What somebody deleted after the other was taken comes back too: better one note
 * too many than one lost.
 */
export function addMissing(map: ReadableMap, other: ReadableMap): ReadableMap {
  const known = new Set(notesOf(map).map(({ id }) => id))
  const isNew = ({ id }: ReadableNote): boolean => id === undefined || !known.has(id)
  const steps = new Set(map.stages.flatMap((stage) => stage.steps.map(({ id }) => id)))
  return {
    ...map,
    title: map.title === '' ? other.title : map.title,
    scenario: map.scenario ?? other.scenario,
    criticalThreshold: map.criticalThreshold ?? other.criticalThreshold,
    hypotheses: map.hypotheses ?? other.hypotheses,
    personas: joined(map.personas, other.personas, pointsOfBoth),
    stages: joined(map.stages, other.stages, (mine, theirs) => ({
      ...mine,
      steps: joined(
        mine.steps,
        theirs.steps.filter(({ id }) => !steps.has(id)),
        (step) => step,
      ),
    })).map((stage) => withoutRepeats(stage, map)),
    lanes: joined(
      map.lanes,
      other.lanes.map((lane) => ({ ...lane, cells: lane.cells.map((cell) => ({ ...cell, notes: cell.notes.filter(isNew) })) })),
      cellsOfBoth,
    ),
    inbox: [...map.inbox, ...other.inbox.filter(isNew)],
  }
}

/** The map without the notes of these ids. */
export function withoutNotes(map: ReadableMap, ids: ReadonlySet<string>): ReadableMap {
  const stays = ({ id }: ReadableNote): boolean => id === undefined || !ids.has(id)
  const lanes = map.lanes.map((lane) => ({ ...lane, cells: lane.cells.map((cell) => ({ ...cell, notes: cell.notes.filter(stays) })) }))
  return { ...map, lanes, inbox: map.inbox.filter(stays) }
}

export function notesOf({ lanes, inbox }: ReadableMap): readonly ReadableNote[] {
  return [...lanes.flatMap(({ cells }) => cells.flatMap(({ notes }) => notes)), ...inbox]
}

/** The first list, with what only the second has behind what it follows there. */
function joined<T extends { readonly id: string }>(first: readonly T[], second: readonly T[], both: (mine: T, theirs: T) => T): T[] {
  const list = first.map((mine) => {
    const theirs = second.find(({ id }) => id === mine.id)
    return theirs ? both(mine, theirs) : mine
  })
  let before: string | null = null
  for (const item of second) {
    if (!first.some(({ id }) => id === item.id)) list.splice(list.findIndex(({ id }) => id === before) + 1, 0, item)
    before = item.id
  }
  return list
}

function pointsOfBoth(mine: Persona, theirs: Persona): Persona {
  const has = new Set(mine.points.map(({ step, curve }) => `${step}|${curve ?? ''}`))
  return { ...mine, points: [...mine.points, ...theirs.points.filter(({ step, curve }) => !has.has(`${step}|${curve ?? ''}`))] }
}

function cellsOfBoth(mine: Lane, theirs: Lane): Lane {
  const cells = mine.cells.map((cell) => {
    const other = theirs.cells.find(({ column }) => column === cell.column)
    return other ? { ...cell, notes: [...cell.notes, ...other.notes] } : cell
  })
  return { ...mine, cells: [...cells, ...theirs.cells.filter(({ column }) => !mine.cells.some((cell) => cell.column === column))] }
}

/** A stage that only the other map has brings no step that stands elsewhere by now. */
function withoutRepeats(stage: Stage, map: ReadableMap): Stage {
  if (map.stages.some(({ id }) => id === stage.id)) return stage
  const taken = new Set(map.stages.flatMap(({ steps }) => steps.map(({ id }) => id)))
  return { ...stage, steps: stage.steps.filter(({ id }) => !taken.has(id)) }
}
