import type { Session } from '../state/session'
import type { UiState } from '../state/uiState'
import { fitCamera, freeInsets, limitCamera, viewInsets, zoomAt, zoomStep } from './camera'
import { moveCamera, windowMotion, type Motion } from './cameraAnimation'

/** The whole map, as large as it fits into what is in sight of it. */
export function fitAll(session: Session, motion: Motion = windowMotion()): void {
  const ui = session.ui.getState()
  moveCamera(session.ui, fitCamera(session.layout(), ui.view, freeInsets(ui)), motion)
}

/** A map that was fitted beside a panel is fitted again when the panel closes; whoever looks elsewhere stays there. */
export function fitAgain(session: Session, before: UiState, motion: Motion = windowMotion()): void {
  if (before.panel === null || session.ui.getState().panel !== null) return
  const fit = fitCamera(session.layout(), before.view, freeInsets(before))
  const { x, y, zoom } = before.camera
  if (Math.abs(x - fit.x) < 1 && Math.abs(y - fit.y) < 1 && Math.abs(zoom - fit.zoom) < 0.001) fitAll(session, motion)
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
