import { intersects, type Rect } from './geometry'

interface Placed {
  readonly bounds: Rect
  readonly part: string
}

/**
 * The nodes that a window on the board can see.
 *
 * Headers stay at the edge of the window while the board scrolls: the stage header counts wherever the window is in
 * height, the lane titles wherever it is in width, the corner always.
 * @param view in world units
 */
export function visibleNodes<Node extends Placed>(nodes: readonly Node[], view: Rect): readonly Node[] {
  return nodes.filter(({ bounds, part }) => {
    switch (part) {
      case 'corner':
        return true
      case 'stageHeader':
        return bounds.x < view.x + view.width && view.x < bounds.x + bounds.width
      case 'laneHeader':
        return bounds.y < view.y + view.height && view.y < bounds.y + bounds.height
      default:
        return intersects(bounds, view)
    }
  })
}
