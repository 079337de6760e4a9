import { isRightToLeft } from '../base/direction'
import type { Rect } from '../layout/geometry'
import { iconPath } from './icons'
import type { FontWeight, PathItem, RectItem, SceneItem, TextItem } from './scene'

/** Size, line height and weight of a text. */
export interface Type {
  readonly size: number
  readonly line: number
  readonly weight: FontWeight
}

/** Inter's ascent and descent in ems: where browsers put the baseline inside a line. */
const ASCENT = 0.96875
const DESCENT = 0.2412

/** The baseline of a line of text whose line box begins at `top`. */
export function baselineIn(top: number, { size, line }: Pick<Type, 'size' | 'line'>): number {
  return top + (line - (ASCENT + DESCENT) * size) / 2 + ASCENT * size
}

/**
 * A wrapped text; `top` is where its first line box begins.
 *
 * A text in a script that runs from right to left begins at the right end of `width`; without one it keeps to the left, only its order changes.
 */
export function textItems(
  lines: readonly string[],
  place: { readonly x: number; readonly top: number; readonly firstIndent?: number; readonly width?: number },
  type: Type,
  look: Pick<TextItem, 'fill' | 'anchor' | 'strike' | 'halo'>,
): readonly TextItem[] {
  const direction = runningOf(lines.join(' '), look.anchor)
  return lines.map((text, i) => ({
    type: 'text',
    text,
    x: place.x + (i === 0 ? (place.firstIndent ?? 0) : 0),
    baseline: baselineIn(place.top + i * type.line, type),
    size: type.size,
    weight: type.weight,
    ...look,
    ...direction,
    ...(direction.anchor === 'end' && place.width !== undefined ? { x: place.x + place.width, anchor: 'start' } : {}),
  }))
}

/** Which way a text runs, with the end of it that keeps it at the same place: an anchor names an end of the text, not a side. */
export function runningOf(text: string, anchor: TextItem['anchor']): Pick<TextItem, 'anchor' | 'rightToLeft'> {
  if (!isRightToLeft(text)) return anchor === undefined ? {} : { anchor }
  return { rightToLeft: true, anchor: anchor === 'middle' ? 'middle' : anchor === 'end' ? 'start' : 'end' }
}

/** Where a line of text `width` wide begins at its left. */
export function leftOf({ x, anchor = 'start', rightToLeft = false }: TextItem, width: number): number {
  if (anchor === 'middle') return x - width / 2
  return (anchor === 'start') === rightToLeft ? x - width : x
}

/** An icon drawn with lines; nothing where a file names an icon that is not ours. */
export function iconItem(
  name: string,
  place: { readonly x: number; readonly y: number; readonly size: number },
  look: { readonly color: string; readonly width?: number; readonly opacity?: number },
): readonly PathItem[] {
  const d = iconPath(name)
  if (d === undefined) return []
  const { x, y, size } = place
  return [
    {
      type: 'path',
      d,
      at: { x, y, scale: size / 24 },
      stroke: look.color,
      strokeWidth: look.width ?? 1.8,
      cap: 'round',
      ...(look.opacity === undefined ? {} : { opacity: look.opacity }),
    },
  ]
}

/** A hairline: a rectangle one unit thick, so that it needs no stroke and no half pixels. */
export function ruleItem(rect: Rect, fill: string): RectItem {
  return { type: 'rect', rect, fill }
}

/** A filled rectangle with some of its corners rounded. */
export function cornerRect(
  rect: Rect,
  radius: { readonly tl?: number; readonly tr?: number; readonly bl?: number },
  fill: string,
): PathItem {
  const { tl = 0, tr = 0, bl = 0 } = radius
  return { type: 'path', d: cornerPath(rect, [tl, tr, bl]), fill }
}

/** SVG path data of a rectangle; radii of its corners at the top left, top right and bottom left. */
function cornerPath({ x, y, width, height }: Rect, [tl, tr, bl]: readonly [number, number, number]): string {
  const right = x + width
  const bottom = y + height
  return (
    `M${x + tl} ${y}H${right - tr}` +
    (tr > 0 ? `A${tr} ${tr} 0 0 1 ${right} ${y + tr}` : '') +
    `V${bottom}` +
    `H${x + bl}` +
    (bl > 0 ? `A${bl} ${bl} 0 0 1 ${x} ${bottom - bl}` : '') +
    `V${y + tl}` +
    (tl > 0 ? `A${tl} ${tl} 0 0 1 ${x + tl} ${y}` : '') +
    'Z'
  )
}

/** A gold diamond: a moment of truth. `x` and `y` are its middle. */
export function diamondItem(x: number, y: number, size: number, fill: string): SceneItem {
  return { type: 'path', d: ROUND_DIAMOND, at: { x, y, scale: size / 18 }, fill }
}

/** A square of 11 with corners of 1.8, stood on its corner, round 0 0. */
const ROUND_DIAMOND =
  'M-1.27 -7.03A1.8 1.8 0 0 1 1.27 -7.03L7.03 -1.27A1.8 1.8 0 0 1 7.03 1.27L1.27 7.03A1.8 1.8 0 0 1 -1.27 7.03L-7.03 1.27A1.8 1.8 0 0 1 -7.03 -1.27Z'
