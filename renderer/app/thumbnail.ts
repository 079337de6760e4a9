import { sceneToSvg } from '../../shared/export/svg'
import { leftOf } from '../../shared/scene/items'
import type { Scene, SceneItem, SceneNode } from '../../shared/scene/scene'

/** The contract's limit, with room to spare. */
const MOST_CHARACTERS = 190_000

/**
 * A small picture of the board for the start screen: bars for notes and stages, no words and no icons of lanes.
 *
 * Words would be unreadable at that size, and the picture is kept outside the map, where a customer's text has no
 * business. Null where even the bare board is too large to keep.
 */
export function thumbnailOf(scene: Scene): string | null {
  const bare = { ...scene, nodes: scene.nodes.map(withoutWords) }
  for (const attempt of [bare, { ...bare, nodes: bare.nodes.filter((node) => node.part !== 'notes') }]) {
    const svg = sceneToSvg(attempt, { title: '' })
    if (svg.length <= MOST_CHARACTERS) return svg
  }
  return null
}

function withoutWords(node: SceneNode): SceneNode {
  const items = (node.far ?? node.items).flatMap((item): readonly SceneItem[] => {
    if (item.type !== 'text') return node.part === 'laneHeader' && item.stroke !== undefined ? [] : [item]
    return node.part === 'stageHeader' && item.size >= 18 ? [barFor(item)] : []
  })
  return { ...node, items }
}

/** A bar about as wide as the text: wide enough a guess for a picture of 300 px. */
function barFor(text: Extract<SceneItem, { type: 'text' }>): SceneItem {
  const width = Math.min(260, text.text.length * text.size * 0.55)
  const x = leftOf(text, width)
  return { type: 'rect', rect: { x, y: text.baseline - text.size * 0.75, width, height: text.size * 0.8 }, radius: 4, fill: text.fill }
}
