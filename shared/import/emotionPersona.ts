/** What is left of a name after the word for emotions: "Emotions (Anna)", "Mood: Viktor, 44", "Эмоции – Анна". */
const REST = /^([^-\u2010-\u2015:(]+)[-\u2010-\u2015:(]\s*(.+?)\s*\)?$/su
const SCALE = /^(?:[-+\u2212\u2013\u2014\d\s.,…/%()]|to|from|scale|от|до|шкала|od|do|skala)+$/iu

export interface EmotionName {
  /** The name without persona and scale. */
  readonly base: string
  readonly persona: string
}

/** Divide the name of a row or column of emotions; a scale such as "(-5 to +5)" is no persona and no name. */
export function emotionName(name: string): EmotionName {
  const match = REST.exec(name.trim())
  const rest = match?.[2] ?? ''
  if (!match || rest === '') return { base: name.trim(), persona: '' }
  const base = (match[1] ?? '').trim()
  if (SCALE.test(rest)) return { base, persona: '' }
  return /\p{L}/u.test(rest) ? { base, persona: rest } : { base: name.trim(), persona: '' }
}
