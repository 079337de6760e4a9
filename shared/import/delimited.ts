// oxlint-disable-next-line typescript/triple-slash-reference -- an ambient module can be brought to every project that imports this file in no other way
/// <reference path="./papaparse.d.ts" />
import Papa from 'papaparse/papaparse.js'
import type { Grid } from './grid'

export const DELIMITERS = [',', ';', '\t'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** A quote character that no text has: reads a table as if quotes meant nothing. */
const NO_QUOTES = '\u0000'

/**
 * Read delimited text.
 *
 * Text that was never meant to be quoted (a sentence that begins with a quotation mark) would swallow the rows
 * below it; where quotes do not add up, they are taken as letters.
 */
export function parseDelimited(text: string, delimiter: Delimiter): Grid {
  return readQuoted(text, delimiter) ?? gridOf(Papa.parse(text, { delimiter, newline: '\n', quoteChar: NO_QUOTES }))
}

/** `null` when the quotes do not add up. */
function readQuoted(text: string, delimiter: Delimiter): Grid | null {
  const result = Papa.parse(text, { delimiter, newline: '\n' })
  return result.errors.some((error) => error.type === 'Quotes') ? null : gridOf(result)
}

function gridOf({ data }: ReturnType<typeof Papa.parse>): Grid {
  let line = 1
  const rows = data.map((cells) => {
    const row = { line, cells }
    line += 1 + cells.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0)
    return row
  })
  return { rows }
}

/** The delimiter that gives the evenest table; `null` where none divides anything. */
export function guessDelimiter(text: string): Delimiter | null {
  const sample = headOf(text)
  let best: { delimiter: Delimiter; score: number } | null = null
  for (const delimiter of DELIMITERS) {
    const quoted = readQuoted(sample, delimiter)
    // Quotes that do not add up are a sign of the wrong delimiter, though not a sure one.
    const score = quoted ? evenness(quoted) : evenness(parseDelimited(sample, delimiter)) / 2
    if (score > 0 && score > (best?.score ?? 0)) best = { delimiter, score }
  }
  return best?.delimiter ?? null
}

/** Enough to judge by, ending at a line break where possible. */
function headOf(text: string): string {
  if (text.length <= 64_000) return text
  const end = text.lastIndexOf('\n', 64_000)
  return text.slice(0, end > 0 ? end : 64_000)
}

/** Share of the rows that have the commonest number of columns, times that number. */
function evenness(grid: Grid): number {
  const counts = new Map<number, number>()
  let filled = 0
  for (const { cells } of grid.rows) {
    if (cells.every((cell) => cell.trim() === '')) continue
    filled += 1
    if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  }
  let best = 0
  for (const [columns, rows] of counts) best = Math.max(best, (rows / filled) * Math.min(columns, 12))
  return best
}
