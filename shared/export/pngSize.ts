import { fail, ok, type Failure, type Result } from '../base/result'
import type { Translator } from '../i18n/translator'

interface Size {
  readonly width: number
  readonly height: number
}

/** Pixels for each unit of the map. */
export const PNG_SCALES = [1, 2, 3, 4] as const
export type PngScale = (typeof PNG_SCALES)[number]

/** Chromium gives a blank canvas, without an error, above this many pixels. */
export const MOST_PIXELS = 2 ** 28
/** And above this many on one side. */
export const LONGEST_SIDE = 65_535

/** Why a PNG cannot be that large, and the largest scale that can be; null where none can. */
export interface PngLimit {
  readonly of: 'side' | 'pixels'
  readonly largest: PngScale | null
}

/** Pixels of a PNG of a picture with the size of `scene`, in units of the map; or `too-large` with a `PngLimit`, before a blank picture is made. */
export function pngSize(scene: Size, scale: PngScale): Result<Size, 'too-large'> {
  const of = limitOf(scene, scale)
  if (of === null) return ok(pixelsOf(scene, scale))
  const largest = PNG_SCALES.findLast((smaller) => limitOf(scene, smaller) === null) ?? null
  return fail('too-large', { of, largest } satisfies PngLimit)
}

/** The limit in words: which one it is, and what works instead. */
export function pngLimitText({ t, language }: Translator, { detail }: Pick<Failure, 'detail'>): string {
  const { of, largest } = detail as PngLimit
  const side = new Intl.NumberFormat(language).format(LONGEST_SIDE)
  const why = of === 'side' ? t('export.png.side', { side }) : t('export.png.pixels', { millions: Math.floor(MOST_PIXELS / 1e6) })
  return `${why} ${largest === null ? t('export.png.otherFormat') : t('export.png.largest', { scale: largest })}`
}

function limitOf(scene: Size, scale: number): PngLimit['of'] | null {
  const { width, height } = pixelsOf(scene, scale)
  if (Math.max(width, height) > LONGEST_SIDE) return 'side'
  return width * height > MOST_PIXELS ? 'pixels' : null
}

function pixelsOf({ width, height }: Size, scale: number): Size {
  return { width: Math.ceil(width * scale), height: Math.ceil(height * scale) }
}
