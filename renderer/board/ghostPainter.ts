import type { SceneNode } from '../../shared/scene/scene'
import type { BoardFrame } from './boardFrame'
import type { Ghost } from './overlay'
import { paintGhost } from './paintGhost'

export interface GhostPainter {
  draw(frame: BoardFrame, ghosts: readonly Ghost[]): void
  destroy(): void
}

/** Room round a note for its shadow and its tilt, in CSS px at 100 %. */
const MARGIN = 48

/** What the pictures of the ghosts were painted of. */
interface Painted {
  readonly nodes: readonly SceneNode[]
  readonly zoom: number
  readonly pixelRatio: number
  readonly upright: boolean
}

/**
 * Draws what is in the hand over everything else in the window: on its way to the inbox it passes the title bar and the rails.
 *
 * Each note is painted once, on a canvas as large as itself, and only moved from frame to frame.
 * @param host the board's area, from which the ghosts' places count
 * @param reducedMotion whether what is dragged stays upright
 */
export function createGhostPainter(host: HTMLElement, reducedMotion: () => boolean): GhostPainter {
  let hand: HTMLElement | null = null
  let painted: Painted | null = null
  const destroy = (): void => {
    hand?.remove()
    hand = null
    painted = null
  }
  return {
    draw({ ui: { camera }, pixelRatio }, ghosts) {
      const [first] = ghosts
      if (!first) {
        destroy()
        return
      }
      hand ??= addHand(host.ownerDocument)
      const next: Painted = { nodes: ghosts.map(({ node }) => node), zoom: camera.zoom, pixelRatio, upright: reducedMotion() }
      if (!painted || !isSame(painted, next)) {
        hand.replaceChildren(...next.nodes.map((node) => picture(host.ownerDocument, node, next)))
        painted = next
      }
      const area = host.getBoundingClientRect()
      const at = (from: number, moved: number, seen: number): number =>
        Math.round((from + (moved - seen) * camera.zoom) * pixelRatio) / pixelRatio
      hand.style.transform = `translate(${at(area.left, first.offset.x, camera.x)}px, ${at(area.top, first.offset.y, camera.y)}px)`
    },
    destroy,
  }
}

function isSame(a: Painted, b: Painted): boolean {
  const { nodes } = a
  if (a.zoom !== b.zoom || a.pixelRatio !== b.pixelRatio || a.upright !== b.upright || nodes.length !== b.nodes.length) return false
  return b.nodes.every((node, index) => node === nodes[index])
}

function addHand(page: Document): HTMLElement {
  const hand = page.createElement('div')
  hand.className = 'board-ghosts'
  hand.setAttribute('aria-hidden', 'true')
  page.body.append(hand)
  return hand
}

function picture(page: Document, node: SceneNode, { zoom, pixelRatio, upright }: Painted): HTMLCanvasElement {
  const { x, y, width, height } = node.bounds
  const canvas = page.createElement('canvas')
  const margin = MARGIN * Math.max(1, zoom)
  const [wide, high] = [width * zoom + 2 * margin, height * zoom + 2 * margin]
  canvas.width = Math.ceil(wide * pixelRatio)
  canvas.height = Math.ceil(high * pixelRatio)
  Object.assign(canvas.style, {
    left: `${x * zoom - margin}px`,
    top: `${y * zoom - margin}px`,
    width: `${canvas.width / pixelRatio}px`,
    height: `${canvas.height / pixelRatio}px`,
  })
  const context = canvas.getContext('2d')
  if (context) {
    context.scale(pixelRatio, pixelRatio)
    context.translate(margin - x * zoom, margin - y * zoom)
    context.scale(zoom, zoom)
    paintGhost(context, node, upright)
  }
  return canvas
}
