import type { Session } from '../state/session'
import { fitCamera, freeInsets, limitCamera, viewInsets, zoomAt, zoomStep } from './camera'
import { moveCamera, windowMotion, type Motion } from './cameraAnimation'

/** The whole map, as large as it fits into what is in sight of it. */
export function fitAll(session: Session, motion: Motion = windowMotion()): void {
  const ui = session.ui.getState()
  moveCamera(session.ui, fitCamera(session.layout(), ui.view, freeInsets(ui)), motion)
}

/** One step of the zoom menu in or out, about the middle of what is seen. */
export function zoomBy(session: Session, direction: 1 | -1, motion: Motion = windowMotion()): void {
  zoomTo(session, zoomStep(session.ui.getState().camera.zoom, direction), motion)
}

export function zoomTo(session: Session, zoom: number, motion: Motion = windowMotion()): void {
  const ui = session.ui.getState()
  const { camera, view } = ui
  const next = zoomAt(camera, { x: view.width / 2, y: view.height / 2 }, zoom)
  moveCamera(session.ui, limitCamera(next, session.layout(), view, viewInsets(ui)), motion)
}
