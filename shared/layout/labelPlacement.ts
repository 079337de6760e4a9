import { intersects, type Point, type Rect } from './geometry'
import { segmentY, type Segment } from './emotionCurve'
import type { LabelBox } from './layout'
import { CURVE_LABEL } from './metrics'
import { measureText, wrapText } from './textFit'

/** A point that wants a label. */
export interface LabelWish {
  readonly at: Point
  readonly text: string
  /** Where it looks for room first. */
  readonly side: 'above' | 'below'
  /** Half the size of the marker it must not cover. */
  readonly reach: { readonly x: number; readonly up: number; readonly down: number }
}

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
  const taken: Rect[] = []
  return wishes.map((wish) => {
    let best: LabelBox | null = null
    let least = Number.POSITIVE_INFINITY
    let rank = 0
    for (const candidate of candidates(wish, around.bounds)) {
      const cost = rank * 3 + costOf(candidate.rect, taken, around)
      if (cost < least) {
        least = cost
        best = candidate
      }
      if (least <= rank * 3) break
      rank += 1
    }
    const label = best ?? plainLabel(wish)
    taken.push(label.rect)
    return label
  })
}

function plainLabel(wish: LabelWish): LabelBox {
  return labelAt(linesOf(wish), 'middle', wish.at.x, wish.at.y + wish.reach.down + 6)
}

function linesOf(wish: LabelWish): readonly string[] {
  const lines = wrapText(wish.text, { ...CURVE_LABEL, width: CURVE_LABEL.maxWidth })
  if (lines.length === 1) return lines
  // Lines of about one length, rather than one word alone at the end.
  for (let width = CURVE_LABEL.maxWidth / lines.length; width < CURVE_LABEL.maxWidth; width += 12) {
    const even = wrapText(wish.text, { ...CURVE_LABEL, width })
    if (even.length === lines.length && !even.some((line) => line.endsWith('…'))) return even
  }
  return lines
}

function* candidates(wish: LabelWish, bounds: Rect): Generator<LabelBox> {
  const lines = linesOf(wish)
  const height = lines.length * CURVE_LABEL.line
  const { at, reach } = wish
  const gap = 6
  const above = (extra: number): number => at.y - reach.up - gap - height - extra
  const below = (extra: number): number => at.y + reach.down + gap + extra
  const first = wish.side === 'above' ? above : below
  const second = wish.side === 'above' ? below : above
  const right = at.x + reach.x + gap
  const left = at.x - reach.x - gap
  const middle = at.y - height / 2
  const make = (anchor: LabelBox['anchor'], x: number, top: number): LabelBox => keepInside(labelAt(lines, anchor, x, top), bounds)

  yield make('middle', at.x, first(0))
  yield make('start', at.x + 10, first(0))
  yield make('end', at.x - 10, first(0))
  yield make('start', right, middle)
  yield make('end', left, middle)
  yield make('middle', at.x, second(0))
  for (const extra of [12, 26, 44]) {
    yield make('middle', at.x, first(extra))
    yield make('start', right - 8, first(extra))
    yield make('end', left + 8, first(extra))
    yield make('start', right, middle + (wish.side === 'above' ? -extra : extra))
    yield make('end', left, middle + (wish.side === 'above' ? -extra : extra))
    yield make('middle', at.x, second(extra))
  }
}

function labelAt(lines: readonly string[], anchor: LabelBox['anchor'], x: number, top: number): LabelBox {
  const width = Math.max(...lines.map((line) => measureText(line, CURVE_LABEL)))
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return {
    rect: { x: left, y: top, width, height: lines.length * CURVE_LABEL.line },
    lines,
    anchor,
    x,
    baseline: top + 14.5,
  }
}

function keepInside(label: LabelBox, bounds: Rect): LabelBox {
  const dx = clampShift(label.rect.x, label.rect.width, bounds.x + 8, bounds.width - 16)
  const dy = clampShift(label.rect.y, label.rect.height, bounds.y + 4, bounds.height - 8)
  if (dx === 0 && dy === 0) return label
  return {
    ...label,
    rect: { ...label.rect, x: label.rect.x + dx, y: label.rect.y + dy },
    x: label.x + dx,
    baseline: label.baseline + dy,
  }
}

function clampShift(start: number, size: number, from: number, room: number): number {
  if (start < from) return from - start
  return Math.min(0, from + room - (start + size))
}

/** Two labels closer than this read as one sentence. */
const LABEL_GAP = 8

function costOf(rect: Rect, taken: readonly Rect[], around: Surroundings): number {
  const roomy = grow(rect, LABEL_GAP, LABEL_GAP)
  let cost = 0
  for (const other of taken) if (intersects(roomy, other)) cost += 1000
  for (const marker of around.markers) if (intersects(rect, marker)) cost += 300
  for (const curve of around.curves) cost += 2 * curveInside(curve, grow(rect, 0, -2))
  return cost
}

/** How much of a curve runs through a rectangle, in world units along x. */
function curveInside(curve: readonly Segment[], rect: Rect): number {
  const step = 6
  let inside = 0
  for (let i = firstReaching(curve, rect.x); i < curve.length; i += 1) {
    const segment = curve[i]
    if (!segment || segment.from.x >= rect.x + rect.width) break
    const end = Math.min(segment.to.x, rect.x + rect.width)
    for (let x = Math.max(segment.from.x, rect.x); x <= end; x += step) {
      const y = segmentY(segment, x)
      if (y >= rect.y && y <= rect.y + rect.height) inside += step
    }
  }
  return inside
}

/** Index of the first segment that ends after x. */
function firstReaching(curve: readonly Segment[], x: number): number {
  let low = 0
  let high = curve.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((curve[middle]?.to.x ?? Number.POSITIVE_INFINITY) < x) low = middle + 1
    else high = middle
  }
  return low
}

function grow(rect: Rect, dx: number, dy: number): Rect {
  return { x: rect.x - dx, y: rect.y - dy, width: rect.width + 2 * dx, height: rect.height + 2 * dy }
}
