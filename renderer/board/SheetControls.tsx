import { Plus } from 'lucide-react'
import { useEffect, useState, type RefObject } from 'react'
import type { Point } from '../../shared/layout/geometry'
import { useT } from '../i18n/TranslatorContext'
import { useSession } from '../state/SessionContext'
import { openDialog, selectNothing, selectOne } from '../state/uiStore'
import { insertStage } from '../tools/structureEdits'
import type { BoardFrame } from './boardFrame'
import type { BoardRuntime } from './boardRuntime'
import { edgeNear, type SheetEdge } from './sheetEdges'

export interface SheetControlsProps {
  readonly runtime: BoardRuntime
  readonly root: RefObject<HTMLElement | null>
}

/** The "+" on the lines of the header, and the two invitations at the ends of the sheet. */
export function SheetControls({ runtime, root }: SheetControlsProps) {
  const session = useSession()
  const t = useT()
  const [edge, setEdge] = useState<SheetEdge | null>(null)
  const [ends, setEnds] = useState<SheetEnds | null>(null)

  useEffect(() => {
    const element = root.current
    if (!element) return undefined
    /** Where the pointer rests, in CSS px of the board's area; null while it is away or at work. */
    let resting: Point | null = null
    const look = (frame: BoardFrame | null): void => {
      const next = frame && resting && takesEdges(frame) ? edgeNear(frame, session.board().lanes, resting) : null
      setEdge((before) => (sameEdge(before, next) ? before : next))
    }
    const near = (event: PointerEvent): void => {
      const box = element.getBoundingClientRect()
      const idle = event.buttons === 0 && event.pointerType !== 'touch'
      resting = idle ? { x: event.clientX - box.left, y: event.clientY - box.top } : null
      look(runtime.frame())
    }
    const away = (event: Event): void => {
      // Pressed itself, the "+" has to be there still when the button is let go.
      if (event.type === 'pointerdown' && event.target instanceof Element && event.target.closest('.board-edge')) return
      resting = null
      look(runtime.frame())
    }
    element.addEventListener('pointermove', near)
    element.addEventListener('pointerleave', away)
    element.addEventListener('pointerdown', away)
    // Under a pointer that rests, the board may move away.
    const stop = runtime.onFrame(look)
    return () => {
      stop()
      element.removeEventListener('pointermove', near)
      element.removeEventListener('pointerleave', away)
      element.removeEventListener('pointerdown', away)
    }
  }, [runtime, root, session])

  useEffect(
    () =>
      runtime.onFrame((frame) => {
        const next = endsOf(frame)
        setEnds((before) => (sameEnds(before, next) ? before : next))
      }),
    [runtime],
  )

  // The dialog puts the lane under the one that has the focus.
  const addLane = (index: number): void => {
    const above = session.board().lanes[index - 1]
    session.ui.setState({ ...(above ? selectOne({ kind: 'lane', id: above.id }) : selectNothing()), ...openDialog('addLane') })
  }
  const addStage = (index: number): void => insertStage(session, index)
  return (
    <>
      {ends?.lane && (
        <button
          type="button"
          tabIndex={-1}
          className="board-end"
          style={{ transform: `translate(${ends.lane.x}px, ${ends.lane.y}px)` }}
          onClick={() => addLane(session.board().lanes.length)}
        >
          <Plus size={16} strokeWidth={2} />
          {t('boardView.addLane')}
        </button>
      )}
      {ends?.stage && (
        <button
          type="button"
          tabIndex={-1}
          className="board-end board-end-stage"
          aria-label={t('boardView.addStage')}
          title={t('boardView.addStage')}
          style={{ transform: `translate(${ends.stage.x}px, ${ends.stage.y}px)` }}
          onClick={() => addStage(session.board().stages.length)}
        >
          <Plus size={16} strokeWidth={2} />
        </button>
      )}
      {edge && (
        <button
          type="button"
          tabIndex={-1}
          className="board-edge"
          aria-label={t(edge.kind === 'stage' ? 'boardView.insertStage' : 'boardView.insertLane')}
          title={t(edge.kind === 'stage' ? 'boardView.insertStage' : 'boardView.insertLane')}
          style={{ transform: `translate(${edge.x}px, ${edge.y}px)` }}
          onClick={() => {
            setEdge(null)
            if (edge.kind === 'stage') addStage(edge.index)
            else addLane(edge.index)
          }}
        >
          <Plus size={15} strokeWidth={2.25} />
        </button>
      )}
    </>
  )
}

interface SheetEnds {
  readonly lane: { readonly x: number; readonly y: number } | null
  readonly stage: { readonly x: number; readonly y: number } | null
}

/** Screen px between the sheet and the invitations beside it. */
const GAP = 5
const BUTTON = 28

/** Where the invitations are; none where the sheet's end is not in sight or leaves no room beside it. */
function endsOf({ ui, layout, pinned }: BoardFrame): SheetEnds {
  const { camera, view } = ui
  const right = (layout.width - camera.x) * camera.zoom + GAP
  const bottom = (layout.height - camera.y) * camera.zoom + GAP
  const laneSeen = bottom > pinned.cells.y && bottom + BUTTON <= view.height
  const stageSeen = right > pinned.cells.x && right + BUTTON <= view.width
  return {
    lane: laneSeen ? { x: Math.round(pinned.x), y: Math.round(bottom) } : null,
    stage: stageSeen ? { x: Math.round(right), y: Math.round(pinned.y) } : null,
  }
}

function takesEdges({ ui }: BoardFrame): boolean {
  return ui.gesture.kind === 'none' && ui.editing.kind === 'none' && ui.tool === 'select'
}

function sameEdge(a: SheetEdge | null, b: SheetEdge | null): boolean {
  return a === b || (a !== null && b !== null && a.kind === b.kind && a.index === b.index && a.x === b.x && a.y === b.y)
}

function sameEnds(a: SheetEnds | null, b: SheetEnds): boolean {
  const same = (one: SheetEnds['lane'], two: SheetEnds['lane']): boolean => one?.x === two?.x && one?.y === two?.y
  return a !== null && same(a.lane, b.lane) && same(a.stage, b.stage)
}
