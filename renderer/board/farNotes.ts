import { paintItems } from '../../shared/scene/paint'
import type { RectItem, SceneItem, SceneNode } from '../../shared/scene/scene'

/** Screen px: corners rounder than this can be seen. */
const SEEN_RADIUS = 4

/**
 * Draw notes as they are seen from far away.
 *
 * Plain bars of one colour are drawn together, with square corners where nobody can tell: a thousand of them then
 * cost little more than the sheet.
 */
export function paintFarNotes(context: CanvasRenderingContext2D, nodes: readonly SceneNode[], zoom: number): void {
  const bars = new Map<string, RectItem['rect'][]>()
  const others: SceneItem[] = []
  for (const node of nodes) {
    for (const item of node.far ?? node.items) {
      const fill = plainFill(item, zoom)
      if (fill === null) {
        others.push(item)
        continue
      }
      const known = bars.get(fill)
      if (known) known.push((item as RectItem).rect)
      else bars.set(fill, [(item as RectItem).rect])
    }
  }
  context.globalAlpha = 1
  for (const [fill, rects] of bars) {
    context.fillStyle = fill
    for (const { x, y, width, height } of rects) context.fillRect(x, y, width, height)
  }
  paintItems(context, others)
}

/** The colour of a bar that can be drawn with others; null for anything else. */
function plainFill(item: SceneItem, zoom: number): string | null {
  if (item.type !== 'rect' || typeof item.fill !== 'string') return null
  const plain = item.stroke === undefined && item.shadow === undefined && item.opacity === undefined
  return plain && (item.radius ?? 0) * zoom < SEEN_RADIUS ? item.fill : null
}
