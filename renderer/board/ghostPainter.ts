import type { BoardFrame } from './boardFrame'
import type { Ghost } from './overlay'
import { paintGhost } from './paintGhost'

export interface GhostPainter {
  draw(frame: BoardFrame, ghosts: readonly Ghost[]): void
  destroy(): void
}

/**
 * Draws what is in the hand over everything else in the window: on its way to the inbox it passes the title bar and
 * the rails. Its canvas is there only while something is dragged.
 * @param host the board's area, from which the ghosts' places count
 * @param reducedMotion whether what is dragged stays upright
 */
export function createGhostPainter(host: HTMLElement, reducedMotion: () => boolean): GhostPainter {
  let canvas: HTMLCanvasElement | null = null
  const destroy = (): void => {
    canvas?.remove()
    canvas = null
  }
  return {
    draw(frame, ghosts) {
      if (ghosts.length === 0) {
        destroy()
        return
      }
      canvas ??= addCanvas(host.ownerDocument)
      const width = Math.round(innerWidth * frame.pixelRatio)
      const height = Math.round(innerHeight * frame.pixelRatio)
      // Setting a size empties the canvas and allocates it anew.
      if (canvas.width !== width) canvas.width = width
      if (canvas.height !== height) canvas.height = height
      const context = canvas.getContext('2d')
      if (!context) return
      const area = host.getBoundingClientRect()
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.clearRect(0, 0, width, height)
      context.setTransform(frame.pixelRatio, 0, 0, frame.pixelRatio, area.left * frame.pixelRatio, area.top * frame.pixelRatio)
      for (const ghost of ghosts) paintGhost(context, frame, ghost, reducedMotion())
    },
    destroy,
  }
}

function addCanvas(page: Document): HTMLCanvasElement {
  const canvas = page.createElement('canvas')
  canvas.className = 'board-ghosts'
  canvas.setAttribute('aria-hidden', 'true')
  page.body.append(canvas)
  return canvas
}
