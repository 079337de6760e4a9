import type { Board } from '../model/board'
import type { Point, PointId } from '../model/point'
import type { StepId } from '../model/step'

/**
 * Points of one curve split at its gaps: each run has a point in every step from its first to its last.
 * @param points of one persona and curve
 * @param steps all steps of the board from left to right
 */
export function runsOf(points: readonly Point[], steps: readonly StepId[]): readonly (readonly Point[])[] {
  const byStep = new Map(points.map((point) => [point.stepId, point]))
  const runs: Point[][] = []
  let run: Point[] = []
  for (const stepId of steps) {
    const point = byStep.get(stepId)
    if (point) run.push(point)
    else if (run.length > 0) {
      runs.push(run)
      run = []
    }
  }
  if (run.length > 0) runs.push(run)
  return runs
}

/**
 * The critical points of one run: values at or under the threshold that have no lower neighbour.
 *
 * Equal neighbours are one low place, and its first point stands for it. The ends of a run have one neighbour only.
 * A value that an import made up is never critical; it becomes so when somebody confirms it.
 */
export function criticalInRun(run: readonly Point[], threshold: number): readonly Point[] {
  const critical: Point[] = []
  for (let first = 0; first < run.length;) {
    const point = run[first]
    if (!point) break
    let after = first + 1
    while (run[after]?.value === point.value) after += 1
    const before = run[first - 1]
    const next = run[after]
    const lowest = (!before || before.value > point.value) && (!next || next.value > point.value)
    const stated = run.slice(first, after).find(({ guessed }) => !guessed)
    if (lowest && stated && point.value <= threshold) critical.push(stated)
    first = after
  }
  return critical
}

/** All critical points of a map, hidden curves included: whether somebody looks does not change how bad it is. */
export function criticalPoints(board: Board): ReadonlySet<PointId> {
  const steps = board.stages.flatMap((stage) => (board.stepsOf.get(stage.id) ?? []).map((step) => step.id))
  const found = new Set<PointId>()
  for (const points of board.pointsOf.values()) {
    for (const curve of ['as-is', 'to-be'] as const) {
      const ofCurve = points.filter((point) => point.curve === curve)
      for (const run of runsOf(ofCurve, steps)) {
        for (const point of criticalInRun(run, board.settings.criticalThreshold)) found.add(point.id)
      }
    }
  }
  return found
}
