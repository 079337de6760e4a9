import type { FontWeight } from './scene'

/** Fonts for text on the board, on screen and in exports. The first is ours, the others help with characters it lacks. */
export const BOARD_FONT = 'Inter, "Segoe UI Variable", "Segoe UI", system-ui, "Noto Emoji", sans-serif'

/** One file in assets/fonts. */
export interface FontFace {
  readonly file: string
  readonly weight: FontWeight
  readonly unicodeRange: string
}

const RANGES = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
  'cyrillic-ext': 'U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F',
} as const

const WEIGHTS = [500, 600, 700] as const

/** Every font file of the board; drawing before they are loaded would show other widths than were measured. */
export const FONT_FACES: readonly FontFace[] = Object.entries(RANGES).flatMap(([subset, unicodeRange]) =>
  WEIGHTS.map((weight): FontFace => ({ file: `inter-${subset}-${weight}-normal.woff2`, weight, unicodeRange })),
)

/**
 * CSS that declares the board's fonts.
 * @param urlOf where a file of assets/fonts is: an address, or a data URL in an export that must stand alone
 */
export function fontFaceCss(urlOf: (file: string) => string): string {
  return FONT_FACES.map(
    ({ file, weight, unicodeRange }) =>
      `@font-face{font-family:Inter;font-style:normal;font-weight:${weight};src:url(${urlOf(file)}) format("woff2");unicode-range:${unicodeRange}}`,
  ).join('\n')
}
