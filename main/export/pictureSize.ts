import { fail, ok, type Result } from '../../shared/base/result'

interface Size {
  readonly width: number
  readonly height: number
}

/** Chromium gives a blank canvas, without an error, above this many pixels. */
export const MOST_PIXELS = 2 ** 28
const LONGEST_SIDE = 65_535

/** Pixels of a PNG of a scene, or `too-large` before a blank picture is made. */
export function pngSize(scene: Size, scale: number): Result<Size, 'too-large'> {
  const width = Math.ceil(scene.width * scale)
  const height = Math.ceil(scene.height * scale)
  if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) return fail('too-large', Math.floor(MOST_PIXELS / 1e6))
  return ok({ width, height })
}

const POINTS_PER_PIXEL = 0.75
/** 200 inches, the longest side that readers of PDF promise to show. */
const LONGEST_PAGE_PX = 14_400 / POINTS_PER_PIXEL

/** Size of the one page of a PDF in CSS pixels. A longer map is drawn smaller; being vectors, it loses nothing. */
export function pdfPage(scene: Size): Size {
  const scale = Math.min(1, LONGEST_PAGE_PX / Math.max(scene.width, scene.height))
  return { width: Math.ceil(scene.width * scale), height: Math.ceil(scene.height * scale) }
}
