import type { PersonaMarker } from '../model/persona'
import type { PathItem } from './scene'

/** Shapes of personas round 0 0, of one weight to the eye: about 14 across. */
const SHAPES: Readonly<Record<PersonaMarker, string>> = {
  circle: 'M-7 0A7 7 0 1 0 7 0A7 7 0 1 0 -7 0Z',
  diamond:
    'M-1.41 -7.78A2 2 0 0 1 1.41 -7.78L7.78 -1.41A2 2 0 0 1 7.78 1.41L1.41 7.78A2 2 0 0 1 -1.41 7.78L-7.78 1.41A2 2 0 0 1 -7.78 -1.41Z',
  square: 'M-4.7 -6.2H4.7A1.5 1.5 0 0 1 6.2 -4.7V4.7A1.5 1.5 0 0 1 4.7 6.2H-4.7A1.5 1.5 0 0 1 -6.2 4.7V-4.7A1.5 1.5 0 0 1 -4.7 -6.2Z',
  triangle: 'M-6.6 -5.8H6.6A1.4 1.4 0 0 1 7.8 -3.7L1.2 7.2A1.4 1.4 0 0 1 -1.2 7.2L-7.8 -3.7A1.4 1.4 0 0 1 -6.6 -5.8Z',
}

/** A persona's marker; `size` is its width, 14 as on a curve. */
export function markerItem(
  marker: PersonaMarker,
  place: { readonly x: number; readonly y: number; readonly size: number },
  look: { readonly fill: string; readonly stroke: string; readonly width: number; readonly dash?: readonly number[] },
): PathItem {
  const scale = place.size / 14
  return {
    type: 'path',
    d: SHAPES[marker],
    at: { x: place.x, y: place.y, scale },
    fill: look.fill,
    stroke: look.stroke,
    strokeWidth: look.width / scale,
    ...(look.dash ? { dash: look.dash.map((length) => length / scale) } : {}),
  }
}
