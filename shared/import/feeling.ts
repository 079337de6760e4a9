import type { ContentBuilder, Source } from './contentBuilder'
import { oneLine } from './cleanText'
import { emotionNumber } from './emotionNumber'
import { LABEL_LENGTH, readEmotion, type EmotionReading, type EmotionScale } from './emotionValue'

/** One of the cells that say what a persona feels at a step. */
export interface FeelingCell {
  readonly source: Source
  readonly scale: EmotionScale
}

export interface Feeling {
  readonly reading: EmotionReading
  readonly source: Source
}

/**
 * One feeling out of all that is said of it: a row "Emotion" and a row "Score" are one, and so is a line below.
 *
 * The number is its value, and the words its label or reason. What cannot be read is kept in the inbox, and so is a
 * second number. `null` where nothing is said.
 */
export function combinedFeeling(builder: ContentBuilder, cells: readonly FeelingCell[]): Feeling | null {
  const said = cells.flatMap((cell) => {
    const reading = readEmotion(cell.source.text, cell.scale)
    // A cell that says "nothing" is empty.
    return reading === 'gap' ? [] : { ...cell, reading, isNumber: emotionNumber(cell.source.text) !== null }
  })
  const main = said.find(({ reading, isNumber }) => reading !== null && isNumber) ?? said.find(({ reading }) => reading !== null)
  const others = said.filter((cell) => cell !== main)
  if (!main?.reading) {
    for (const { source } of others) builder.toInbox(source, 'emotion-unknown')
    return null
  }
  const words: string[] = []
  for (const { source, isNumber, reading } of others) {
    if (!isNumber) words.push(source.text)
    // "70 %" and "70" say the same.
    else if (reading?.value === main.reading.value && reading.label === '') continue
    else builder.toInbox(source, reading === null ? 'emotion-unknown' : 'emotion-twice')
  }
  return { reading: withWords(main.reading, words), source: main.source }
}

function withWords(reading: EmotionReading, words: readonly string[]): EmotionReading {
  if (words.length === 0) return reading
  const label = oneLine(words.join(', '))
  if (reading.label === '' && reading.reason === '' && label.length <= LABEL_LENGTH) return { ...reading, label }
  return { ...reading, reason: [reading.reason, ...words].filter((text) => text !== '').join('\n') }
}
