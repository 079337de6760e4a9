import { describe, expect, it } from 'vitest'
import { emotionScale, readEmotion } from '../../../shared/import/emotionValue'

function valueIn(cells: readonly string[], cell: string, name = 'Emotion'): string {
  const reading = readEmotion(cell, emotionScale(name, cells))
  return reading === null ? 'unknown' : reading === 'gap' ? 'gap' : `${reading.value}${reading.guessed ? '?' : ''}`
}

describe('feelings as people write them', () => {
  it.each([
    ['80 %', '3?'],
    ['80%', '3?'],
    ['Satisfied – 80 %', '3?'],
    ['35 % zadowolonych', '-1.5?'],
    ['75\u00A0% довольны', '2.5?'],
    ['Worried about the rate of 5%', '-2?'],
    ['3/5', '0?'],
    ['3 / 5', '0?'],
    ['3,5/5', '1.5?'],
    ['1/10', '-5?'],
    ['7 из 10', '1.5?'],
    ['Frustrated – 2/5', '-2.5?'],
    ['Happy (2/5)', '-2.5?'],
    ['2/5 – Frustriert', '-2.5?'],
    ['😀 1/5', '-5?'],
    ['Happy: 24/7 support', '4?'],
    ['★★★★☆', '2.5?'],
    ['★★☆☆☆ slow', '-2.5?'],
    ['⭐⭐⭐', '0?'],
    ['⭐️⭐️⭐️⭐️⭐️', '5?'],
    ['☆☆☆☆☆', '-5?'],
    ['4 stars', '2.5?'],
    ['2 звезды', '-2.5?'],
    ['●●●○○', '0?'],
    ['❤️❤️🤍🤍🤍', '-2.5?'],
    ['❤️', '4?'],
    ['😊😟', '1?'],
    ['😕 → 😡', '-3.5?'],
    ['👍🏽', '3?'],
    ['🟢', '3?'],
    ['🔴 angry', '-3.5?'],
    ['🙂 :-)', '3?'],
    ['None', 'gap'],
    ['–', 'gap'],
    ['—', 'gap'],
    ['…', 'gap'],
    ['нет данных', 'gap'],
    ['brak', 'gap'],
    ['ansiosa', '-3?'],
    ['neugierig', '2?'],
    ['frustriert', '-4?'],
    ['Feliz y aliviado', '3.5?'],
  ])('reads %j as %s', (cell, expected) => {
    expect(valueIn([cell], cell)).toBe(expected)
  })

  it.each([
    ['a number set off from its words', ['Curious – 4', 'Lost – 1', 'Glad: 5'], 'Lost – 1', '-5?'],
    ['a number before its words', ['4 – curious', '2 – lost'], '2 – lost', '-2.5?'],
    ['a number beside an emoji', ['😊 5', '😟 2'], '😟 2', '-2.5?'],
    ['signed numbers in words', ['Glad (+3)', 'Lost (2)'], 'Lost (2)', '2'],
    ['a count of something else', ['Waits 3 days, angry', '2'], 'Waits 3 days, angry', '-4?'],
    ['NPS', ['-20', '+40'], '-20', '-1?'],
  ])('understands %s', (_, cells, cell, expected) => {
    expect(valueIn(cells, cell)).toBe(expected)
  })

  it('believes a name with a per cent sign', () => {
    expect(valueIn(['4', '8'], '8', 'Satisfaction %')).toBe('-4?')
  })
})
