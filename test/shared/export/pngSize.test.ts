import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../shared/base/result'
import { MOST_PIXELS, pngLimitText, pngSize } from '../../../shared/export/pngSize'
import { createTranslator } from '../../../shared/i18n/translator'

describe('pngSize', () => {
  it('is the scene times the scale, in whole pixels', () => {
    expect(pngSize({ width: 2248, height: 1232.5 }, 3)).toEqual(ok({ width: 6744, height: 3698 }))
  })

  it('refuses what Chromium would draw as an empty picture, and names the scale that works', () => {
    expect(pngSize({ width: 8192, height: 8192 }, 2)).toEqual(ok({ width: 16_384, height: 16_384 }))
    expect(MOST_PIXELS).toBe(16_384 * 16_384)
    expect(pngSize({ width: 8193, height: 8192 }, 4)).toEqual(fail('too-large', { of: 'pixels', largest: 1 }))
    expect(pngSize({ width: 20_000, height: 100 }, 4)).toEqual(fail('too-large', { of: 'side', largest: 3 }))
    expect(pngSize({ width: 70_000, height: 10_000 }, 1)).toEqual(fail('too-large', { of: 'side', largest: null }))
  })

  it('says which limit it is, and what works instead', () => {
    const said = (width: number, height: number, language: 'en' | 'ru' | 'pl'): string => {
      const tried = pngSize({ width, height }, 4)
      return tried.ok ? '' : pngLimitText(createTranslator(language), tried)
    }
    expect(said(20_000, 100, 'en')).toBe('A side of a PNG can be at most 65,535 pixels. Choose 3×, PDF or SVG.')
    expect(said(70_000, 100, 'ru')).toBe('Сторона PNG не может быть больше 65\u00a0535\u00a0пикселей. Выберите PDF или SVG.')
    expect(said(8193, 8192, 'pl')).toBe('Plik PNG może mieć najwyżej 268\u00a0mln pikseli. Wybierz 1×, PDF albo SVG.')
  })
})
