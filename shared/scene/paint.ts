import { BOARD_FONT } from './fonts'
import { leftOf } from './items'
import type { PathItem, RectItem, SceneItem, TextItem } from './scene'
import { shadowLayers } from './shadows'

/** A Path2D of the browser; this folder knows no DOM. */
export type PathHandle = object

/** What of CanvasRenderingContext2D is used here. */
export interface PaintTarget {
  fillStyle: string | object
  strokeStyle: string | object
  lineWidth: number
  lineCap: string
  lineJoin: string
  globalAlpha: number
  font: string
  textAlign: string
  direction: string
  textBaseline: string
  textRendering: string
  save(): void
  restore(): void
  translate(x: number, y: number): void
  scale(x: number, y: number): void
  beginPath(): void
  roundRect(x: number, y: number, width: number, height: number, radius: number | number[]): void
  fillRect(x: number, y: number, width: number, height: number): void
  fill(path?: PathHandle): void
  stroke(path?: PathHandle): void
  fillText(text: string, x: number, y: number): void
  strokeText(text: string, x: number, y: number): void
  measureText(text: string): { readonly width: number }
  setLineDash(segments: number[]): void
}

/**
 * Draw items on a canvas whose unit is the board's: the one canvas painter there is.
 *
 * It sets whatever it needs and leaves the context's styles as they come out; callers that draw other things on the
 * same context save and restore round it.
 */
export function paintItems(context: PaintTarget, items: readonly SceneItem[]): void {
  for (const item of items) {
    switch (item.type) {
      case 'rect':
        paintRect(context, item)
        break
      case 'text':
        paintText(context, item)
        break
      case 'path':
        paintPath(context, item)
        break
    }
  }
}

function paintRect(context: PaintTarget, item: RectItem): void {
  const { rect, radius = 0, fill, stroke, strokeWidth = 1, dash, opacity = 1 } = item
  if (item.shadow) {
    for (const layer of shadowLayers(item)) {
      context.globalAlpha = opacity * layer.opacity
      context.beginPath()
      context.roundRect(layer.rect.x, layer.rect.y, layer.rect.width, layer.rect.height, layer.radius)
      if (layer.fill !== undefined) {
        context.fillStyle = layer.fill
        context.fill()
      }
      if (layer.stroke !== undefined) {
        context.strokeStyle = layer.stroke
        context.lineWidth = 1
        context.stroke()
      }
    }
  }
  context.globalAlpha = opacity
  if (radius === 0 && stroke === undefined) {
    if (fill === undefined) return
    context.fillStyle = fill
    context.fillRect(rect.x, rect.y, rect.width, rect.height)
    return
  }
  context.beginPath()
  context.roundRect(rect.x, rect.y, rect.width, rect.height, radius)
  if (fill !== undefined) {
    context.fillStyle = fill
    context.fill()
  }
  if (stroke === undefined) return
  context.strokeStyle = stroke
  context.lineWidth = strokeWidth
  if (!dash) context.stroke()
  else {
    context.setLineDash([...dash])
    context.stroke()
    context.setLineDash([])
  }
}

function paintText(context: PaintTarget, item: TextItem): void {
  const { text, x, baseline, size, weight, fill, anchor = 'start', halo, strike, rightToLeft } = item
  if (text === '') return
  context.globalAlpha = 1
  setFont(context, `${weight} ${size}px ${BOARD_FONT}`)
  context.textBaseline = 'alphabetic'
  context.textAlign = anchor === 'middle' ? 'center' : anchor
  context.direction = rightToLeft ? 'rtl' : 'ltr'
  if (halo) {
    context.strokeStyle = halo.color
    context.lineWidth = halo.width
    context.lineJoin = 'round'
    context.strokeText(text, x, baseline)
  }
  context.fillStyle = fill
  context.fillText(text, x, baseline)
  if (!strike) return
  const { width } = context.measureText(text)
  context.fillRect(leftOf(item, width), baseline - size * 0.3, width, Math.max(1, size / 14))
}

/** Setting a font costs a parse even where it is the one that is set; comparing what was asked for does not. */
const fontOf = new WeakMap<PaintTarget, { asked: string; set: string }>()

function setFont(context: PaintTarget, font: string): void {
  const known = fontOf.get(context)
  // Somebody else may have set another font meanwhile, or restored one.
  if (known?.asked === font && context.font === known.set) return
  context.font = font
  // Letters where the layout reckoned them to be: hinted to whole pixels, small words close up and spread.
  context.textRendering = 'geometricPrecision'
  fontOf.set(context, { asked: font, set: context.font })
}

function paintPath(context: PaintTarget, item: PathItem): void {
  const { d, at, fill, stroke, strokeWidth = 1, dash, cap = 'butt', opacity = 1 } = item
  const path = pathOf(d)
  context.globalAlpha = opacity
  if (at) {
    context.save()
    context.translate(at.x, at.y)
    context.scale(at.scale, at.scale)
  }
  if (fill !== undefined) {
    context.fillStyle = fill
    context.fill(path)
  }
  if (stroke !== undefined) {
    context.strokeStyle = stroke
    context.lineWidth = strokeWidth
    context.lineCap = cap
    context.lineJoin = 'round'
    if (dash) context.setLineDash([...dash])
    context.stroke(path)
    if (dash) context.setLineDash([])
  }
  if (at) context.restore()
}

const paths = new Map<string, PathHandle>()
/** Icons stay far below this; it is for curves, which change with every drag. */
const MOST_PATHS = 2_000

function pathOf(d: string): PathHandle {
  const known = paths.get(d)
  if (known) return known
  if (paths.size >= MOST_PATHS) paths.clear()
  // Every place that has a canvas has Path2D; this folder's types know no browser.
  const { Path2D } = globalThis as unknown as { readonly Path2D: new (d: string) => PathHandle }
  const path = new Path2D(d)
  paths.set(d, path)
  return path
}
