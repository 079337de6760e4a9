import { MapSettings } from '../../shared/model/mapSettings'
import { applyPatches, type Patch } from '../../shared/model/patch'
import { buildBoard } from '../../shared/model/buildBoard'
import type { AnyRecord, Board, Records } from '../../shared/model/board'
import type { LaneKind } from '../../shared/model/lane'
import type { Note } from '../../shared/model/note'
import { pointIdOf } from '../../shared/model/point'
import { Lane } from '../../shared/model/lane'
import { Note as NoteSchema } from '../../shared/model/note'
import { RECORD_KINDS } from '../../shared/model/schemas'
import { Persona } from '../../shared/model/persona'
import { Stage } from '../../shared/model/stage'
import { Step } from '../../shared/model/step'

/** A board without anything on it. */
export function emptyBoard(): Board {
  // Every kind has its map here, and nothing is in it.
  const none = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, new Map()])) as unknown as Records
  return buildBoard(MapSettings.parse({}), none)
}

/** The map of one group in few words. Ids are `kind_<prefix><index>`. */
export interface GroupBoardSpec {
  readonly stages: readonly {
    readonly title: string
    readonly steps: readonly string[]
    readonly key?: string
    readonly duration?: string
  }[]
  readonly lanes: readonly { readonly kind: LaneKind; readonly title?: string; readonly span?: 'step' | 'stage' }[]
  /** Lane, stage, step, text; a lane of -1 is the inbox. */
  readonly notes?: readonly (readonly [lane: number, stage: number, step: number, text: string, more?: Partial<Note>])[]
  readonly personas?: readonly { readonly name: string; readonly values: Readonly<Record<string, number>> }[]
  readonly scenario?: string
}

export function groupBoard(prefix: string, { stages, lanes, notes = [], personas = [], scenario = '' }: GroupBoardSpec): Board {
  const records: AnyRecord[] = []
  stages.forEach(({ title, steps, key, duration = '' }, i) => {
    records.push(Stage.parse({ id: `stage_${prefix}${i}`, order: `a${i}`, title, duration, templateKey: key }))
    steps.forEach((step, j) => {
      records.push(Step.parse({ id: `step_${prefix}${i}-${j}`, stageId: `stage_${prefix}${i}`, order: `a${j}`, title: step }))
    })
  })
  lanes.forEach((lane, i) => records.push(Lane.parse({ id: `lane_${prefix}${i}`, order: `a${i}`, ...lane })))
  notes.forEach(([lane, stage, step, text, more = {}], i) => {
    const columnId = lanes[lane]?.span === 'stage' ? `stage_${prefix}${stage}` : `step_${prefix}${stage}-${step}`
    const place = lane < 0 ? {} : { laneId: `lane_${prefix}${lane}`, columnId }
    records.push(NoteSchema.parse({ id: `note_${prefix}${i}`, order: `a${i}`, text, ...place, ...more }))
  })
  personas.forEach(({ name, values }, i) => {
    const id = `persona_${prefix}${i}` as const
    records.push(Persona.parse({ id, order: `a${i}`, name }))
    for (const [step, value] of Object.entries(values)) {
      const stepId = `step_${prefix}${step}` as const
      records.push({
        id: pointIdOf(id, 'as-is', stepId),
        personaId: id,
        stepId,
        curve: 'as-is',
        value,
        label: '',
        reason: '',
        guessed: false,
      })
    }
  })
  const patches = records.map((record): Patch => ({ op: 'add', record }))
  return applyPatches(emptyBoard(), [{ op: 'settings', fields: { title: prefix, scenario } }, ...patches])
}

/** The same map with ids of its own, as another group's computer would have made them. */
export function withIdsOf(board: Board, group: number): Board {
  const records = Object.values(board.records).flatMap((map) => [...(map as ReadonlyMap<string, AnyRecord>).values()])
  const renamed = JSON.parse(JSON.stringify(records).replace(/"(stage|step|lane|note|persona|point)_/g, `"$1_g${group}-`)) as AnyRecord[]
  return applyPatches(emptyBoard(), [
    { op: 'settings', fields: board.settings },
    ...renamed.map((record): Patch => ({ op: 'add', record })),
  ])
}
