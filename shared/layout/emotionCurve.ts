import type { Point } from './geometry'

/** One piece of a curve: a cubic from `from` to `to` with two control points a third of the way from each. */
export interface Segment {
  readonly from: Point
  readonly c1: Point
  readonly c2: Point
  readonly to: Point
}

/**
 * A monotone cubic through points sorted by x (Fritsch and Carlson).
 *
 * It never overshoots: between two points it stays between their values, so a curve cannot show a feeling that
 * nobody put there.
 */
export function curveSegments(points: readonly Point[]): readonly Segment[] {
  const steps = points.slice(1).map((to, i) => {
    const from = points[i] ?? to
    const dx = to.x - from.x
    return { from, to, dx, slope: dx === 0 ? 0 : (to.y - from.y) / dx }
  })
  const tangents = points.map((_, i) => {
    const before = steps[i - 1]
    const after = steps[i]
    if (!before || !after) return (before ?? after)?.slope ?? 0
    if (before.slope * after.slope <= 0) return 0
    const w1 = 2 * after.dx + before.dx
    const w2 = after.dx + 2 * before.dx
    return (w1 + w2) / (w1 / before.slope + w2 / after.slope)
  })
  return steps.map(({ from, to, dx }, i) => ({
    from,
    c1: { x: from.x + dx / 3, y: from.y + ((tangents[i] ?? 0) * dx) / 3 },
    c2: { x: to.x - dx / 3, y: to.y - ((tangents[i + 1] ?? 0) * dx) / 3 },
    to,
  }))
}

/** SVG path data of a run of segments, absolute, to a tenth of a unit. */
export function curvePath(points: readonly Point[]): string {
  const [first] = points
  if (!first) return ''
  const place = ({ x, y }: Point): string => `${tenth(x)} ${tenth(y)}`
  return `M${place(first)}${curveSegments(points)
    .map(({ c1, c2, to }) => `C${place(c1)} ${place(c2)} ${place(to)}`)
    .join('')}`
}

/** Height of the curve at an x inside the segment. Its control points are at thirds, so x runs evenly with t. */
export function segmentY({ from, c1, c2, to }: Segment, x: number): number {
  const t = to.x === from.x ? 0 : (x - from.x) / (to.x - from.x)
  const u = 1 - t
  return u * u * u * from.y + 3 * u * u * t * c1.y + 3 * u * t * t * c2.y + t * t * t * to.y
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
