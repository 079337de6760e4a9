import { oneLine } from './cleanText'

/** A number that a cell gives a feeling. */
export type EmotionNumber =
  /** On the lane's own scale; `signed` where a plus or minus stands before it. */
  | { readonly of: 'lane'; readonly value: number; readonly signed: boolean; readonly alone: boolean }
  /** "4/5", "80 %", stars: from the least to the most there is. */
  | { readonly of: 'score'; readonly value: number; readonly least: number; readonly most: number }

const ALONE = /^[-+]?\d+(?:[.,]\d+)?$/
const OUT_OF = /^(\d+(?:[.,]\d+)?)\s*(?:\/|of|out of|из|z|na|von|de|sur|su)\s*(3|4|5|6|7|10|100)$/iu
const SLASHED = /(?<![\d.,/])(\d+(?:[.,]\d+)?)\s*(?:\/|\sout of\s|\sиз\s)\s*(3|4|5|6|7|10|100)(?![\d/]|[.,]\d)/iu
const PER_CENT = /^(\d+(?:[.,]\d+)?)\s*(?:%|percent|процент\S*|procent)(?=$|[\s,;:).-])|(?:^|[-\u2014:=(,|]\s*)(\d+(?:[.,]\d+)?)\s*%\)?$/iu
const COUNTED_STARS = /^(\d+(?:[.,]\d+)?)\s*(?:[★⭐🌟]|stars?(?!\p{L})|зв[её]зд\p{L}*|gwiazd\p{L}*|estrellas?|sterne?)/iu
const FULL = /[★⭐🌟✭●■▮◆🟩🔵❤♥]/gu
const EMPTY = /[☆✩○□▯◇⬜🤍♡]/gu
/** A sign makes a number a feeling even within words: "Frustrated (-3)". */
const SIGNED = /(?:^|[\s(:,=])([-+]\d(?:[.,]\d)?)(?=$|[\s),;.])/
/** Without a sign it must be set off from the words: "Frustrated – 2", "4: glad", "😟 2". */
const SET_OFF =
  /^(\d+(?:[.,]\d+)?)(?:\s*[-\u2014:=(|]|\s+(?=\p{Extended_Pictographic}))\D+$|^\D*(?:[-\u2014:=(|]|\p{Extended_Pictographic}\uFE0F?)\s*(\d+(?:[.,]\d+)?)\)?$/u

/** The number in a cell; `null` where none is meant as one. */
export function emotionNumber(cell: string): EmotionNumber | null {
  const text = withPlainSigns(cell)
  if (ALONE.test(text)) return { of: 'lane', value: numberOf(text), signed: /^[-+]/.test(text), alone: true }
  const score = scoreIn(text)
  if (score) return score
  const signed = SIGNED.exec(text)?.[1]
  if (signed !== undefined && Math.abs(numberOf(signed)) <= 5) return { of: 'lane', value: numberOf(signed), signed: true, alone: false }
  const [, before, after] = SET_OFF.exec(text) ?? []
  const value = before ?? after
  return value === undefined ? null : { of: 'lane', value: numberOf(value), signed: false, alone: false }
}

function scoreIn(text: string): EmotionNumber | null {
  const outOf = OUT_OF.exec(text) ?? SLASHED.exec(text)
  if (outOf) {
    const value = numberOf(outOf[1] ?? '')
    const most = Number(outOf[2])
    if (value <= most) return { of: 'score', value, least: most === 100 || value === 0 ? 0 : 1, most }
  }
  const [, begins, ends] = PER_CENT.exec(text) ?? []
  const share = begins ?? ends
  if (share !== undefined && numberOf(share) <= 100) return { of: 'score', value: numberOf(share), least: 0, most: 100 }
  return starsIn(text)
}

function starsIn(text: string): EmotionNumber | null {
  const counted = COUNTED_STARS.exec(text)?.[1]
  const full = text.match(FULL)?.length ?? 0
  const empty = text.match(EMPTY)?.length ?? 0
  // One heart or dot is a feeling or a bullet; one star is one of five.
  const isScale = /[★⭐🌟✭☆✩]/u.test(text) || (full > 0 && empty > 0) || full > 2
  if (counted === undefined && !isScale) return null
  const value = counted === undefined ? full + (text.includes('½') ? 0.5 : 0) : numberOf(counted)
  const most = full + empty > 2 && empty > 0 ? full + empty : value > 5 ? 10 : 5
  return value > most ? null : { of: 'score', value, least: value < 1 ? 0 : 1, most }
}

/** On one line, with plain signs: people paste minus signs of every kind. */
export function withPlainSigns(text: string): string {
  return oneLine(text).replace(/[\u2212\u2012\u2013\uFE63\uFF0D]/g, '-')
}

function numberOf(text: string): number {
  return Number(text.replace(',', '.'))
}
