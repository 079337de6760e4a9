import { ADVANCES, CODE_RUNS, UNITS_PER_EM } from './fontMetricsData'

/** Weights of the board's font. */
export type Weight = 500 | 600 | 700

/** Everything the font has below this code point is found by index; the few above it, in a map. */
const INDEXED = 0x600

interface WidthTable {
  readonly indexed: Float64Array
  readonly others: ReadonlyMap<number, number>
}

const MEDIUM = tableOf(500)
const SEMIBOLD = tableOf(600)
const BOLD = tableOf(700)

function tableOf(weight: Weight): WidthTable {
  const runs = CODE_RUNS.split(' ').map((number) => Number.parseInt(number, 36))
  const advances = ADVANCES[weight].split(' ')
  const indexed = Float64Array.from({ length: INDEXED }, (_, code) => fallbackWidth(code))
  const others = new Map<number, number>()
  let at = 0
  for (let run = 0; run < runs.length; run += 2) {
    const first = runs[run] ?? 0
    for (let code = first; code < first + (runs[run + 1] ?? 0); code += 1) {
      const width = Number.parseInt(advances[at] ?? '0', 36) / UNITS_PER_EM
      if (code < INDEXED) indexed[code] = width
      else others.set(code, width)
      at += 1
    }
  }
  return { indexed, others }
}

/** Width of a character in ems, in the board's font, or a careful guess where another font has to help out. */
export function charWidth(code: number, weight: Weight): number {
  // Asked for each letter of a map: numbers as keys of an object would be looked up in a dictionary.
  const table = weight === 500 ? MEDIUM : weight === 600 ? SEMIBOLD : BOLD
  const known = code < INDEXED ? table.indexed[code] : table.others.get(code)
  return known ?? fallbackWidth(code)
}

/** Whether the character is drawn on top of, or as a part of, the one before it. */
export function joinsPrevious(code: number): boolean {
  return (
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x483 && code <= 0x489) ||
    (code >= 0x200c && code <= 0x200f) ||
    (code >= 0x2060 && code <= 0x2064) ||
    (code >= 0x20d0 && code <= 0x20ff) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0x1f3fb && code <= 0x1f3ff) ||
    (code >= 0xe0020 && code <= 0xe01ef)
  )
}

/** Whether a line may be broken before and after the character without a space, as in Chinese and Japanese. */
export function isIdeographic(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0x20000 && code <= 0x3ffff)
  )
}

function fallbackWidth(code: number): number {
  if (code < 0x20 || (code >= 0x7f && code < 0xa0) || joinsPrevious(code)) return 0
  if (isIdeographic(code)) return 1
  // Emoji and pictures; the fonts of the three systems draw them 1.17 to 1.37 wide.
  if (code >= 0x1f000 || (code >= 0x2190 && code <= 0x2bff)) return code >= 0x1f000 ? 1.37 : 1
  return 0.66
}
