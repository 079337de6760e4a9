import { columnMeaning, isCornerWord } from './columnWords'
import { looksLikeFeelings } from './emotionValue'
import { cellAt, columnCount, type Grid } from './grid'
import type { ImportRows, ImportTable } from './importedMap'
import { shareOfLanes } from './matrixLabels'

/** Rows to judge a table by. */
const SAMPLE = 200

/**
 * What the rows of a table are: by its words, and where those say nothing, by its shape and content.
 *
 * A stage may be called "Support" and a lane too, so what counts is whether more of the header or more of the names
 * of rows is known to us.
 */
export function orientationOf(grid: Grid): ImportTable {
  const byWords = rowsByWords(grid)
  return byWords ? { rows: byWords, guessed: false } : { rows: rowsByShape(grid), guessed: true }
}

function rowsByWords(grid: Grid): ImportRows | null {
  const [header, ...rows] = grid.rows
  if (!header) return null
  const meanings = header.cells.map((cell) => columnMeaning(cell)?.is)
  const sample = rows.slice(0, SAMPLE)
  const laneShare = shareOfLanes(sample.map((row) => cellAt(row, 0)))
  const second = shareOfLanes(sample.map((row) => cellAt(row, 1)))
  const names = header.cells.slice(1).filter((cell) => cell.trim() !== '')
  const known = names.filter((cell) => columnMeaning(cell) !== null).length
  const headerShare = names.length === 0 ? 0 : known / names.length
  // Two columns may name the lanes: a group, and the lane.
  const rowShare = headerShare < 0.5 && second >= 0.5 ? Math.max(laneShare, second) : laneShare
  const says = meanings.slice(1).includes('stage')
  // A column of lanes beside groups or personas, and nothing that a list of notes would have.
  if (meanings.includes('lane') && second >= 0.5 && !['stage', 'step', 'text', 'type'].some((field) => meanings.some((is) => is === field)))
    return 'lanes'
  if (says && !(rowShare >= 0.5 && headerShare < 0.5)) return 'stages'
  if (meanings[0] === 'stage' || meanings[0] === 'step') {
    if (names.length === 0 || (known > 0 && headerShare >= rowShare)) return 'stages'
    return rowShare > 0 ? 'lanes' : null
  }
  if (known >= 2 && headerShare > rowShare) return 'stages'
  if (rowShare > headerShare) return 'lanes'
  return cellAt(header, 0) !== '' && isCornerWord(cellAt(header, 0)) && /[/\\|→]/.test(cellAt(header, 0)) ? 'lanes' : null
}

/** Cells beside or below each other that are counted at most. */
const MOST_LINES = 30

function rowsByShape(grid: Grid): ImportRows {
  const [header, ...rows] = grid.rows
  if (!header) return 'lanes'
  const sample = rows.slice(0, MOST_LINES)
  const count = Math.min(columnCount(grid), MOST_LINES)
  const columns = Array.from({ length: count - 1 }, (_, i) => sample.map((row) => cellAt(row, i + 1)))
  const lines = sample.map((row) => row.cells.slice(1, MOST_LINES).map((cell) => cell.trim()))
  // A lane holds things of one sort: feelings, or texts of one length.
  const feelings = columns.filter(looksLikeFeelings).length - lines.filter(looksLikeFeelings).length
  if (feelings !== 0) return feelings > 0 ? 'stages' : 'lanes'
  const numbered = Number(isNumbered(sample.map((row) => cellAt(row, 0)))) - Number(isNumbered(header.cells.slice(1)))
  if (numbered !== 0) return numbered > 0 ? 'stages' : 'lanes'
  // What names the rows has a name of its own in a list; the corner of a matrix is mostly empty, or holds the title.
  const corner = cellAt(header, 0)
  if (corner === '' || header.cells.slice(1).some((cell) => cell.trim() === '')) return 'lanes'
  return unevenness(columns) < unevenness(lines) * 0.8 ? 'stages' : 'lanes'
}

/** "1. …", "2. …": what is numbered happens one after the other. */
function isNumbered(names: readonly string[]): boolean {
  const filled = names.filter((name) => name.trim() !== '')
  return filled.length > 1 && filled.every((name, i) => new RegExp(`^\\D{0,12}${i + 1}(?!\\d)`).test(name.trim()))
}

/** How much the lengths of the cells differ within each group, as a share. */
function unevenness(groups: readonly (readonly string[])[]): number {
  const spreads = groups.flatMap((cells) => {
    const lengths = cells.filter((cell) => cell !== '').map((cell) => Math.log(cell.length + 1))
    if (lengths.length < 2) return []
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
    return lengths.reduce((sum, length) => sum + Math.abs(length - mean), 0) / lengths.length
  })
  return spreads.length === 0 ? Infinity : spreads.reduce((sum, spread) => sum + spread, 0) / spreads.length
}
