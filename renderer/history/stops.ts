import type { BoardChange, BoardDiff } from '../../shared/analysis/boardDiff'
import type { Rect } from '../../shared/layout/geometry'
import type { Layout } from '../../shared/layout/layout'
import type { Board } from '../../shared/model/board'
import type { LaneId } from '../../shared/model/lane'
import type { NoteId } from '../../shared/model/note'
import type { PersonaId } from '../../shared/model/persona'
import type { Curve, Point, PointId } from '../../shared/model/point'
import type { StageId } from '../../shared/model/stage'
import type { StepId } from '../../shared/model/step'

/** One thing that a walk through the changes stops at: a change, or all changed points of one curve together. */
export interface Stop {
  readonly change: BoardChange
  /** Every record the stop stands for. */
  readonly ids: readonly BoardChange['id'][]
  /** Whose curve it is; null for anything else. */
  readonly curve: { readonly personaId: PersonaId; readonly curve: Curve } | null
}

/** Two boards that are compared, and what became of the first in the second. */
export interface Comparison {
  readonly before: Board
  readonly after: Board
  readonly diff: BoardDiff
  readonly stops: readonly Stop[]
}

/** The stops of a walk, in the order of the board. */
export function stopsOf(before: Board, after: Board, diff: BoardDiff): readonly Stop[] {
  const stops: Stop[] = []
  const curves = new Map<string, number>()
  for (const change of diff.changes) {
    const point = change.kind === 'point' ? pointOf(before, after, change.id as PointId) : undefined
    if (!point) {
      stops.push({ change, ids: [change.id], curve: null })
      continue
    }
    const key = curveKey(point)
    const at = curves.get(key)
    const known = at === undefined ? undefined : stops[at]
    if (at !== undefined && known) stops[at] = { ...known, ids: [...known.ids, change.id] }
    else {
      curves.set(key, stops.length)
      stops.push({ change, ids: [change.id], curve: { personaId: point.personaId, curve: point.curve } })
    }
  }
  return stops
}

/** Names one curve of one persona. */
export function curveKey({ personaId, curve }: Pick<Point, 'personaId' | 'curve'>): string {
  return `${personaId}|${curve}`
}

function pointOf(before: Board, after: Board, id: PointId): Point | undefined {
  return after.records.point.get(id) ?? before.records.point.get(id)
}

/**
 * Where a stop is, in world units of the unscrolled sheet, and in which directions it scrolls; null where it has no place on the board.
 *
 * @param ghosts the same board with the points as they were, for those that are gone
 */
export function placeOf(
  stop: Stop,
  layout: Layout,
  ghosts: Layout | null,
): { readonly rect: Rect; readonly scrolls: 'both' | 'x' | 'y' } | null {
  const rect = rectOf(stop, layout, ghosts)
  if (!rect) return null
  const { kind } = stop.change
  return { rect, scrolls: kind === 'lane' ? 'y' : kind === 'stage' || kind === 'step' ? 'x' : 'both' }
}

/** Where something is drawn, in world units. */
export function rectOf({ change, ids, curve }: Stop, layout: Layout, ghosts: Layout | null): Rect | null {
  if (curve) return pointsRect(ids, layout, ghosts)
  switch (change.kind) {
    case 'note':
      return layout.notes.get(change.id as NoteId)?.rect ?? null
    case 'stage':
      return stageRect(layout, change.id as StageId)
    case 'step':
      return stepRect(layout, change.id as StepId)
    case 'lane':
      return laneRect(layout, change.id as LaneId)
    default:
      return null
  }
}

export function stageRect(layout: Layout, id: StageId): Rect | null {
  const box = layout.stages.find(({ stage }) => stage.id === id)
  return box ? { x: box.x, y: 0, width: box.width, height: layout.stageHeader - layout.stepRow } : null
}

/** A step's name; where no stage has several, the steps have no names and the stage's stands for them. */
export function stepRect(layout: Layout, id: StepId): Rect | null {
  for (const { stage, steps } of layout.stages) {
    const box = steps.find(({ step }) => step.id === id)
    if (!box) continue
    if (layout.stepRow === 0) return stageRect(layout, stage.id)
    return { x: box.x, y: layout.stageHeader - layout.stepRow, width: box.width, height: layout.stepRow }
  }
  return null
}

export function laneRect(layout: Layout, id: LaneId): Rect | null {
  const box = layout.lanes.find(({ lane }) => lane.id === id)
  return box ? { x: 0, y: box.y, width: layout.laneHeader, height: box.height } : null
}

function pointsRect(ids: Stop['ids'], layout: Layout, ghosts: Layout | null): Rect | null {
  const boxes = ids.flatMap((id) => layout.points.get(id as PointId) ?? ghosts?.points.get(id as PointId) ?? [])
  if (boxes.length === 0) return null
  const xs = boxes.map(({ x }) => x)
  const ys = boxes.map(({ y }) => y)
  const x = Math.min(...xs) - 24
  const y = Math.min(...ys) - 24
  return { x, y, width: Math.max(...xs) + 24 - x, height: Math.max(...ys) + 24 - y }
}
