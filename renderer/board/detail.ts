import type { SceneItem, SceneNode } from '../../shared/scene/scene'
import { FAR_ZOOM } from './camera'

/** Below this zoom a note has no badges: they would be too small to tell apart (DESIGN 4). */
const BADGE_ZOOM = 0.5

/** How much of a node is drawn: all of it, all but its badges, or what can be told from far away. */
export type Detail = 'full' | 'plain' | 'far'

export function detailAt(zoom: number): Detail {
  if (zoom < FAR_ZOOM) return 'far'
  return zoom < BADGE_ZOOM ? 'plain' : 'full'
}

export function itemsAt(node: SceneNode, detail: Detail): readonly SceneItem[] {
  switch (detail) {
    case 'full':
      return node.items
    case 'plain':
      return node.plain ?? node.items
    case 'far':
      return node.far ?? node.items
  }
}
