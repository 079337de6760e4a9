import type { Rect } from '../../shared/layout/geometry'
import type { RectItem, SceneItem, SceneNode, TextItem } from '../../shared/scene/scene'
import type { Focus, Selection } from '../state/uiState'
import type { BoardFrame } from './boardFrame'
import { FAR_ZOOM, rectToScreen } from './camera'
import { laneHeaderToScreen, stageHeaderToScreen } from './pinned'
import type { OverlayInput, OverlayPart } from './overlay'
import type { OverlayColors } from './overlayColors'
import { cellRect, emotionRect, grow, laneHeaderRect, stageHeaderRect, stepHeaderRect } from './places'
import { slid } from './slide'

/** Screen px (DESIGN 5): the ring's line, and how far it stands off. */
const RING = 2.5
const RING_OFFSET = 3
/** Radius of a note, in world units. */
const NOTE_RADIUS = 9

/** Rings round what is selected and where the keyboard is. */
export function selectionItems({ frame, colors }: OverlayInput): OverlayPart {
  const { ui } = frame
  // The field that is open has a ring of its own, and notes in the hand are told by their ghosts.
  if (ui.editing.kind !== 'none') return {}
  const selected = ui.gesture.kind === 'dragNotes' ? {} : selectedItems(frame, ui.selection, colors)
  const focused = isSelected(ui.focus, ui.selection) ? {} : focusItems(frame, ui.focus, colors)
  return merge(focused, selected)
}

function merge(a: OverlayPart, b: OverlayPart): OverlayPart {
  const join = (key: 'cells' | 'stageHeader' | 'laneHeader'): readonly SceneItem[] => [...(a[key] ?? []), ...(b[key] ?? [])]
  return { cells: join('cells'), stageHeader: join('stageHeader'), laneHeader: join('laneHeader') }
}

function isSelected(focus: Focus, selection: Selection): boolean {
  if (focus.kind === 'note') return selection.kind === 'notes' && selection.ids.has(focus.id)
  if (focus.kind === 'emotion') return selection.kind === 'point'
  return focus.kind === 'none' || selection.kind === focus.kind
}

function selectedItems(frame: BoardFrame, selection: Selection, colors: OverlayColors): OverlayPart {
  switch (selection.kind) {
    case 'none':
    case 'point':
      return {}
    case 'notes': {
      const rects = [...selection.ids]
        .flatMap((id) => frame.layout.notes.get(id)?.rect ?? [])
        .map((rect) => rectToScreen(frame.ui.camera, rect))
      // No handles: a note's size follows from its text and cell.
      return { cells: rects.map((rect) => noteRing(rect, frame.ui.camera.zoom, colors.select)) }
    }
    case 'stage':
      return { stageHeader: headerItems(frame, `stage`, selection.id, stageHeaderRect(frame, selection.id), colors) }
    case 'step':
      return { stageHeader: headerItems(frame, 'step', selection.id, stepHeaderRect(frame, selection.id), colors) }
    case 'lane':
      return { laneHeader: headerItems(frame, 'lane', selection.id, laneHeaderRect(frame, selection.id), colors) }
  }
}

function focusItems(frame: BoardFrame, focus: Focus, colors: OverlayColors): OverlayPart {
  switch (focus.kind) {
    case 'none':
      return {}
    case 'note': {
      const box = frame.layout.notes.get(focus.id)
      return box ? { cells: [noteRing(rectToScreen(frame.ui.camera, box.rect), frame.ui.camera.zoom, colors.focus)] } : {}
    }
    case 'cell':
      return { cells: innerRing(cellRect(frame, focus.cell), colors.focus) }
    case 'emotion':
      return { cells: innerRing(emotionRect(frame, focus.laneId, focus.stepId), colors.focus) }
    case 'stage':
      return { stageHeader: innerRing(stageHeaderRect(frame, focus.id), colors.focus) }
    case 'step':
      return { stageHeader: innerRing(stepHeaderRect(frame, focus.id), colors.focus) }
    case 'lane':
      return { laneHeader: innerRing(laneHeaderRect(frame, focus.id), colors.focus) }
  }
}

/** A ring outside of a note, standing off a little. */
export function noteRing(rect: Rect, zoom: number, color: string): RectItem {
  return {
    type: 'rect',
    rect: grow(rect, RING_OFFSET + RING / 2),
    radius: NOTE_RADIUS * zoom + RING_OFFSET,
    stroke: color,
    strokeWidth: RING,
  }
}

function innerRing(rect: Rect | null, color: string): readonly RectItem[] {
  return rect ? [{ type: 'rect', rect: grow(rect, -3), radius: 6, stroke: color, strokeWidth: 2 }] : []
}

/** A selected header: ring inside, and its name once more in the accent's colour. */
function headerItems(
  frame: BoardFrame,
  kind: 'stage' | 'step' | 'lane',
  id: string,
  rect: Rect | null,
  colors: OverlayColors,
): readonly SceneItem[] {
  if (!rect) return []
  // From far away names are set in another size.
  const name = frame.ui.camera.zoom < FAR_ZOOM ? undefined : headerNode(frame.scene.nodes, kind, id)
  return [...innerRing(rect, colors.select), ...(name ? accentName(frame, slid(frame, name), colors) : [])]
}

function headerNode(nodes: readonly SceneNode[], kind: string, id: string): SceneNode | undefined {
  const part = kind === 'lane' ? 'laneHeader' : 'stageHeader'
  return nodes.find((node) => node.part === part && node.key.includes(id))
}

function accentName(frame: BoardFrame, node: SceneNode, { accentText }: OverlayColors): readonly SceneItem[] {
  const { camera } = frame.ui
  const texts = node.items.filter((item): item is TextItem => item.type === 'text')
  const largest = Math.max(...texts.map(({ size }) => size))
  return texts
    .filter(({ size, weight }) => size === largest && weight >= 600)
    .map((text) => {
      const at: Rect = { x: text.x, y: text.baseline, width: 0, height: 0 }
      const place =
        node.part === 'laneHeader' ? laneHeaderToScreen(camera, frame.pinned, at) : stageHeaderToScreen(camera, frame.pinned, at)
      return { ...text, x: place.x, baseline: place.y, size: text.size * camera.zoom, fill: accentText }
    })
}
