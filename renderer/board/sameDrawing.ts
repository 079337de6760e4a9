import type { Rect } from '../../shared/layout/geometry'
import type { SceneItem, SceneNode } from '../../shared/scene/scene'

/**
 * Whether two nodes look alike, each at its own place.
 *
 * When a lane grows, everything below it moves: other nodes, the same pictures.
 */
export function sameDrawing(a: SceneNode, b: SceneNode): boolean {
  if (a.items.length !== b.items.length || a.bounds.width !== b.bounds.width || a.bounds.height !== b.bounds.height) return false
  const dx = b.bounds.x - a.bounds.x
  const dy = b.bounds.y - a.bounds.y
  return a.items.every((item, i) => {
    const other = b.items[i]
    return other !== undefined && sameItem(item, other, dx, dy)
  })
}

/** A thousandth of a unit: sums of the same lengths in another order may differ in their last digits. */
const NEAR = 0.001

function near(a: number, b: number): boolean {
  return Math.abs(a - b) < NEAR
}

function sameItem(a: SceneItem, b: SceneItem, dx: number, dy: number): boolean {
  if (a.type === 'text') {
    return b.type === 'text' && near(a.x + dx, b.x) && near(a.baseline + dy, b.baseline) && sameLook(a, b, TEXT_PLACE)
  }
  if (a.type === 'rect') return b.type === 'rect' && sameRect(a.rect, b.rect, dx, dy) && sameLook(a, b, RECT_PLACE)
  if (b.type !== 'path') return false
  if (!a.at || !b.at) return !a.at && !b.at && dx === 0 && dy === 0 && sameLook(a, b, NO_PLACE)
  return near(a.at.x + dx, b.at.x) && near(a.at.y + dy, b.at.y) && a.at.scale === b.at.scale && sameLook(a, b, PATH_PLACE)
}

function sameRect(a: Rect, b: Rect, dx: number, dy: number): boolean {
  return near(a.x + dx, b.x) && near(a.y + dy, b.y) && near(a.width, b.width) && near(a.height, b.height)
}

const NO_PLACE: ReadonlySet<string> = new Set()
const TEXT_PLACE: ReadonlySet<string> = new Set(['x', 'baseline'])
const RECT_PLACE: ReadonlySet<string> = new Set(['rect'])
const PATH_PLACE: ReadonlySet<string> = new Set(['at'])

/** Whether everything but the place is the same; what is itself a list or a record counts by its content. */
function sameLook<Item extends SceneItem>(a: Item, b: Item, place: ReadonlySet<string>): boolean {
  const keys = Object.keys(a) as (keyof Item & string)[]
  return keys.length === Object.keys(b).length && keys.every((key) => place.has(key) || sameValue(a[key], b[key]))
}

function sameValue(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))
}
