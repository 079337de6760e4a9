import type Konva from 'konva/lib/Core'
import { Listeners, type Dispose } from '../../shared/base/disposable'
import { hitTest } from '../../shared/layout/hitTest'
import type { Point } from '../../shared/layout/geometry'
import type { HitTarget } from '../../shared/layout/layout'
import { sceneWords } from '../../shared/layout/sceneWords'
import type { PointerController } from '../tools/pointer'
import { remember } from '../state/remember'
import type { Session } from '../state/session'
import type { Camera } from '../state/uiState'
import type { BoardFrame } from './boardFrame'
import { attachBoardInput, type Hover } from './boardInput'
import { fitCamera, freeInsets, initialCamera, limitCamera, toBoard, type Insets, type Size } from './camera'
import { cutTextAt, type CutText } from './cutText'
import { createFrameLoop } from './frameLoop'
import { createGhostPainter } from './ghostPainter'
import { overlayPicture } from './overlay'
import { onThemeChange, readOverlayColors } from './overlayColors'
import { createOverlayPainter } from './overlayPainter'
import { pinnedFrame, unpinned } from './pinned'
import { scrollEdges } from './edgePan'
import { createSheetPainter } from './sheetPainter'
import { formatValue } from './values'
import { fitAgain, isFitted } from './zoomMoves'

export interface BoardRuntimeOptions {
  readonly session: Session
  readonly pointer: PointerController
  /** Screen px kept free round the sheet where it opens and is fitted; headers are pinned there. */
  readonly insets: (view: Size) => Insets
  /** Whether the camera stops where the sheet would be lost; a measurement moves it anywhere. */
  readonly limits: boolean
}

/** What the running board is made of on the page. */
export interface BoardElements {
  readonly root: HTMLElement
  readonly host: HTMLElement
  readonly sheet: Konva.Layer
  readonly overlay: Konva.Layer
}

/** The board in motion: draws once a frame after something changed, and tells the DOM that lies over it. */
export interface BoardRuntime {
  /** What was drawn last; null before the first drawing. */
  frame(): BoardFrame | null
  /** The whole of a name under the pointer that is drawn only in part; null where there is none. */
  cutText(): CutText | null
  onFrame(listener: (frame: BoardFrame) => void): Dispose
  /** The area has another size, in CSS px. */
  resize(size: Size): void
  /** The canvases may have been emptied: draw everything once more. */
  redraw(): void
  destroy(): void
}

export function startBoard({ root, host, sheet, overlay }: BoardElements, options: BoardRuntimeOptions): BoardRuntime {
  const { session } = options
  const { ui } = session
  const page = document.documentElement
  const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)')
  const sheetPainter = createSheetPainter(sheet)
  const overlayPainter = createOverlayPainter(overlay)
  const ghostPainter = createGhostPainter(host, () => reducedMotion.matches)
  const drawn = new Listeners<[BoardFrame]>()
  // The pointer rests on something in nearly every frame.
  const words = remember(sceneWords)
  let colors = readOverlayColors(page)
  let hover: Hover | null = null
  let last: BoardFrame | null = null
  let placed = false

  const frameNow = (): BoardFrame => {
    const state = ui.getState()
    const layout = session.layout()
    const pinned = pinnedFrame(state.camera, layout, state.view, options.insets(state.view))
    return { ui: state, layout, scene: session.scene(), pinned, pixelRatio: devicePixelRatio }
  }
  const loop = createFrameLoop(
    () => {
      if (ui.getState().view.width === 0) return
      const frame = frameNow()
      last = frame
      const format = (value: number): string => formatValue(value, session.look().translator.language)
      if (sheetPainter.draw(frame)) loop.request()
      const picture = overlayPicture({ frame, board: session.board(), hover, readOnly: session.readOnly, colors, formatValue: format })
      overlayPainter.draw(frame, picture)
      ghostPainter.draw(frame, picture.ghosts)
      drawn.emit(frame)
    },
    { request: (run) => requestAnimationFrame(run), cancel: (handle) => cancelAnimationFrame(handle) },
  )

  const moveTo = (camera: Camera): void => {
    const { view } = ui.getState()
    ui.setState({ camera: options.limits ? limitCamera(camera, session.layout(), view, options.insets(view)) : camera })
  }
  const locate = (place: Point): { board: Point; target: HitTarget } => {
    const { camera, gesture, view } = ui.getState()
    const layout = session.layout()
    const at = unpinned(camera, pinnedFrame(camera, layout, view, options.insets(view)), place)
    const target: HitTarget = at ? hitTest(layout, at, { zoom: camera.zoom }) : { kind: 'outside' }
    // A frame drawn over the board goes on under the headers; everything else means the header it is over.
    return { board: at && gesture.kind !== 'marquee' ? at : toBoard(camera, place), target }
  }

  const teardown: Dispose[] = [
    ui.subscribe(loop.request),
    ui.subscribe((_now, before) => fitAgain(session, before)),
    session.onPicture(loop.request),
    onThemeChange(page, () => {
      colors = readOverlayColors(page)
      loop.request()
    }),
    attachBoardInput({
      element: host,
      root,
      ui,
      pointer: options.pointer,
      readOnly: session.readOnly,
      locate,
      edges: () => scrollEdges(frameNow()),
      moveTo,
      hover(next) {
        hover = next
        loop.request()
      },
    }),
    onFontsLoaded(() => {
      sheetPainter.forgetPictures()
      loop.request()
    }),
    loop.stop,
    ghostPainter.destroy,
    () => {
      sheetPainter.forgetPictures()
      sheet.destroyChildren()
      overlay.destroyChildren()
    },
  ]

  return {
    frame: () => last,
    cutText() {
      if (!last || !hover || hover.pressed || last.ui.gesture.kind !== 'none' || last.ui.editing.kind !== 'none') return null
      return cutTextAt(last, hover.target, toBoard(last.ui.camera, hover.place), words(session.look().translator))
    },
    onFrame: (listener) => drawn.add(listener),
    resize(view) {
      const before = ui.getState()
      const first = !placed && view.width > 0
      // A window of another size shows the whole map where the one before did: full screen would leave a strip free.
      const again = !first && options.limits && before.view.width > 0
      const fits = again && isFitted(session, before)
      // Nobody has looked elsewhere since the map was opened: it is shown as if it were opened in the new window.
      const asOpened = again && isSame(before.camera, initialCamera(session.layout(), before.view, options.insets(before.view)))
      ui.setState({
        view,
        ...(first && isUntouched(before.camera) ? { camera: initialCamera(session.layout(), view, options.insets(view)) } : {}),
      })
      if (fits && view.width > 0) ui.setState({ camera: fitCamera(session.layout(), view, freeInsets(ui.getState())) })
      else if (asOpened && view.width > 0) ui.setState({ camera: initialCamera(session.layout(), view, options.insets(view)) })
      placed ||= view.width > 0
      loop.request()
    },
    redraw() {
      sheetPainter.forget()
      overlayPainter.forget()
      loop.request()
    },
    destroy() {
      for (const dispose of teardown.splice(0)) dispose()
    },
  }
}

/** A letter of a rare script may bring its part of the font along only when it is first drawn. */
function onFontsLoaded(loaded: () => void): Dispose {
  document.fonts.addEventListener('loadingdone', loaded)
  return () => document.fonts.removeEventListener('loadingdone', loaded)
}

function isSame(one: Camera, other: Camera): boolean {
  return one.x === other.x && one.y === other.y && one.zoom === other.zoom
}

/** Whether nobody chose where to look yet. */
function isUntouched({ x, y, zoom }: Camera): boolean {
  return x === 0 && y === 0 && zoom === 1
}
