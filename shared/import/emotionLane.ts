import type { ContentBuilder, Source } from './contentBuilder'
import type { EmotionReading } from './emotionValue'

export interface EmotionPlace {
  readonly persona: number
  readonly stage: number
  readonly step: number
}

/** Put an emotion on the curve; a second one for the same persona and step is kept in the inbox. */
export function placeEmotion(builder: ContentBuilder, reading: EmotionReading, place: EmotionPlace, source: Source): void {
  if (!builder.addPoint({ ...place, ...reading }, source)) builder.toInbox(source, 'emotion-twice')
}
