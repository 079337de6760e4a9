import type { ContentBuilder, Source } from './contentBuilder'
import { placeEmotion } from './emotionLane'
import { combinedFeeling, type Feeling } from './feeling'
import { cellAt, type GridRow } from './grid'
import type { ListEmotion } from './list'
import type { RowPlace } from './listPlace'

/** The feelings of a row. Two columns of one persona, "Emotion" and "Score", are one feeling. */
export function readFeelings(
  builder: ContentBuilder,
  columns: readonly ListEmotion[],
  row: GridRow,
  place: RowPlace,
  personas: readonly number[],
): void {
  for (const owner of new Set(columns.map(({ persona }) => persona))) {
    const own = columns.filter(({ persona }) => persona === owner)
    const cells = own.map(({ column, scale }) => ({ source: { line: row.line, text: cellAt(row, column) }, scale }))
    const feeling = combinedFeeling(builder, cells)
    if (feeling) placeFeeling(builder, feeling, place, ownersOf(builder, owner, personas, feeling.source))
  }
}

/** A row of a list of notes whose note is a feeling. */
export function readFeelingText(builder: ContentBuilder, source: Source, place: RowPlace, personas: readonly number[]): void {
  const feeling = combinedFeeling(builder, [{ source, scale: { numbers: 'signed', signs: true } }])
  if (feeling) placeFeeling(builder, feeling, place, ownersOf(builder, '', personas, source))
}

/** Who feels it: whom the column names, else whom the row names, else somebody nobody named. */
function ownersOf(builder: ContentBuilder, owner: string, personas: readonly number[], source: Source): (number | null)[] {
  return owner === '' && personas.length > 0 ? [...personas] : [builder.persona(owner, source)]
}

function placeFeeling(builder: ContentBuilder, { reading, source }: Feeling, place: RowPlace, personas: readonly (number | null)[]): void {
  for (const persona of personas) {
    if (persona === null) builder.toInbox(source, 'persona-unknown')
    else placeEmotion(builder, reading, { persona, ...place }, source)
  }
}
