import './board.css'
import Konva from 'konva/lib/Core'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Layer, Stage } from 'react-konva/lib/ReactKonvaCore'
import type { Dispose } from '../../shared/base/disposable'
import type { PointerController } from '../tools/pointer'
import { useSession, useUi } from '../state/SessionContext'
import { BoardField, isOnBoard } from './BoardField'
import { BoardTip } from './BoardTip'
import { startBoard, type BoardRuntime } from './boardRuntime'
import { sheetInsets, type Insets, type Size } from './camera'
import type { BoardEditing } from './fieldPlace'
import { SheetControls } from './SheetControls'

// Everything is drawn by the board's own frame loop; Konva would draw once more at each change.
Konva.autoDrawEnabled = false

export interface BoardViewProps {
  readonly pointer: PointerController
  /** Screen px to keep free round the sheet; the same function from one drawing to the next. */
  readonly insets?: (view: Size) => Insets
  /** Whether scrolling stops before the sheet is out of sight. */
  readonly limits?: boolean
}

/** The map as it is seen and worked on. Fills its parent. */
export function BoardView({ pointer, insets = sheetInsets, limits = true }: BoardViewProps) {
  const session = useSession()
  const root = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const sheet = useRef<Konva.Layer>(null)
  const overlay = useRef<Konva.Layer>(null)
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  const [runtime, setRuntime] = useState<BoardRuntime | null>(null)
  const pixelRatio = usePixelRatio()
  const editing = useUi((ui) => ui.editing)

  useLayoutEffect(() => {
    if (!root.current) return undefined
    return watchSize(root.current, setSize)
  }, [])

  useEffect(() => {
    if (!root.current || !host.current || !sheet.current || !overlay.current) return undefined
    const elements = { root: root.current, host: host.current, sheet: sheet.current, overlay: overlay.current }
    const started = startBoard(elements, { session, pointer, insets, limits })
    setRuntime(started)
    return () => {
      setRuntime(null)
      started.destroy()
    }
  }, [session, pointer, insets, limits])

  useLayoutEffect(() => {
    for (const layer of [sheet.current, overlay.current]) layer?.getCanvas().setPixelRatio(pixelRatio)
    runtime?.resize(size)
  }, [runtime, size, pixelRatio])

  // Setting its size empties a canvas, and React may do that whenever this is drawn anew.
  useLayoutEffect(() => runtime?.redraw())

  return (
    <div ref={root} className="board">
      <div ref={host} className="board-canvas" aria-hidden="true">
        <Stage width={size.width} height={size.height} listening={false}>
          <Layer ref={sheet} listening={false} />
          <Layer ref={overlay} listening={false} />
        </Stage>
      </div>
      {runtime && <BoardTip runtime={runtime} root={root} />}
      {runtime && !session.readOnly && <SheetControls runtime={runtime} root={root} />}
      {runtime && isOnBoard(editing) && <BoardField key={fieldKey(editing)} runtime={runtime} editing={editing} />}
    </div>
  )
}

/** Each thing that is written gets a field of its own, with an undo history of its own. */
function fieldKey(editing: BoardEditing): string {
  return editing.kind === 'stage' ? `${editing.id} ${editing.field}` : editing.id
}

function watchSize(element: HTMLElement, changed: (size: Size) => void): Dispose {
  const measure = (): void => changed({ width: element.clientWidth, height: element.clientHeight })
  const observer = new ResizeObserver(measure)
  observer.observe(element)
  measure()
  return () => observer.disconnect()
}

/** Device px per CSS px; changes when the window goes to another screen or is zoomed. */
function usePixelRatio(): number {
  const [ratio, setRatio] = useState(devicePixelRatio)
  useEffect(() => {
    const query = matchMedia(`(resolution: ${ratio}dppx)`)
    const changed = (): void => setRatio(devicePixelRatio)
    query.addEventListener('change', changed)
    return () => query.removeEventListener('change', changed)
  }, [ratio])
  return ratio
}
