import { colorOf, markOf, proofOf } from './columnWords'
import type { ContentBuilder, Source } from './contentBuilder'
import { emotionOf, placeEmotion } from './emotionLane'
import type { EmotionReading } from './emotionValue'
import { readEmotion } from './emotionValue'
import { cellAt, type GridRow } from './grid'
import type { ContentNote } from './importedMap'
import { guessLane, laneTitle, type LaneGuess } from './laneWords'
import type { ListEmotion, ListPlan } from './list'
import { lookOf, notesOf } from './noteTexts'

/** How far a list has been read. */
export interface ListReading {
  readonly builder: ContentBuilder
  readonly plan: ListPlan
  /** By title. */
  readonly stages: Map<string, { readonly index: number; readonly steps: string[] }>
  /** Lanes that rows name, by that name. */
  readonly lanes: Map<string, LaneGuess & { readonly lane: number }>
  /** Notes of columns so far: lists repeat a stage's owner in each of its rows. */
  readonly seen: Set<string>
  stage: { readonly index: number; readonly steps: string[] } | null
  stageTitle: string
  step: number
}

interface RowLook {
  readonly personas?: readonly number[]
  readonly proof?: NonNullable<ContentNote['proof']>
  readonly color?: NonNullable<ContentNote['color']>
}

/** A step needs a name that can be read in a header. */
const STEP_TITLE = 60

export function readListRow(reading: ListReading, row: GridRow): void {
  const { builder, plan } = reading
  findPlace(reading, row)
  const personas = personasOf(reading, row)
  const look = lookOfRow(reading, row, personas)
  for (const lane of plan.lanes) {
    const cell = cellAt(row, lane.column)
    for (const note of notesOf(cell, lane)) {
      put(reading, note.text, lane.lane, { ...look, ...note.look }, { line: row.line, text: cell }, 'once')
    }
  }
  readText(reading, row, look)
  readEmotions(reading, row, personas)
  readDuration(builder, reading, row)
}

/** Stage and step of the row. An empty cell goes on with the one above, as merged cells come out of a spreadsheet. */
function findPlace(reading: ListReading, row: GridRow): void {
  const { builder, plan } = reading
  const { stage: stageColumn, step: stepColumn } = plan.fields
  const title = stageColumn === undefined ? '' : cellAt(row, stageColumn)
  const source = { line: row.line, text: title }
  const isNewStage = title !== '' && title !== reading.stageTitle
  if (title !== '' || (stageColumn === undefined && reading.stage === null)) {
    const known = reading.stages.get(title)
    reading.stage = known ?? { index: builder.addStage(title, source), steps: [] }
    reading.stages.set(title, reading.stage)
    reading.stageTitle = title
  }
  if (!reading.stage) return
  const { steps, index } = reading.stage
  const stepTitle = stepColumn === undefined ? '' : cellAt(row, stepColumn)
  if (plan.rowsAreSteps) reading.step = addStep(stepTitleOf(plan, row))
  else if (stepTitle !== '') {
    const known = steps.indexOf(stepTitle)
    reading.step = known >= 0 ? known : addStep(stepTitle)
  } else if (steps.length === 0) reading.step = addStep('')
  else if (isNewStage) reading.step = 0

  function addStep(name: string): number {
    steps.push(name)
    return builder.addStep(index, name, { line: row.line, text: name })
  }
}

function stepTitleOf(plan: ListPlan, row: GridRow): string {
  const lane = plan.lanes.find(({ kind }) => kind === 'actions') ?? plan.lanes.find(({ kind }) => kind === 'touchpoints')
  const [title = ''] = lane ? cellAt(row, lane.column).split('\n') : []
  return title.length <= STEP_TITLE ? title : ''
}

/** Personas are divided by lines or semicolons only: "Anna, 29" is one name. */
function personasOf({ builder, plan }: ListReading, row: GridRow): number[] {
  const column = plan.fields.persona
  if (column === undefined) return []
  const text = cellAt(row, column)
  const names = text.split(/[\n;]/).filter((name) => name.trim() !== '')
  return [...new Set(names.flatMap((name) => builder.persona(name, { line: row.line, text }) ?? []))]
}

function lookOfRow({ builder, plan }: ListReading, row: GridRow, personas: readonly number[]): RowLook {
  const color = read('color', colorOf)
  const proof = read('proof', proofOf)
  return { ...(personas.length > 0 && { personas }), ...(color && { color }), ...(proof && { proof }) }

  function read<T>(field: 'color' | 'proof', parse: (cell: string) => T | null): T | null {
    const column = plan.fields[field]
    const cell = column === undefined ? '' : cellAt(row, column)
    const value = cell === '' ? null : parse(cell)
    if (value === null) builder.toInbox({ line: row.line, text: cell }, 'not-understood')
    return value
  }
}

/** The row's own note, in the lane that the row names, or in the one its type belongs to. */
function readText(reading: ListReading, row: GridRow, look: RowLook): void {
  const { builder, plan } = reading
  const { text: textColumn, lane: laneColumn, type: typeColumn } = plan.fields
  const laneName = laneColumn === undefined ? '' : cellAt(row, laneColumn)
  const type = typeColumn === undefined ? '' : cellAt(row, typeColumn)
  const text = textColumn === undefined ? '' : cellAt(row, textColumn)
  const mark = type === '' ? null : markOf(type)
  const typeSource = { line: row.line, text: type }
  const saysLane = laneName !== '' || guessLane(type) !== null
  if (type !== '' && mark === null && !saysLane) builder.toInbox(typeSource, 'not-understood')
  else if (type !== '' && mark === null && laneName !== '' && guessLane(type) === null) builder.toInbox(typeSource, 'not-understood')

  if (text === '' && laneName === '') return
  const source = { line: row.line, text: text === '' ? laneName : text }
  const guess = guessLane(laneName === '' ? type : laneName)
  if (guess?.kind === 'emotions') {
    // A feeling told as a note: the row's text is the feeling.
    readEmotionText(reading, text, source, look.personas ?? [])
    return
  }
  const lane = laneNamed(reading, laneName === '' ? '' : laneName, guess, source)
  if (text === '') return
  put(reading, text, lane.lane, { ...lookOf(lane.kind, mark ?? lane.mark, text), ...look }, source, 'always')
}

function laneNamed(reading: ListReading, name: string, guess: LaneGuess | null, source: Source): LaneGuess & { lane: number } {
  const lane: LaneGuess = guess ?? { kind: 'text' }
  const key = name === '' ? `kind ${lane.kind}` : name
  const known = reading.lanes.get(key)
  if (known) return known
  const title = name === '' ? undefined : laneTitle(name, lane.kind)
  const made = { ...lane, lane: reading.builder.addLane(lane.kind, title, source) }
  reading.lanes.set(key, made)
  return made
}

function put(
  reading: ListReading,
  text: string,
  lane: number,
  look: Omit<ContentNote, 'text' | 'place'>,
  source: Source,
  how: 'once' | 'always',
): void {
  const { builder, stage, step, seen } = reading
  if (!stage) {
    builder.toInbox(source, 'no-stage', text)
    return
  }
  const key = `${lane}|${stage.index}|${step}|${text}`
  if (how === 'once' && seen.has(key)) return
  seen.add(key)
  builder.addNote(text, { lane, stage: stage.index, step }, source, look)
}

/**
 * The feelings of a row. Two columns of one persona, "Emotion" and "Score", are one feeling: the number is its
 * value and the words its label.
 */
function readEmotions(reading: ListReading, row: GridRow, personas: readonly number[]): void {
  const owners = new Set(reading.plan.emotions.map(({ persona }) => persona))
  for (const owner of owners) {
    const columns = reading.plan.emotions.filter(({ persona, column }) => persona === owner && cellAt(row, column) !== '')
    const numeric = columns.find(({ column }) => /^[-+\u2212\u2013]?\d+(?:[.,]\d+)?$/.test(cellAt(row, column)))
    const main = numeric ?? columns[0]
    if (!main) continue
    const cell = cellAt(row, main.column)
    const source = { line: row.line, text: cell }
    const value = emotionOf(reading.builder, cell, main.scale, source)
    const others = columns.filter((column) => column !== main)
    if (value === null)
      others.forEach(({ column }) => reading.builder.toInbox({ line: row.line, text: cellAt(row, column) }, 'emotion-unknown'))
    else {
      const named = others.length > 0 ? withWords(value, others, row) : value
      const of = owner === '' ? personas : [reading.builder.persona(owner, source)].filter((persona) => persona !== null)
      placeFeeling(reading, named, of, source)
    }
  }
}

function withWords(value: EmotionReading, columns: readonly ListEmotion[], row: GridRow): EmotionReading {
  const words = columns.map(({ column }) => cellAt(row, column)).join(', ')
  // Read for its words only; what they are worth was said by the number.
  const read = readEmotion(words, { numbers: 'none', signs: false })
  const label = read && read !== 'gap' ? read : { label: words, reason: '' }
  return { ...value, label: label.label || value.label, reason: label.reason || value.reason }
}

function readEmotionText(reading: ListReading, text: string, source: Source, personas: readonly number[]): void {
  const value = emotionOf(reading.builder, text, { numbers: 'signed', signs: true }, source)
  if (!reading.lanes.has('emotions')) {
    reading.lanes.set('emotions', { kind: 'emotions', lane: reading.builder.addLane('emotions', undefined, source) })
  }
  if (value) placeFeeling(reading, value, personas, source)
}

function placeFeeling(reading: ListReading, value: EmotionReading, personas: readonly number[], source: Source): void {
  const { builder, stage, step } = reading
  const of = personas.length > 0 ? personas : [builder.persona('', source)]
  for (const persona of of) {
    if (!stage || persona === null) builder.toInbox(source, stage ? 'persona-unknown' : 'no-stage')
    else placeEmotion(builder, value, { persona, stage: stage.index, step }, source)
  }
}

function readDuration(builder: ContentBuilder, { plan, stage }: ListReading, row: GridRow): void {
  const column = plan.fields.duration
  const text = column === undefined ? '' : cellAt(row, column)
  if (text === '') return
  const source = { line: row.line, text }
  if (stage) builder.setDuration(stage.index, text, source)
  else builder.toInbox(source, 'no-stage')
}
