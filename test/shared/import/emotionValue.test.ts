import { describe, expect, it } from 'vitest'
import { emotionScale, readEmotion } from '../../../shared/import/emotionValue'

function valueIn(cells: readonly string[], cell: string, name = 'Emotion'): string {
  const reading = readEmotion(cell, emotionScale(name, cells))
  return reading === null ? 'unknown' : reading === 'gap' ? 'gap' : `${reading.value}${reading.guessed ? '?' : ''}`
}

describe('reading emotions', () => {
  it.each([
    ['happy', '4?'],
    ['Frustrated', '-4?'],
    ['not happy', '-3?'],
    ['confused and a bit anxious', '-2.5?'],
    ['Рада', '4?'],
    ['сильно раздражён', '-3?'],
    ['не доволен', '-2.5?'],
    ['без стресса', '2.5?'],
    ['Zadowolona', '3?'],
    ['zirytowany', '-3?'],
    ['nie ufa', 'unknown'],
    ['😀', '4?'],
    ['☹️', '-2?'],
    [':-(', '-3?'],
    ['neutral', '0?'],
    ['Annoyed (-3)', '-3'],
    ['4/5', '2.5?'],
    ['10 of 10', '5?'],
    ['+++', '5?'],
    ['+/-', '0?'],
    ['wardrobe', 'unknown'],
    ['n/a', 'gap'],
    ['', 'gap'],
  ])('reads %j as %s', (cell, expected) => {
    expect(valueIn([cell], cell)).toBe(expected)
  })

  it.each([
    ['-5 to +5 by a minus sign', ['-3', '0', '4'], '4', '4'],
    ['-5 to +5 by a real minus', ['−3', '2'], '−3', '-3'],
    ['-5 to +5 with a decimal comma', ['-1,5', '2'], '-1,5', '-1.5'],
    ['1 to 5', ['1', '3', '5'], '5', '5?'],
    ['0 to 5, which may be either', ['0', '3', '5'], '3', '3?'],
    ['1 to 10', ['2', '9', '10'], '10', '5?'],
    ['0 to 10', ['0', '9'], '0', '-5?'],
    ['per cent', ['20', '90'], '90', '4?'],
    ['-10 to +10', ['-8', '10'], '-8', '-4?'],
    ['numbers that are no feelings', ['2500', '10'], '10', 'unknown'],
    ['signs', ['+', '-', '--'], '-', '-2?'],
    ['dashes that mean nothing', ['happy', '-'], '-', 'gap'],
  ])('understands a scale of %s', (_, cells, cell, expected) => {
    expect(valueIn(cells, cell)).toBe(expected)
  })

  it('believes a name that says the scale', () => {
    expect(valueIn(['1', '4'], '4', 'Emotion (−5…+5)')).toBe('4')
    expect(valueIn(['1', '4'], '4', 'Emotion (1-5)')).toBe('2.5?')
    expect(valueIn(['1', '4'], '4', 'Эмоция 1-10')).toBe('-1.5?')
  })

  it('shows the words a guess was made from, on the curve or as its reason', () => {
    const long = 'Happy, because the first thing she saw was a friendly face at the door of the branch'

    expect(readEmotion('Happy', emotionScale('', []))).toMatchObject({ label: 'Happy', reason: '' })
    expect(readEmotion(long, emotionScale('', []))).toMatchObject({ label: '', reason: long })
  })
})
