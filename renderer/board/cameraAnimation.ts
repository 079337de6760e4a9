import type { StoreApi } from 'zustand'
import type { Camera, UiState } from '../state/uiState'

/** DESIGN 2: a camera fit takes this long. */
const FIT_MS = 320

/** What an animation needs of its surroundings: the browser's, or a test's. */
export interface Motion {
  readonly now: () => number
  readonly nextFrame: (run: () => void) => void
  /** Whether the person asked for less movement; the camera then jumps. */
  readonly reduced: () => boolean
}

/** The window's own frames and its `prefers-reduced-motion`. */
export function windowMotion(): Motion {
  return {
    now: () => performance.now(),
    nextFrame: (run) => requestAnimationFrame(run),
    reduced: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
  }
}

/**
 * Move the camera where it should be.
 *
 * Whoever moves the camera meanwhile, by hand or by a later call, ends this move: the camera is compared with the
 * one this move set last.
 */
export function moveCamera(ui: StoreApi<UiState>, target: Camera, motion: Motion): void {
  const from = ui.getState().camera
  if (motion.reduced() || sameCamera(from, target)) {
    ui.setState({ camera: target })
    return
  }
  const start = motion.now()
  let mine = from
  const step = (): void => {
    if (ui.getState().camera !== mine) return
    const part = Math.min(1, (motion.now() - start) / FIT_MS)
    mine = part === 1 ? target : between(from, target, easeMove(part))
    ui.setState({ camera: mine })
    if (part < 1) motion.nextFrame(step)
  }
  motion.nextFrame(step)
}

function sameCamera(a: Camera, b: Camera): boolean {
  return a.x === b.x && a.y === b.y && a.zoom === b.zoom
}

/** Zoom grows by factors, and the place follows the zoom, so that the way looks straight on screen. */
function between(from: Camera, to: Camera, part: number): Camera {
  const zoom = from.zoom * (to.zoom / from.zoom) ** part
  const along = Math.abs(to.zoom - from.zoom) < 1e-6 ? part : (1 / zoom - 1 / from.zoom) / (1 / to.zoom - 1 / from.zoom)
  return { x: from.x + (to.x - from.x) * along, y: from.y + (to.y - from.y) * along, zoom }
}

/** Stands for the design's easing of movement, cubic-bezier(.2, 0, 0, 1): off at once, slow at the end. */
function easeMove(part: number): number {
  return 1 - (1 - part) ** 4
}
