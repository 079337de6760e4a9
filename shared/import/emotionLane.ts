import type { ContentBuilder, Source } from './contentBuilder'
import { readEmotion, type EmotionReading, type EmotionScale } from './emotionValue'

export interface EmotionPlace {
  readonly persona: number
  readonly stage: number
  readonly step: number
}

/** Read the emotion of a cell; what cannot be read is listed and kept in the inbox. */
export function emotionOf(builder: ContentBuilder, cell: string, scale: EmotionScale, source: Source): EmotionReading | null {
  if (cell.trim() === '') return null
  const reading = readEmotion(cell, scale)
  if (reading === 'gap') builder.list(source, 'emotion-unknown')
  else if (reading === null) builder.toInbox(source, 'emotion-unknown')
  else return reading
  return null
}

/** Put an emotion on the curve; a second one for the same persona and step is kept in the inbox. */
export function placeEmotion(builder: ContentBuilder, reading: EmotionReading, place: EmotionPlace, source: Source): void {
  if (!builder.addPoint({ ...place, ...reading }, source)) builder.toInbox(source, 'emotion-twice')
}
