import { oneLine } from './cleanText'
import { EMOJI, EMOTION_STEMS, NEGATIONS, SMILEYS } from './emotionWords'

export interface EmotionReading {
  /** -5 to +5. */
  readonly value: number
  /** The source's words, where it has any: a guess must show what it was made from. */
  readonly label: string
  readonly reason: string
  readonly guessed: boolean
}

/**
 * What numbers of a lane mean.
 *
 * `signed` is the map's own -5 to +5; the others are stretched to it, and that is a guess. `none`: no numbers that
 * make sense together.
 */
export interface EmotionScale {
  readonly numbers: 'signed' | 'unsigned' | 'five' | 'tenFromZero' | 'ten' | 'hundred' | 'wide' | 'none'
  /** Whether a lone minus is a bad feeling; in a lane without any plus it is how people write "nothing". */
  readonly signs: boolean
}

const NUMBER = /^[-+]?\d+(?:[.,]\d+)?$/
const OUT_OF = /^(\d+(?:[.,]\d+)?)\s*(?:\/|of|out of|из|z|na)\s*(5|10|100)$/i
const PLUSES = /^\+{1,5}$/
const MINUSES = /^-{1,5}$/
const NOTHING = /^(?:—|–|-|n\/?a|н\/д|нет|brak|nd|x|\?)$/i
/** Longer text would hide the curve; it becomes the reason. */
const LABEL_LENGTH = 60

/** Find out which scale the cells of a lane (or column) use, from its name and from all its numbers. */
export function emotionScale(name: string, cells: readonly string[]): EmotionScale {
  const texts = cells.map(plain)
  const numbers = texts.filter((text) => NUMBER.test(text)).map(numberOf)
  const signs = texts.some((text) => PLUSES.test(text) || /^--+$/.test(text))
  return { numbers: scaleOf(plain(name), texts, numbers), signs }
}

function scaleOf(name: string, texts: readonly string[], numbers: readonly number[]): EmotionScale['numbers'] {
  const most = Math.max(0, ...numbers.map(Math.abs))
  const isSigned = texts.some((text) => NUMBER.test(text) && /^[-+]/.test(text))
  if (/-\s?5\D+\+?5\b/.test(name)) return most <= 5 ? 'signed' : 'none'
  if (isSigned) {
    if (most <= 5) return 'signed'
    return most <= 10 ? 'wide' : 'none'
  }
  const hasZero = numbers.includes(0)
  if (most > 100) return 'none'
  if (most > 10) return 'hundred'
  if (most > 5 || /\b10\b/.test(name)) return hasZero ? 'tenFromZero' : 'ten'
  return hasZero || numbers.some((value) => value < 1) ? 'unsigned' : 'five'
}

/** Read a feeling from a cell; `null` when there is none to be read. A cell that says "nothing" is a gap. */
export function readEmotion(cell: string, scale: EmotionScale): EmotionReading | 'gap' | null {
  const text = plain(cell)
  if (text === '') return 'gap'
  if (NUMBER.test(text)) return fromNumber(numberOf(text), scale)

  const outOf = OUT_OF.exec(text)
  if (outOf) return fromScore(numberOf(outOf[1] ?? ''), Number(outOf[2]))

  if (PLUSES.test(text)) return guess(signValue(text.length), '')
  if (MINUSES.test(text) && (scale.signs || text.length > 1)) return guess(-signValue(text.length), '')
  if (/^(?:\+\/?-|±|0)$/.test(text)) return guess(0, '')
  if (NOTHING.test(text)) return 'gap'

  // "Frustrated (-3)" says both; the number is what somebody meant.
  const inside = /(?:^|[\s(:,=])([-+]\d(?:[.,]\d)?)(?=$|[\s),;.])/.exec(text)
  const stated = inside ? numberOf(inside[1] ?? '') : null
  if (stated !== null && Math.abs(stated) <= 5) return { ...words(cell), value: stated, guessed: false }

  const value = feelingOf(text)
  return value === null ? null : guess(value, cell)
}

function fromNumber(value: number, { numbers }: EmotionScale): EmotionReading | null {
  switch (numbers) {
    case 'signed':
      return { value: Math.round(value * 10) / 10, label: '', reason: '', guessed: false }
    case 'unsigned':
      return guess(value, '')
    case 'five':
      return guess((value - 3) * 2.5, '')
    case 'ten':
      return guess(((value - 5.5) / 4.5) * 5, '')
    case 'tenFromZero':
      return guess(value - 5, '')
    case 'hundred':
      return guess((value - 50) / 10, '')
    case 'wide':
      return guess(value / 2, '')
    case 'none':
      return null
  }
}

/** "4/5", "7 of 10". */
function fromScore(value: number, most: number): EmotionReading | null {
  if (value > most) return null
  const lowest = most === 100 || value === 0 ? 0 : 1
  return guess(((value - lowest) / (most - lowest)) * 10 - 5, '')
}

function signValue(signs: number): number {
  return Math.min(5, signs * 2)
}

function guess(value: number, cell: string): EmotionReading {
  // Rounded away from zero on both sides; `+ 0` turns a negative zero into a plain one.
  const half = (Math.sign(value) * Math.round(Math.abs(value) * 2)) / 2 + 0
  return { ...words(cell), value: Math.max(-5, Math.min(5, half)), guessed: true }
}

function words(cell: string): { label: string; reason: string } {
  const label = oneLine(cell)
  if (!/\p{L}/u.test(label)) return { label: '', reason: '' }
  return label.length <= LABEL_LENGTH ? { label, reason: '' } : { label: '', reason: cell.trim() }
}

/** The mean of all feelings that the text names; `null` where it names none. */
function feelingOf(text: string): number | null {
  const values: number[] = []
  const smiley = SMILEYS.find(([face]) => text.includes(face))
  if (smiley) values.push(smiley[1])
  for (const char of text) {
    const value = EMOJI.get(char)
    if (value !== undefined) values.push(value)
  }
  const tokens =
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/\p{L}+/gu) ?? []
  tokens.forEach((token, i) => {
    const value = valueOfWord(token)
    if (value !== undefined) values.push(NEGATIONS.has(tokens[i - 1] ?? '') ? -value * 0.75 : value)
  })
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

function valueOfWord(word: string): number | undefined {
  for (let length = word.length; length >= 2; length -= 1) {
    const value = EMOTION_STEMS.get(word.slice(0, length))
    // Two or three letters are a word of their own or nothing: "ok", "рад", but not "радио".
    if (value !== undefined && (length > 3 || length === word.length)) return value
  }
  return undefined
}

/** With plain signs: people paste minus signs of every kind. */
function plain(text: string): string {
  return oneLine(text).replace(/[\u2212\u2012\u2013\uFE63\uFF0D]/g, '-')
}

function numberOf(text: string): number {
  return Number(text.replace(',', '.'))
}
