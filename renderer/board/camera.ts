import type { Point, Rect } from '../../shared/layout/geometry'
import type { Camera, UiState } from '../state/uiState'

export const MIN_ZOOM = 0.1
export const MAX_ZOOM = 4
/** The steps of the zoom menu and of the + and - keys (DESIGN 4). */
export const ZOOM_STEPS = [0.25, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2] as const
/** Below this zoom notes are plain bars (DESIGN 4). */
export const FAR_ZOOM = 0.35
/**
 * A map that would have to be smaller than this to fit opens at its top left corner instead. It is what the zoom
 * control calls 60 %: six stages in a window 1400 px wide, the last of which is then not cut.
 */
const READABLE_ZOOM = 0.595
const LEGIBLE_ZOOM = 0.76

export interface Size {
  readonly width: number
  readonly height: number
}

/** Screen px kept free at each side of the board's area, for the chrome that floats there (DESIGN 3). */
export interface Insets {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

export const SHEET_INSETS: Insets = { top: 12, right: 12, bottom: 88, left: 72 }

/** From this width on a second rail stands at the right; narrower windows have its buttons in the title bar. */
const WIDE = 1440

/** The insets of a view. Where there is a right rail the "+" behind the last stage stands between it and the sheet. */
export function sheetInsets(view: Size): Insets {
  return view.width >= WIDE ? { ...SHEET_INSETS, right: 98 } : SHEET_INSETS
}

/** What an open panel takes of the right side, with the gap beside it. */
const PANEL = 384

/** The insets of the History view: versions at the left, the comparison above, the walk through it below. */
export function historyInsets(view: Size): Insets {
  return { top: 80, right: 12, bottom: 88, left: view.width >= WIDE ? 344 : 284 }
}

/** What the insets of the sheet depend on. */
type Frame = Pick<UiState, 'view'> & { readonly mode?: UiState['mode'] }

/** The insets of the view that is open. */
export function viewInsets({ view, mode }: Frame): Insets {
  return mode === 'history' ? historyInsets(view) : sheetInsets(view)
}

/** The insets of what is in sight: an open panel lies over the right side of the view. */
export function freeInsets({ panel, ...frame }: Pick<UiState, 'panel'> & Frame): Insets {
  const insets = viewInsets(frame)
  return frame.mode === 'history' || panel === null ? insets : { ...insets, right: insets.right + PANEL }
}

export const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0 }

export function toScreen(camera: Camera, point: Point): Point {
  return { x: (point.x - camera.x) * camera.zoom, y: (point.y - camera.y) * camera.zoom }
}

export function toBoard(camera: Camera, point: Point): Point {
  return { x: camera.x + point.x / camera.zoom, y: camera.y + point.y / camera.zoom }
}

export function rectToScreen(camera: Camera, rect: Rect): Rect {
  const { x, y } = toScreen(camera, rect)
  return { x, y, width: rect.width * camera.zoom, height: rect.height * camera.zoom }
}

export function clampZoom(zoom: number): number {
  return Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom))
}

/** Another zoom, with the board's point under `anchor` (screen px) staying where it is. */
export function zoomAt(camera: Camera, anchor: Point, zoom: number): Camera {
  const at = toBoard(camera, anchor)
  const next = clampZoom(zoom)
  return { x: at.x - anchor.x / next, y: at.y - anchor.y / next, zoom: next }
}

/** Moves what is seen: positive `dx` shows what is further right. Screen px. */
export function panBy(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x + dx / camera.zoom, y: camera.y + dy / camera.zoom }
}

/** The next menu step above or below a zoom. */
export function zoomStep(zoom: number, direction: 1 | -1): number {
  const steps = direction === 1 ? ZOOM_STEPS : [...ZOOM_STEPS].reverse()
  const beyond = (step: number): boolean => (direction === 1 ? step > zoom * 1.005 : step < zoom * 0.995)
  return clampZoom(steps.find(beyond) ?? (direction === 1 ? zoom * 1.25 : zoom / 1.25))
}

/**
 * Keeps the sheet in sight: however far one scrolls, a third of the free area (or the whole sheet, if it is
 * smaller) still shows some of it.
 */
export function limitCamera(camera: Camera, sheet: Size, view: Size, insets: Insets): Camera {
  return {
    x: limitAxis(camera.x, camera.zoom, sheet.width, view.width, insets.left, insets.right),
    y: limitAxis(camera.y, camera.zoom, sheet.height, view.height, insets.top, insets.bottom),
    zoom: camera.zoom,
  }
}

function limitAxis(at: number, zoom: number, sheet: number, view: number, before: number, after: number): number {
  const free = Math.max(0, view - before - after)
  const keep = Math.min(sheet * zoom, free / 3)
  const lowest = -(view - after - keep) / zoom
  const highest = sheet - (before + keep) / zoom
  return Math.min(Math.max(at, lowest), Math.max(lowest, highest))
}

/** Room beside the sheet that is too much to leave on one side. */
const MUCH_ROOM = 160

/**
 * The camera that shows the whole sheet inside the insets, never above `most`. It begins at the left, in line with
 * the chrome below it; a sheet much narrower than the view is centred.
 */
export function fitCamera(sheet: Size, view: Size, insets: Insets, most = 1): Camera {
  const free = freeSize(view, insets)
  const zoom = clampZoom(Math.min(free.width / Math.max(1, sheet.width), free.height / Math.max(1, sheet.height), most))
  const spare = free.width - sheet.width * zoom
  const left = insets.left + (spare > MUCH_ROOM ? spare / 2 : 0)
  return { x: -left / zoom, y: -insets.top / zoom, zoom }
}

/** Where a map opens: as a whole if that is readable, else at its beginning and large enough to read. */
export function initialCamera(sheet: Size, view: Size, insets: Insets): Camera {
  const fit = fitCamera(sheet, view, insets)
  if (fit.zoom >= READABLE_ZOOM) return fit
  return { x: -insets.left / LEGIBLE_ZOOM, y: -insets.top / LEGIBLE_ZOOM, zoom: LEGIBLE_ZOOM }
}

function freeSize(view: Size, insets: Insets): Size {
  return { width: Math.max(1, view.width - insets.left - insets.right), height: Math.max(1, view.height - insets.top - insets.bottom) }
}

/**
 * The zoom and place after two fingers moved.
 *
 * The board's point that was between the fingers stays between them, so the hand never slides over the paper.
 */
export function pinchCamera(camera: Camera, before: readonly [Point, Point], after: readonly [Point, Point]): Camera {
  const distance = (pair: readonly [Point, Point]): number => Math.hypot(pair[0].x - pair[1].x, pair[0].y - pair[1].y)
  const middle = (pair: readonly [Point, Point]): Point => ({ x: (pair[0].x + pair[1].x) / 2, y: (pair[0].y + pair[1].y) / 2 })
  const zoom = clampZoom((camera.zoom * distance(after)) / Math.max(1, distance(before)))
  const at = toBoard(camera, middle(before))
  const to = middle(after)
  return { x: at.x - to.x / zoom, y: at.y - to.y / zoom, zoom }
}
