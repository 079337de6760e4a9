import { ContentBuilder, type ImportOrigin, type Source } from './contentBuilder'
import { describe, readAbove } from './aroundTable'
import { withoutContinuation } from './continuedTables'
import { columnCount, filledCells, type Grid } from './grid'
import type { ImportRows } from './importedMap'
import { readList } from './list'
import { withoutSections } from './listSections'
import { readMatrix } from './matrix'
import { orientationOf } from './orientation'
import { tableRegion } from './tableRegion'

/** What is known of a table beside what it says itself. */
export interface TableHints {
  /** What its rows are, if somebody said so. */
  readonly rows?: ImportRows | undefined
  /** Where it stands under a heading. */
  readonly title?: Source | undefined
  /** Whose journey it is, where something beside it says so and it does not. */
  readonly persona?: string | undefined
  /** Each of its rows is a step of its own. */
  readonly rowsAreSteps?: boolean
}

/**
 * Read a table of plain cells in whichever of the two shapes it has, or as the hints say; `null` when it is no table: one row, or one
 * column of anything.
 */
export function readTable(grid: Grid, origin: ImportOrigin, hints: TableHints = {}): ContentBuilder | null {
  const region = tableRegion(grid) ?? { above: [], table: grid, below: [] }
  const sections = withoutSections(region)
  const table = withoutContinuation(sections.table)
  if (table.rows.length < 2) return null
  const orientation = hints.rows === undefined ? orientationOf(table) : { rows: hints.rows, guessed: false }
  const widest = table.rows.reduce((most, row) => Math.max(most, filledCells(row)), 0)
  const isList = orientation.rows === 'stages'
  if (!isList && (columnCount(table) < 2 || widest < 2)) return null

  const builder = new ContentBuilder(origin, isList ? 'list' : 'matrix')
  builder.rowsGuessed = orientation.guessed
  if (hints.title) builder.setTitle(hints.title.text, hints.title)
  builder.unnamedPersona = hints.persona ?? ''
  readAbove(builder, sections.above)
  if (isList) readList(builder, table, hints.rowsAreSteps === true)
  else readMatrix(builder, table)
  for (const row of region.below) describe(builder, row)
  return builder
}
