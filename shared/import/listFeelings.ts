import type { ContentBuilder, Source } from './contentBuilder'
import { emotionOf, placeEmotion } from './emotionLane'
import { readEmotion, type EmotionReading } from './emotionValue'
import { cellAt, type GridRow } from './grid'
import type { ListEmotion } from './list'
import type { RowPlace } from './listPlace'

const NUMBER = /^[-+\u2212\u2013]?\d+(?:[.,]\d+)?$/

/**
 * The feelings of a row. Two columns of one persona, "Emotion" and "Score", are one feeling: the number is its
 * value and the words its label.
 */
export function readFeelings(
  builder: ContentBuilder,
  columns: readonly ListEmotion[],
  row: GridRow,
  place: RowPlace,
  personas: readonly number[],
): void {
  for (const owner of new Set(columns.map(({ persona }) => persona))) {
    const filled = columns.filter(({ persona, column }) => persona === owner && cellAt(row, column) !== '')
    const main = filled.find(({ column }) => NUMBER.test(cellAt(row, column))) ?? filled[0]
    if (!main) continue
    const source = sourceOf(row, main)
    const value = emotionOf(builder, source.text, main.scale, source)
    const others = filled.filter((column) => column !== main)
    if (value === null) for (const other of others) builder.toInbox(sourceOf(row, other), 'emotion-unknown')
    else placeFeeling(builder, withWords(value, others, row), place, ownersOf(builder, owner, personas, source), source)
  }
}

/** A row of a list of notes whose note is a feeling. */
export function readFeelingText(builder: ContentBuilder, source: Source, place: RowPlace, personas: readonly number[]): void {
  const value = emotionOf(builder, source.text, { numbers: 'signed', signs: true }, source)
  if (value) placeFeeling(builder, value, place, ownersOf(builder, '', personas, source), source)
}

function sourceOf(row: GridRow, { column }: ListEmotion): Source {
  return { line: row.line, text: cellAt(row, column) }
}

/** Who feels it: whom the column names, else whom the row names, else somebody nobody named. */
function ownersOf(builder: ContentBuilder, owner: string, personas: readonly number[], source: Source): (number | null)[] {
  return owner === '' && personas.length > 0 ? [...personas] : [builder.persona(owner, source)]
}

function withWords(value: EmotionReading, columns: readonly ListEmotion[], row: GridRow): EmotionReading {
  if (columns.length === 0) return value
  const words = columns.map(({ column }) => cellAt(row, column)).join(', ')
  // Read for its words only; what they are worth was said by the number.
  const read = readEmotion(words, { numbers: 'none', signs: false })
  const { label, reason } = read && read !== 'gap' ? read : { label: words, reason: '' }
  return { ...value, label: label || value.label, reason: reason || value.reason }
}

function placeFeeling(
  builder: ContentBuilder,
  value: EmotionReading,
  place: RowPlace,
  personas: readonly (number | null)[],
  source: Source,
): void {
  for (const persona of personas) {
    if (persona === null) builder.toInbox(source, 'persona-unknown')
    else placeEmotion(builder, value, { persona, ...place }, source)
  }
}
