import Konva from 'konva/lib/Core'
import { paintItems } from '../../shared/scene/paint'
import type { BoardFrame } from './boardFrame'
import { sheetOrigin, snap } from './originOf'

/** Key of the scene's node that is the sheet itself. */
export const SHEET_KEY = 'sheet'

/**
 * The sheet itself, as large as its window: while the headers stay, the sheet seems to begin where they are, with
 * round corners and its shadow.
 */
export function createBackdrop(layer: Konva.Layer): (frame: BoardFrame) => void {
  let shown: BoardFrame | null = null
  const paint = (context: Konva.Context): void => {
    const sheet = shown?.scene.nodes.find(({ key }) => key === SHEET_KEY)
    if (!shown || !sheet) return
    const { ui, pinned, scene, pixelRatio } = shown
    const origin = sheetOrigin(ui.camera)
    // In the sheet's own units; 0 while nothing is scrolled away.
    const x = (snap(pinned.x, pixelRatio) - snap(origin.x, pixelRatio)) / ui.camera.zoom
    const y = (snap(pinned.y, pixelRatio) - snap(origin.y, pixelRatio)) / ui.camera.zoom
    const rect = { x, y, width: scene.width - x, height: scene.height - y }
    paintItems(
      context._context,
      sheet.items.map((item) => (item.type === 'rect' ? { ...item, rect } : item)),
    )
  }
  const group = new Konva.Group({ listening: false })
  group.add(new Konva.Shape({ sceneFunc: paint, listening: false, perfectDrawEnabled: false }))
  layer.add(group)
  return (frame) => {
    shown = frame
    const { camera } = frame.ui
    const { x, y } = sheetOrigin(camera)
    group.setAttrs({ x: snap(x, frame.pixelRatio), y: snap(y, frame.pixelRatio), scaleX: camera.zoom, scaleY: camera.zoom })
  }
}
