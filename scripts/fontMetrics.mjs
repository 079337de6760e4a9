/**
 * Writes shared/layout/fontMetricsData.ts: the advance widths of the board's font.
 *
 * Text on the board is wrapped with these numbers in every process, so that the window, an export and the command
 * line break a note's text at the same places without asking a browser. Run it after changing assets/fonts; a test
 * compares the result with the files.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const FONTS = join(ROOT, 'assets', 'fonts')
const TARGET = join(ROOT, 'shared', 'layout', 'fontMetricsData.ts')
const WEIGHTS = [500, 600, 700]
/** The first subset that has a character decides, as `unicode-range` does in the page. */
const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext']

const KNOWN_TAGS = (
  'cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx ' +
  'BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty ' +
  'just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
)
  .split(' ')
  .map((tag) => tag.replace('_', ' '))

/** The tables of a WOFF2 file, still as they are stored: glyf, loca and hmtx may be transformed. */
function readTables(bytes) {
  if (bytes.toString('latin1', 0, 4) !== 'wOF2') throw new Error('not a WOFF2 file')
  const count = bytes.readUInt16BE(12)
  const compressedLength = bytes.readUInt32BE(20)
  let at = 48
  const readBase128 = () => {
    let value = 0
    for (let i = 0; i < 5; i += 1) {
      const byte = bytes[at++]
      value = value * 128 + (byte & 0x7f)
      if ((byte & 0x80) === 0) return value
    }
    throw new Error('a number in the table directory is too long')
  }
  const directory = []
  for (let i = 0; i < count; i += 1) {
    const flags = bytes[at++]
    const index = flags & 0x3f
    let tag = KNOWN_TAGS[index]
    if (index === 0x3f) {
      tag = bytes.toString('latin1', at, at + 4)
      at += 4
    }
    const version = flags >> 6
    const originalLength = readBase128()
    // For glyf and loca version 0 means transformed; for every other table it means stored as it is.
    const transformed = tag === 'glyf' || tag === 'loca' ? version === 0 : version !== 0
    const length = transformed ? readBase128() : originalLength
    directory.push({ tag, length, transformed })
  }
  const data = brotliDecompressSync(bytes.subarray(at, at + compressedLength))
  const tables = new Map()
  let offset = 0
  for (const { tag, length, transformed } of directory) {
    tables.set(tag, { data: data.subarray(offset, offset + length), transformed })
    offset += length
  }
  return tables
}

/** Advance widths by code point, in font units, and the units of one em. */
function readAdvances(bytes) {
  const tables = readTables(bytes)
  const unitsPerEm = tables.get('head').data.readUInt16BE(18)
  const longMetrics = tables.get('hhea').data.readUInt16BE(34)
  const glyphs = tables.get('maxp').data.readUInt16BE(4)
  const hmtx = tables.get('hmtx')
  // A transformed hmtx begins with a byte of flags, then all advances without the side bearings between them.
  const advanceOfGlyph = (glyph) => {
    const metric = Math.min(glyph, longMetrics - 1)
    return hmtx.transformed ? hmtx.data.readUInt16BE(1 + metric * 2) : hmtx.data.readUInt16BE(metric * 4)
  }
  const advances = new Map()
  for (const [code, glyph] of readCharacterMap(tables.get('cmap').data)) {
    if (glyph > 0 && glyph < glyphs) advances.set(code, advanceOfGlyph(glyph))
  }
  return { unitsPerEm, advances }
}

function* readCharacterMap(cmap) {
  const count = cmap.readUInt16BE(2)
  const subtables = []
  for (let i = 0; i < count; i += 1) {
    const offset = cmap.readUInt32BE(4 + i * 8 + 4)
    subtables.push({ offset, format: cmap.readUInt16BE(offset) })
  }
  const best = subtables.find(({ format }) => format === 12) ?? subtables.find(({ format }) => format === 4)
  if (!best) throw new Error('no character map of format 4 or 12')
  if (best.format === 12) yield* readFormat12(cmap, best.offset)
  else yield* readFormat4(cmap, best.offset)
}

function* readFormat12(cmap, offset) {
  const groups = cmap.readUInt32BE(offset + 12)
  for (let i = 0; i < groups; i += 1) {
    const at = offset + 16 + i * 12
    const first = cmap.readUInt32BE(at)
    const last = cmap.readUInt32BE(at + 4)
    const glyph = cmap.readUInt32BE(at + 8)
    for (let code = first; code <= last; code += 1) yield [code, glyph + code - first]
  }
}

function* readFormat4(cmap, offset) {
  const segments = cmap.readUInt16BE(offset + 6) / 2
  const ends = offset + 14
  const starts = ends + segments * 2 + 2
  const deltas = starts + segments * 2
  const ranges = deltas + segments * 2
  for (let i = 0; i < segments; i += 1) {
    const end = cmap.readUInt16BE(ends + i * 2)
    const start = cmap.readUInt16BE(starts + i * 2)
    const delta = cmap.readUInt16BE(deltas + i * 2)
    const range = cmap.readUInt16BE(ranges + i * 2)
    if (start === 0xffff) continue
    for (let code = start; code <= end; code += 1) {
      const stored = range === 0 ? code : cmap.readUInt16BE(ranges + i * 2 + range + (code - start) * 2)
      if (stored !== 0) yield [code, (stored + delta) & 0xffff]
    }
  }
}

/** The source of fontMetricsData.ts, from the files in assets/fonts. */
function fontMetricsSource() {
  let unitsPerEm = 0
  const byWeight = WEIGHTS.map((weight) => {
    const all = new Map()
    for (const subset of SUBSETS) {
      const font = readAdvances(readFileSync(join(FONTS, `inter-${subset}-${weight}-normal.woff2`)))
      unitsPerEm = font.unitsPerEm
      for (const [code, advance] of font.advances) if (!all.has(code)) all.set(code, advance)
    }
    return all
  })
  const codes = [...byWeight[0].keys()].filter((code) => byWeight.every((all) => all.has(code))).sort((a, b) => a - b)
  const runs = []
  for (const code of codes) {
    const last = runs.at(-1)
    if (last && code === last[0] + last[1]) last[1] += 1
    else runs.push([code, 1])
  }
  const widths = WEIGHTS.map((weight, i) => `  ${weight}: '${codes.map((code) => byWeight[i].get(code).toString(36)).join(' ')}',`)
  return `// Written by scripts/fontMetrics.mjs from assets/fonts. Do not edit.

export const UNITS_PER_EM = ${unitsPerEm}

/** Code points that the font has: first code point and count of each run, in base 36. */
export const CODE_RUNS =
  '${runs.map(([first, count]) => `${first.toString(36)} ${count.toString(36)}`).join(' ')}'

/** Advance widths of those code points, in font units, in base 36. */
export const ADVANCES = {
${widths.join('\n')}
} as const
`
}

const source = fontMetricsSource()
if (process.argv.includes('--check')) {
  if (readFileSync(TARGET, 'utf8') !== source) {
    console.error('shared/layout/fontMetricsData.ts is out of date: run node scripts/fontMetrics.mjs')
    process.exitCode = 1
  }
} else writeFileSync(TARGET, source)
