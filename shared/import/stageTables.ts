import { columnMeaning, type ColumnMeaning } from './columnWords'
import type { Source } from './contentBuilder'
import { cellAt, columnCount, type Grid, type GridRow } from './grid'
import { guessLane, plainName } from './laneWords'
import { saysStage, stageName } from './listSections'
import type { Heading, MarkdownTable } from './markdownTables'
import { shareOfLanes } from './matrixLabels'

/** Tables of which each is a stage, as one. */
export interface StageTables {
  readonly grid: Grid
  readonly tables: readonly MarkdownTable[]
  /** The headings that became stages. */
  readonly headings: readonly Heading[]
  /** Headings of columns for which the one table has others. */
  readonly dropped: readonly Source[]
}

/** A heading that names a person or the whole journey is above a journey of its own. */
const WHOLE = /persona|journey|scenario|персон|путь|сценари|podróż|scenariusz|recorrido|viaje|reise/iu

/** Find tables that stand under a heading for each stage: with a row for each step, or a row for each lane. */
export function stageTables(all: readonly MarkdownTable[]): StageTables | null {
  for (const seed of all) {
    const tables = all.filter((table) => table.headings.length > 0 && sameColumns(seed.grid, table.grid))
    const headings = tables.length > 1 ? headingsApart(tables) : null
    if (!headings || namesStages(seed.grid)) continue
    const says = headings.filter(({ text }) => saysStage(text)).length * 2 > headings.length
    if (!says && headings.some(({ text }) => WHOLE.test(text))) continue
    const lanes = tables.flatMap(({ grid }) => grid.rows.slice(1).map((row) => cellAt(row, 0)))
    if (shareOfLanes(lanes) >= 0.5 && (says || new Set(lanes.map((name) => guessLane(name)?.kind)).has('actions'))) {
      return fromLanes(tables, headings)
    }
    if (meaningsOf(seed.grid).some((meaning) => meaning?.is === 'notes' || meaning?.is === 'step')) return fromSteps(tables, headings)
  }
  return null
}

function meaningsOf({ rows }: Grid): (ColumnMeaning | null)[] {
  return rows[0]?.cells.map((cell) => columnMeaning(cell)) ?? []
}

function namesStages(grid: Grid): boolean {
  return meaningsOf(grid).some((meaning) => meaning?.is === 'stage')
}

function sameColumns(a: Grid, b: Grid): boolean {
  const names = new Set(a.rows[0]?.cells.map(plainName))
  const others = b.rows[0]?.cells.map(plainName) ?? []
  const shared = others.filter((name) => names.has(name)).length
  // Of lanes with a stage each, the headings may be the stage's own; then what the rows are called decides.
  return shared * 5 >= Math.max(names.size, others.length) * 3 || (namesLanes(a) && namesLanes(b))
}

function namesLanes({ rows }: Grid): boolean {
  return shareOfLanes(rows.slice(1).map((row) => cellAt(row, 0))) >= 0.5
}

/** The lowest headings that differ from table to table; `null` where none do. */
function headingsApart(tables: readonly MarkdownTable[]): Heading[] | null {
  const most = Math.min(...tables.map(({ headings }) => headings.length))
  for (let up = 1; up <= most; up += 1) {
    const found = tables.flatMap(({ headings }) => headings.at(-up) ?? [])
    if (new Set(found.map(({ line }) => line)).size === tables.length) return found
  }
  return null
}

/** Rows are steps: one list, with a column for the stage. */
function fromSteps(tables: readonly MarkdownTable[], headings: readonly Heading[]): StageTables {
  const columns = new Map(tables.flatMap(({ grid }) => keyed(grid.rows[0]?.cells ?? [])))
  const keys = [...columns.keys()]
  const names = [...columns.values()]
  const meanings = names.map((name) => columnMeaning(name))
  const rows = tables.flatMap(({ grid }, i): GridRow[] => {
    const [header, ...steps] = grid.rows
    const own = keyed(header?.cells ?? []).map(([key]) => key)
    return steps.map((row) => ({
      line: row.line,
      cells: [stageName(headings[i]?.text ?? ''), ...keys.map((key) => cellAt(row, own.indexOf(key))), ...row.cells.slice(own.length)],
    }))
  })
  const line = tables[0]?.grid.rows[0]?.line ?? 1
  // What nobody could name at the beginning is what the steps are called.
  const first = meanings.findIndex((meaning) => meaning?.is !== 'id')
  const isStep = meanings[first] === null && !meanings.some((meaning) => meaning?.is === 'step')
  const header = ['Stage', ...names.map((name, i) => (isStep && i === first ? 'Step' : name))]
  const dropped = isStep ? [{ line, text: names[first] ?? '' }] : []
  return { grid: { rows: [{ line, cells: header }, ...rows] }, tables, headings, dropped }
}

/** The names of columns by what tells them apart: a name may stand over two of one table. */
function keyed(names: readonly string[]): (readonly [string, string])[] {
  const counts = new Map<string, number>()
  return names.map((name) => {
    const plain = plainName(name)
    const count = (counts.get(plain) ?? 0) + 1
    counts.set(plain, count)
    return [`${plain} ${count}`, name]
  })
}

/** Rows are lanes: one matrix, with the columns of each table below its stage. */
function fromLanes(tables: readonly MarkdownTable[], headings: readonly Heading[]): StageTables {
  const widths = tables.map(({ grid }) => Math.max(1, columnCount(grid) - 1))
  const hasSteps = widths.some((width) => width > 1)
  const line = headings[0]?.line ?? 1
  const stages = tables.flatMap((_, i) => Array.from({ length: widths[i] ?? 1 }, () => stageName(headings[i]?.text ?? '')))
  const steps = tables.flatMap(({ grid }, i) => Array.from({ length: widths[i] ?? 1 }, (_step, column) => cellAt(grid.rows[0], column + 1)))
  let before = 0
  const rows = tables.flatMap(({ grid }, i): GridRow[] => {
    const gap = Array.from({ length: before }, () => '')
    before += widths[i] ?? 1
    return grid.rows.slice(1).map((row) => ({ line: row.line, cells: [cellAt(row, 0), ...gap, ...row.cells.slice(1)] }))
  })
  const head = [{ line, cells: ['', ...stages] }, ...(hasSteps ? [{ line, cells: ['', ...steps] }] : [])]
  const names = tables.flatMap(({ grid }) => (hasSteps ? [cellAt(grid.rows[0], 0)] : (grid.rows[0]?.cells ?? [])))
  const dropped = [...new Set(names.filter((name) => name !== ''))].map((text) => ({ line: tables[0]?.grid.rows[0]?.line ?? 1, text }))
  return { grid: { rows: [...head, ...rows] }, tables, headings, dropped }
}
