import type { Dispose } from '../../shared/base/disposable'
import { freeInsets, historyInsets, initialCamera, limitCamera } from '../board/camera'
import { moveCamera, type Motion } from '../board/cameraAnimation'
import { pinnedFrame } from '../board/pinned'
import type { Session } from '../state/session'
import type { placeOf } from './stops'

/** Screen px that stay free between a change and the edge of the board, for its sign and its ring. */
const MARGIN = 24
/** Less than the padding of a cell, so that what stands beside a header counts as seen. */
const HEADER_MARGIN = 4

/** Bring a change into sight: not at all where it is seen whole, else to the middle of what is free. */
export function showPlace(session: Session, place: NonNullable<ReturnType<typeof placeOf>>, motion: Motion): void {
  const ui = session.ui.getState()
  const { camera, view } = ui
  const { zoom } = camera
  const layout = session.layout()
  const insets = freeInsets(ui)
  const pinned = pinnedFrame(camera, layout, view, insets)
  const { rect, scrolls } = place
  const x = axis({
    at: (rect.x - camera.x) * zoom,
    length: rect.width * zoom,
    seenFrom: pinned.x + pinned.width,
    from: insets.left + pinned.width,
    to: view.width - insets.right,
  })
  const y = axis({
    at: (rect.y - camera.y) * zoom,
    length: rect.height * zoom,
    seenFrom: pinned.y + pinned.height,
    from: insets.top + pinned.height,
    to: view.height - insets.bottom,
  })
  const target = {
    x: camera.x + (scrolls === 'y' ? 0 : x / zoom),
    y: camera.y + (scrolls === 'x' ? 0 : y / zoom),
    zoom,
  }
  moveCamera(session.ui, limitCamera(target, layout, view, historyInsets(view)), motion)
}

interface Axis {
  readonly at: number
  readonly length: number
  /** Where the headers end now, and where they will when the board has moved. */
  readonly seenFrom: number
  readonly from: number
  readonly to: number
}

/** How far the view has to move along one axis, in screen px; what is longer than the room shows its beginning. */
function axis({ at, length, seenFrom, from, to }: Axis): number {
  if (at >= seenFrom + HEADER_MARGIN && at + length <= to - MARGIN) return 0
  if (length > to - from - 2 * MARGIN) return at - from - MARGIN
  return at + length / 2 - (from + to) / 2
}

/**
 * Looks at the map as the History view opens: the whole of it if it can be read so, else its beginning.
 *
 * A map that was opened anew with the History view open is looked at as before.
 *
 * @returns looks at the map again where it was looked at before.
 */
export function enterHistory(session: Session): Dispose {
  const { ui } = session
  const { camera, mapCamera, view } = ui.getState()
  if (mapCamera === null) {
    ui.setState({ mapCamera: camera, ...(view.width > 0 && { camera: initialCamera(session.layout(), view, historyInsets(view)) }) })
  }
  return () => {
    const left = ui.getState().mapCamera
    if (left) ui.setState({ camera: left, mapCamera: null })
  }
}
