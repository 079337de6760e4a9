import type { SceneNode } from '../../shared/scene/scene'

/** What makes, changes and removes the drawn thing of a scene node: Konva shapes on the board, stand-ins in a test. */
export interface ShapeHost<Shape> {
  make(node: SceneNode): Shape
  change(shape: Shape, node: SceneNode): void
  drop(shape: Shape): void
  /** All shapes that are left, in drawing order; told only when shapes came or went. */
  arrange(shapes: readonly Shape[]): void
}

export interface LiveNodes {
  /** Draw these nodes, in this order, and no others. True if anything is drawn differently now. */
  show(nodes: readonly SceneNode[]): boolean
}

interface Live<Shape> {
  node: SceneNode
  readonly shape: Shape
}

/**
 * Keeps one shape for each node that is shown.
 *
 * A scene node is the same object while nothing in it changed, so comparing objects is the whole diff.
 */
export function createLiveNodes<Shape>(host: ShapeHost<Shape>): LiveNodes {
  let live = new Map<string, Live<Shape>>()
  let shown: readonly SceneNode[] = []

  return {
    show(nodes) {
      if (sameNodes(nodes, shown)) return false
      shown = nodes
      const next = new Map<string, Live<Shape>>()
      let moved = nodes.length !== live.size
      const before = live.keys()
      for (const node of nodes) {
        const known = live.get(node.key)
        if (known && known.node !== node) {
          host.change(known.shape, node)
          known.node = node
        }
        next.set(node.key, known ?? { node, shape: host.make(node) })
        if (!known || before.next().value !== node.key) moved = true
      }
      for (const [key, { shape }] of live) if (!next.has(key)) host.drop(shape)
      live = next
      if (moved) host.arrange([...next.values()].map(({ shape }) => shape))
      return true
    },
  }
}

function sameNodes(a: readonly SceneNode[], b: readonly SceneNode[]): boolean {
  return a === b || (a.length === b.length && a.every((node, i) => node === b[i]))
}
