import Konva from 'konva/lib/Core'
import type { Rect } from '../../shared/layout/geometry'
import { paintItems } from '../../shared/scene/paint'
import type { SceneItem } from '../../shared/scene/scene'
import type { BoardFrame } from './boardFrame'
import { overlayWindows, type Ghost, type OverlayPicture } from './overlay'

/** DESIGN 5: what is lifted tilts a little and comes a little nearer. */
const TILT = (2.5 * Math.PI) / 180
const LIFT_SCALE = 1.04

export interface OverlayPainter {
  draw(frame: BoardFrame, picture: OverlayPicture): void
  /** The layer was emptied by somebody else. */
  forget(): void
}

/**
 * Draws what lies over the sheet, on a layer of its own: a hover never redraws the sheet.
 * @param reducedMotion whether what is dragged stays upright
 */
export function createOverlayPainter(layer: Konva.Layer, reducedMotion: () => boolean): OverlayPainter {
  let frame: BoardFrame | null = null
  let picture: OverlayPicture | null = null
  let empty = true
  layer.visible(false)
  layer.add(
    new Konva.Shape({
      listening: false,
      perfectDrawEnabled: false,
      sceneFunc(context) {
        if (frame && picture) paintOverlay(context._context, frame, picture, reducedMotion())
      },
    }),
  )
  return {
    draw(nextFrame, nextPicture) {
      frame = nextFrame
      picture = nextPicture
      const nothing = isEmpty(nextPicture)
      // An overlay that stays empty costs nothing, however the board is scrolled under it.
      if (nothing && empty) return
      empty = nothing
      // A canvas that shows nothing still has to be put over the one below, frame by frame.
      layer.visible(!nothing)
      layer.draw()
    },
    forget() {
      empty = false
    },
  }
}

function isEmpty({ cells, stageHeader, laneHeader, free, ghosts }: OverlayPicture): boolean {
  return cells.length + stageHeader.length + laneHeader.length + free.length + ghosts.length === 0
}

function paintOverlay(context: CanvasRenderingContext2D, frame: BoardFrame, picture: OverlayPicture, upright: boolean): void {
  const windows = overlayWindows(frame)
  paintIn(context, windows.cells, picture.cells)
  paintIn(context, windows.stageHeader, picture.stageHeader)
  paintIn(context, windows.laneHeader, picture.laneHeader)
  paintItems(context, picture.free)
  for (const ghost of picture.ghosts) paintGhost(context, frame, ghost, upright)
}

function paintIn(context: CanvasRenderingContext2D, window: Rect, items: readonly SceneItem[]): void {
  if (items.length === 0) return
  context.save()
  context.beginPath()
  context.rect(window.x, window.y, window.width, window.height)
  context.clip()
  paintItems(context, items)
  context.restore()
}

function paintGhost(context: CanvasRenderingContext2D, { ui: { camera } }: BoardFrame, { node, offset }: Ghost, upright: boolean): void {
  const { x, y, width, height } = node.bounds
  context.save()
  context.scale(camera.zoom, camera.zoom)
  context.translate(x + offset.x + width / 2 - camera.x, y + offset.y + height / 2 - camera.y)
  if (!upright) {
    context.rotate(TILT)
    context.scale(LIFT_SCALE, LIFT_SCALE)
  }
  context.translate(-x - width / 2, -y - height / 2)
  paintLift(context, node.bounds)
  paintItems(context, node.items)
  context.restore()
}

/** The shadow of what is lifted. One note at a time is in the hand, so that a blurred one can be afforded. */
function paintLift(context: CanvasRenderingContext2D, bounds: Rect): void {
  context.save()
  context.shadowColor = 'rgba(40, 34, 16, 0.28)'
  context.shadowBlur = 22
  context.shadowOffsetY = 10
  context.fillStyle = 'rgba(40, 34, 16, 0.12)'
  context.beginPath()
  context.roundRect(bounds.x + 4, bounds.y + 4, Math.max(0, bounds.width - 8), Math.max(0, bounds.height - 8), 9)
  context.fill()
  context.restore()
}
