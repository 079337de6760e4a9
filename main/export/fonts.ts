import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { EMOJI_RANGES } from './emojiRanges'

/** The parts Inter comes in, and which letters are in each (unicode.json of @fontsource/inter). */
const SUBSETS = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
  'cyrillic-ext': 'U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F',
} as const
type Subset = keyof typeof SUBSETS

const WEIGHTS = [500, 600, 700] as const

/**
 * `@font-face` rules for a text, the fonts inside them as data, so that a picture looks the same on a computer
 * without Inter. Only the subsets that the text needs.
 * @param folder with `inter-<subset>-<weight>-normal.woff2` and `noto-emoji-<part>-500-normal.woff2`.
 */
export async function fontFaceCss(text: string, folder: string): Promise<string> {
  const needed = (Object.keys(SUBSETS) as Subset[]).filter((subset) => subset === 'latin' || needs(text, SUBSETS[subset]))
  const rules = needed.flatMap((subset) => WEIGHTS.map((weight) => fontFace(folder, subset, weight)))
  const signs = EMOJI_RANGES.flatMap((ranges, part) => (needs(text, ranges, JOINERS) ? [emojiFace(folder, part, ranges)] : []))
  return (await Promise.all([...rules, ...signs])).join('\n')
}

/** They are in every part, and alone no picture. */
const JOINERS: ReadonlySet<string> = new Set(['U+200D', 'U+FE0F', 'U+20E3'])

/** One weight for all: the signs have no bold. */
async function emojiFace(folder: string, part: number, ranges: string): Promise<string> {
  const bytes = await readFile(path.join(folder, `noto-emoji-${part}-500-normal.woff2`))
  const source = `url(data:font/woff2;base64,${bytes.toString('base64')}) format('woff2')`
  return `@font-face{font-family:'Noto Emoji';font-style:normal;src:${source};unicode-range:${ranges}}`
}

async function fontFace(folder: string, subset: Subset, weight: number): Promise<string> {
  const bytes = await readFile(path.join(folder, `inter-${subset}-${weight}-normal.woff2`))
  const source = `url(data:font/woff2;base64,${bytes.toString('base64')}) format('woff2')`
  return `@font-face{font-family:Inter;font-style:normal;font-weight:${weight};src:${source};unicode-range:${SUBSETS[subset]}}`
}

function needs(text: string, ranges: string, without: ReadonlySet<string> = new Set()): boolean {
  const listed = ranges.split(',').filter((range) => !without.has(range))
  const classes = listed.map((range) =>
    range
      .slice(2)
      .split('-')
      .map((hex) => `\\u{${hex}}`)
      .join('-'),
  )
  return new RegExp(`[${classes.join('')}]`, 'u').test(text)
}
