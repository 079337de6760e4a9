import { BOARD, HEADING } from '../../shared/layout/metrics'
import { fitName } from '../../shared/layout/shortNames'
import { baselineIn } from '../../shared/scene/items'
import type { SceneItem, SceneNode, TextItem } from '../../shared/scene/scene'
import { SHEET_INSETS } from './camera'

/** Screen px that a stage's name keeps, however far away the board is (DESIGN 4). */
const NAME_PX = 16

/** So many screen px a name may stand out over the sheet: what is kept free above it. */
export const OVER_SHEET = SHEET_INSETS.top

/** The way line must not strike a name through; the ground of its node is the header's. */
function haloOf(items: readonly SceneItem[], zoom: number): Pick<TextItem, 'halo'> {
  const node = items.find((item) => item.type === 'path' && typeof item.fill === 'string')
  return node?.type === 'path' && node.fill !== undefined ? { halo: { color: node.fill, width: 4 / zoom } } : {}
}

/**
 * A stage header for far-away zoom: the name stays readable, what is smaller goes.
 *
 * The name becomes one line, cut where the next stage begins, or before it where its end tells it from another. Nodes without a name are drawn as the scene says.
 */
export function farHeaderItems(node: SceneNode, zoom: number): readonly SceneItem[] {
  const lines = node.items.filter((item): item is TextItem => item.type === 'text' && item.size === HEADING.stage.size)
  const [first] = lines
  const far = node.far ?? node.items
  if (!first) return far
  const size = NAME_PX / zoom
  const type = { size, line: size * 1.25, weight: 600 } as const
  const width = node.bounds.x + node.bounds.width - first.x - BOARD.padX
  const text = fitName(lines.map((line) => line.text).join(' '), node.sharedStart ?? 0, { ...type, width })
  // The header ends where the first lane begins; a name that is higher than it stands out at the top.
  const top = Math.max(-OVER_SHEET / zoom, Math.min(HEADING.stage.top, node.bounds.height - type.line - 2))
  return [...far.filter((item) => item.type !== 'text'), { ...first, text, size, baseline: baselineIn(top, type), ...haloOf(far, zoom) }]
}
