import type { Rect } from './geometry'

/** Top and bottom of an emotion lane; any lane box is one. */
export type EmotionBand = Pick<Rect, 'y' | 'height'>

/** World units from one point of the scale to the next. */
function unit(band: EmotionBand): number {
  return (band.height / 2 - 30) / 5
}

/** Where a value from -5 to +5 is in an emotion lane, in world units. */
export function valueToY(band: EmotionBand, value: number): number {
  return band.y + band.height / 2 - value * unit(band)
}

/** The value that a place in an emotion lane stands for, from -5 to +5, not snapped. */
export function yToValue(band: EmotionBand, y: number): number {
  const value = (band.y + band.height / 2 - y) / unit(band)
  return Math.max(-5, Math.min(5, value))
}

/** The value a pointer sets: steps of 0.5, or of 0.1 for a fine hand. */
export function snapValue(value: number, options: { readonly fine: boolean } = { fine: false }): number {
  const steps = options.fine ? 10 : 2
  const snapped = Math.round(Math.max(-5, Math.min(5, value)) * steps) / steps
  return snapped === 0 ? 0 : snapped
}
