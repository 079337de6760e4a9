import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLiveNodes } from '../../../renderer/board/liveNodes'
import type { SceneNode } from '../../../shared/scene/scene'

interface FakeShape {
  node: SceneNode
  alive: boolean
}

/** Stands in for Konva: what is on the canvas, and what was done to get it there. */
function fakeCanvas() {
  const log: string[] = []
  let drawn: readonly FakeShape[] = []
  const live = createLiveNodes<FakeShape>({
    make(node) {
      log.push(`make ${node.key}`)
      return { node, alive: true }
    },
    change(shape, node) {
      log.push(`change ${node.key}`)
      shape.node = node
    },
    drop(shape) {
      log.push(`drop ${shape.node.key}`)
      shape.alive = false
    },
    arrange(shapes) {
      log.push('arrange')
      drawn = shapes
    },
  })
  return {
    show: (nodes: readonly SceneNode[]) => live.show(nodes),
    drawn: () => drawn.filter(({ alive }) => alive).map(({ node }) => node),
    log: () => log.splice(0),
  }
}

function nodeOf(key: string): SceneNode {
  return { key, part: 'notes', bounds: { x: 0, y: 0, width: 1, height: 1 }, items: [] }
}

describe('live nodes', () => {
  it('touches only what is another object', () => {
    const canvas = fakeCanvas()
    const [a, b, c] = [nodeOf('a'), nodeOf('b'), nodeOf('c')] as const
    canvas.show([a, b, c])
    expect(canvas.log()).toEqual(['make a', 'make b', 'make c', 'arrange'])

    expect(canvas.show([a, b, c])).toBe(false)
    expect(canvas.log()).toEqual([])

    canvas.show([a, nodeOf('b'), c])
    expect(canvas.log()).toEqual(['change b'])
  })

  it('drops what left and puts what came in its place', () => {
    const canvas = fakeCanvas()
    const [a, b, c] = [nodeOf('a'), nodeOf('b'), nodeOf('c')] as const
    canvas.show([a, c])
    canvas.log()
    canvas.show([b, c])
    expect(canvas.log()).toEqual(['make b', 'drop a', 'arrange'])
    expect(canvas.drawn()).toEqual([b, c])
  })

  it('draws in the order of the scene, whatever was drawn before', () => {
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')), { maxLength: 8 }), (scenes) => {
        const canvas = fakeCanvas()
        const fresh = new Map<string, SceneNode>()
        for (const [i, keys] of scenes.entries()) {
          const nodes = keys.map((key, j) => {
            const known = fresh.get(key)
            const node = known && (i + j) % 3 !== 0 ? known : nodeOf(key)
            fresh.set(key, node)
            return node
          })
          canvas.show(nodes)
          expect(canvas.drawn()).toEqual(nodes)
        }
      }),
    )
  })
})
