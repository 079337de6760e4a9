import { useRef, useState, type PointerEvent } from 'react'
import { moveNotes } from '../../shared/commands/notes'
import type { Point } from '../../shared/layout/geometry'
import type { Note } from '../../shared/model/note'
import { dragIn, type DragIn } from '../app/dragIn'
import { useSession } from '../state/SessionContext'

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
  const carried = useRef<DragIn | null>(null)
  const [ghost, setGhost] = useState<Point | null>(null)

  const end = (): void => {
    from.current = null
    setGhost(null)
    carried.current?.end()
    carried.current = null
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
        if (!carried.current) {
          if (Math.hypot(at.x - start.x, at.y - start.y) < SLOP) return
          carried.current = dragIn(session, note.id)
        } else if (session.ui.getState().gesture.kind !== 'dragNotes') {
          end()
          return
        }
        setGhost(at)
        carried.current.moveTo(at)
      },
      onPointerUp(event) {
        const isDragged = session.ui.getState().gesture.kind === 'dragNotes'
        const drop = isDragged ? carried.current?.dropAt({ x: event.clientX, y: event.clientY }) : null
        end()
        if (drop) session.run(moveNotes, { noteIds: [note.id], cell: drop.cell, index: drop.index })
      },
      onPointerCancel: end,
      onLostPointerCapture: end,
    },
  }
}
