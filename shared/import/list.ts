import { columnMeaning, type ColumnMeaning } from './columnWords'
import { ContentBuilder, type ImportOrigin } from './contentBuilder'
import { cellAt, columnCount, type Grid, type GridRow } from './grid'
import type { LaneGuess } from './laneWords'
import { laneTitle, unmarked } from './laneWords'
import { ListReader } from './listRow'
import { emotionName } from './emotionPersona'
import { emotionScale, type EmotionScale } from './emotionValue'

type FieldName = Exclude<ColumnMeaning['is'], 'notes'>

/** What the columns of a list are, worked out once from its header. */
export interface ListPlan {
  /** Column of each part of a row; absent where the list has none. */
  readonly fields: Readonly<Partial<Record<FieldName, number>>>
  readonly lanes: readonly ListLane[]
  readonly emotions: readonly ListEmotion[]
  /** Columns of a list of notes that say something else of the note; it is kept as lines under its text. */
  readonly extras: readonly { readonly column: number; readonly name: string }[]
  /** Every row is a step of its own: the rows of one stage have feelings of their own, and nothing names steps. */
  readonly rowsAreSteps: boolean
}

export interface ListLane extends LaneGuess {
  readonly column: number
  readonly lane: number
}

export interface ListEmotion {
  readonly column: number
  /** Whose, if the column says so; else the row does. */
  readonly persona: string
  readonly scale: EmotionScale
}

/** Read a table whose rows are stages, steps or single notes, and whose columns say what is what. */
export function readList(grid: Grid, origin: ImportOrigin): ContentBuilder {
  const builder = new ContentBuilder(origin, 'list')
  const [header, ...rows] = grid.rows
  if (!header) return builder
  const plan = planOf(builder, header, rows, columnCount(grid))
  listIds(builder, plan, header, rows)
  const reader = new ListReader(builder, plan)
  for (const row of rows) {
    if (builder.isOverLimit) break
    reader.read(row)
  }
  return builder
}

function planOf(builder: ContentBuilder, header: GridRow, rows: readonly GridRow[], count: number): ListPlan {
  const meanings = Array.from({ length: count }, (_, column) => columnMeaning(cellAt(header, column)))
  const fields = fieldsOf(meanings)
  const emotions: ListEmotion[] = []
  const lanes: ListLane[] = []
  const extras: { column: number; name: string }[] = []
  let emotionLane = false
  meanings.forEach((meaning, column) => {
    if (Object.values(fields).includes(column)) return
    const name = cellAt(header, column)
    if (fields.text !== undefined && meaning?.is !== 'notes') {
      extras.push({ column, name: unmarked(name) })
      return
    }
    const guess: LaneGuess = meaning?.is === 'notes' ? meaning : { kind: 'text' }
    const source = { line: header.line, text: name }
    if (guess.kind !== 'emotions') {
      const isEmpty = name === '' && rows.every((row) => cellAt(row, column) === '')
      if (!isEmpty) lanes.push({ ...guess, column, lane: builder.addLane(guess.kind, laneTitle(name, guess.kind), source) })
      return
    }
    const { base, persona } = emotionName(unmarked(name))
    if (!emotionLane) builder.addLane('emotions', laneTitle(base, 'emotions'), source)
    emotionLane = true
    const cells = rows.map((row) => cellAt(row, column))
    emotions.push({ column, persona, scale: emotionScale(name, cells) })
  })
  return { fields, lanes, emotions, extras, rowsAreSteps: rowsAreSteps(fields, emotions, rows) }
}

/** The first column of each meaning; a second one of the same meaning holds notes like any unknown column. */
function fieldsOf(meanings: readonly (ColumnMeaning | null)[]): Partial<Record<FieldName, number>> {
  const fields: Partial<Record<FieldName, number>> = {}
  meanings.forEach((meaning, column) => {
    if (meaning && meaning.is !== 'notes') fields[meaning.is] ??= column
  })
  // A table that only says what happens names its stages in its first column, also where that says nothing of itself.
  if (fields.stage === undefined && fields.step === undefined && (meanings[0] === null || meanings[0]?.is === 'notes')) fields.stage = 0
  const laneColumns = meanings.filter((meaning) => meaning?.is === 'notes' && meaning.kind !== 'emotions').length
  const isNoteList = fields.lane !== undefined || fields.type !== undefined || laneColumns === 0
  if (!isNoteList) delete fields.text
  return fields
}

function rowsAreSteps(fields: ListPlan['fields'], emotions: readonly ListEmotion[], rows: readonly GridRow[]): boolean {
  if (fields.step !== undefined || fields.text !== undefined) return false
  if (fields.stage === undefined) return true
  const felt = new Set<string>()
  let stage = ''
  for (const row of rows) {
    stage = cellAt(row, fields.stage) || stage
    const persona = fields.persona === undefined ? '' : cellAt(row, fields.persona)
    if (!emotions.some(({ column }) => cellAt(row, column) !== '')) continue
    if (felt.has(`${persona}|${stage}`)) return true
    felt.add(`${persona}|${stage}`)
  }
  return false
}

function listIds(builder: ContentBuilder, { fields }: ListPlan, header: GridRow, rows: readonly GridRow[]): void {
  const column = fields.id
  if (column === undefined) return
  const ids = rows.map((row) => cellAt(row, column)).filter((id) => id !== '')
  if (ids.length > 0) builder.list({ line: header.line, text: `${unmarked(cellAt(header, column))}: ${ids.join(', ')}` }, 'id-column')
}
