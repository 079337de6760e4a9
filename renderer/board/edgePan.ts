import type { Point, Rect } from '../../shared/layout/geometry'
import type { BoardFrame } from './boardFrame'

/** How near the edge scrolling begins, and how fast it gets: screen px, and screen px a frame. */
const REACH = 40
const FASTEST = 18

/** Where a drag scrolls the board. */
export interface ScrollEdges {
  /** The part of the view that shows cells, in screen px. */
  readonly window: Rect
  /** On which sides the sheet goes on out of sight. */
  readonly beyond: { readonly left: boolean; readonly right: boolean; readonly top: boolean; readonly bottom: boolean }
}

/** @param edge where the right side of what is seen is, in screen px, when it is not that of the view. */
export function scrollEdges(
  { ui: { camera, view }, layout, pinned }: Pick<BoardFrame, 'ui' | 'layout' | 'pinned'>,
  edge = view.width,
): ScrollEdges {
  const { cells } = pinned
  return {
    window: { ...cells, width: Math.max(0, Math.min(cells.width, edge - cells.x)) },
    beyond: {
      left: -camera.x * camera.zoom < pinned.x,
      top: -camera.y * camera.zoom < pinned.y,
      right: (layout.width - camera.x) * camera.zoom > edge,
      bottom: (layout.height - camera.y) * camera.zoom > view.height,
    },
  }
}

/** How far the board scrolls this frame when something is dragged near the edge of what is seen, or beyond it. */
export function edgeSpeed(point: Point, { window, beyond }: ScrollEdges): { readonly dx: number; readonly dy: number } {
  return {
    dx: axisSpeed(point.x, window.x, window.x + window.width, beyond.left, beyond.right),
    dy: axisSpeed(point.y, window.y, window.y + window.height, beyond.top, beyond.bottom),
  }
}

function axisSpeed(at: number, from: number, to: number, back: boolean, on: boolean): number {
  // A window too small to have a middle would scroll both ways at once.
  if (to - from < REACH * 3) return 0
  const before = from + REACH - at
  const after = at - (to - REACH)
  if (before > 0) return back ? -speed(before) : 0
  return after > 0 && on ? speed(after) : 0
}

function speed(depth: number): number {
  return FASTEST * Math.min(1, depth / REACH) ** 2
}
