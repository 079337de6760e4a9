import { markerReach } from '../layout/emotionLane'
import type { Rect } from '../layout/geometry'
import type { CurveBox, PointBox } from '../layout/layout'
import { CURVE_LABEL } from '../layout/metrics'
import { runningOf } from './items'
import { markerItem } from './markers'
import type { SceneItem } from './scene'
import type { Theme } from './theme'

/** A persona's curve on a halo, so that it reads where it crosses another. A wished-for one is dashed. */
export function curveItems(box: CurveBox, theme: Theme): readonly SceneItem[] {
  if (box.pointIds.length < 2) return []
  const color = theme.personas[box.persona.color].line
  return [
    { type: 'path', d: box.path, stroke: theme.surface, strokeWidth: 9, cap: 'round', opacity: 0.85 },
    {
      type: 'path',
      d: box.path,
      stroke: color,
      strokeWidth: 4,
      cap: 'round',
      ...(box.curve === 'to-be' ? { dash: [1, 9] } : {}),
    },
  ]
}

/** From this value on a point is a high one and filled. */
const PEAK = 3

/** A triangle of 42 x 39 round its point. */
const TRIANGLE = 'M-3 -22A4 4 0 0 1 3 -22L21 11Q23.5 16 18 17H-18Q-23.5 16 -21 11Z'

/** The sign of a critical point by itself, `size` wide, round its middle. */
export function criticalSign(x: number, middle: number, size: number, theme: Theme): SceneItem {
  const scale = size / 42
  return { type: 'path', d: TRIANGLE, at: { x, y: middle + 3 * scale, scale }, fill: theme.bad }
}

/** The marker of a point: a persona's shape, or a triangle with the number where it is critical. */
export function markerItems(box: PointBox, theme: Theme, language: string): readonly SceneItem[] {
  const { x, y, point, persona } = box
  if (box.critical) {
    const text = signed(point.value, language)
    const at = { x, y, scale: 1 }
    const body: SceneItem = point.guessed
      ? { type: 'path', d: TRIANGLE, at, fill: theme.surface, stroke: theme.bad, strokeWidth: 2.4, dash: [4, 3] }
      : { type: 'path', d: TRIANGLE, at, fill: theme.bad }
    return [
      { type: 'path', d: TRIANGLE, at, stroke: theme.surface, strokeWidth: 5 },
      body,
      {
        type: 'text',
        text,
        x: x - (text.startsWith('−') ? 1.5 : 0),
        baseline: y + 12,
        size: text.length > 2 ? 12.5 : 16,
        weight: 700,
        fill: point.guessed ? theme.badText : theme.critInk,
        anchor: 'middle',
      },
    ]
  }
  const color = theme.personas[persona.color].line
  if (point.guessed) {
    return [markerItem(persona.marker, { x, y, size: 16 }, { fill: theme.surface, stroke: color, width: 2.4, dash: [3.2, 2.6] })]
  }
  if (point.value >= PEAK) {
    return [markerItem(persona.marker, { x, y, size: 18 }, { fill: color, stroke: theme.surface, width: 2.5 })]
  }
  return [markerItem(persona.marker, { x, y, size: 14 }, { fill: theme.surface, stroke: color, width: 3.5 })]
}

/** A speech bubble with two lines in it, 12 wide, round 0 0. */
const BUBBLE =
  'M-4.5 -5H4.5A1.5 1.5 0 0 1 6 -3.5V1.5A1.5 1.5 0 0 1 4.5 3H-0.5L-3.5 6V3H-4.5A1.5 1.5 0 0 1 -6 1.5V-3.5A1.5 1.5 0 0 1 -4.5 -5Z'
const BUBBLE_LINES = 'M-3.2 -2.4H3.2M-3.2 0.4H1.4'

/** The sign of a point that somebody has given a reason; what it says is in the tooltip. `x` and `y` are its middle. */
export function reasonSign(x: number, y: number, theme: Theme): readonly SceneItem[] {
  const at = { x, y, scale: 1 }
  return [
    { type: 'path', d: BUBBLE, at, stroke: theme.surface, strokeWidth: 3.5 },
    { type: 'path', d: BUBBLE, at, fill: theme.text2 },
    { type: 'path', d: BUBBLE_LINES, at, stroke: theme.surface, strokeWidth: 1.3, cap: 'round' },
  ]
}

/** At the top right of the marker; nothing for a point without a reason. */
export function reasonItems({ x, y, point, critical }: PointBox, theme: Theme): readonly SceneItem[] {
  if (point.reason.trim() === '') return []
  return critical ? reasonSign(x + 15, y - 17, theme) : reasonSign(x + 10.5, y - 10.5, theme)
}

export function labelItems(box: PointBox, theme: Theme): readonly SceneItem[] {
  const { label } = box
  if (!label) return []
  const fill = box.critical ? theme.badText : theme.text
  const running = runningOf(label.lines.join(' '), label.anchor)
  return label.lines.map((text, i) => ({
    type: 'text',
    text,
    x: label.x,
    baseline: label.baseline + i * CURVE_LABEL.line,
    size: CURVE_LABEL.size,
    weight: CURVE_LABEL.weight,
    fill,
    ...running,
    halo: { color: theme.surface, width: 5 },
  }))
}

/** Marker and label together. */
export function pointBounds(box: PointBox): Rect {
  const { x, up, down } = markerReach(box)
  const left = Math.min(box.x - x, box.label?.rect.x ?? box.x) - 4
  const top = Math.min(box.y - up, box.label?.rect.y ?? box.y) - 4
  const right = Math.max(box.x + x, box.label ? box.label.rect.x + box.label.rect.width : box.x) + 4
  const bottom = Math.max(box.y + down, box.label ? box.label.rect.y + box.label.rect.height : box.y) + 4
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** A value as people write it: a real minus, and the decimal mark of the language. */
export function signed(value: number, language: string): string {
  const digits = String(Math.abs(Math.round(value * 10) / 10))
  const text = language === 'en' ? digits : digits.replace('.', ',')
  return value < 0 ? `−${text}` : value > 0 ? `+${text}` : text
}
