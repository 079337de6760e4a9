import { columnMeaning } from './columnWords'
import type { Delimiter } from './delimited'
import { cellAt, filledCells, withoutEmptyRows, type Grid, type GridRow } from './grid'
import { guessLane } from './laneWords'

/** Rows to judge a text by; a heading stands among the first of them. */
const SAMPLE = 200
const HEADING_WITHIN = 10
const MOST_WORDS = 4

/**
 * Whether a text that nobody called a table is one.
 *
 * Every letter has commas, and every program semicolons. What has a heading that we know is a table, however ragged it is; of anything
 * else the lines must be divided alike, and not as sentences are.
 */
export function looksLikeTable(grid: Grid, delimiter: Delimiter): boolean {
  const rows = withoutEmptyRows(grid).rows.slice(0, SAMPLE)
  const prose = delimiter !== '\t' && isProse(rows)
  // Sentences hold words that a heading may have; a heading is no sentence.
  if (hasKnownHeading(rows, prose ? MOST_WORDS : Infinity)) return true
  if (prose) return false
  const { columns, share } = commonestWidth(rows)
  // A map that is still empty has a row of stages, and nothing but names below it.
  if (columns > 2 && share >= 0.9) return true
  return share >= 0.5 && rows.filter((row) => filledCells(row) > 1).length * 2 >= rows.length
}

function hasKnownHeading(rows: readonly GridRow[], mostWords: number): boolean {
  const wide = rows.filter((row) => filledCells(row) > 1)
  const isShort = (cell: string): boolean => cell.trim().split(/\s+/).length <= mostWords
  const isKnown = (cell: string): boolean => isShort(cell) && columnMeaning(cell) !== null
  const named = wide.slice(0, HEADING_WITHIN).some(({ cells }) => cells.filter(isKnown).length > 1)
  const lanes = wide.map((row) => cellAt(row, 0)).filter((name) => isShort(name) && guessLane(name) !== null)
  return named || lanes.length > 1
}

/** In sentences, and in programs, a blank or nothing follows what would divide the cells. */
function isProse(rows: readonly GridRow[]): boolean {
  const behind = rows.flatMap(({ cells }) => cells.slice(1))
  return behind.filter((cell) => cell === '' || /^\s/.test(cell)).length >= behind.length * 0.8
}

/** How many columns most of the rows have, of those with more than one, and how many rows that is of all. */
function commonestWidth(rows: readonly GridRow[]): { readonly columns: number; readonly share: number } {
  const counts = new Map<number, number>()
  for (const { cells } of rows) if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  const [columns, count] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])
  return { columns, share: rows.length === 0 ? 0 : count / rows.length }
}
