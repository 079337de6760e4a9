import Konva from 'konva/lib/Core'
import { intersects, type Point, type Rect } from '../../shared/layout/geometry'
import { paintItems } from '../../shared/scene/paint'
import type { SceneItem, SceneNode } from '../../shared/scene/scene'
import type { BoardFrame } from './boardFrame'
import { itemsAt, type Detail } from './detail'
import { farHeaderItems, OVER_SHEET } from './farHeader'
import { paintFarNotes } from './farNotes'
import { createLiveNodes, type ShapeHost } from './liveNodes'
import type { NodePictures, PicturePlace } from './nodePictures'
import { originOf, snap } from './originOf'

/** What all parts draw with in one frame. */
export interface Brush {
  readonly detail: Detail
  readonly pictures: NodePictures
}

/** One part of the sheet: nodes that move together, seen through one window of the screen. */
export interface PartView {
  show(frame: BoardFrame, nodes: readonly SceneNode[], brush: Brush): void
}

/** What the shapes of a part read while they draw. */
interface Drawing {
  brush: Brush | null
  zoom: number
  place: PicturePlace
  farNotes: readonly SceneNode[]
}

const NO_NODES: readonly SceneNode[] = []

export function createPartView(layer: Konva.Layer, part: SceneNode['part']): PartView {
  const drawing: Drawing = { brush: null, zoom: 1, place: { x: 0, y: 0, scale: 1, detail: 'full' }, farNotes: NO_NODES }
  const window = new Konva.Group({ listening: false })
  const content = new Konva.Group({ listening: false })
  // Konva knows every shape until it is destroyed, so none is made that is not on the layer.
  const far = part === 'notes' ? [farShape(drawing)] : []
  const nodes = createLiveNodes(shapesIn(content, drawing))
  window.add(content, ...far)
  layer.add(window)

  return {
    show(frame, all, brush) {
      const { pixelRatio } = frame
      const { zoom } = frame.ui.camera
      const at = originOf(frame, part)
      const origin = { x: snap(at.x, pixelRatio), y: snap(at.y, pixelRatio) }
      const clip = windowOf(frame, part)
      drawing.brush = brush
      drawing.zoom = zoom
      drawing.place = { x: origin.x * pixelRatio, y: origin.y * pixelRatio, scale: zoom * pixelRatio, detail: brush.detail }
      window.clip(clip)
      for (const node of [content, ...far] satisfies Konva.Node[]) node.position(origin).scale({ x: zoom, y: zoom })
      const seen = seenThrough(clip, origin, zoom)
      const shown = all.filter((node) => intersects(node.bounds, seen))
      const asBars = brush.detail === 'far' && part === 'notes'
      drawing.farNotes = asBars ? shown : NO_NODES
      nodes.show(asBars ? NO_NODES : shown)
    },
  }
}

function farShape(drawing: Drawing): Konva.Shape {
  const sceneFunc = (context: Konva.Context): void => paintFarNotes(context._context, drawing.farNotes, drawing.zoom)
  return new Konva.Shape({ sceneFunc, listening: false, perfectDrawEnabled: false })
}

/** What of the board a window shows to a part whose world begins at `origin`. */
function seenThrough(window: Rect, origin: Point, zoom: number): Rect {
  return { x: (window.x - origin.x) / zoom, y: (window.y - origin.y) / zoom, width: window.width / zoom, height: window.height / zoom }
}

/** Through which window of the screen a part is seen: what scrolls goes under the headers, and lane titles under the stage header. */
function windowOf({ ui: { view }, pinned }: BoardFrame, part: SceneNode['part']): Rect {
  const { cells } = pinned
  const x = part === 'laneHeader' || part === 'corner' ? pinned.x : cells.x
  // From far away the names of stages are higher than their header, and stand out over it.
  const y = part === 'stageHeader' ? pinned.y - OVER_SHEET : part === 'corner' ? pinned.y : cells.y
  return { x, y, width: Math.max(0, view.width - x), height: Math.max(0, view.height - y) }
}

function shapesIn(group: Konva.Group, drawing: Drawing): ShapeHost<Konva.Shape> {
  const nodeOf = new WeakMap<Konva.Shape, SceneNode>()
  const paint = (context: Konva.Context, shape: Konva.Shape): void => {
    const node = nodeOf.get(shape)
    if (node) paintNode(context._context, node, drawing)
  }
  return {
    make(node) {
      const shape = new Konva.Shape({ sceneFunc: paint, listening: false, perfectDrawEnabled: false })
      nodeOf.set(shape, node)
      return shape
    },
    change: (shape, node) => void nodeOf.set(shape, node),
    drop: (shape) => void shape.destroy(),
    arrange(shapes) {
      // Only what is not there yet is added; the order is then put right in one go.
      for (const shape of shapes) if (shape.parent !== group) group.add(shape)
      group.children = [...shapes]
      shapes.forEach((shape, index) => (shape.index = index))
    },
  }
}

function paintNode(context: CanvasRenderingContext2D, node: SceneNode, { brush, zoom, place }: Drawing): void {
  const { detail } = place
  if (detail === 'far') paintItems(context, farItems(node, zoom))
  else if (brush?.pictures.takes(node, place.scale)) brush.pictures.draw(context, node, place)
  else paintItems(context, itemsAt(node, detail))
}

function farItems(node: SceneNode, zoom: number): readonly SceneItem[] {
  switch (node.part) {
    case 'stageHeader':
      return farHeaderItems(node, zoom)
    case 'sheet':
      return withoutDashes(node)
    default:
      return itemsAt(node, 'far')
  }
}

const plainItems = new WeakMap<SceneNode, readonly SceneItem[]>()

/** Dashes of a hairline are nothing from far away, and hundreds of them cost as much as all notes. */
function withoutDashes(node: SceneNode): readonly SceneItem[] {
  const known = plainItems.get(node)
  if (known) return known
  const plain = itemsAt(node, 'far').filter((item) => item.type !== 'path' || item.dash === undefined)
  plainItems.set(node, plain)
  return plain
}
