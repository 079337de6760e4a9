import { dropPlaceAt, type DropPlace } from '../../shared/layout/dropPlace'
import type { Point } from '../../shared/layout/geometry'
import type { NoteId } from '../../shared/model/note'
import { freeInsets, limitCamera, panBy, sheetInsets, toBoard } from '../board/camera'
import { edgeSpeed, scrollEdges } from '../board/edgePan'
import { pinnedFrame, type PinnedFrame } from '../board/pinned'
import type { Session } from '../state/session'
import { whyNoNotes } from '../tools/dragNotes'
import { endGesture, showGesture } from '../state/uiStore'

/** A note under a hand that came from beside the board. */
export interface DragIn {
  /** The hand is there now, in CSS px of the window; the board shows where the note would land. */
  moveTo(at: Point): void
  /** Where the note lands if the hand lets go there; null outside the cells that are in sight. A lane that holds no notes says so. */
  dropAt(at: Point): DropPlace | null
  /** The hand let go or gave up. */
  end(): void
}

/** What a drag needs of the window: the browser's, or a test's. */
export interface DragSurface {
  /** The place in the board's area, in CSS px, of a place of the window; null where the board is not or something lies over it. */
  readonly boardAt: (at: Point) => Point | null
  readonly requestFrame: (run: () => void) => number
  readonly cancelFrame: (handle: number) => void
}

const IN_HAND = { kind: 'dragNotes', offset: { x: 0, y: 0 }, copying: false, overInbox: false } as const

/**
 * Carry a note onto the board. Held near an edge of what is seen it scrolls the board, but only once it has been
 * clear of the edges: on its way from a panel it crosses one.
 */
export function dragIn(session: Session, noteId: NoteId, surface: DragSurface = windowSurface()): DragIn {
  const { ui } = session
  let place: Point | null = null
  let wasClear = false
  let frame: number | null = null

  const dropUnder = (at: Point | null): DropPlace | null => {
    if (!at || !isIn(pinned(session), at)) return null
    return dropPlaceAt(session.layout(), session.document.board(), toBoard(ui.getState().camera, at), [noteId])
  }
  const show = (): void => {
    ui.setState(showGesture({ ...IN_HAND, ids: [noteId], grabbed: noteId, drop: dropUnder(place) }))
  }
  const scroll = (): void => {
    frame = null
    if (!place || ui.getState().gesture.kind !== 'dragNotes') return
    frame = surface.requestFrame(scroll)
    const { camera, view } = ui.getState()
    const { dx, dy } = edgeSpeed(place, edges(session))
    if (dx === 0 && dy === 0) wasClear = true
    else if (wasClear) {
      ui.setState({ camera: limitCamera(panBy(camera, dx, dy), session.layout(), view, sheetInsets(view)) })
      show()
    }
  }
  return {
    moveTo(at) {
      place = surface.boardAt(at)
      wasClear &&= place !== null
      show()
      if (place && frame === null) frame = surface.requestFrame(scroll)
    },
    dropAt(at) {
      const on = surface.boardAt(at)
      const drop = dropUnder(on)
      const why =
        drop === null && on && isIn(pinned(session), on) ? whyNoNotes(session.layout(), toBoard(ui.getState().camera, on).y) : null
      if (why) session.toast({ kind: 'info', text: session.look().translator.t(why) })
      return drop
    },
    end() {
      if (frame !== null) surface.cancelFrame(frame)
      frame = null
      place = null
      if (ui.getState().gesture.kind === 'dragNotes') ui.setState(endGesture())
    },
  }
}

function pinned(session: Session): PinnedFrame {
  const { camera, view } = session.ui.getState()
  return pinnedFrame(camera, session.layout(), view, sheetInsets(view))
}

/** Headers stay in place over cells that are scrolled away beneath them: nothing is dropped through them. */
function isIn({ cells }: PinnedFrame, { x, y }: Point): boolean {
  return x >= cells.x && y >= cells.y && x < cells.x + cells.width && y < cells.y + cells.height
}

function edges(session: Session): ReturnType<typeof scrollEdges> {
  const ui = session.ui.getState()
  const right = ui.view.width - freeInsets(ui).right
  return scrollEdges({ ui, layout: session.layout(), pinned: pinned(session) }, right)
}

function windowSurface(): DragSurface {
  return {
    boardAt(at) {
      const board = document.elementFromPoint(at.x, at.y)?.closest('[data-board]')
      if (!board) return null
      const { left, top } = board.getBoundingClientRect()
      return { x: at.x - left, y: at.y - top }
    },
    requestFrame: (run) => requestAnimationFrame(run),
    cancelFrame: (handle) => cancelAnimationFrame(handle),
  }
}
