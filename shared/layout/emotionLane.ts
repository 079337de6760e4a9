import { criticalInRun, runsOf } from '../analysis/criticalPoints'
import type { Board } from '../model/board'
import { CURVES, type Point as EmotionPoint, type PointId } from '../model/point'
import type { Persona } from '../model/persona'
import type { StepId } from '../model/step'
import { curvePath, curveSegments, type Segment } from './emotionCurve'
import { valueToY } from './emotionScale'
import type { Rect } from './geometry'
import type { Frame } from './header'
import type { LabelWish } from './labelCandidates'
import { placeLabels } from './labelPlacement'
import type { CurveBox, LaneBox, PointBox } from './layout'

export interface EmotionLayout {
  readonly points: readonly PointBox[]
  readonly curves: readonly CurveBox[]
}

/**
 * How far what marks a point reaches from its place, in world units: a critical one is a triangle with a number, and one with a reason has a sign
 * at its top right.
 */
export function markerReach({ critical, point }: Pick<PointBox, 'critical' | 'point'>): {
  readonly x: number
  readonly up: number
  readonly down: number
} {
  if (critical) return { x: 22, up: 25, down: 19 }
  return point.reason.trim() === '' ? { x: 10, up: 10, down: 10 } : { x: 17, up: 17, down: 10 }
}

/** Place the points, curves and labels of all shown personas in an emotion lane. */
export function layoutEmotions(board: Board, frame: Frame, lane: LaneBox): EmotionLayout {
  const centre = new Map<StepId, number>()
  for (const { steps } of frame.stages) for (const { step, x, width } of steps) centre.set(step.id, x + width / 2)
  const runs = runsOfBoard(board, [...centre.keys()])
  const onCentre = runs.flatMap(({ persona, run, critical }) =>
    run.map((point) => pointBox(point, persona, lane, centre.get(point.stepId) ?? 0, critical.has(point))),
  )
  const points = sideBySide(onCentre)
  const placed = new Map(points.map((box) => [box.point.id, box]))
  const curves: CurveBox[] = []
  const segments: (readonly Segment[])[] = []
  for (const { persona, curve, run } of runs) {
    const places = run.flatMap((point) => placed.get(point.id) ?? [])
    const pointIds = run.map((point) => point.id)
    curves.push({ persona, personaId: persona.id, laneId: lane.lane.id, curve, path: curvePath(places), pointIds })
    segments.push(curveSegments(places))
  }
  const bounds = { x: frame.stages[0]?.x ?? 0, y: lane.y, width: boardWidth(frame), height: lane.height }
  return { points: withLabels(points, bounds, segments), curves }
}

/** An unbroken piece of a curve, with its critical points. */
interface Run {
  readonly persona: Persona
  readonly curve: EmotionPoint['curve']
  readonly run: readonly EmotionPoint[]
  readonly critical: ReadonlySet<EmotionPoint>
}

function runsOfBoard(board: Board, steps: readonly StepId[]): readonly Run[] {
  return board.personas
    .filter((persona) => !persona.curveHidden)
    .flatMap((persona) =>
      CURVES.flatMap((curve) => {
        const ofCurve = (board.pointsOf.get(persona.id) ?? []).filter((point) => point.curve === curve)
        return runsOf(ofCurve, steps).map((run): Run => {
          return { persona, curve, run, critical: new Set(criticalInRun(run, board.settings.criticalThreshold)) }
        })
      }),
    )
}

/** Markers whose middles are closer than this in height hide each other's shape. */
const HIDES_BELOW = 9
/** How much of the room two markers need side by side they get: their shapes may touch, but not cover each other. */
const OVERLAP = 0.9
/** Narrower than a step, so that curves still run from left to right. */
const WIDEST_PILE = 120

/** Move points that lie on one another apart sideways, so that each persona's shape shows; their values stay. */
function sideBySide(boxes: readonly PointBox[]): readonly PointBox[] {
  const ofStep = new Map<StepId, PointBox[]>()
  for (const box of boxes) {
    const inStep = ofStep.get(box.stepId)
    if (inStep) inStep.push(box)
    else ofStep.set(box.stepId, [box])
  }
  const moved = new Map<PointId, PointBox>()
  for (const inStep of ofStep.values()) {
    if (inStep.length < 2) continue
    for (const pile of piles(inStep)) {
      const wanted = pile.reduce((sum, box) => sum + 2 * markerReach(box).x * OVERLAP, 0)
      const shrink = Math.min(1, WIDEST_PILE / wanted)
      const halves = pile.map((box) => markerReach(box).x * OVERLAP * shrink)
      let left = -halves.reduce((sum, half) => sum + half, 0)
      pile.forEach((box, i) => {
        const half = halves[i] ?? 0
        moved.set(box.point.id, { ...box, x: box.x + left + half })
        left += 2 * half
      })
    }
  }
  return moved.size === 0 ? boxes : boxes.map((box) => moved.get(box.point.id) ?? box)
}

/** The points of a step that lie on one another, two or more each, in the order of their personas. */
function piles(boxes: readonly PointBox[]): readonly (readonly PointBox[])[] {
  const downwards = [...boxes].sort((a, b) => a.y - b.y)
  const found: PointBox[][] = []
  let above: PointBox | undefined
  for (const box of downwards) {
    if (above && box.y - above.y < HIDES_BELOW) found.at(-1)?.push(box)
    else found.push([box])
    above = box
  }
  return found.filter((pile) => pile.length > 1).map((pile) => pile.sort((a, b) => boxes.indexOf(a) - boxes.indexOf(b)))
}

function boardWidth({ stages, width }: Frame): number {
  return width - (stages[0]?.x ?? 0)
}

function pointBox(point: EmotionPoint, persona: Persona, lane: LaneBox, x: number, critical: boolean): PointBox {
  return { point, persona, laneId: lane.lane.id, stepId: point.stepId, x, y: valueToY(lane, point.value), critical, label: null }
}

/** Critical points speak first, then the highest and lowest ones. */
function withLabels(points: readonly PointBox[], bounds: Rect, curves: readonly (readonly Segment[])[]): readonly PointBox[] {
  const wanting = points
    .filter(({ point }) => point.label.trim() !== '')
    .sort((a, b) => Number(b.critical) - Number(a.critical) || Math.abs(b.point.value) - Math.abs(a.point.value) || a.x - b.x)
  if (wanting.length === 0) return points
  const markers = points.map((box): Rect => {
    const { x, up, down } = markerReach(box)
    return { x: box.x - x, y: box.y - up, width: 2 * x, height: up + down }
  })
  const wishes = wanting.map((box): LabelWish => ({
    at: box,
    text: box.point.label,
    side: !box.critical && box.point.value >= 0 ? 'above' : 'below',
    reach: markerReach(box),
  }))
  const labels = placeLabels(wishes, { bounds, markers, curves })
  const byId = new Map<PointId, PointBox['label']>(wanting.map((box, i) => [box.point.id, labels[i] ?? null]))
  return points.map((box) => ({ ...box, label: byId.get(box.point.id) ?? null }))
}
