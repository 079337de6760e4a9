import type { Point, Rect } from '../../shared/layout/geometry'
import type { Layout } from '../../shared/layout/layout'
import { HEADING } from '../../shared/layout/metrics'
import type { Camera } from '../state/uiState'
import { toBoard, type Insets, type Size } from './camera'

/** What of a layout decides where the headers stay. */
export type SheetSize = Pick<Layout, 'width' | 'height' | 'laneHeader' | 'stageHeader'>

/**
 * Where the headers are on screen, in px.
 *
 * Lane titles stay at the left while the board scrolls, the stage header at the top; each leaves with the end of
 * the sheet, so neither hangs in the air.
 */
export interface PinnedFrame {
  /** Left edge of the lane titles and top edge of the stage header. */
  readonly x: number
  readonly y: number
  /** Size of the corner: width of the lane titles, height of the stage header. */
  readonly width: number
  readonly height: number
  /** What of the sheet is seen, headers included. */
  readonly sheet: Rect
  /** What of the cells is seen: the sheet without its headers. */
  readonly cells: Rect
}

/** Of the window the headers may take this much. From close up they are larger, and scroll away as far as that. */
const MOST_OF_VIEW = 0.5

/** Where the headers stay while the board scrolls, in px: at the insets, or above and left of them as far as they are too large. */
export function pinnedAt(zoom: number, layout: SheetSize, view: Size, insets: Insets): Point {
  const tooWide = layout.laneHeader * zoom - view.width * MOST_OF_VIEW
  const tooHigh = layout.stageHeader * zoom - view.height * MOST_OF_VIEW
  // The names of the stages stand at the top of a header that many personas make high, and have to stay in sight.
  const overNames = (HEADING.stage.top - 4) * zoom
  return { x: insets.left - Math.max(0, tooWide), y: insets.top - Math.max(0, Math.min(tooHigh, overNames)) }
}

export function pinnedFrame(camera: Camera, layout: SheetSize, view: Size, insets: Insets): PinnedFrame {
  const { zoom } = camera
  const left = -camera.x * zoom
  const top = -camera.y * zoom
  const right = left + layout.width * zoom
  const bottom = top + layout.height * zoom
  const width = layout.laneHeader * zoom
  const height = layout.stageHeader * zoom
  const at = pinnedAt(zoom, layout, view, insets)
  const x = Math.min(Math.max(left, at.x), right - width)
  const y = Math.min(Math.max(top, at.y), bottom - height)
  const sheet = { x, y, width: Math.max(0, Math.min(right, view.width) - x), height: Math.max(0, Math.min(bottom, view.height) - y) }
  const cells = { x: x + width, y: y + height, width: Math.max(0, sheet.width - width), height: Math.max(0, sheet.height - height) }
  return { x, y, width, height, sheet, cells }
}

/**
 * The place on an unscrolled sheet that a place on screen stands for: the headers are taken back to where they
 * are when nothing is scrolled. Null is off the sheet, also where the sheet is scrolled out of its window.
 */
export function unpinned(camera: Camera, frame: PinnedFrame, screen: Point): Point | null {
  const { sheet } = frame
  if (screen.x < sheet.x || screen.y < sheet.y || screen.x >= sheet.x + sheet.width || screen.y >= sheet.y + sheet.height) return null
  const board = toBoard(camera, screen)
  return {
    x: screen.x < frame.x + frame.width ? (screen.x - frame.x) / camera.zoom : board.x,
    y: screen.y < frame.y + frame.height ? (screen.y - frame.y) / camera.zoom : board.y,
  }
}

/** The screen rect of a rect of the lane titles' column, which scrolls up and down only. */
export function laneHeaderToScreen(camera: Camera, frame: PinnedFrame, rect: Rect): Rect {
  const { zoom } = camera
  return { x: frame.x + rect.x * zoom, y: (rect.y - camera.y) * zoom, width: rect.width * zoom, height: rect.height * zoom }
}

/** The screen rect of a rect of the stage header, which scrolls sideways only. */
export function stageHeaderToScreen(camera: Camera, frame: PinnedFrame, rect: Rect): Rect {
  const { zoom } = camera
  return { x: (rect.x - camera.x) * zoom, y: frame.y + rect.y * zoom, width: rect.width * zoom, height: rect.height * zoom }
}
