import type { Point, Rect } from './geometry'
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

/** A label right under its point, whatever is there. */
export function plainLabel(wish: LabelWish): LabelBox {
  const lines = linesOf(wish)
  return labelAt({ lines, width: widthOf(lines) }, 'middle', wish.at.x, wish.at.y + wish.reach.down + 6)
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

/** Where a label could be, the places that are looked at first come first. */
export function* candidates(wish: LabelWish, bounds: Rect): Generator<LabelBox> {
  const lines = linesOf(wish)
  const width = widthOf(lines)
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
  const make = (anchor: LabelBox['anchor'], x: number, top: number): LabelBox =>
    keepInside(labelAt({ lines, width }, anchor, x, top), bounds)

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

function widthOf(lines: readonly string[]): number {
  return Math.max(...lines.map((line) => measureText(line, CURVE_LABEL)))
}

interface Measured {
  readonly lines: readonly string[]
  readonly width: number
}

function labelAt({ lines, width }: Measured, anchor: LabelBox['anchor'], x: number, top: number): LabelBox {
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
