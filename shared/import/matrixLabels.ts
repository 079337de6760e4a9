import { columnMeaning, isCornerWord } from './columnWords'
import { cellAt, columnCount, type Grid, type GridRow } from './grid'
import { guessLane, plainName } from './laneWords'

/** The most columns that name a lane: its group, itself, whose it is. */
const MOST_LABELS = 3

/** How many columns stand before the first stage and name the lanes: a group and a lane make two. */
export function labelColumns(grid: Grid): number {
  const [header, ...rows] = grid.rows
  if (!header) return 1
  const most = Math.min(MOST_LABELS, columnCount(grid) - 1)
  let count = 1
  while (count < most && isLabelColumn(header, rows, count)) count += 1
  return count
}

const LABEL =
  /^(?:groups?|areas?|lanes?|layers?|elements?|aspects?|dimensions?|categor(?:y|ies)|types?|rows?|sections?|personas?|группа|раздел|слой|дорожка|категория|элемент|аспект|тип|grupa|obszar|tor|kategoria|element|sekcja|warstwa|grupo|categoría|elemento|kategorie|bereich|gruppe|ebene)$/u

function isLabelColumn(header: GridRow, rows: readonly GridRow[], column: number): boolean {
  const own = cellAt(header, column)
  const before = rows.map((row) => cellAt(row, column - 1))
  const names = rows.map((row) => cellAt(row, column))
  const lanes = shareOfLanes(names)
  // Under an empty heading, or one that only says what rows are, and not a stage under a heading that is still empty.
  if (own === '')
    return (
      cellAt(header, column + 1) !== '' &&
      (lanes >= 0.3 || (before.includes('') && shareOfLanes(before) < 0.5)) &&
      names.some((name) => name !== '')
    )
  // Beside the lanes may stand whose they are.
  if (columnMeaning(own)?.is === 'persona' && shareOfLanes(before) >= 0.5) return true
  const says = LABEL.test(plainName(own)) || isCornerWord(own)
  return (says && lanes >= 0.3) || (lanes >= 0.5 && lanes > shareOfLanes(before) + 0.2 && hasGroups(before))
}

function hasGroups(names: readonly string[]): boolean {
  return new Set(names.filter((name) => name !== '')).size < names.length
}

/** Share of the names that are known lanes. */
export function shareOfLanes(names: readonly string[]): number {
  const filled = names.filter((name) => name !== '')
  const known = filled.filter((name) => guessLane(name) !== null || columnMeaning(name)?.is === 'duration').length
  return filled.length === 0 ? 0 : known / filled.length
}

/** What a row of a matrix is called; `name` is empty where it goes on with the row above. */
export interface RowName {
  readonly name: string
  /** The names to the left of it, which may stand in rows above; the nearest last. */
  readonly groups: readonly string[]
}

/** Names down the rows; a group is said once, and holds for the rows below it that have a name of their own. */
export function rowNames(rows: readonly GridRow[], columns: number): RowName[] {
  let groups: readonly string[] = []
  return rows.map((row) => {
    const labels = Array.from({ length: columns }, (_, column) => cellAt(row, column))
    const first = labels.findIndex((label) => label !== '')
    const last = labels.findLastIndex((label) => label !== '')
    if (first < 0) return { name: '', groups: [] }
    groups = labels.map((label, column) => (column < first ? (groups[column] ?? '') : label))
    return { name: labels[last] ?? '', groups: groups.slice(0, last).filter((label) => label !== '') }
  })
}
