import Konva from 'konva/lib/Core'
import { intersects, type Rect } from '../../shared/layout/geometry'
import { paintItems } from '../../shared/scene/paint'
import type { Scene, SceneNode } from '../../shared/scene/scene'
import type { BoardFrame } from './boardFrame'
import { FAR_ZOOM, toBoard } from './camera'
import { farHeaderItems } from './farHeader'
import { createLiveNodes, type LiveNodes } from './liveNodes'

/** Draws the sheet: what scrolls, and over it what stays. */
export interface SheetPainter {
  /** Brings the layer up to date and draws it, if anything on it changed. */
  draw(frame: BoardFrame): void
  /** The layer was emptied by somebody else: the next drawing is a whole one. */
  forget(): void
}

type Part = SceneNode['part']
const PARTS = ['sheet', 'notes', 'curves', 'laneHeader', 'stageHeader', 'corner'] as const satisfies readonly Part[]

/** Key of the node that is the sheet itself. */
const SHEET = 'sheet'

/** What the shapes read while they draw. */
interface Brush {
  far: boolean
  zoom: number
}

/** One part of the sheet: nodes that move together, seen through one window of the screen. */
interface PartView {
  readonly window: Konva.Group
  readonly content: Konva.Group
  readonly nodes: LiveNodes
}

/**
 * One layer for the whole sheet.
 *
 * A pan changes everything that is seen anyway, and each further canvas costs its clearing and compositing; what
 * changes on its own (hover, selection, what the hand carries) is on the overlay's layer.
 */
export function createSheetPainter(layer: Konva.Layer): SheetPainter {
  const brush: Brush = { far: false, zoom: 1 }
  const backdrop = createBackdrop(layer)
  const parts = new Map(PARTS.map((part) => [part, createPart(layer, brush)]))
  let before: BoardFrame | null = null
  let byPart = groupNodes(null)

  return {
    draw(frame) {
      if (before && samePicture(before, frame)) return
      if (before?.scene !== frame.scene) byPart = groupNodes(frame.scene)
      before = frame
      brush.zoom = frame.ui.camera.zoom
      brush.far = brush.zoom < FAR_ZOOM
      backdrop(frame)
      for (const part of PARTS) showPart(frame, part, parts.get(part), byPart[part])
      layer.draw()
    },
    forget() {
      before = null
    },
  }
}

/**
 * The sheet itself, as large as its window: while the headers stay, the sheet seems to begin where they are, with
 * round corners and its shadow.
 */
function createBackdrop(layer: Konva.Layer): (frame: BoardFrame) => void {
  let shown: BoardFrame | null = null
  const paint = (context: Konva.Context): void => {
    const sheet = shown?.scene.nodes.find(({ key }) => key === SHEET)
    if (!shown || !sheet) return
    const { camera } = shown.ui
    const { pinned } = shown
    // In the sheet's own units; 0 while nothing is scrolled away.
    const x = (snap(pinned.x, shown.pixelRatio) - snap(-camera.x * camera.zoom, shown.pixelRatio)) / camera.zoom
    const y = (snap(pinned.y, shown.pixelRatio) - snap(-camera.y * camera.zoom, shown.pixelRatio)) / camera.zoom
    const rect = { x, y, width: shown.scene.width - x, height: shown.scene.height - y }
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
    place(group, originOf(frame, 'sheet'), frame)
  }
}

function place(group: Konva.Group, origin: { readonly x: number; readonly y: number }, { ui, pixelRatio }: BoardFrame): void {
  const { zoom } = ui.camera
  group.setAttrs({ x: snap(origin.x, pixelRatio), y: snap(origin.y, pixelRatio), scaleX: zoom, scaleY: zoom })
}

function createPart(layer: Konva.Layer, brush: Brush): PartView {
  const window = new Konva.Group({ listening: false })
  const content = new Konva.Group({ listening: false })
  window.add(content)
  layer.add(window)
  return { window, content, nodes: createLiveNodes(shapesOf(content, brush)) }
}

function shapesOf(group: Konva.Group, brush: Brush) {
  const nodeOf = new WeakMap<Konva.Shape, SceneNode>()
  const paint = (context: Konva.Context, shape: Konva.Shape): void => {
    const node = nodeOf.get(shape)
    if (node) paintItems(context._context, brush.far ? farItems(node, brush.zoom) : node.items)
  }
  return {
    make(node: SceneNode): Konva.Shape {
      const shape = new Konva.Shape({ sceneFunc: paint, listening: false, perfectDrawEnabled: false })
      nodeOf.set(shape, node)
      return shape
    },
    change(shape: Konva.Shape, node: SceneNode): void {
      nodeOf.set(shape, node)
    },
    drop(shape: Konva.Shape): void {
      shape.destroy()
    },
    arrange(shapes: readonly Konva.Shape[]): void {
      // Only what is not there yet is added; the order is then put right in one go.
      for (const shape of shapes) if (shape.parent !== group) group.add(shape)
      group.children = [...shapes]
      shapes.forEach((shape, index) => (shape.index = index))
    },
  }
}

function farItems(node: SceneNode, zoom: number): SceneNode['items'] {
  return node.part === 'stageHeader' ? farHeaderItems(node, zoom) : (node.far ?? node.items)
}

function groupNodes(scene: Scene | null): Readonly<Record<Part, readonly SceneNode[]>> {
  const groups: Record<Part, SceneNode[]> = { sheet: [], notes: [], curves: [], stageHeader: [], laneHeader: [], corner: [] }
  for (const node of scene?.nodes ?? []) if (node.key !== SHEET) groups[node.part].push(node)
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

function showPart(frame: BoardFrame, part: Part, view: PartView | undefined, nodes: readonly SceneNode[]): void {
  if (!view) return
  const { camera } = frame.ui
  const origin = originOf(frame, part)
  const window = windowOf(frame, part)
  view.window.clip(window)
  place(view.content, origin, frame)
  // What is seen, in the part's own units, which scroll with its origin.
  const corner = toBoard({ x: -origin.x / camera.zoom, y: -origin.y / camera.zoom, zoom: camera.zoom }, window)
  const seen = { ...corner, width: window.width / camera.zoom, height: window.height / camera.zoom }
  view.nodes.show(nodes.filter((node) => intersects(node.bounds, seen)))
}

/** Where the sheet's top left corner is for a part, in screen px. */
function originOf({ ui: { camera }, pinned }: BoardFrame, part: Part): { readonly x: number; readonly y: number } {
  const scrolled = { x: -camera.x * camera.zoom, y: -camera.y * camera.zoom }
  return {
    x: part === 'laneHeader' || part === 'corner' ? pinned.x : scrolled.x,
    y: part === 'stageHeader' || part === 'corner' ? pinned.y : scrolled.y,
  }
}

/** Through which window of the screen a part is seen: what scrolls goes under the headers, and lane titles under the stage header. */
function windowOf({ ui: { view }, pinned }: BoardFrame, part: Part): Rect {
  const { cells } = pinned
  const x = part === 'laneHeader' || part === 'corner' ? pinned.x : cells.x
  const y = part === 'stageHeader' || part === 'corner' ? pinned.y : cells.y
  return { x, y, width: Math.max(0, view.width - x), height: Math.max(0, view.height - y) }
}

/** Hairlines stay sharp when the sheet begins on a whole device pixel. */
function snap(place: number, pixelRatio: number): number {
  return Math.round(place * pixelRatio) / pixelRatio
}
