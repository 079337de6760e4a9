import type { Rect } from '../layout/geometry'
import type { RectItem } from './scene'

/** One layer of a shadow: a rounded rectangle behind the item, filled or only its rim. */
export interface ShadowLayer {
  readonly rect: Rect
  readonly radius: number
  readonly fill?: string
  readonly stroke?: string
  readonly opacity: number
}

/**
 * A shadow as plain shapes.
 *
 * A blurred one costs a canvas more than everything else of a note together and becomes a bitmap in a PDF; at the
 * sizes used here nobody can tell. The sheet's is made of rims only, so that a screen full of sheet is filled once.
 */
export function shadowLayers(item: RectItem): readonly ShadowLayer[] {
  const { rect, radius = 0, shadow, shadowColor = 'rgba(52,44,20,0.08)' } = item
  if (shadow === 'note') {
    return [
      { rect: grow(rect, 0.9, 2), radius: radius + 0.9, fill: shadowColor, opacity: 0.45 },
      { rect: grow(rect, 0.3, 1.2), radius: radius + 0.3, fill: shadowColor, opacity: 0.8 },
      { rect: grow(rect, -0.4, 3.2), radius, fill: shadowColor, opacity: 0.35 },
    ]
  }
  if (shadow === 'sheet') {
    const rims = Array.from({ length: 9 }, (_, i): ShadowLayer => {
      const fade = (1 - i / 9) ** 2
      return { rect: grow(rect, i + 1.5, 3), radius: radius + i + 1.5, stroke: shadowColor, opacity: 0.42 * fade }
    })
    return [...rims, { rect: grow(rect, 0.5, 0), radius: radius + 0.5, stroke: shadowColor, opacity: 1 }]
  }
  return []
}

function grow({ x, y, width, height }: Rect, by: number, down: number): Rect {
  return { x: x - by, y: y - by + down, width: width + 2 * by, height: height + 2 * by }
}
