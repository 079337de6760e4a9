import type { Point, Rect } from './geometry'
import type { CellBox, Layout } from './layout'
import { NOTE } from './metrics'

/** The rectangles of a cell's notes, in order; empty in a collapsed lane. */
export function noteRects(layout: Layout, cell: CellBox, except: ReadonlySet<string> = NOBODY): readonly Rect[] {
  const rects: Rect[] = []
  for (const id of cell.notes) {
    const box = except.has(id) ? undefined : layout.notes.get(id)
    if (box) rects.push(box.rect)
  }
  return rects
}

const NOBODY: ReadonlySet<string> = new Set()

/** Whether notes of the cell stand side by side, so that "before" means to the left and not above. */
export function flowsInRows(cell: CellBox, rects: readonly Rect[]): boolean {
  const [first, second] = rects
  if (first && second) return second.y < first.y + first.height && second.x >= first.x + first.width
  return cell.rect.width >= 2 * NOTE.half
}

/** Before which note something let go at the point would land: reading order, halves of notes decide. */
export function indexAt(cell: CellBox, rects: readonly Rect[], point: Point): number {
  const rows = flowsInRows(cell, rects)
  for (const [i, rect] of rects.entries()) {
    const bottom = rect.y + rect.height
    if (!rows) {
      if (point.y < rect.y + rect.height / 2) return i
      continue
    }
    if (point.y < rect.y - 4) return i
    if (point.y < bottom + 4 && point.x < rect.x + rect.width / 2) return i
  }
  return rects.length
}
