/** A table as rows of cells, whatever it was written in. */
export interface Grid {
  readonly rows: readonly GridRow[]
}

export interface GridRow {
  /** Line of the source on which the row begins, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** The cell's text without blanks around it; empty beyond the end of the row. */
export function cellAt(row: GridRow | undefined, column: number): string {
  return row?.cells[column]?.trim() ?? ''
}

export function filledCells(row: GridRow): number {
  return row.cells.filter((cell) => cell.trim() !== '').length
}

/** Without empty rows; lines keep their numbers. */
export function withoutEmptyRows(grid: Grid): Grid {
  return { rows: grid.rows.filter((row) => filledCells(row) > 0) }
}

export function columnCount(grid: Grid): number {
  return grid.rows.reduce((most, row) => Math.max(most, row.cells.length), 0)
}
