import { columnMeaning } from './columnWords'
import { cellAt, columnCount, filledCells, withoutEmptyRows, type Grid, type GridRow } from './grid'
import { guessLane, plainName } from './laneWords'

/** A sheet taken apart: people put titles above a table and remarks below it, and begin it at B2. */
export interface TableRegion {
  readonly above: readonly GridRow[]
  /** The header first; without empty rows, and without columns that are empty from the header down. */
  readonly table: Grid
  readonly below: readonly GridRow[]
}

/** How far down the header may stand. */
const HEADER_WITHIN = 15
const HEADER_WORDS = 6

/** Find the table in a sheet; `null` when there is none. */
export function tableRegion(grid: Grid): TableRegion | null {
  const { rows } = withoutEmptyRows(grid)
  const at = findHeader(rows)
  if (at < 0) return null
  const { table, below } = splitFootnotes(rows.slice(at))
  return { above: rows.slice(0, at), table: { rows: withoutEmptyColumns(table) }, below }
}

/** The row that names the columns: the first that says so, else the first as wide as the rows below. */
function findHeader(rows: readonly GridRow[]): number {
  const head = rows.slice(0, HEADER_WITHIN)
  const widths = rows
    .slice(0, 200)
    .map(filledCells)
    .filter((width) => width > 1)
    .toSorted((a, b) => a - b)
  const usual = widths[Math.floor(widths.length / 2)] ?? 0
  const named = head.findIndex(
    (row, i) => saysColumns(row) && rows.slice(0, i).every((above) => filledCells(above) < Math.max(3, filledCells(row))),
  )
  if (named >= 0) return named
  const left = leftOf(rows)
  const isHeader = (row: GridRow): boolean => filledCells(row) > 1 && !isTitleRow(row)
  const at = head.findIndex((row) => isHeader(row) && !(usual > 2 && isPair(row, left)))
  return at < 0 ? rows.findIndex(isHeader) : at
}

/** Whether a row is a header by its own words: "Stage" before others, or most of its cells are known and differ. */
function saysColumns(row: GridRow): boolean {
  const filled = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (filled.length < 2 || filled.some((cell) => cell.split(/\s+/).length > HEADER_WORDS * 2)) return false
  const meanings = filled.map((cell) => (cell.split(/\s+/).length > HEADER_WORDS ? null : columnMeaning(cell)))
  if (meanings[0]?.is === 'stage') return true
  const known = new Set(meanings.flatMap((meaning) => (meaning === null ? [] : meaning.is === 'notes' ? meaning.kind : meaning.is)))
  return known.size > 1 && meanings.slice(1).some((meaning) => meaning !== null) && known.size * 2 > filled.length
}

const TITLE_WORD =
  /^(?:(?:map |journey )?(?:title|name)|map|journey|journey map|название(?: карты)?|карта|карта пути|tytuł|nazwa(?: mapy)?|mapa|mapa podróży|título|titel)$/u

/** "Title","Mortgage": the title of the map beside the word for it. */
export function isTitleRow(row: GridRow): boolean {
  const [name, value] = filledOf(row)
  return filledCells(row) === 2 && value !== undefined && TITLE_WORD.test(plainName(name ?? '').replace(/:$/, ''))
}

/** "Date","12 May": two cells beside each other, the first of them where the rows begin. */
function isPair(row: GridRow, left: number): boolean {
  return filledCells(row) === 2 && cellAt(row, left) !== '' && cellAt(row, left + 1) !== ''
}

export function filledOf(row: GridRow): string[] {
  return row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
}

const FOOTNOTE =
  /^(?:[*†‡¹²³§]|\([*\d]\)|sources?\b|notes?\s*:|n\.?b\.?[:\s]|legend|(?:last )?(?:updated|edited|changed|created|exported|generated)\s*(?::|\d|on\b|by\b|from\b|with\b|at\b)|copyright|©|disclaimer|источник|примечани|легенда|условные|обновлен|создан|составлен|źródło|uwag[ai]|legenda|zaktualizowan|utworzon|opracowan|fuentes?\b|notas?\s*:|actualizado|leyenda|quelle|hinweis|anmerkung|legende|erstellt|stand\s*:)/iu

/** Lines below the table: in a column of their own, or after a gap, or with the sign of a footnote. */
function splitFootnotes(rows: readonly GridRow[]): { readonly table: readonly GridRow[]; readonly below: readonly GridRow[] } {
  const left = leftOf(rows)
  let end = rows.length
  let last = rows.length
  while (end > 2 && filledCells(rows[end - 1] ?? { line: 0, cells: [] }) <= 2) {
    const row = rows[end - 1]
    const [text = ''] = row ? filledOf(row) : []
    const first = row?.cells.findIndex((cell) => cell.trim() !== '') ?? 0
    const isFootnote = FOOTNOTE.test(text) && !/^[*]{2}/.test(text)
    if (!row || first > left || (filledCells(row) > 1 && !isFootnote)) break
    end -= 1
    const isApart = first < left || isFootnote || (hasGap(rows[end - 1], row) && text.split(/\s+/).length > 3 && guessLane(text) === null)
    if (isApart) last = end
    // A name alone may be a lane without notes, or the last of the stages.
    else if (guessLane(text) !== null || text.split(/\s+/).length < 4) break
  }
  return { table: rows.slice(0, last), below: rows.slice(last) }
}

function hasGap(before: GridRow | undefined, row: GridRow): boolean {
  if (!before) return false
  const height = before.cells.reduce((most, cell) => most + cell.split('\n').length - 1, 1)
  return row.line > before.line + height
}

/** The column in which the names stand. */
function leftOf(rows: readonly GridRow[]): number {
  const starts = rows.filter((row) => filledCells(row) > 1).map((row) => row.cells.findIndex((cell) => cell.trim() !== ''))
  return starts.reduce((least, start) => Math.min(least, start), Infinity)
}

function withoutEmptyColumns(rows: readonly GridRow[]): GridRow[] {
  const columns = Array.from({ length: columnCount({ rows }) }, (_, column) => column)
  const used = columns.filter((column) => rows.some((row) => cellAt(row, column) !== ''))
  const isEven = used.length === columns.length
  return rows.map(({ line, cells }) => ({
    line,
    cells: isEven ? cells : used.filter((column) => column < cells.length).map((column) => cells[column] ?? ''),
  }))
}
