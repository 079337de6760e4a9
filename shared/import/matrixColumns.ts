import { columnMeaning, isCornerWord } from './columnWords'
import type { ContentBuilder, Source } from './contentBuilder'
import { cellAt, columnCount, filledCells, type Grid, type GridRow } from './grid'
import { unmarked } from './laneWords'

export interface MatrixColumn {
  readonly stage: number
  readonly step: number
}

export interface MatrixHead {
  /** Where the notes of each column belong; `undefined` for names of lanes, and for what stands under no stage. */
  readonly columns: readonly (MatrixColumn | undefined)[]
  /** The rows below the headings. */
  readonly rows: readonly GridRow[]
}

/** Read the stages, and the steps below them where a second row has those. The first `labels` columns name lanes. */
export function readMatrixHead(builder: ContentBuilder, { rows: all }: Grid, labels: number): MatrixHead {
  const [header, ...rest] = all
  if (!header) return { columns: [], rows: [] }
  const steps = rest[0] && isStepRow(rest[0], labels) ? rest[0] : undefined
  for (let column = 0; column < labels; column += 1) readCorner(builder, header, column, labels)
  const columns: (MatrixColumn | undefined)[] = Array.from({ length: labels }, () => undefined)
  let last: { title: string; stage: number } | null = null
  const end = Math.max(header.cells.length, steps?.cells.length ?? 0)
  const count = Math.max(columnCount({ rows: all }), end)
  for (let column = labels; column < count; column += 1) {
    // Cells to the right of the header belong to no stage.
    if (column >= end) {
      columns.push(undefined)
      continue
    }
    const text = cellAt(header, column)
    // A merged header leaves the cells beside it empty, or repeats its text in them.
    if (last === null || (text !== '' && text !== last.title))
      last = { title: text, stage: addStage(builder, text, { line: header.line, text }) }
    const stepTitle = cellAt(steps, column)
    const step = builder.addStep(last.stage, unmarked(stepTitle), { line: steps?.line ?? header.line, text: stepTitle })
    columns.push({ stage: last.stage, step })
  }
  return { columns, rows: steps ? rest.slice(1) : rest }
}

const TIME =
  /\d|(?<!\p{L})(?:min|hour|day|week|month|year|мин|час|ден|дн|недел|месяц|год|лет|godzin|dzień|dni|tydz|tygodn|miesi|rok|lat|stunde|tag|woche|monat|jahr|hora|día|semana|mes|año)/iu

/** A second line under the name of a stage says how long it lasts; one without a time goes on with the name. */
function addStage(builder: ContentBuilder, text: string, source: Source): number {
  const [title = '', duration = '', ...more] = unmarked(text).split('\n')
  if (duration === '' || more.length > 0 || !TIME.test(duration)) return builder.addStage(unmarked(text), source)
  const stage = builder.addStage(title, source)
  builder.setDuration(stage, duration, source)
  return stage
}

/** The corner may hold the title of the map; above one of several columns of names it says what they are. */
function readCorner(builder: ContentBuilder, header: GridRow, column: number, labels: number): void {
  const text = cellAt(header, column)
  const source = { line: header.line, text }
  if (text === '' || isCornerWord(text)) return
  const isTitle = !builder.rowsGuessed || /\s/.test(text)
  if (isTitle && column === 0 && builder.title === '' && (labels === 1 || cellAt(header, 1) === ''))
    builder.setTitle(unmarked(text), source)
  else builder.list(source, 'heading')
}

/** The row under the stages names steps when its own name says so or is empty: there is no lane above it to go on. */
function isStepRow(row: GridRow, labels: number): boolean {
  const names = Array.from({ length: labels }, (_, column) => cellAt(row, column))
  return filledCells(row) > 0 && names.every((name) => name === '' || columnMeaning(name)?.is === 'step')
}
