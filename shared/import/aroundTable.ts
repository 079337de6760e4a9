import { columnMeaning } from './columnWords'
import type { ContentBuilder } from './contentBuilder'
import { filledCells, type GridRow } from './grid'
import { unmarked } from './laneWords'
import { filledOf, isTitleRow } from './tableRegion'

/** What stands above a table: its title, whom it is about, and lines that become the description of the map. */
export function readAbove(builder: ContentBuilder, rows: readonly GridRow[]): void {
  // Directly above the header may stand headings of groups of columns, with gaps where cells were merged.
  const last = rows.at(-1)
  const hasTitle = builder.title !== '' || rows.some(isTitleRow)
  let titled = hasTitle
  for (const row of rows) {
    const [first = '', second = ''] = filledOf(row)
    if (isTitleRow(row)) builder.setTitle(second, { line: row.line, text: row.cells.join(' ') })
    else if (!titled && filledCells(row) === 1 && !isAbout(first)) {
      titled = true
      builder.setTitle(unmarked(first), { line: row.line, text: first })
    } else if (row === last && filledCells(row) > 1 && !isTogether(row))
      builder.list({ line: row.line, text: filledOf(row).join(' · ') }, 'heading')
    else describe(builder, row)
  }
}

function isTogether(row: GridRow): boolean {
  const first = row.cells.findIndex((cell) => cell.trim() !== '')
  return row.cells.slice(first, first + filledCells(row)).every((cell) => cell.trim() !== '')
}

/** A row that belongs to no lane and no stage is part of what is said about the map. */
export function describe(builder: ContentBuilder, row: GridRow): void {
  const cells = filledOf(row).map((cell) => unmarked(cell))
  const [first = '', second = ''] = cells
  // Cells that each say what they are; a pair of name and value; or a line that was divided.
  if (cells.length > 1 && cells.every((cell) => /:\s+\S/.test(cell))) for (const cell of cells) addLine(builder, cell)
  else addLine(builder, cells.length === 2 && first.length <= 60 ? `${first.replace(/\s*:$/, '')}: ${second}` : cells.join(' · '))
}

function addLine(builder: ContentBuilder, text: string): void {
  const [, word = '', name = ''] = /^([^:]+):\s*(.+)$/s.exec(text) ?? []
  if (columnMeaning(word)?.is === 'persona' && name.length <= 60) builder.unnamedPersona ||= name.trim()
  builder.addScenario(text)
}

/** "Persona: Anna": said of the map, and no title. */
function isAbout(cell: string): boolean {
  const [name, value] = cell.split(/:\s+/)
  return value !== undefined && columnMeaning(name ?? '') !== null
}
