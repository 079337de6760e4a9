import type { SceneItem, SceneNode } from '../../shared/scene/scene'
import type { BoardFrame } from './boardFrame'

/** How far what slides in a node is moved down in this frame, in world units. */
function slideIn({ ui: { camera }, pinned }: Pick<BoardFrame, 'ui' | 'pinned'>, { slides, bounds }: SceneNode): number {
  if (!slides) return 0
  const top = camera.y + pinned.cells.y / camera.zoom
  return Math.min(Math.max(0, top - bounds.y), slides.most)
}

/** The node as this frame shows it: the very same one where nothing is moved. */
export function slid(frame: Pick<BoardFrame, 'ui' | 'pinned'>, node: SceneNode): SceneNode {
  const down = slideIn(frame, node)
  const { slides } = node
  if (!slides || down === 0) return node
  return { ...node, items: node.items.map((item, i) => (i >= slides.from && i < slides.to ? moved(item, down) : item)) }
}

function moved(item: SceneItem, down: number): SceneItem {
  switch (item.type) {
    case 'text':
      return { ...item, baseline: item.baseline + down }
    case 'rect':
      return { ...item, rect: { ...item.rect, y: item.rect.y + down } }
    case 'path': {
      const { x, y, scale } = item.at ?? { x: 0, y: 0, scale: 1 }
      return { ...item, at: { x, y: y + down, scale } }
    }
  }
}
