import { columnMeaning, type ColumnMeaning } from './columnWords'
import type { ContentBuilder } from './contentBuilder'
import { cellAt, columnCount, type Grid, type GridRow } from './grid'
import type { LaneGuess } from './laneWords'
import { laneTitle, plainName, unmarked } from './laneWords'
import { ListReader } from './listRow'
import { emotionName, emotionOwners, measureOf } from './emotionPersona'
import { emotionScale, looksLikeFeelings, type EmotionScale } from './emotionValue'

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
export function readList(builder: ContentBuilder, grid: Grid, rowsAreSteps: boolean): void {
  const [header, ...rows] = grid.rows
  if (!header) return
  const plan = planOf(builder, header, rows, { count: columnCount(grid), rowsAreSteps })
  listIds(builder, plan, header, rows)
  const reader = new ListReader(builder, plan)
  for (const row of rows) {
    if (builder.isOverLimit) break
    reader.read(row)
  }
}

interface ListShape {
  readonly count: number
  readonly rowsAreSteps: boolean
}

function planOf(builder: ContentBuilder, header: GridRow, rows: readonly GridRow[], shape: ListShape): ListPlan {
  const meanings = meaningsOf(header, rows, shape.count)
  const fields = fieldsOf(meanings, header)
  const named = fields.stage === undefined ? '' : cellAt(header, fields.stage)
  // The corner may say something that no stage and no lane is called.
  if (named !== '' && columnMeaning(named)?.is !== 'stage') builder.list({ line: header.line, text: named }, 'heading')
  const lanes: ListLane[] = []
  const extras: { column: number; name: string }[] = []
  const felt = emotionColumns(header, rows, meanings)
  const emotions = felt.flatMap(({ persona, ...column }): ListEmotion[] => (persona === null ? [] : [{ ...column, persona }]))
  meanings.forEach((meaning, column) => {
    if (Object.values(fields).includes(column)) return
    const name = cellAt(header, column)
    if (fields.text !== undefined && meaning?.is !== 'notes') {
      extras.push({ column, name: unmarked(name) })
      return
    }
    const source = { line: header.line, text: name }
    if (emotions.some((emotion) => emotion.column === column)) {
      const title = laneTitle(emotionName(unmarked(name)).base, 'emotions')
      if (emotions[0]?.column === column) builder.addLane('emotions', title, source)
      return
    }
    const isMeasure = felt.some((emotion) => emotion.column === column)
    const guess: LaneGuess = isMeasure ? { kind: 'kpi' } : meaning?.is === 'notes' ? meaning : { kind: 'text' }
    const isEmpty = name === '' && rows.every((row) => cellAt(row, column) === '')
    if (!isEmpty) lanes.push({ ...guess, column, lane: builder.addLane(guess.kind, laneTitle(name, guess.kind), source) })
  })
  return { fields, lanes, emotions, extras, rowsAreSteps: rowsAreSteps(fields, emotions, rows, shape.rowsAreSteps) }
}

/** What the columns are by their names; one that nobody could name holds feelings if it has nothing but scores or faces. */
function meaningsOf(header: GridRow, rows: readonly GridRow[], count: number): (ColumnMeaning | null)[] {
  const meanings = Array.from({ length: count }, (_, column) => columnMeaning(cellAt(header, column)))
  if (meanings.some((meaning) => meaning?.is === 'notes' && meaning.kind === 'emotions')) return meanings
  const faces = meanings.findIndex(
    (meaning, column) => column > 0 && meaning === null && looksLikeFeelings(rows.map((row) => cellAt(row, column))),
  )
  return meanings.map((meaning, column) => (column === faces ? { is: 'notes', kind: 'emotions' } : meaning))
}

function emotionColumns(
  header: GridRow,
  rows: readonly GridRow[],
  meanings: readonly (ColumnMeaning | null)[],
): (Omit<ListEmotion, 'persona'> & { readonly persona: string | null })[] {
  const columns = meanings.flatMap((meaning, column) => (meaning?.is === 'notes' && meaning.kind === 'emotions' ? column : []))
  const series = columns.map((column) => ({ name: unmarked(cellAt(header, column)), cells: rows.map((row) => cellAt(row, column)) }))
  const owners = emotionOwners(series)
  // Columns of one measure have one scale.
  const measures = series.map(({ name }) => measureOf(name))
  const cells = new Map<string, string[]>()
  series.forEach((one, i) => {
    const known = cells.get(measures[i] ?? '')
    if (known) for (const cell of one.cells) known.push(cell)
    else cells.set(measures[i] ?? '', [...one.cells])
  })
  const scales = new Map<string, EmotionScale>()
  return series.map(({ name }, i) => {
    const measure = measures[i] ?? ''
    const scale = scales.get(measure) ?? emotionScale(name, cells.get(measure) ?? [])
    scales.set(measure, scale)
    return { column: columns[i] ?? 0, persona: owners[i] ?? null, scale }
  })
}

const CARD = /^(?:name|title|summary|subject|название|заголовок|имя|nazwa|tytuł)$/u

/** The first column of each meaning; a second one of the same meaning holds notes like any unknown column. */
function fieldsOf(meanings: readonly (ColumnMeaning | null)[], header: GridRow): Partial<Record<FieldName, number>> {
  const fields: Partial<Record<FieldName, number>> = {}
  meanings.forEach((meaning, column) => {
    if (meaning && meaning.is !== 'notes') fields[meaning.is] ??= column
  })
  // Programs that keep notes as cards call their text a name.
  const card = meanings.findIndex((meaning, column) => meaning === null && CARD.test(plainName(cellAt(header, column))))
  if (fields.lane !== undefined && card >= 0) fields.text ??= card
  // A table that only says what happens names its stages in its first column, also where that says nothing of itself.
  if (fields.stage === undefined && fields.step === undefined && (meanings[0] === null || meanings[0]?.is === 'notes')) fields.stage = 0
  const laneColumns = meanings.filter((meaning) => meaning?.is === 'notes' && meaning.kind !== 'emotions').length
  const isNoteList = fields.lane !== undefined || fields.type !== undefined || laneColumns === 0
  if (!isNoteList) delete fields.text
  return fields
}

function rowsAreSteps(fields: ListPlan['fields'], emotions: readonly ListEmotion[], rows: readonly GridRow[], said: boolean): boolean {
  if (fields.step !== undefined || fields.text !== undefined) return false
  if (said) return true
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
