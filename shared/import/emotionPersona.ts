import { emotionNumber } from './emotionNumber'
import { saysNothing } from './nothing'
import { guessLane } from './laneWords'

/** What is left of a name after the word for emotions: "Emotions (Anna)", "Mood: Viktor, 44", "Эмоции – Анна". */
const REST = /^([^-\u2010-\u2015:(]+)[-\u2010-\u2015:(]\s*(.+?)\s*\)?$/su
/** Words that say how a feeling is measured or drawn; none of them is anybody's name. */
const MEASURE =
  'to|from|out|of|in|the|scale|scores?|ratings?|levels?|values?|points?|emojis?|icons?|words?|text|averages?|avg|mean|nps|csat|ces|curves?|lines?|graph|chart|' +
  'journey|reasons?|why|descriptions?|details?|comments?|notes?|quotes?|causes?|overall|main|primary|general|current|intensity|low|high|bad|good|best|worst|min|max|stars?|percent|state|states|response|customers?|users?|' +
  'от|до|из|шкала|балл\\p{L}*|оценк\\p{L}*|уров\\p{L}*|средн\\p{L}*|крив\\p{L}*|линия|график|состояни\\p{L}*|звезд\\p{L}*|клиент\\p{L}*|пользовател\\p{L}*|' +
  'причин\\p{L}*|описани\\p{L}*|комментари\\p{L}*|powod\\p{L}*|powód|przyczyn\\p{L}*|opis\\p{L}*|komentarz\\p{L}*|od|do|z|skala|ocen\\p{L}*|poziom\\p{L}*|średni\\p{L}*|punkt\\p{L}*|krzyw\\p{L}*|wykres|gwiazd\\p{L}*|klient\\p{L}*|użytkownik\\p{L}*|' +
  'de|del|la|el|escala|nivel|curva|cliente|usuario|skala|kurve|wert|niveau|kunden?'
const SCALE = new RegExp(
  `^(?:[-+\\u2212\\u2010-\\u2015\\s.,…/%()=;<>*★☆]|\\p{N}|\\p{Extended_Pictographic}|(?<!\\p{L})(?:${MEASURE})(?!\\p{L}))+$`,
  'iu',
)

export interface EmotionName {
  /** The name without persona and scale. */
  readonly base: string
  readonly persona: string
}

/** Divide the name of a row or column of emotions; a scale such as "(-5 to +5)" is no persona and no name. */
export function emotionName(name: string): EmotionName {
  const whole = name.trim()
  const match = REST.exec(whole)
  const rest = match?.[2] ?? ''
  if (!match || rest === '') return { base: whole, persona: '' }
  const base = (match[1] ?? '').trim()
  // "Anna – emotions" says it the other way round.
  if (!isFeeling(base) && isFeeling(rest)) return { base: rest, persona: base }
  if (SCALE.test(rest)) return { base, persona: '' }
  return /\p{L}/u.test(rest) ? { base, persona: rest } : { base: whole, persona: '' }
}

/** A row or column of emotions. */
export interface EmotionSeries {
  readonly name: string
  readonly cells: readonly string[]
}

/**
 * Whose each of them is; an empty name is somebody nobody named, and `null` nobody: a measure beside the curves of
 * several personas.
 *
 * A row of words and a row of numbers are one feeling, told twice. Two of one kind that are named apart are two
 * personas: "Mood Anna", "Mood Viktor".
 */
export function emotionOwners(all: readonly EmotionSeries[]): (string | null)[] {
  const series = all.map((one) => ({ name: one.name, persona: emotionName(one.name).persona, isNumeric: isNumeric(one) }))
  const named = new Set(series.map(({ persona }) => persona).filter((persona) => persona !== ''))
  const [only = ''] = named
  const countOf = (numeric: boolean): number => series.filter(({ persona, isNumeric: is }) => persona === '' && is === numeric).length
  const unnamed = { numeric: countOf(true), words: countOf(false) }
  return series.map(({ name, persona, isNumeric: numeric }) => {
    if (persona !== '') return persona
    if (named.size > 1) return numeric ? null : ''
    if (named.size === 1) return series.some((other) => other.persona === only && other.isNumeric !== numeric) ? only : ''
    return (numeric ? unnamed.numeric : unnamed.words) > 1 ? leftOver(name) : ''
  })
}

function isFeeling(name: string): boolean {
  return guessLane(name)?.kind === 'emotions'
}

function isNumeric({ cells }: EmotionSeries): boolean {
  const filled = cells.filter((cell) => !saysNothing(cell))
  return filled.filter((cell) => emotionNumber(cell) !== null).length * 2 > filled.length
}

/** What is said of the measure, whoever feels it: series of one measure have one scale. */
export function measureOf(name: string): string {
  const { base } = emotionName(name)
  const persona = leftOver(base)
  return base.toLowerCase().replace(persona.toLowerCase(), '').trim()
}

/** The words of a name that are neither for emotions nor for a measure, and begin as names do. */
function leftOver(name: string): string {
  return name
    .split(/\s+/)
    .filter((word) => /^[\p{Lu}\p{Lo}]/u.test(word) && !isFeeling(word) && !SCALE.test(word))
    .map((word) => word.replace(/['’]s$/u, ''))
    .join(' ')
}
