import { intersects } from '../../shared/layout/geometry'
import { valueToY } from '../../shared/layout/emotionScale'
import type { PointBox } from '../../shared/layout/layout'
import { measureText } from '../../shared/layout/textFit'
import type { PointId } from '../../shared/model/point'
import type { SceneItem } from '../../shared/scene/scene'
import { rectToScreen, toScreen } from './camera'
import type { OverlayInput, OverlayPart } from './overlay'
import { laneBox } from './places'

/** Radius of a point as the scene draws it, in world units. */
const POINT_RADIUS = 7
/** Screen px: the value's bubble stands so far off the point, is so high, and at least so wide. */
const BUBBLE_RISE = 14
const BUBBLE_HEIGHT = 24
const BUBBLE_LEAST = 34
const BUBBLE_TEXT = { size: 13, weight: 600 } as const

/** The point of a curve under the pointer, the selected one, or the one in the hand. */
export function pointItems(input: OverlayInput): OverlayPart {
  const { ui } = input.frame
  if (ui.gesture.kind === 'dragPoint') return { cells: draggedPoint(input, ui.gesture.id, ui.gesture.value) }
  const selected = ui.selection.kind === 'point' ? ui.selection.id : null
  const hovered = input.hover?.target.kind === 'point' && ui.gesture.kind === 'none' ? input.hover.target.id : null
  return {
    cells: [...(selected ? selectedPoint(input, selected) : []), ...(hovered && hovered !== selected ? hoveredPoint(input, hovered) : [])],
  }
}

function hoveredPoint(input: OverlayInput, id: PointId): readonly SceneItem[] {
  const { layout, ui } = input.frame
  const box = layout.points.get(id)
  if (!box) return []
  const { x, y } = toScreen(ui.camera, box)
  const radius = (POINT_RADIUS + 2) * ui.camera.zoom
  const ring: SceneItem = { type: 'path', d: circle(x, y, radius), stroke: input.colors.persona[box.persona.color], strokeWidth: 2 }
  const value = bubble(input, { x, y, radius }, box.point.value, bubbleSide(input, box, radius))
  return [...(box.critical ? [] : [ring]), ...value]
}

function selectedPoint(input: OverlayInput, id: PointId): readonly SceneItem[] {
  const { layout, ui } = input.frame
  const box = layout.points.get(id)
  if (!box) return []
  const { x, y } = toScreen(ui.camera, box)
  // Its value is in the context toolbar.
  return [{ type: 'path', d: circle(x, y, reach(box) * ui.camera.zoom), stroke: input.colors.focus, strokeWidth: 2.5 }]
}

function draggedPoint(input: OverlayInput, id: PointId, value: number): readonly SceneItem[] {
  const { layout, ui } = input.frame
  const box = layout.points.get(id)
  const lane = box && laneBox(layout, box.laneId)
  if (!box || !lane) return []
  const { zoom } = ui.camera
  const at = toScreen(ui.camera, { x: box.x, y: valueToY(lane, value) })
  const zero = toScreen(ui.camera, { x: box.x, y: valueToY(lane, 0) })
  const color = input.colors.persona[box.persona.color]
  const radius = reach(box) * zoom
  return [
    { type: 'path', d: `M${at.x} ${at.y}V${zero.y}`, stroke: color, strokeWidth: 1.5, dash: [2, 4], cap: 'round' },
    { type: 'path', d: circle(at.x, at.y, radius), fill: color, opacity: 0.18 },
    ...bubble(input, { ...at, radius }, value, 'above'),
  ]
}

/** How far the ring or halo of a point is from it, in world units; the triangle of a critical one is larger. */
function reach(box: PointBox): number {
  return box.critical ? 28 : POINT_RADIUS + 8
}

type BubbleSide = 'above' | 'below'

/** A value stands over its point, unless the point's label is there. */
function bubbleSide({ frame }: OverlayInput, box: PointBox, radius: number): BubbleSide {
  if (!box.label) return 'above'
  const { x, y } = toScreen(frame.ui.camera, box)
  const height = BUBBLE_RISE + BUBBLE_HEIGHT
  const over = { x: x - BUBBLE_LEAST / 2, y: y - radius - height, width: BUBBLE_LEAST, height }
  return intersects(over, rectToScreen(frame.ui.camera, box.label.rect)) ? 'below' : 'above'
}

function bubble(
  { colors, formatValue }: OverlayInput,
  point: { readonly x: number; readonly y: number; readonly radius: number },
  value: number,
  side: BubbleSide,
): readonly SceneItem[] {
  const text = formatValue(value)
  const { x } = point
  const width = Math.max(BUBBLE_LEAST, measureText(text, BUBBLE_TEXT) + 16)
  const y =
    side === 'above' ? point.y - point.radius - BUBBLE_RISE - BUBBLE_HEIGHT / 2 : point.y + point.radius + BUBBLE_RISE + BUBBLE_HEIGHT / 2
  return [
    { type: 'rect', rect: { x: x - width / 2, y: y - BUBBLE_HEIGHT / 2, width, height: BUBBLE_HEIGHT }, radius: 7, fill: colors.tip },
    { type: 'text', text, x, baseline: y + 4.5, ...BUBBLE_TEXT, fill: colors.tipText, anchor: 'middle' },
  ]
}

function circle(x: number, y: number, radius: number): string {
  return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0Z`
}
