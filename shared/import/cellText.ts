import { linkText, withoutHtml } from './cellHtml'
import type { Grid } from './grid'

/** What of Markdown a cell is written in. */
export interface CellMarks {
  /** Also the marks that stand in plain text too: one star or line on each side, backticks, quotations, headings. */
  readonly weak: boolean
  /** A backslash before a sign is no text: "\*". In a sheet it is: "C:\_temp". */
  readonly escapes: boolean
}

/** Cells of a Markdown table are Markdown. */
export const MARKDOWN: CellMarks = { weak: true, escapes: true }

/** Anything that Markdown, HTML or an entity begins with; most cells have none of it. */
const MARKED = /[*_~`=<>[&\\]|^\s*##/
const LINK = /!?\[([^[\]\n]*)\]\(<?((?:[^()\s<>]|\([^()\s]*\))*)>?(?:\s+["'][^"'\n]*["'])?\)/g
const WIKI_LINK = /!?\[\[([^[\]|\n]*\|)?([^[\]|\n]+)\]\]/g
const AUTO_LINK = /<((?:https?:\/\/|mailto:)[^<>\s]+|[^<>\s@]+@[^<>\s@]+\.[^<>\s@]+)>/gi
const CODE = /(`+)((?:(?!\1)[^\n])+)\1(?!`)/g
const ESCAPE = /\\([!-/:-@[-`{-~])/g
const PATH = /(?<![\p{L}\p{N}])(?:[A-Za-z]:\\|\\\\(?=[\p{L}\p{N}]))[^\s|<>"*?]*/gu
const ADDRESS = /https?:\/\/[^\s<>|()[\]"]*[^\s<>|()[\]"*_~.,;:!?]/g
const QUOTE = /^(?:#{2,6}\s|>(?=\s*[\p{L}"“«„]))\s*/u

/** What stands round words to make them bold or struck through, in Markdown and beyond doubt in a sheet as well. */
const SURE: readonly RegExp[] = [
  /~~(?=\S)([^~]*[^~\s])~~/g,
  /(?<![\p{L}\p{N}*])\*\*(?=[^\s*])((?:[^*]|\*(?!\*))*[^\s*])\*\*(?![\p{L}\p{N}*])/gu,
]
/** What does so in Markdown only; a star or line between letters or digits is none. */
const WEAK: readonly RegExp[] = [
  /(?<![=\p{L}\p{N}])==(?=[^\s=])([^=\n]*[^\s=])==(?![=\p{L}\p{N}])/gu,
  /(?<!\*)\*\*(?=\S)((?:[^*]|\*(?!\*))*\S)\*\*/g,
  /(?<![\p{L}\p{N}_])__(?=[^\s_])([^_]*(?:_[^_]+)*[^\s_])__(?![\p{L}\p{N}_])/gu,
  /(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\p{L}\p{N}*])/gu,
  /(?<![\p{L}\p{N}_])_(?=[^\s_])([^_\n]*[^\s_])_(?![\p{L}\p{N}_])/gu,
]
/** A sheet that has one of these came out of a program that writes Markdown. */
const SIGN = /(?<![\p{L}\p{N}*])\*\*[^\s*][^*\n]*\*\*(?![\p{L}\p{N}*])|\[[^[\]\n]+\]\((?:https?:|mailto:)|^\s*[-*+] \[[ xX]\] \S/mu

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  rarr: '→',
  euro: '€',
  laquo: '«',
  raquo: '»',
}

/** A longer line is left as it is: a pattern must not take long over a file that is made to make it. */
const PATTERN_LENGTH = 2_000

/** How much of Markdown the cells of a sheet are written in. */
export function marksOfSheet({ rows }: Grid): CellMarks {
  return { weak: rows.some(({ cells }) => cells.some((cell) => cell.length <= PATTERN_LENGTH && SIGN.test(cell))), escapes: false }
}

/** The cells as their authors saw them. */
export function plainGrid({ rows }: Grid, marks: CellMarks): Grid {
  return { rows: rows.map(({ line, cells }) => ({ line, cells: cells.map((cell) => cellText(cell, marks)) })) }
}

/**
 * The text of a cell as its author saw it: Markdown, and the HTML that editors put into cells, is read and not shown.
 *
 * The text of a link is kept, and its address behind it. Bullets and boxes stay: what they mean is the lane's to say.
 */
export function cellText(cell: string, marks: CellMarks): string {
  if (!MARKED.test(cell)) return cell.trim()
  const aside = new Aside()
  const coded = marks.weak ? aside.keep(cell, CODE, 2) : cell
  const lines = withoutHtml(coded, marks.escapes).split('\n')
  const read = lines.map((line) => (line.length > PATTERN_LENGTH ? line : marksRead(line, marks, aside)).trim())
  return aside
    .restored(read.map((line) => (marks.weak ? line.replace(QUOTE, '') : line)).join('\n'))
    .replace(/\n{2,}/g, '\n')
    .trim()
}

/** What is code, an address or escaped is kept aside meanwhile: nothing in it is a mark. */
function marksRead(line: string, { weak, escapes }: CellMarks, aside: Aside): string {
  const pathed = aside.keep(line, PATH, 0)
  const plain = escapes ? aside.keep(pathed, ESCAPE, 1) : pathed
  // A picture may be the text of a link.
  const link = (text: string): string => text.replace(LINK, (_, words: string, address: string) => linkText(words, address))
  const linked = link(link(plain))
    .replace(AUTO_LINK, '$1')
    .replace(WIKI_LINK, weak ? '$2' : '$&')
  const addressed = aside.keep(linked, ADDRESS, 0)
  return fromEntities([...SURE, ...(weak ? WEAK : [])].reduce((text, mark) => text.replace(mark, '$1'), addressed))
}

// eslint-disable-next-line no-control-regex -- no text that is imported has that character any more
const KEPT = /\u0001(\d+)\u0001/g

/** Pieces of a text that are taken out of it, and put back in the end. */
class Aside {
  readonly #pieces: string[] = []

  /** @param group of the pattern that is kept; the rest of what it finds are marks. */
  keep(text: string, pattern: RegExp, group: number): string {
    return text.replace(pattern, (...found: string[]) => `\u0001${this.#pieces.push(found[group] ?? '') - 1}\u0001`)
  }

  restored(text: string): string {
    // A piece may hold others: an escaped sign within an address.
    return text.replace(KEPT, (_, index: string) => this.restored(this.#pieces[Number(index)] ?? ''))
  }
}

function fromEntities(text: string): string {
  return text.replace(/&(?:#(\d{2,6})|#x([\da-f]{2,5})|([a-z]{2,6}));/gi, (entity, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? entity
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    const isText = code >= 0x20 && code <= 0x10ffff && !(code >= 0x7f && code < 0xa0) && !(code >= 0xd800 && code <= 0xdfff)
    return isText ? String.fromCodePoint(code) : entity
  })
}
