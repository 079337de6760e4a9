import type { Rect } from '../../shared/layout/geometry'
import type { Layout } from '../../shared/layout/layout'
import { clampZoom, freeInsets } from '../board/camera'
import { moveCamera, windowMotion, type Motion } from '../board/cameraAnimation'
import { pinnedAt, pinnedFrame } from '../board/pinned'
import { fitAll } from '../board/zoomMoves'
import type { Session } from '../state/session'
import type { Camera, Focus, UiState } from '../state/uiState'
import { focusRect, selectionRect } from '../tools/focusRect'

/** Screen px that stay free round a selection that fills the view. */
const MARGIN = 16
/** Screen px between a focused note and the edge: less than the padding of a cell, so that a note beside a header stays. */
const NOTE_MARGIN = 4
/** A selection is never blown up further than this. */
const MOST_ZOOM = 1.5

/** What is selected or focused, or the whole map where nothing is. */
export function fitSelection(session: Session, motion: Motion = windowMotion()): void {
  const layout = session.layout()
  const ui = session.ui.getState()
  const { selection, focus, view } = ui
  const rect = selectionRect(layout, selection) ?? focusRect(layout, focus)
  if (!rect) {
    fitAll(session, motion)
    return
  }
  const { left, right, top, bottom } = freeInsets(ui)
  const width = Math.max(1, view.width - left - right - 2 * MARGIN)
  const height = Math.max(1, view.height - top - bottom - 2 * MARGIN)
  // The headers stay where they are and grow with the zoom, so they take their part of the room first.
  const zoom = clampZoom(Math.min(MOST_ZOOM, width / (rect.width + layout.laneHeader), height / (rect.height + layout.stageHeader)))
  const x = left + MARGIN + layout.laneHeader * zoom + Math.max(0, (width - (rect.width + layout.laneHeader) * zoom) / 2)
  const y = top + MARGIN + layout.stageHeader * zoom + Math.max(0, (height - (rect.height + layout.stageHeader) * zoom) / 2)
  moveCamera(session.ui, { x: rect.x - x / zoom, y: rect.y - y / zoom, zoom }, motion)
}

/**
 * Pan so far that the focus can be seen whole, clear of the pinned headers and of what floats over the board.
 *
 * Headers are pinned: of a stage only left and right matter, of a lane only top and bottom.
 */
export function keepVisible(session: Session, focus: Focus = session.ui.getState().focus, motion: Motion = windowMotion()): void {
  const layout = session.layout()
  const rect = focusRect(layout, focus)
  const ui = session.ui.getState()
  const { camera } = ui
  if (!rect || ui.view.width === 0) return
  const target = cameraShowing(rect, focus.kind, ui, layout)
  if (target.x !== camera.x || target.y !== camera.y) moveCamera(session.ui, target, motion)
}

function cameraShowing(rect: Rect, kind: Focus['kind'], ui: UiState, layout: Layout): Camera {
  const { camera, view } = ui
  const { zoom } = camera
  const insets = freeInsets(ui)
  const pinned = pinnedFrame(camera, layout, view, insets)
  // A cell touches the headers; a note keeps clear of them.
  const margin = kind === 'note' ? NOTE_MARGIN : 0
  const at = pinnedAt(zoom, layout, view, insets)
  const left = Math.max(pinned.x, at.x) + pinned.width + margin
  const top = Math.max(pinned.y, at.y) + pinned.height + margin
  const right = view.width - insets.right - margin
  const bottom = view.height - insets.bottom - margin
  const dx = kind === 'lane' ? 0 : pushInto((rect.x - camera.x) * zoom, rect.width * zoom, left, right)
  const dy = kind === 'stage' || kind === 'step' ? 0 : pushInto((rect.y - camera.y) * zoom, rect.height * zoom, top, bottom)
  return { x: camera.x - dx / zoom, y: camera.y - dy / zoom, zoom }
}

/** How far something has to move to lie between two edges; what is longer than the room shows its beginning. */
function pushInto(at: number, length: number, from: number, to: number): number {
  if (at < from) return from - at
  if (at + length <= to) return 0
  return Math.max(to - (at + length), from - at)
}
