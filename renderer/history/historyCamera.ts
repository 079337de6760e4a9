import { freeInsets, historyInsets, initialCamera, limitCamera } from '../board/camera'
import { moveCamera, type Motion } from '../board/cameraAnimation'
import { pinnedFrame } from '../board/pinned'
import type { Session } from '../state/session'
import type { placeOf } from './stops'

/** Screen px that stay free round a change, for its sign and its ring. */
const MARGIN = 24

/** Bring a change into sight: not at all where it is seen whole, else to the middle of what is free. */
export function showPlace(session: Session, place: NonNullable<ReturnType<typeof placeOf>>, motion: Motion): void {
  const ui = session.ui.getState()
  const { camera, view } = ui
  const { zoom } = camera
  const layout = session.layout()
  const insets = freeInsets(ui)
  const pinned = pinnedFrame(camera, layout, view, insets)
  const { rect, scrolls } = place
  const x = axis((rect.x - camera.x) * zoom, rect.width * zoom, Math.max(pinned.x, insets.left) + pinned.width, view.width - insets.right)
  const y = axis(
    (rect.y - camera.y) * zoom,
    rect.height * zoom,
    Math.max(pinned.y, insets.top) + pinned.height,
    view.height - insets.bottom,
  )
  const target = {
    x: camera.x + (scrolls === 'y' ? 0 : x / zoom),
    y: camera.y + (scrolls === 'x' ? 0 : y / zoom),
    zoom,
  }
  moveCamera(session.ui, limitCamera(target, layout, view, historyInsets(view)), motion)
}

/** How far the view has to move along one axis, in screen px; what is longer than the room shows its beginning. */
function axis(at: number, length: number, from: number, to: number): number {
  if (at >= from + MARGIN && at + length <= to - MARGIN) return 0
  if (length > to - from - 2 * MARGIN) return at - from - MARGIN
  return at + length / 2 - (from + to) / 2
}

/** Where the History view opens: the whole map if it can be read so, else its beginning. */
export function openingCamera(session: Session): void {
  const { view } = session.ui.getState()
  if (view.width > 0) session.ui.setState({ camera: initialCamera(session.layout(), view, historyInsets(view)) })
}
