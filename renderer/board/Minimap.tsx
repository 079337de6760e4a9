import './board.css'
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { intersects, type Point } from '../../shared/layout/geometry'
import { useT } from '../i18n/TranslatorContext'
import { useSession } from '../state/SessionContext'
import { limitCamera, panBy, sheetInsets } from './camera'
import { drawMinimap, minimapSize, seenOfSheet } from './minimapPicture'
import { grow } from './places'
import { selectionRect } from './screenRects'

/** The picture follows edits at its leisure: it is never what a hand waits for. */
const REDRAW_MS = 150

/** The whole map, small, and a frame round what is in sight; drag in it to look elsewhere. */
export function Minimap() {
  const session = useSession()
  const t = useT()
  const button = useRef<HTMLButtonElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const seen = useRef<HTMLSpanElement>(null)
  const hold = useRef<Point | null>(null)
  const [hidden, setHidden] = useState(false)
  const [size, setSize] = useState(() => minimapSize(session.scene()))

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const draw = (): void => {
      timer = null
      const scene = session.scene()
      setSize(minimapSize(scene))
      if (canvas.current) drawMinimap(canvas.current, scene, session.look().theme.surface, devicePixelRatio)
      frame()
    }
    const frame = (): void => {
      const layout = session.layout()
      const { scale } = minimapSize(layout)
      const rect = seenOfSheet(session.ui.getState(), layout)
      seen.current?.style.setProperty('transform', `translate(${rect.x * scale}px, ${rect.y * scale}px)`)
      seen.current?.style.setProperty('width', `${Math.max(4, rect.width * scale)}px`)
      seen.current?.style.setProperty('height', `${Math.max(4, rect.height * scale)}px`)
    }
    draw()
    const stopPicture = session.onPicture(() => {
      timer ??= setTimeout(draw, REDRAW_MS)
    })
    const stopUi = session.ui.subscribe((ui, before) => {
      if (ui.camera !== before.camera || ui.view !== before.view) frame()
    })
    return () => {
      stopPicture()
      stopUi()
      if (timer !== null) clearTimeout(timer)
    }
  }, [session])

  useEffect(() => {
    let place: DOMRect | null = null
    const look = (): void => {
      const element = button.current
      const board = element && document.querySelector('.board')
      if (!element || !board) return
      if (element.checkVisibility()) place = element.getBoundingClientRect()
      const selected = selectionRect(session.ui.getState(), session.layout())
      const area = board.getBoundingClientRect()
      const own = place && grow({ x: place.x - area.x, y: place.y - area.y, width: place.width, height: place.height }, 6)
      setHidden(own !== null && selected !== null && intersects(own, selected))
    }
    return session.ui.subscribe((ui, before) => {
      if (ui.selection !== before.selection || ui.camera !== before.camera || ui.view !== before.view) look()
    })
  }, [session])

  const moveBy = (dx: number, dy: number): void => {
    const { camera, view } = session.ui.getState()
    const next = panBy(camera, dx * camera.zoom, dy * camera.zoom)
    session.ui.setState({ camera: limitCamera(next, session.layout(), view, sheetInsets(view)) })
  }
  const placeOf = (event: PointerEvent<HTMLElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect()
    return { x: (event.clientX - box.left) / size.scale, y: (event.clientY - box.top) / size.scale }
  }
  const press = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const at = placeOf(event)
    const rect = seenOfSheet(session.ui.getState(), session.layout())
    const inside = at.x >= rect.x && at.y >= rect.y && at.x < rect.x + rect.width && at.y < rect.y + rect.height
    // Pressed beside the frame, the view goes there first.
    if (!inside) moveBy(at.x - rect.x - rect.width / 2, at.y - rect.y - rect.height / 2)
    hold.current = at
  }
  const drag = (event: PointerEvent<HTMLElement>): void => {
    if (!hold.current) return
    const at = placeOf(event)
    moveBy(at.x - hold.current.x, at.y - hold.current.y)
    hold.current = at
  }
  const arrow = (event: KeyboardEvent): void => {
    const step = ARROWS[event.key]
    if (!step) return
    event.preventDefault()
    event.stopPropagation()
    const { camera, view } = session.ui.getState()
    moveBy((step.x * view.width) / 8 / camera.zoom, (step.y * view.height) / 8 / camera.zoom)
  }

  return (
    <button
      ref={button}
      type="button"
      className="minimap"
      hidden={hidden}
      aria-label={t('boardView.minimap')}
      style={{ width: size.width, height: size.height }}
      onPointerDown={press}
      onPointerMove={drag}
      onPointerUp={() => {
        hold.current = null
      }}
      onPointerCancel={() => {
        hold.current = null
      }}
      onKeyDown={arrow}
    >
      <canvas ref={canvas} className="minimap-picture" />
      <span ref={seen} className="minimap-seen" />
    </button>
  )
}

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}
