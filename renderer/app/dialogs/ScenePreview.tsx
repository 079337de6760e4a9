import { useEffect, useRef } from 'react'
import { BOARD } from '../../../shared/layout/metrics'
import { paintItems } from '../../../shared/scene/paint'
import type { Scene } from '../../../shared/scene/scene'

export interface ScenePreviewProps {
  readonly scene: Scene
  readonly label: string
}

/** The whole picture, as large as its surroundings allow: drawn from the same scene as the export. */
export function ScenePreview({ scene, label }: ScenePreviewProps) {
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)

  useEffect(() => {
    if (!frame.current) return
    const draw = (): void => {
      if (frame.current && canvas.current) paintInto(canvas.current, frame.current, scene)
    }
    draw()
    const observer = new ResizeObserver(draw)
    observer.observe(frame.current)
    return () => observer.disconnect()
  }, [scene])

  return (
    <div className="scene-preview" ref={frame}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  )
}

function paintInto(canvas: HTMLCanvasElement, frame: HTMLElement, scene: Scene): void {
  const context = canvas.getContext('2d')
  if (!context || scene.width <= 0 || scene.height <= 0) return
  const { width, height } = pictureSize(scene)
  const zoom = Math.min(frame.clientWidth / width, frame.clientHeight / height, 1)
  const sharp = zoom * devicePixelRatio
  canvas.width = Math.max(1, Math.round(width * sharp))
  canvas.height = Math.max(1, Math.round(height * sharp))
  canvas.style.width = `${Math.round(width * zoom)}px`
  canvas.style.height = `${Math.round(height * zoom)}px`
  context.fillStyle = scene.background
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.setTransform(sharp, 0, 0, sharp, BOARD.margin * sharp, (BOARD.margin + scene.above) * sharp)
  for (const node of scene.nodes) paintItems(context, node.items)
}

/** Size of an exported picture in world units: the sheet with the margin round it. */
export function pictureSize(scene: Scene): { readonly width: number; readonly height: number } {
  return { width: scene.width + 2 * BOARD.margin, height: scene.above + scene.height + 2 * BOARD.margin }
}
