import type { Point, Rect } from '../../shared/layout/geometry'

/** How near the edge scrolling begins, and how fast it gets: screen px, and screen px a frame. */
const REACH = 40
const FASTEST = 18

/** How far the board scrolls this frame when something is dragged near the edge of what is seen, or beyond it. */
export function edgeSpeed(point: Point, window: Rect): { readonly dx: number; readonly dy: number } {
  return {
    dx: axisSpeed(point.x, window.x, window.x + window.width),
    dy: axisSpeed(point.y, window.y, window.y + window.height),
  }
}

function axisSpeed(at: number, from: number, to: number): number {
  // A window too small to have a middle would scroll both ways at once.
  if (to - from < REACH * 3) return 0
  const before = from + REACH - at
  const after = at - (to - REACH)
  if (before > 0) return -speed(before)
  return after > 0 ? speed(after) : 0
}

function speed(depth: number): number {
  return FASTEST * Math.min(1, depth / REACH) ** 2
}
