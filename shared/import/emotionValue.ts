import { oneLine } from './cleanText'
import { emotionNumber, withPlainSigns, type EmotionNumber } from './emotionNumber'
import { EMOJI, EMOTION_STEMS, NEGATIONS, SMILEYS } from './emotionWords'
import { saysNothing } from './nothing'

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
  readonly numbers: 'signed' | 'unsigned' | 'five' | 'tenFromZero' | 'ten' | 'hundred' | 'wide' | 'widest' | 'none'
  /** Whether a lone minus is a bad feeling; in a lane without any plus it is how people write "nothing". */
  readonly signs: boolean
}

const PLUSES = /^\+{1,5}$/
const MINUSES = /^-{1,5}$/
/** Longer text would hide the curve; it becomes the reason. */
export const LABEL_LENGTH = 60

/** Find out which scale the cells of a lane (or column) use, from its name and from all its numbers. */
export function emotionScale(name: string, cells: readonly string[]): EmotionScale {
  const texts = cells.map(withPlainSigns)
  const numbers = texts.flatMap((text) => {
    const number = emotionNumber(text)
    return number?.of === 'lane' ? number : []
  })
  const signs = texts.some((text) => PLUSES.test(text) || /^--+$/.test(text))
  return { numbers: scaleOf(withPlainSigns(name), numbers), signs }
}

function scaleOf(name: string, numbers: readonly Extract<EmotionNumber, { of: 'lane' }>[]): EmotionScale['numbers'] {
  const values = numbers.map(({ value }) => value)
  const most = Math.max(0, ...values.map(Math.abs))
  if (/-\s?5\D+\+?5\b/.test(name)) return most <= 5 ? 'signed' : 'none'
  if (numbers.some(({ signed }) => signed)) {
    if (most <= 5) return 'signed'
    if (most <= 10) return 'wide'
    return most <= 100 ? 'widest' : 'none'
  }
  const hasZero = values.includes(0)
  if (most > 100) return 'none'
  if (most > 10 || name.includes('%')) return 'hundred'
  if (most > 5 || /\b10\b/.test(name)) return hasZero ? 'tenFromZero' : 'ten'
  return hasZero || values.some((value) => value < 1) ? 'unsigned' : 'five'
}

/** Read a feeling from a cell; `null` when there is none to be read. A cell that says "nothing" is a gap. */
export function readEmotion(cell: string, scale: EmotionScale): EmotionReading | 'gap' | null {
  const text = withPlainSigns(cell)
  // Whatever a cell says besides, a number in it is what somebody meant: "Frustrated (-3)", "Frustrated – 2/5".
  const number = emotionNumber(cell)
  const stated = number && valueOfNumber(number, scale, cell)
  if (stated) return stated
  if (number?.of === 'lane' && number.alone) return null

  if (PLUSES.test(text)) return guess(signValue(text.length), '')
  if (MINUSES.test(text) && (scale.signs || (text.length > 1 && text.length < 5 && !/[\u2010-\u2015]/.test(cell)))) {
    return guess(-signValue(text.length), '')
  }
  if (/^(?:\+\/?-|±)$/.test(text)) return guess(0, '')
  if (saysNothing(text) || /^[x?]$/i.test(text)) return 'gap'

  const value = feelingOf(text)
  return value === null ? null : guess(value, cell)
}

function valueOfNumber(number: EmotionNumber, { numbers }: EmotionScale, cell: string): EmotionReading | null {
  const { value } = number
  if (number.of === 'score') return guess(((value - number.least) / (number.most - number.least)) * 10 - 5, cell)
  if (number.signed && !number.alone) return { ...words(cell), value, guessed: false }
  switch (numbers) {
    case 'signed':
      return Math.abs(value) <= 5 ? { ...words(cell), value: Math.round(value * 10) / 10, guessed: false } : null
    case 'unsigned':
      return guess(value, cell)
    case 'five':
      return guess((value - 3) * 2.5, cell)
    case 'ten':
      return guess(((value - 5.5) / 4.5) * 5, cell)
    case 'tenFromZero':
      return guess(value - 5, cell)
    case 'hundred':
      return guess((value - 50) / 10, cell)
    case 'wide':
      return guess(value / 2, cell)
    case 'widest':
      return guess(value / 20, cell)
    case 'none':
      return null
  }
}

function signValue(signs: number): number {
  return Math.min(5, signs * 2)
}

function guess(value: number, cell: string): EmotionReading {
  // Rounded away from zero on both sides; `+ 0` turns a negative zero into a plain one.
  const half = (Math.sign(value) * Math.round(Math.abs(value) * 2)) / 2 + 0
  return { ...words(cell), value: Math.max(-5, Math.min(5, half)), guessed: true }
}

const ONLY_SCORE =
  /^\d+(?:[.,]\d+)?\s*(?:(?:out )?of|из|z|na|von|de|sur|su|stars?|points?|зв[её]зд\p{L}*|балл\p{L}*|gwiazd\p{L}*|punkt\p{L}*|pkt|estrellas?|sterne?|percent|процент\p{L}*|procent)\.?(?:\s+of)?(?:\s*\d+)?$/iu

/** The words of a cell, on the curve or as the reason; "3 of 5" and "10 stars" are a number and no words. */
function words(cell: string): { label: string; reason: string } {
  const label = oneLine(cell)
  if (!/\p{L}/u.test(label) || ONLY_SCORE.test(label)) return { label: '', reason: '' }
  return label.length <= LABEL_LENGTH ? { label, reason: '' } : { label: '', reason: cell.trim() }
}

/** The mean of all feelings that the text names; `null` where it names none. */
function feelingOf(text: string): number | null {
  const values: number[] = []
  let rest = text
  for (const [face, value] of SMILEYS) {
    const parts = rest.split(face)
    for (let found = 1; found < parts.length; found += 1) values.push(value)
    rest = parts.join(' ')
  }
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

/** Whether cells whose heading says nothing are feelings all the same: scores of something, stars, faces, -5 to +5. */
export function looksLikeFeelings(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => !saysNothing(cell))
  if (filled.length < 2) return false
  const numbers = filled.map((cell) => (cell.length > LABEL_LENGTH ? null : emotionNumber(cell)))
  const isSigned =
    numbers.every((number) => number?.of === 'lane' && number.alone && Math.abs(number.value) <= 5) &&
    numbers.some((number) => (number?.value ?? 0) < 0)
  return (
    isSigned ||
    filled.every((cell, i) => numbers[i]?.of === 'score' || (cell.length <= LABEL_LENGTH && [...cell].some((char) => EMOJI.has(char))))
  )
}
