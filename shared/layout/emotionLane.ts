import { criticalInRun, runsOf } from '../analysis/criticalPoints'
import type { Board } from '../model/board'
import { CURVES, type Point as EmotionPoint, type PointId } from '../model/point'
import type { Persona } from '../model/persona'
import type { StepId } from '../model/step'
import { curvePath, curveSegments, type Segment } from './emotionCurve'
import { valueToY } from './emotionScale'
import type { Point, Rect } from './geometry'
import type { Frame } from './header'
import { placeLabels, type LabelWish } from './labelPlacement'
import type { CurveBox, LaneBox, PointBox } from './layout'

export interface EmotionLayout {
  readonly points: readonly PointBox[]
  readonly curves: readonly CurveBox[]
}

/** Half the size of what marks a point, in world units; a critical one is a triangle with a number. */
export function markerReach(point: { readonly critical: boolean }): { readonly x: number; readonly up: number; readonly down: number } {
  return point.critical ? { x: 22, up: 25, down: 19 } : { x: 10, up: 10, down: 10 }
}

/** Place the points, curves and labels of all shown personas in an emotion lane. */
export function layoutEmotions(board: Board, frame: Frame, lane: LaneBox): EmotionLayout {
  const centre = new Map<StepId, number>()
  for (const { steps } of frame.stages) for (const { step, x, width } of steps) centre.set(step.id, x + width / 2)
  const steps = [...centre.keys()]
  const points: PointBox[] = []
  const curves: CurveBox[] = []
  const segments: (readonly Segment[])[] = []
  for (const persona of board.personas) {
    if (persona.curveHidden) continue
    const ofPersona = board.pointsOf.get(persona.id) ?? []
    for (const curve of CURVES) {
      const ofCurve = ofPersona.filter((point) => point.curve === curve)
      for (const run of runsOf(ofCurve, steps)) {
        const critical = new Set(criticalInRun(run, board.settings.criticalThreshold))
        const places = run.map((point) => ({ x: centre.get(point.stepId) ?? 0, y: valueToY(lane, point.value) }))
        points.push(...run.map((point, i) => pointBox(point, persona, lane, places[i], critical.has(point))))
        curves.push({
          persona,
          personaId: persona.id,
          laneId: lane.lane.id,
          curve,
          path: curvePath(places),
          pointIds: run.map((point) => point.id),
        })
        segments.push(curveSegments(places))
      }
    }
  }
  const bounds = { x: frame.stages[0]?.x ?? 0, y: lane.y, width: boardWidth(frame), height: lane.height }
  return { points: withLabels(points, bounds, segments), curves }
}

function boardWidth({ stages, width }: Frame): number {
  return width - (stages[0]?.x ?? 0)
}

function pointBox(point: EmotionPoint, persona: Persona, lane: LaneBox, place: Point | undefined, critical: boolean): PointBox {
  const { x, y } = place ?? { x: 0, y: 0 }
  return { point, persona, laneId: lane.lane.id, stepId: point.stepId, x, y, critical, label: null }
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
