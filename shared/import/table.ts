import { columnMeaning } from './columnWords'
import type { ContentBuilder, ImportOrigin } from './contentBuilder'
import { cellAt, columnCount, filledCells, withoutEmptyRows, type Grid } from './grid'
import type { ImportRows } from './importedMap'
import { guessLane } from './laneWords'
import { readList } from './list'
import { readMatrix } from './matrix'

/**
 * Read a table in whichever of the two shapes it has, or as `rows` says; `null` when it is no table: one row, or one
 * column of anything.
 */
export function readTable(grid: Grid, origin: ImportOrigin, rows?: ImportRows): ContentBuilder | null {
  const filled = withoutEmptyRows(grid)
  const [header] = filled.rows
  if (!header || filled.rows.length < 2) return null
  if (rows === undefined ? isList(filled) : rows === 'stages') return readList(filled, origin)
  const widest = filled.rows.reduce((most, row) => Math.max(most, filledCells(row)), 0)
  return columnCount(filled) > 1 && widest > 1 ? readMatrix(filled, origin) : null
}

/** Rows to judge a table by. */
const SAMPLE = 200

/**
 * Whether the columns say what a row holds, rather than being stages.
 *
 * A stage may be called "Support" and a lane too, so what counts is whether more of the header or more of the first
 * column is known to us.
 */
function isList(grid: Grid): boolean {
  const [header, ...rows] = grid.rows
  if (!header) return false
  const meanings = header.cells.map((cell) => columnMeaning(cell)?.is)
  if (meanings.slice(1).includes('stage')) return true
  const names = header.cells.slice(1).filter((cell) => cell.trim() !== '')
  const known = names.filter((cell) => columnMeaning(cell) !== null).length
  const headerShare = names.length === 0 ? 0 : known / names.length
  const sample = rows.slice(0, SAMPLE)
  const lanes = sample.filter((row) => guessLane(cellAt(row, 0)) !== null).length
  const laneShare = lanes / sample.length
  if (meanings[0] === 'stage' || meanings[0] === 'step') return names.length === 0 || (known > 0 && headerShare >= laneShare)
  return known >= 2 && headerShare > laneShare
}
