import '../ui/tip.css'
import { useEffect, useState, type CSSProperties, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import type { Rect } from '../../shared/layout/geometry'
import { TIP_DELAY } from '../ui/Tip'
import type { BoardRuntime } from './boardRuntime'
import type { CutText } from './cutText'

export interface BoardTipProps {
  readonly runtime: BoardRuntime
  readonly root: RefObject<HTMLElement | null>
}

/** A tooltip over a name that the board had to cut short: all of it. The board's hidden grid says whole names anyway. */
export function BoardTip({ runtime, root }: BoardTipProps) {
  const [shown, setShown] = useState<CutText | null>(null)

  useEffect(() => {
    /** What the pointer has rested on since the timer was set; its text tells one name from another. */
    let resting: CutText | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      const next = runtime.cutText()
      if (next?.text === resting?.text && sameRect(next?.rect, resting?.rect)) return
      clearTimeout(timer)
      resting = next
      setShown(null)
      if (next) timer = setTimeout(() => setShown(next), TIP_DELAY)
    }
    const stop = runtime.onFrame(look)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [runtime])

  const area = root.current?.getBoundingClientRect()
  if (!shown || !area) return null
  return createPortal(
    <div className="board-tip ui-tip" aria-hidden="true" style={placeOf(shown.rect, area)}>
      {shown.text}
    </div>,
    document.body,
  )
}

function sameRect(a: Rect | undefined, b: Rect | undefined): boolean {
  return a === b || (a?.x === b?.x && a?.y === b?.y && a?.width === b?.width && a?.height === b?.height)
}

/** Screen px between a name and its tooltip, and the least between that and the window's edge; half of its greatest width. */
const GAP = 6
const EDGE = 8
const HALF = 160

/** Under the name, or over it in the lower part of the window; never out of the window. */
function placeOf(rect: Rect, area: DOMRect): CSSProperties {
  const middle = area.left + Math.max(0, rect.x) + Math.min(rect.width, area.width - Math.max(0, rect.x)) / 2
  const left = Math.min(Math.max(middle, HALF + EDGE), innerWidth - HALF - EDGE)
  const bottom = area.top + Math.min(rect.y + rect.height, area.height)
  return bottom < innerHeight * 0.7
    ? { left, top: bottom + GAP }
    : { left, bottom: innerHeight - Math.max(area.top + rect.y, area.top) + GAP }
}
