import type { Source } from './contentBuilder'
import type { Grid } from './grid'
import { isBlank } from './sourceLines'

/** A block between ``` or ~~~ fences (or ::: of Azure), without them. */
export interface Fence {
  readonly language: string
  readonly lines: readonly Source[]
  /** Its fences, which hold nothing of the map. */
  readonly marks: readonly Source[]
}

export interface MarkdownParts {
  readonly fences: readonly Fence[]
  readonly prose: readonly Source[]
}

/** Tell the fenced blocks of a Markdown text from what stands around them. An open fence runs to the end. */
export function splitFences(lines: readonly Source[]): MarkdownParts {
  const fences: Fence[] = []
  const prose: Source[] = []
  let open: { mark: string; language: string; lines: Source[]; marks: Source[] } | null = null
  for (const line of lines) {
    const match = /^\s*(`{3,}|~{3,}|:{3,})(.*)$/.exec(line.text)
    const info = match?.[2]?.trim().toLowerCase() ?? ''
    // Backticks after the mark are code within a sentence, not a fence.
    const mark = info.includes('`') ? '' : (match?.[1] ?? '')
    if (open) {
      if (mark.startsWith(open.mark) && info === '') {
        fences.push({ ...open, marks: [...open.marks, line] })
        open = null
      } else open.lines.push(line)
    } else if (mark !== '') open = { mark, language: info, lines: [], marks: [line] }
    else prose.push(line)
  }
  if (open) fences.push(open)
  return { fences, prose }
}

export interface MarkdownTable {
  readonly grid: Grid
  /** All other lines that are not blank. */
  readonly outside: readonly Source[]
  /** Lines of further tables. */
  readonly others: readonly Source[]
}

/** The row of dashes under the header is what makes lines with bars a table. */
const DASHES = /^\|?:?-+:?(?:\|:?-+:?)*\|?$/

/** The first table of a Markdown text; `null` where there is none. */
export function markdownTable(lines: readonly Source[]): MarkdownTable | null {
  const tables: { header: Source; rows: Source[] }[] = []
  const outside: Source[] = []
  for (let i = 0; i < lines.length; i += 1) {
    const header = lines[i]
    if (!header) break
    if (isTableLine(header) && isDashes(lines[i + 1]) && !isDashes(header)) {
      const rows: Source[] = []
      for (i += 2; i < lines.length && isTableLine(lines[i]); i += 1) rows.push(lines[i] ?? header)
      i -= 1
      tables.push({ header, rows })
    } else if (!isBlank(header)) outside.push(header)
  }
  const [first, ...others] = tables
  if (!first) return null
  return {
    grid: { rows: [first.header, ...first.rows].map((row) => ({ line: row.line, cells: cellsOf(row.text) })) },
    outside,
    others: others.flatMap(({ header, rows }) => [header, ...rows]),
  }
}

function isDashes(line: Source | undefined): boolean {
  return isTableLine(line) && DASHES.test(line?.text.replace(/\s/g, '') ?? '')
}

function isTableLine(line: Source | undefined): boolean {
  return line !== undefined && line.text.includes('|')
}

/** The cells of a row; `\|` is a bar inside a cell, `<br>` a line break. */
function cellsOf(row: string): string[] {
  const cells: string[] = ['']
  for (const [part] of row.trim().matchAll(/\\\||\||[^\\|]+|\\/g)) {
    if (part === '|') cells.push('')
    else cells.push((cells.pop() ?? '') + (part === '\\|' ? '|' : part))
  }
  if (cells[0]?.trim() === '') cells.shift()
  if (cells.at(-1)?.trim() === '') cells.pop()
  return cells.map((cell) => cell.replace(/<br\s*\/?>/gi, '\n').trim())
}
