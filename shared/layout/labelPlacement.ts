import { AlongX } from './alongX'
import { segmentY, type Segment } from './emotionCurve'
import { intersects, type Rect } from './geometry'
import { candidates, plainLabel, type LabelWish } from './labelCandidates'
import type { LabelBox } from './layout'

/** What labels have to keep clear of. */
export interface Surroundings {
  readonly bounds: Rect
  readonly markers: readonly Rect[]
  readonly curves: readonly (readonly Segment[])[]
}

/**
 * Find a place for each label: above, below or beside its point, wherever it covers least.
 *
 * Labels are placed one after another and never moved again, so the most important wishes come first.
 */
export function placeLabels(wishes: readonly LabelWish[], around: Surroundings): readonly LabelBox[] {
  const obstacles = new Obstacles(around)
  return wishes.map((wish) => {
    const label = bestPlace(wish, around.bounds, obstacles)
    obstacles.take(label.rect)
    return label
  })
}

function bestPlace(wish: LabelWish, bounds: Rect, obstacles: Obstacles): LabelBox {
  let best: LabelBox | null = null
  let least = Number.POSITIVE_INFINITY
  // What comes later is further away, and has to be worth it.
  let handicap = 0
  for (const candidate of candidates(wish, bounds)) {
    const cost = handicap + obstacles.cost(candidate.rect, least - handicap)
    if (cost < least) {
      least = cost
      best = candidate
    }
    if (least <= handicap || obstacles.crowded(candidate.rect)) break
    handicap += 3
  }
  return best ?? plainLabel(wish)
}

/** Two labels closer than this read as one sentence. */
const LABEL_GAP = 8

/** Labels in some five steps, each of which has room for a dozen. */
const CROWD = 80

/** Everything that a label should not cover, by where along the board it is. */
class Obstacles {
  readonly #taken = new AlongX<Rect>()
  readonly #markers = new AlongX<Rect>()
  readonly #segments = new AlongX<Segment>()

  constructor({ markers, curves }: Surroundings) {
    for (const marker of markers) addRect(this.#markers, marker)
    for (const curve of curves) for (const segment of curve) this.#segments.add(segment, segment.from.x, segment.to.x)
  }

  /** A label stands there from now on. */
  take(rect: Rect): void {
    addRect(this.#taken, rect)
  }

  /** So many labels that none more can be read there: looking for the best place takes long, and helps nobody. */
  crowded({ x, width }: Rect): boolean {
    return this.#taken.about(x, x + width) > CROWD
  }

  /** What it costs to put a label there; where that is `limit` or more, it is counted no further. */
  cost(rect: Rect, limit: number): number {
    let cost = 0
    const roomy = grow(rect, LABEL_GAP, LABEL_GAP)
    const line = grow(rect, 0, -2)
    const add = (more: number): boolean => (cost += more) >= limit
    const full =
      near(this.#taken, roomy, (other) => intersects(roomy, other) && add(1000)) ||
      near(this.#markers, rect, (marker) => intersects(rect, marker) && add(300)) ||
      near(this.#segments, line, (segment) => add(2 * curveInside(segment, line)))
    return full ? limit : cost
  }
}

function addRect(index: AlongX<Rect>, rect: Rect): void {
  index.add(rect, rect.x, rect.x + rect.width)
}

function near<T>(index: AlongX<T>, { x, width }: Rect, test: (item: T) => boolean): boolean {
  return index.some(x, x + width, test)
}

/** More than numbers are wrong by when they are reckoned with. */
const SLACK = 0.001

/** How much of a piece of a curve runs through a rectangle, in world units along x. */
function curveInside(segment: Segment, rect: Rect): number {
  const { from, to } = segment
  const [top, bottom] = [rect.y, rect.y + rect.height]
  // It never leaves the heights of its ends; most pieces are over or under the rectangle.
  if (Math.max(from.y, to.y) < top - SLACK || Math.min(from.y, to.y) > bottom + SLACK) return 0
  if (to.x < rect.x || from.x >= rect.x + rect.width) return 0
  const step = 6
  const end = Math.min(to.x, rect.x + rect.width)
  let inside = 0
  for (let x = Math.max(from.x, rect.x); x <= end; x += step) {
    const y = segmentY(segment, x)
    if (y >= top && y <= bottom) inside += step
  }
  return inside
}

function grow(rect: Rect, dx: number, dy: number): Rect {
  return { x: rect.x - dx, y: rect.y - dy, width: rect.width + 2 * dx, height: rect.height + 2 * dy }
}
