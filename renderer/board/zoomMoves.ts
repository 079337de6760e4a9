import type { Point, Rect } from '../../shared/layout/geometry'
import type { Session } from '../state/session'
import type { Camera, UiState } from '../state/uiState'
import { selectionRect as boardRect } from '../tools/focusRect'
import { clampZoom, fitCamera, freeInsets, limitCamera, viewInsets, zoomAt, zoomStep } from './camera'
import { moveCamera, windowMotion, type Motion } from './cameraAnimation'
import { pointerPlace } from './pointerPlace'
import { selectionRect as seenRect } from './screenRects'

/** The whole map, as large as it fits into what is in sight of it. */
export function fitAll(session: Session, motion: Motion = windowMotion()): void {
  const ui = session.ui.getState()
  moveCamera(session.ui, fitCamera(session.layout(), ui.view, freeInsets(ui)), motion)
}

/** A map that was fitted beside a panel is fitted again when the panel closes; whoever looks elsewhere stays there. */
export function fitAgain(session: Session, before: UiState, motion: Motion = windowMotion()): void {
  if (before.panel === null || session.ui.getState().panel !== null) return
  if (isFitted(session, before)) fitAll(session, motion)
}

/** Whether the camera shows the whole map as `fitAll` does. */
export function isFitted(session: Pick<Session, 'layout'>, ui: UiState): boolean {
  const fit = fitCamera(session.layout(), ui.view, freeInsets(ui))
  const { x, y, zoom } = ui.camera
  return Math.abs(x - fit.x) < 1 && Math.abs(y - fit.y) < 1 && Math.abs(zoom - fit.zoom) < 0.001
}

/** One step of the zoom menu in or out; about what, see `zoomTo`. */
export function zoomBy(session: Session, direction: 1 | -1, motion: Motion = windowMotion()): void {
  zoomTo(session, zoomStep(session.ui.getState().camera.zoom, direction), motion)
}

/** Another zoom about what is selected, else about the pointer, else about the middle of the window. */
export function zoomTo(session: Session, zoom: number, motion: Motion = windowMotion()): void {
  const ui = session.ui.getState()
  const layout = session.layout()
  const limits = [layout, ui.view, viewInsets(ui)] as const
  const selected = ui.mode === 'map' ? boardRect(layout, ui.selection) : null
  const seen = selected && seenRect(ui, layout)
  if (selected && !seen) {
    moveCamera(session.ui, limitCamera(cameraOn(centreOf(selected), clampZoom(zoom), ui), ...limits), motion)
    return
  }
  const anchor = seen ? centreOf(seen) : (pointerPlace(session.ui) ?? { x: ui.view.width / 2, y: ui.view.height / 2 })
  moveCamera(session.ui, limitCamera(zoomAt(ui.camera, anchor, zoom), ...limits), motion)
}

/** The camera that has a place of the board in the middle of what is in sight. */
function cameraOn(at: Point, zoom: number, ui: UiState): Camera {
  const { left, right, top, bottom } = freeInsets(ui)
  const middle = { x: (left + ui.view.width - right) / 2, y: (top + ui.view.height - bottom) / 2 }
  return { x: at.x - middle.x / zoom, y: at.y - middle.y / zoom, zoom }
}

function centreOf({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 }
}
