import type { Board } from '../model/board'
import { takesNotes } from '../model/laneKinds'
import type { Lane, LaneId, LaneKind } from '../model/lane'
import type { StageId } from '../model/stage'
import type { Step, StepId } from '../model/step'
import { alignRows, type Alignable, type AlignedRow } from './alignRows'

/** Which stages and lanes of several maps stand for each other, in the order they have in the merged map. */
export interface MapsAlignment {
  readonly stages: readonly AlignedRow<StageId>[]
  readonly lanes: readonly AlignedRow<LaneId>[]
}

/**
 * What of the maps of parallel groups belongs together, as far as ids, templates and names tell.
 *
 * A proposal: people look at it and change it, see `moveMember`. Steps follow from the stages, see `alignSteps`.
 *
 * @param made what was proposed and changed for the first of the maps; it stays, and the others are taken into it.
 */
export function alignMaps(maps: readonly Board[], made?: MapsAlignment): MapsAlignment {
  return {
    stages: alignRows(
      maps.map((board) => board.stages.map(({ id, title, templateKey }) => ({ id, name: title, templateKey }))),
      made?.stages,
    ),
    lanes: alignRows(
      maps.map((board) => board.lanes.map(alignableLane)),
      made?.lanes,
    ),
  }
}

/** The columns of one aligned stage. */
export function alignSteps(maps: readonly Board[], stage: AlignedRow<StageId>): AlignedRow<StepId>[] {
  const lists = stage.members.map((id, map) => (id === null ? [] : (maps[map]?.stepsOf.get(id) ?? [])))
  return alignRows(lists.map((steps) => steps.map((step) => alignableStep(step, steps))))
}

/** Things that can share a row hold the same sort of content: notes with notes, curves with curves. */
export function laneSort({ kind }: Pick<Lane, 'kind'>): string {
  return takesNotes(kind) ? 'notes' : kind
}

/** A lane without a title goes by its kind; so does one whose title says nothing to the others, unless its kind says nothing either. */
function alignableLane(lane: Lane): Alignable & { readonly id: LaneId } {
  const { id, kind, title = '', templateKey } = lane
  const role = title !== '' && FREE_KINDS.has(kind) ? undefined : kind
  return { id, name: title, templateKey, sort: laneSort(lane), role }
}

/** Kinds that may hold anything: only their titles tell them apart. */
const FREE_KINDS: ReadonlySet<LaneKind> = new Set<LaneKind>(['text', 'image'])

/** A nameless step stands for the whole stage, and so does the only one, whatever it is called. */
function alignableStep({ id, title, templateKey }: Step, all: readonly Step[]): Alignable & { readonly id: StepId } {
  return { id, name: title, templateKey, role: all.length === 1 || title === '' ? 'whole' : undefined }
}
