import type { Rect } from '../layout/geometry'
import { BOARD } from '../layout/metrics'
import { measureText } from '../layout/textFit'
import { BOARD_FONT } from '../scene/fonts'
import { leftOf } from '../scene/items'
import type { PathItem, RectItem, Scene, SceneItem, TextItem } from '../scene/scene'
import { shadowLayers } from '../scene/shadows'

export interface SvgOptions {
  /** Name of the picture, for screen readers and file managers. */
  readonly title: string
  /** `@font-face` rules; without them the picture uses whatever Inter the reader has. */
  readonly fontFaceCss?: string
  /**
   * How a text keeps clear of what is behind it. The line round its letters becomes a second text in a PDF, found and copied twice; a patch
   * behind it does not.
   */
  readonly halo?: 'line' | 'patch'
}

/**
 * A scene as one SVG document, the sheet with a margin round it.
 *
 * Text stays text, so that it can be searched, selected and read aloud. Everything that people typed is escaped
 * and rid of characters XML does not allow, so that no note can break the document or bring in markup.
 */
export function sceneToSvg(scene: Scene, options: SvgOptions): string {
  const itemsOf = (items: readonly SceneItem[]): readonly SceneItem[] => (options.halo === 'patch' ? items.flatMap(patchHalo) : items)
  const body = scene.nodes
    .map((node) =>
      itemsOf(node.items)
        .map((item) => itemToSvg(item))
        .join(''),
    )
    .join('\n')
  const { margin } = BOARD
  const width = scene.width + 2 * margin
  const top = -margin - scene.above
  const height = scene.height - top + margin
  const css = options.fontFaceCss === undefined ? '' : `<style>${xmlText(options.fontFaceCss)}</style>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${num(width)}" height="${num(height)}" viewBox="${-margin} ${num(top)} ${num(width)} ${num(height)}" role="img" text-rendering="geometricPrecision" font-family="${xmlText(BOARD_FONT)}">
<title>${xmlText(options.title)}</title>
<defs>${css}</defs>
<rect x="${-margin}" y="${num(top)}" width="${num(width)}" height="${num(height)}" fill="${xmlText(scene.background)}"/>
${body}
</svg>
`
}

function itemToSvg(item: SceneItem): string {
  switch (item.type) {
    case 'rect':
      return rectToSvg(item)
    case 'text':
      return textToSvg(item)
    case 'path':
      return pathToSvg(item)
  }
}

function rectToSvg(item: RectItem): string {
  const { rect, radius, fill, stroke, strokeWidth, dash, opacity } = item
  const shadow = item.shadow
    ? shadowLayers(item)
        .map((layer) =>
          element('rect', {
            ...place(layer.rect, layer.radius),
            fill: layer.fill ?? 'none',
            stroke: layer.stroke,
            opacity: layer.opacity * (opacity ?? 1),
          }),
        )
        .join('')
    : ''
  const look = { fill: fill ?? 'none', stroke, 'stroke-width': strokeWidth, ...dashes(dash), opacity }
  return shadow + element('rect', { ...place(rect, radius), ...look })
}

function place({ x, y, width, height }: Rect, radius: number | undefined): Attributes {
  // A canvas squeezes radii that are too large; SVG does that for each axis by itself.
  const rx = radius === undefined ? undefined : Math.max(0, Math.min(radius, width / 2, height / 2))
  return { x, y, width, height, rx }
}

function pathToSvg({ d, at, fill, stroke, strokeWidth, dash, cap, opacity }: PathItem): string {
  const scale = at && at.scale !== 1 ? ` scale(${num(at.scale)})` : ''
  return element('path', {
    d,
    transform: at && `translate(${num(at.x)} ${num(at.y)})${scale}`,
    fill: fill ?? 'none',
    stroke,
    'stroke-width': strokeWidth,
    'stroke-linecap': cap,
    'stroke-linejoin': stroke === undefined ? undefined : 'round',
    ...dashes(dash),
    opacity,
  })
}

function textToSvg({ text, x, baseline, size, weight, fill, anchor, halo, strike, rightToLeft }: TextItem): string {
  if (text === '') return ''
  const attributes = attributesOf({
    x,
    y: baseline,
    'font-size': size,
    'font-weight': weight,
    fill,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    direction: rightToLeft ? 'rtl' : undefined,
    'text-decoration': strike ? 'line-through' : undefined,
    ...(halo && { stroke: halo.color, 'stroke-width': halo.width, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }),
  })
  return `<text xml:space="preserve"${attributes}>${xmlText(text)}</text>`
}

/** A patch behind a text instead of its halo: as tall as its letters, a little wider, and clear enough to show where a curve passes. */
function patchHalo(item: SceneItem): readonly SceneItem[] {
  if (item.type !== 'text' || !item.halo) return [item]
  const { halo, ...bare } = item
  const { baseline, size } = bare
  const width = measureText(bare.text, bare)
  const left = leftOf(bare, width)
  const rect = { x: left - halo.width / 2, y: baseline - size * 0.8, width: width + halo.width, height: size }
  return [{ type: 'rect', rect, radius: halo.width / 2, fill: halo.color, opacity: 0.8 }, bare]
}

function dashes(dash: readonly number[] | undefined): Attributes {
  return { 'stroke-dasharray': dash?.map(num).join(' ') }
}

type Attributes = Readonly<Record<string, string | number | undefined>>

function element(name: string, attributes: Attributes): string {
  return `<${name}${attributesOf(attributes)}/>`
}

function attributesOf(attributes: Attributes): string {
  let text = ''
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) text += ` ${name}="${typeof value === 'number' ? num(value) : xmlText(value)}"`
  }
  return text
}

/** At most three decimals; anything that is not a number would make the whole file unreadable. */
function num(value: number): string {
  return Number.isFinite(value) ? String(Math.round(value * 1000) / 1000) : '0'
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text for XML: markup escaped; control characters, halves of surrogate pairs and non-characters taken out. */
function xmlText(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- these are the characters that XML 1.0 forbids
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g, '')
      .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '')
      .replace(/[&<>"']/g, (char) => ENTITIES[char] ?? '')
  )
}
