import type { Point } from '../../shared/layout/geometry'
import type { Frame } from './places'

/** A line between two stages or two lanes, or at the end of them, where another can be put in. */
export interface SheetEdge {
  readonly kind: 'stage' | 'lane'
  /** Of the new one in its list; lanes count the hidden ones. */
  readonly index: number
  /** Screen px of the middle of its "+". */
  readonly x: number
  readonly y: number
}

/** Screen px on both sides of a line in which the pointer means it. */
const REACH = 14
/** How far outside of the sheet's last line the pointer still means it. */
const BEYOND = 40
/** Where the "+" stands across its line: from the header's outer edge, in world units. */
const STAGE_AT = 18
const LANE_AT = 8

/** The line near a place in a header, or just outside the sheet; null where there is none, or the header is too small. */
export function edgeNear({ ui, layout, pinned }: Frame, allLanes: readonly { readonly id: string }[], place: Point): SheetEdge | null {
  const { camera } = ui
  const { sheet, cells } = pinned
  const inStageHeader =
    place.y >= sheet.y - BEYOND && place.y < cells.y && place.x >= cells.x - REACH && place.x < cells.x + cells.width + BEYOND
  if (inStageHeader && layout.stages.length > 0) {
    const lines = [...layout.stages.map(({ x }) => x), layout.width].map((x) => (x - camera.x) * camera.zoom)
    const index = nearest(lines, place.x)
    const x = lines[index]
    if (x === undefined || Math.abs(x - place.x) > reachOf(index, lines, place.x) || x < cells.x - 1) return null
    return { kind: 'stage', index, x, y: pinned.y + STAGE_AT * camera.zoom }
  }
  const inLaneHeader =
    place.x >= sheet.x - BEYOND && place.x < cells.x && place.y >= cells.y - REACH && place.y < cells.y + cells.height + BEYOND
  if (inLaneHeader && layout.lanes.length > 0) {
    const lines = [...layout.lanes.map(({ y }) => y), layout.height].map((y) => (y - camera.y) * camera.zoom)
    const nth = nearest(lines, place.y)
    const y = lines[nth]
    if (y === undefined || Math.abs(y - place.y) > Math.min(reachOf(nth, lines, place.y), REACH) || y < cells.y - 1) return null
    const lane = layout.lanes[nth]
    // A lane is put in under another one.
    if (nth === 0) return null
    const index = lane ? allLanes.findIndex(({ id }) => id === lane.lane.id) : allLanes.length
    return { kind: 'lane', index, x: pinned.x + LANE_AT * camera.zoom, y }
  }
  return null
}

function nearest(lines: readonly number[], at: number): number {
  let best = 0
  for (const [index, line] of lines.entries()) if (Math.abs(line - at) < Math.abs((lines[best] ?? line) - at)) best = index
  return best
}

/** Outside of the first and the last line there is nothing else to mean, so the reach is longer there. */
function reachOf(index: number, lines: readonly number[], at: number): number {
  const last = lines.at(-1)
  return index === lines.length - 1 && last !== undefined && at > last ? BEYOND : REACH
}
