import Konva from 'konva/lib/Core'
import type { Rect } from '../../shared/layout/geometry'
import { paintItems } from '../../shared/scene/paint'
import type { SceneItem } from '../../shared/scene/scene'
import type { BoardFrame } from './boardFrame'
import { overlayWindows, type OverlayPicture } from './overlay'

export interface OverlayPainter {
  draw(frame: BoardFrame, picture: OverlayPicture): void
  /** The layer was emptied by somebody else. */
  forget(): void
}

/** Draws what lies over the sheet, on a layer of its own: a hover never redraws the sheet. What is in the hand lies higher; see ghostPainter. */
export function createOverlayPainter(layer: Konva.Layer): OverlayPainter {
  let frame: BoardFrame | null = null
  let picture: OverlayPicture | null = null
  let empty = true
  layer.visible(false)
  layer.add(
    new Konva.Shape({
      listening: false,
      perfectDrawEnabled: false,
      sceneFunc(context) {
        if (frame && picture) paintOverlay(context._context, frame, picture)
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

function isEmpty({ cells, stageHeader, laneHeader, free }: OverlayPicture): boolean {
  return cells.length + stageHeader.length + laneHeader.length + free.length === 0
}

function paintOverlay(context: CanvasRenderingContext2D, frame: BoardFrame, picture: OverlayPicture): void {
  const windows = overlayWindows(frame)
  paintIn(context, windows.cells, picture.cells)
  paintIn(context, windows.stageHeader, picture.stageHeader)
  paintIn(context, windows.laneHeader, picture.laneHeader)
  paintItems(context, picture.free)
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
