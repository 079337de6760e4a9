import type Konva from 'konva/lib/Core'
import type { Scene, SceneNode } from '../../shared/scene/scene'
import { createBackdrop, SHEET_KEY } from './backdrop'
import type { BoardFrame } from './boardFrame'
import { detailAt } from './detail'
import { NodePictures } from './nodePictures'
import { createPartView } from './partView'
import { slid } from './slide'

/** Draws the sheet: what scrolls, and over it what stays. */
export interface SheetPainter {
  /** Brings the layer up to date and draws it, if anything on it changed. True if it needs another frame to be sharp. */
  draw(frame: BoardFrame): boolean
  /** The layer was emptied by somebody else: the next drawing is a whole one. */
  forget(): void
  /** What was drawn before must not be used again: fonts came in, or nobody will look at it any more. */
  forgetPictures(): void
}

type Part = SceneNode['part']
/** In drawing order. */
const PARTS = ['sheet', 'notes', 'curves', 'laneHeader', 'stageHeader', 'corner'] as const satisfies readonly Part[]

/**
 * One layer for the whole sheet.
 *
 * A pan changes everything that is seen anyway, and each further canvas costs its clearing and compositing; what
 * changes on its own (hover, selection, what the hand carries) is on the overlay's layer.
 */
export function createSheetPainter(layer: Konva.Layer): SheetPainter {
  const pictures = new NodePictures()
  const backdrop = createBackdrop(layer)
  const parts = PARTS.map((part) => ({ part, view: createPartView(layer, part) }))
  let before: BoardFrame | null = null
  let behind = false
  let byPart = groupNodes(null)

  return {
    draw(frame) {
      if (before && !behind && samePicture(before, frame)) return false
      const zooms = before !== null && before.ui.camera.zoom !== frame.ui.camera.zoom
      if (before?.scene !== frame.scene) byPart = groupNodes(frame.scene)
      before = frame
      const brush = { detail: detailAt(frame.ui.camera.zoom), pictures }
      backdrop(frame)
      for (const { part, view } of parts) view.show(frame, part === 'laneHeader' ? slidAll(frame, byPart[part]) : byPart[part], brush)
      pictures.begin(zooms ? 'zooming' : behind ? 'catchingUp' : 'whole')
      layer.draw()
      behind = pictures.end()
      return behind
    },
    forget() {
      before = null
    },
    forgetPictures() {
      pictures.clear()
      before = null
    },
  }
}

/** The same list where nothing is moved, so that nothing is compared again. */
function slidAll(frame: BoardFrame, nodes: readonly SceneNode[]): readonly SceneNode[] {
  const shown = nodes.map((node) => slid(frame, node))
  return shown.every((node, i) => node === nodes[i]) ? nodes : shown
}

function groupNodes(scene: Scene | null): Readonly<Record<Part, readonly SceneNode[]>> {
  const groups: Record<Part, SceneNode[]> = { sheet: [], notes: [], curves: [], stageHeader: [], laneHeader: [], corner: [] }
  for (const node of scene?.nodes ?? []) if (node.key !== SHEET_KEY) groups[node.part].push(node)
  return groups
}

/** Whether the sheet looks the same in both frames; a hover or a selection does not touch it. */
function samePicture(a: BoardFrame, b: BoardFrame): boolean {
  return (
    a.scene === b.scene &&
    a.ui.camera === b.ui.camera &&
    a.ui.view.width === b.ui.view.width &&
    a.ui.view.height === b.ui.view.height &&
    a.pixelRatio === b.pixelRatio
  )
}
