import { emotionScale, readEmotion, type EmotionScale } from './emotionValue'

/** What the scores of a journey are: Mermaid's own 1 to 5, another scale, or no feelings at all. */
export type ScoreScale = 'five' | 'none' | EmotionScale

/** From this share on scores are from 1 to 5, and the rest is a slip. */
const MOST = 0.7
/** So many numbers that grow evenly are no chance. */
const EVEN = 4

/** Find out what the scores of all tasks of a journey mean. */
export function scoreScale(scores: readonly number[]): ScoreScale {
  const inside = scores.filter((score) => score >= 1 && score <= 5).length
  if (inside === scores.length) return 'five'
  if (isSame(scores) || isRunning(scores)) return 'none'
  if (scores.length >= EVEN && inside >= scores.length * MOST) return 'five'
  const scale = emotionScale('', scores.map(String))
  return scale.numbers === 'none' ? 'none' : scale
}

/** One number for everything says nothing; a lone one may be a feeling on another scale, but not zero. */
function isSame(scores: readonly number[]): boolean {
  return scores.every((score) => score === scores[0]) && (scores.length > 1 || scores[0] === 0)
}

/** 1, 2, 3, 4, 5, 6 or 10, 20, 30, 40: numbers of the tasks. */
function isRunning(scores: readonly number[]): boolean {
  const [first = 0, second = 0] = scores
  const step = second - first
  const isEven = step !== 0 && scores.every((score, i) => i === 0 || score - (scores[i - 1] ?? 0) === step)
  return isEven && scores.length >= (Math.abs(step) === 1 ? EVEN - 1 : EVEN)
}

/** The feeling of a score, -5 to +5; a guess on any other scale than Mermaid's own. `null` where it has none. */
export function feelingOfScore(score: number, scale: ScoreScale): { readonly value: number; readonly guessed: boolean } | null {
  if (scale === 'none') return null
  if (scale === 'five') return score >= 1 && score <= 5 ? { value: (score - 3) * 2.5, guessed: false } : null
  // In a cell of a table 0 to 5 may be the upper half of our scale; here 0 is one less than Mermaid's worst.
  if (scale.numbers === 'unsigned') return { value: score * 2 - 5, guessed: true }
  const reading = readEmotion(String(score), scale)
  return reading === null || reading === 'gap' ? null : { value: reading.value, guessed: true }
}
