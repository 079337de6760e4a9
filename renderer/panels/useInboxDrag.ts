import { useRef, useState, type PointerEvent } from 'react'
import { moveNotes } from '../../shared/commands/notes'
import { dropPlaceAt } from '../../shared/layout/dropPlace'
import type { Point } from '../../shared/layout/geometry'
import type { Note } from '../../shared/model/note'
import { useSession } from '../state/SessionContext'
import type { Session } from '../state/session'
import { endGesture, showGesture } from '../state/uiStore'

/** Pixels a press may wander and still be a click. */
const SLOP = 4

export interface InboxDrag {
  /** Handlers for the element that is taken up. */
  readonly drag: {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerCancel: () => void
    readonly onLostPointerCapture: () => void
  }
  readonly dragging: boolean
  /** Where the note under the hand is drawn, in CSS pixels of the window. */
  readonly ghost: Point | null
}

/**
 * Take a note out of the inbox and drop it on the board.
 *
 * The board shows the drop place from the same gesture it knows from its own notes; nothing is written before the
 * hand lets go, and Escape ends the gesture like any other.
 */
export function useInboxDrag(note: Note): InboxDrag {
  const session = useSession()
  const from = useRef<Point | null>(null)
  const [ghost, setGhost] = useState<Point | null>(null)

  const end = (): void => {
    from.current = null
    setGhost(null)
    if (session.ui.getState().gesture.kind === 'dragNotes') session.ui.setState(endGesture())
  }
  return {
    dragging: ghost !== null,
    ghost,
    drag: {
      onPointerDown(event) {
        if (event.button !== 0 || session.readOnly || (event.target as Element).closest('button')) return
        from.current = { x: event.clientX, y: event.clientY }
        // At once: a quick hand is over the board at its first move.
        event.currentTarget.setPointerCapture(event.pointerId)
      },
      onPointerMove(event) {
        const start = from.current
        if (!start) return
        const at = { x: event.clientX, y: event.clientY }
        if (ghost === null) {
          if (Math.hypot(at.x - start.x, at.y - start.y) < SLOP) return
        } else if (session.ui.getState().gesture.kind !== 'dragNotes') {
          end()
          return
        }
        setGhost(at)
        session.ui.setState(showGesture({ ...IN_HAND, ids: [note.id], grabbed: note.id, drop: dropUnder(session, note, at) }))
      },
      onPointerUp(event) {
        const { gesture } = session.ui.getState()
        const drop =
          ghost !== null && gesture.kind === 'dragNotes' ? dropUnder(session, note, { x: event.clientX, y: event.clientY }) : null
        end()
        if (drop) session.run(moveNotes, { noteIds: [note.id], cell: drop.cell, index: drop.index })
      },
      onPointerCancel: end,
      onLostPointerCapture: end,
    },
  }
}

const IN_HAND = { kind: 'dragNotes', offset: { x: 0, y: 0 }, copying: false, overInbox: false } as const

/** The place on the board under a point of the window; null outside the board or under something that floats over it. */
function dropUnder(session: Session, note: Note, at: Point): ReturnType<typeof dropPlaceAt> {
  const under = document.elementFromPoint(at.x, at.y)
  const board = under?.closest('[data-board]')
  if (!board) return null
  const { left, top } = board.getBoundingClientRect()
  const { camera } = session.ui.getState()
  const point = { x: camera.x + (at.x - left) / camera.zoom, y: camera.y + (at.y - top) / camera.zoom }
  return dropPlaceAt(session.layout(), session.document.board(), point, [note.id])
}
