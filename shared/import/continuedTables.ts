import { isCornerWord } from './columnWords'
import { cellAt, columnCount, filledCells, type Grid, type GridRow } from './grid'
import { plainName } from './laneWords'
import { shareOfLanes } from './matrixLabels'

/** Of the names of rows this share is the same where a table goes on. */
const ALIKE = 0.6

/**
 * Two tables as one, where the second goes on with the first; `null` where it is another one.
 *
 * A journey that is too wide for a page has a second table with the same lanes and other stages; one that is too long says its header again.
 */
export function joined(first: Grid, second: Grid): Grid | null {
  const [header, ...rows] = first.rows
  const [again, ...more] = second.rows
  if (!header || !again || more.length === 0) return null
  const names = new Set(namesOf(rows))
  const others = namesOf(more)
  const alike = others.filter((name) => names.has(name)).length
  if (isSameHeader(header, again)) return alike === 0 ? { rows: [...first.rows, ...more] } : null
  const stages = new Set(header.cells.slice(1).map(plainName))
  const isNew = again.cells.slice(1).every((cell) => cell.trim() === '' || !stages.has(plainName(cell)))
  const isCorner = plainName(cellAt(header, 0)) === plainName(cellAt(again, 0)) || (isCornerOf(header) && isCornerOf(again))
  const isLanes = shareOfLanes(namesOf(rows)) >= 0.5
  if (!isNew || !isCorner || !isLanes || alike < Math.max(names.size, others.length) * ALIKE) return null
  const width = columnCount(first)
  const gap = Array.from({ length: width - 1 }, () => '')
  const wide = { line: header.line, cells: [...cellsTo(header, width), ...again.cells.slice(1)] }
  return { rows: [wide, ...rows, ...more.map((row) => ({ line: row.line, cells: [cellAt(row, 0), ...gap, ...row.cells.slice(1)] }))] }
}

/** A sheet in which a table goes on below itself, as one table; any other as it is. */
export function withoutContinuation(grid: Grid): Grid {
  const [header, first] = grid.rows
  if (!header || !first || cellAt(first, 0) === '') return grid
  const starts = grid.rows.flatMap((row, i) => {
    const isHeader = cellAt(row, 0) === cellAt(header, 0) && filledCells(row) > 1
    return i === 0 || (i > 1 && isHeader && cellAt(grid.rows[i + 1], 0) === cellAt(first, 0)) ? i : []
  })
  const parts = starts.map((start, i): Grid => ({ rows: grid.rows.slice(start, starts[i + 1]) }))
  const whole = parts.slice(1).reduce<Grid | null>((all, part) => all && joined(all, part), parts[0] ?? null)
  return parts.length > 1 && whole ? whole : grid
}

function namesOf(rows: readonly GridRow[]): string[] {
  return rows.map((row) => plainName(cellAt(row, 0))).filter((name) => name !== '')
}

function isSameHeader(header: GridRow, again: GridRow): boolean {
  const width = Math.max(header.cells.length, again.cells.length)
  return Array.from({ length: width }, (_, column) => column).every(
    (column) => plainName(cellAt(header, column)) === plainName(cellAt(again, column)),
  )
}

function isCornerOf(header: GridRow): boolean {
  return isCornerWord(cellAt(header, 0))
}

function cellsTo({ cells }: GridRow, width: number): string[] {
  return Array.from({ length: width }, (_, column) => cells[column] ?? '')
}
