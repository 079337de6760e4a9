import { ordersAt } from '../base/order'
import { fail, ok, type Result } from '../base/result'
import { columnsOf, type Board } from '../model/board'
import type { NewId } from '../model/ids'
import type { Lane, LaneId } from '../model/lane'
import { LIMITS } from '../model/limits'
import type { ColumnId, Note } from '../model/note'
import type { Patch } from '../model/patch'
import type { PersonaId } from '../model/persona'
import type { Stage, StageId } from '../model/stage'
import type { Step, StepId } from '../model/step'
import { alignSteps, type MapsAlignment } from './alignMaps'
import type { AlignedRow } from './alignRows'
import type { Group } from './group'
import { groupCurves, type ColumnOf } from './groupCurves'
import { groupNote, groupScenario, joinNames, namedOf } from './groupWords'

export interface GroupMapOptions {
  /** Of the new map. */
  readonly title: string
  /** What the curve of the mean of all groups is called. */
  readonly meanName: string
  readonly newId: NewId
}

/** What a merged map has too much of, with its count and limit in `detail`. */
export type GroupMapFailure = 'too-large'

/**
 * The patches that make one new map of the maps of parallel groups, whose originals stay as they are.
 *
 * Aligned stages, steps and lanes are one; their names are joined where the groups call them differently. Every note of
 * every map is in it, in its cell or in the inbox, and says whose it is. Each group keeps its curves, and one more
 * curve is their mean. What does not fit into one map is refused, and nothing is left out to make it fit.
 */
export function groupMapPatches(
  groups: readonly Group[],
  alignment: MapsAlignment,
  options: GroupMapOptions,
): Result<readonly Patch[], GroupMapFailure> {
  const { title, meanName, newId } = options
  const first = groups[0]?.board.settings
  const scenario = groupScenario(groups)
  const columns = columnPatches(groups, alignment.stages, newId)
  const lanes = lanePatches(groups, alignment.lanes, newId)
  const curves = groupCurves(groups, columns.columnOf, { meanName, newId })
  const notes = notePatches(groups, { columns, lanes, personaOf: curves.personaOf, besides: scenario.besides, newId })
  const patches: Patch[] = [
    {
      op: 'settings',
      fields: {
        kind: first?.kind,
        state: first?.state,
        criticalThreshold: first?.criticalThreshold,
        hypotheses: first?.hypotheses,
        title,
        scenario: scenario.text,
      },
    },
    ...columns.patches,
    ...lanes.patches,
    ...curves.patches,
    ...notes,
  ]
  const over = overLimits(patches)
  return over ? fail('too-large', over) : ok(patches)
}

interface Columns {
  readonly patches: readonly Patch[]
  readonly columnOf: ColumnOf
  /** The first step of each merged stage, by the stage's new id. */
  readonly stageOf: ReadonlyMap<ColumnId, StageId>
  readonly firstStepOf: ReadonlyMap<StageId, StepId>
}

function columnPatches(groups: readonly Group[], rows: readonly AlignedRow<StageId>[], newId: NewId): Columns {
  const boards = groups.map(({ board }) => board)
  const patches: Patch[] = []
  const newIds = groups.map(() => new Map<ColumnId, ColumnId>())
  const stageOf = new Map<ColumnId, StageId>()
  const firstStepOf = new Map<StageId, StepId>()
  const orders = ordersAt([], 0, rows.length)
  rows.forEach((row, index) => {
    const id = newId('stage')
    const members = membersOf<Stage>(row, (stageId, map) => boards[map]?.records.stage.get(stageId))
    row.members.forEach((stageId, map) => stageId !== null && newIds[map]?.set(stageId, id))
    const title = joinNames(members.map((stage) => stage.title))
    const duration = joinNames(members.map((stage) => stage.duration))
    patches.push({ op: 'add', record: { id, order: orders[index] ?? '', title, duration, ...keyOf(members) } })

    const steps = alignSteps(boards, row)
    const stepOrders = ordersAt([], 0, steps.length)
    steps.forEach((step, at) => {
      const stepId = newId('step')
      if (at === 0) firstStepOf.set(id, stepId)
      stageOf.set(stepId, id)
      step.members.forEach((oldId, map) => oldId !== null && newIds[map]?.set(oldId, stepId))
      // Not of the records: a step that the board made up for an empty stage is in no record.
      const same = membersOf<Step>(step, (oldId, map) => stepsOfRow(boards[map], row.members[map]).find((one) => one.id === oldId))
      const names = joinNames(same.map((one) => one.title))
      patches.push({ op: 'add', record: { id: stepId, stageId: id, order: stepOrders[at] ?? '', title: names, ...keyOf(same) } })
    })
  })
  return { patches, columnOf: (map, old) => newIds[map]?.get(old), stageOf, firstStepOf }
}

function stepsOfRow(board: Board | undefined, stageId: StageId | null | undefined): readonly Step[] {
  return (stageId && board?.stepsOf.get(stageId)) || []
}

interface Lanes {
  readonly patches: readonly Patch[]
  readonly laneOf: (map: number, old: LaneId) => Pick<Lane, 'id' | 'span' | 'color'> | undefined
}

function lanePatches(groups: readonly Group[], rows: readonly AlignedRow<LaneId>[], newId: NewId): Lanes {
  const newLanes = groups.map(() => new Map<LaneId, Lane>())
  const orders = ordersAt([], 0, rows.length)
  const patches = rows.map((row, index): Patch => {
    const members = membersOf<Lane>(row, (id, map) => groups[map]?.board.records.lane.get(id))
    const kind = members[0]?.kind ?? 'text'
    const title = joinNames(members.flatMap((lane) => lane.title ?? []))
    const color = members.find((lane) => lane.color !== undefined)?.color
    const lane: Lane = {
      id: newId('lane'),
      order: orders[index] ?? '',
      kind,
      // Lanes without a title show their kind to every reader in their own language; a title of one group must not end that.
      ...(members.every((member) => member.title !== undefined) && title !== '' ? { title } : {}),
      // Where one group went by steps, the finer places are kept.
      span: members.some((member) => member.span === 'step') ? 'step' : 'stage',
      ...(color === undefined ? {} : { color }),
      collapsed: false,
      hidden: members.every((member) => member.hidden),
      ...keyOf(members),
    }
    row.members.forEach((id, map) => id !== null && newLanes[map]?.set(id, lane))
    return { op: 'add', record: lane }
  })
  return { patches, laneOf: (map, old) => newLanes[map]?.get(old) }
}

interface NotePlaces {
  readonly columns: Columns
  readonly lanes: Lanes
  readonly personaOf: (map: number, old: PersonaId) => PersonaId | undefined
  /** Texts that found no room elsewhere and go to the inbox. */
  readonly besides: readonly { readonly group: string; readonly text: string }[]
  readonly newId: NewId
}

/** Every note, cell by cell: the notes of the first group, then those of the second. */
function notePatches(groups: readonly Group[], places: NotePlaces): Patch[] {
  const cells = new Map<string, Omit<Note, 'order'>[]>()
  const put = (note: Omit<Note, 'order'>): void => {
    const key = `${note.laneId ?? ''}|${note.columnId ?? ''}`
    const cell = cells.get(key)
    if (cell) cell.push(note)
    else cells.set(key, [note])
  }
  groups.forEach(({ name, board }, map) => {
    const personaOf = (old: PersonaId): PersonaId | undefined => places.personaOf(map, old)
    const make = (note: Note, lane?: Lane): Omit<Note, 'order'> =>
      groupNote(note, { group: name, lane, id: places.newId('note'), personaOf })
    for (const lane of board.lanes) {
      for (const column of columnsOf(board, lane)) {
        for (const note of board.notesIn.get(`${lane.id}|${column}`) ?? [])
          put({ ...make(note, lane), ...placeOf(map, lane, column, places) })
      }
    }
    for (const note of board.inbox) put(make(note))
  })
  for (const { group, text } of places.besides)
    put(namedOf({ id: places.newId('note'), text, mark: 'none', proof: 'hypothesis', personaIds: [] }, group))
  return [...cells.values()].flatMap((cell) => {
    const orders = ordersAt([], 0, cell.length)
    return cell.map((note, index): Patch => ({ op: 'add', record: { ...note, order: orders[index] ?? '' } }))
  })
}

/** Where a cell of a group's map is in the merged one. A stage's note goes to its first step where the merged lane goes by steps. */
function placeOf(map: number, old: Lane, column: ColumnId, { columns, lanes }: NotePlaces): Pick<Note, 'laneId' | 'columnId'> {
  const lane = lanes.laneOf(map, old.id)
  const at = columns.columnOf(map, column)
  if (!lane || at === undefined) return {}
  const isStage = at.startsWith('stage_')
  if (isStage === (lane.span === 'stage')) return { laneId: lane.id, columnId: at }
  const other = isStage ? columns.firstStepOf.get(at as StageId) : columns.stageOf.get(at)
  return other === undefined ? {} : { laneId: lane.id, columnId: other }
}

function membersOf<T>({ members }: AlignedRow<string>, find: (id: never, map: number) => T | undefined): T[] {
  return members.flatMap((id, map) => (id === null ? [] : (find(id as never, map) ?? [])))
}

/** A key of a template goes on, so that the merged map can be aligned again. */
function keyOf(members: readonly { readonly templateKey?: string | undefined }[]): { readonly templateKey?: string } {
  const key = members.find(({ templateKey }) => templateKey !== undefined)?.templateKey
  return key === undefined ? {} : { templateKey: key }
}

const COUNTED = { stage: 'stages', step: 'steps', lane: 'lanes', persona: 'personas', note: 'notes', point: 'points' } as const

export interface TooLarge {
  readonly what: (typeof COUNTED)[keyof typeof COUNTED]
  readonly count: number
  readonly limit: number
}

function overLimits(patches: readonly Patch[]): TooLarge | null {
  const added = patches.flatMap((patch) => (patch.op === 'add' ? [patch.record.id] : []))
  for (const [kind, what] of Object.entries(COUNTED)) {
    const count = added.filter((id) => id.startsWith(`${kind}_`)).length
    if (count > LIMITS[what]) return { what, count, limit: LIMITS[what] }
  }
  return null
}
