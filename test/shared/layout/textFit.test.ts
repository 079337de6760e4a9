import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitText, measureText, wrapText } from '../../../shared/layout/textFit'
import { anyText } from '../../support/anyBoard'

const style = { size: 16, weight: 500 } as const

describe('wrapText', () => {
  it('breaks at spaces', () => {
    expect(wrapText('Tries the online affordability calculator', { ...style, width: 130 })).toEqual([
      'Tries the online',
      'affordability',
      'calculator',
    ])
  })

  it('keeps the newlines of the author, empty lines too', () => {
    expect(wrapText('one\n\ntwo\r\nthree', { ...style, width: 130 })).toEqual(['one', '', 'two', 'three'])
  })

  it('breaks a word that is wider than the line between its letters', () => {
    const lines = wrapText('Donaudampfschifffahrt', { ...style, width: 60 })
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join('')).toBe('Donaudampfschifffahrt')
  })

  it('breaks after a hyphen, and not before the digits of a range', () => {
    expect(wrapText('self-service', { ...style, width: 60 })).toEqual(['self-', 'service'])
    expect(wrapText('in 10–12 days', { ...style, width: 50 })).toEqual(['in', '10–12', 'days'])
  })

  it('breaks between ideographs', () => {
    expect(wrapText('日本語です', { ...style, width: 40 })).toEqual(['日本', '語で', 'す'])
  })

  it.each([
    ['She said “why?” and left', 58],
    ['Она спросила: «почему?» и ушла', 80],
    ['« Pourquoi ? » demande-t-elle « oui »', 74],
    ['„Dlaczego—” pyta', 80],
    ['(self-service)(“wait-”)', 60],
    ['Donaudampfschifffahrtsgesellschaft”)', 61],
    ['日本語です。日本「語」です', 48],
    ['3 % or 5 ‰; then: “no”!', 40],
  ])('begins no line with a mark that closes: %s', (text, most) => {
    for (let width = most; width <= most + 60; width += 1) {
      for (const line of wrapText(text, { ...style, width }).slice(1)) expect(line).not.toMatch(/^[»›”)\]}!?;:,.…。」]/)
    }
  })

  it('lets a mark that opens begin a line, also the one that closes elsewhere', () => {
    expect(wrapText('Guests „ask” ”why” .NET', { ...style, width: 56 })).toEqual(['Guests', '„ask”', '”why”', '.NET'])
  })

  it('leaves room for an icon in the first line', () => {
    expect(wrapText('Adviser calls', { ...style, width: 100 })).toEqual(['Adviser calls'])
    expect(wrapText('Adviser calls', { ...style, width: 100, firstIndent: 22 })).toEqual(['Adviser', 'calls'])
  })

  it('starts below the icon where the first word fits only there', () => {
    expect(wrapText('affordability', { ...style, width: 100, firstIndent: 22 })).toEqual(['', 'affordability'])
  })

  it('gives empty text one empty line', () => {
    expect(wrapText('', { ...style, width: 100 })).toEqual([''])
  })

  it('cuts titles with an ellipsis', () => {
    const lines = wrapText('A very long title that does not fit', { ...style, width: 90, maxLines: 2 })
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/…$/)
  })

  it('is never wider than the line, however odd the text', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 40, max: 400 }), fc.constantFrom(0, 22), (text, width, firstIndent) => {
        wrapText(text, { ...style, width, firstIndent }).forEach((line, i) => {
          const room = i === 0 ? width - firstIndent : width
          if (measureText(line, style) > room + 0.001) expect(segments(line)).toBe(1)
        })
      }),
    )
  })

  it('loses nothing but spaces', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 40, max: 400 }), (text, width) => {
        const kept = wrapText(text, { ...style, width }).join('')
        expect(kept.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
    )
  })
})

/** How many letters a reader would count. */
function segments(text: string): number {
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].length
}

describe('fitText', () => {
  it('leaves text that fits alone', () => {
    expect(fitText('Anna, 29', { ...style, width: 100 })).toBe('Anna, 29')
  })

  it('is never wider than asked', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 20, max: 300 }), (text, width) => {
        expect(measureText(fitText(text, { ...style, width }), style)).toBeLessThanOrEqual(width)
      }),
    )
  })
})
