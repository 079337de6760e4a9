import { intersects, type Point, type Rect } from '../../shared/layout/geometry'
import type { Layout } from '../../shared/layout/layout'
import type { NoteId } from '../../shared/model/note'
import type { UiChange } from '../state/uiStore'

/** A frame drawn over the board: what it touches is selected, together with what was before if Shift was held. */
export interface Marquee {
  readonly from: Point
  readonly before: readonly NoteId[]
}

export function marqueeRect(from: Point, to: Point): Rect {
  return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) }
}

export function showMarquee({ from, before }: Marquee, to: Point, layout: Layout): UiChange {
  const frame = marqueeRect(from, to)
  const ids = new Set(before)
  for (const [id, { rect }] of layout.notes) if (intersects(frame, rect)) ids.add(id)
  return {
    gesture: { kind: 'marquee', from, to },
    selection: ids.size === 0 ? { kind: 'none' } : { kind: 'notes', ids },
  }
}
