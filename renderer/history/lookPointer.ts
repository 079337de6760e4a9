import { historyInsets, limitCamera } from '../board/camera'
import type { HitTarget } from '../../shared/layout/layout'
import type { Session } from '../state/session'
import type { PointerController } from '../tools/pointer'
import { farEnough, type PointerInput } from '../tools/tool'

/**
 * The pointer on a board that is only looked at: dragging moves what is seen, a click says what was meant.
 *
 * @param choose is told what was clicked.
 */
export function createLookPointer(session: Session, choose: (target: HitTarget) => void): PointerController {
  let pressed: PointerInput | null = null
  let last: PointerInput['screen'] | null = null
  const stop = (): void => {
    pressed = null
    last = null
  }
  const pan = (from: PointerInput['screen'], to: PointerInput['screen']): void => {
    const { camera, view } = session.ui.getState()
    const moved = { ...camera, x: camera.x + (from.x - to.x) / camera.zoom, y: camera.y + (from.y - to.y) / camera.zoom }
    session.ui.setState({ camera: limitCamera(moved, session.layout(), view, historyInsets(view)) })
  }
  return {
    down(input) {
      pressed = input.button === 0 ? input : null
    },
    move({ screen }) {
      if (!pressed) return
      if (!last && !farEnough(pressed.screen, screen)) return
      pan(last ?? pressed.screen, screen)
      last = screen
    },
    up() {
      if (pressed && !last) choose(pressed.target)
      stop()
    },
    cancel: stop,
    doubleClick: stop,
    contextMenu: stop,
    destroy: stop,
  }
}
