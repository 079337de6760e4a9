import type { Source } from './contentBuilder'
import type { Grid } from './grid'
import { isBlank } from './sourceLines'

/** A heading above a table; 1 is the highest level, 7 a line in bold that stands for one. */
export interface Heading extends Source {
  readonly level: number
}

export interface MarkdownTable {
  readonly grid: Grid
  /** The headings it stands under, the nearest last. */
  readonly headings: readonly Heading[]
}

export interface MarkdownTables {
  readonly tables: readonly MarkdownTable[]
  /** All other lines that are not blank, headings among them. */
  readonly outside: readonly Source[]
}

/** The row of dashes under the header is what makes lines with bars a table. */
const DASHES = /^\|?:?-+:?(?:\|:?-+:?)*\|?$/

/** All tables of a Markdown text, and what stands around them. */
export function markdownTables(lines: readonly Source[]): MarkdownTables {
  const tables: MarkdownTable[] = []
  const outside: Source[] = []
  let headings: readonly Heading[] = []
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]
    if (!line) break
    if (isTableLine(line) && isDashes(lines[i + 1]) && !isDashes(line)) {
      const rows = [line]
      for (i += 2; i < lines.length && isTableLine(lines[i]); i += 1) rows.push(lines[i] ?? line)
      i -= 1
      tables.push({ grid: { rows: rows.map((row) => ({ line: row.line, cells: cellsOf(row.text) })) }, headings })
      continue
    }
    const heading = headingOf(line, lines[i + 1])
    if (heading) headings = [...headings.filter(({ level }) => level < heading.level), heading]
    if (!isBlank(line)) outside.push(line)
  }
  return { tables, outside }
}

function headingOf(line: Source, next: Source | undefined): Heading | null {
  const text = line.text.trim()
  const marked = /^(#{1,6})\s+(.+?)\s*#*$/.exec(text)
  if (marked) return { line: line.line, text: marked[2] ?? '', level: marked[1]?.length ?? 1 }
  const wiki = /^h([1-6])\.\s+(.+)$/.exec(text)
  if (wiki) return { line: line.line, text: wiki[2] ?? '', level: Number(wiki[1]) }
  // A list with a rule of dashes below it is no heading.
  if (text !== '' && next && /^(?:={3,}|-{3,})$/.test(next.text.trim()) && !/^[-*+>|]/.test(text)) {
    return { line: line.line, text, level: next.text.trim().startsWith('=') ? 1 : 2 }
  }
  const bold = /^(\*\*|__)([^*_]+)\1\s*:?$/.exec(text)
  return bold ? { line: line.line, text: (bold[2] ?? '').replace(/:$/, ''), level: 7 } : null
}

function isDashes(line: Source | undefined): boolean {
  return isTableLine(line) && DASHES.test(line?.text.replace(/\s/g, '') ?? '')
}

function isTableLine(line: Source | undefined): boolean {
  return line !== undefined && line.text.includes('|')
}

/** The cells of a row; `\|` is a bar inside a cell. The bars at the two ends divide nothing. */
function cellsOf(row: string): string[] {
  const cells: string[] = ['']
  for (const [part] of row.trim().matchAll(/\\\||\||[^\\|]+|\\/g)) {
    if (part === '|') cells.push('')
    else cells.push((cells.pop() ?? '') + (part === '\\|' ? '|' : part))
  }
  if (cells[0]?.trim() === '') cells.shift()
  if (cells.at(-1)?.trim() === '') cells.pop()
  return cells.map((cell) => cell.trim())
}
