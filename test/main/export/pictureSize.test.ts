import { describe, expect, it } from 'vitest'
import { MOST_PIXELS, pdfPage, pngSize } from '../../../main/export/pictureSize'
import { fail, ok } from '../../../shared/base/result'

describe('pngSize', () => {
  it('is the scene times the scale, in whole pixels', () => {
    expect(pngSize({ width: 2248, height: 1232.5 }, 3)).toEqual(ok({ width: 6744, height: 3698 }))
  })

  it('refuses what Chromium would draw as an empty picture, before it is drawn', () => {
    expect(pngSize({ width: 8192, height: 8192 }, 2)).toEqual(ok({ width: 16_384, height: 16_384 }))
    expect(MOST_PIXELS).toBe(16_384 * 16_384)
    expect(pngSize({ width: 8193, height: 8192 }, 2)).toEqual(fail('too-large', 268))
    expect(pngSize({ width: 40_000, height: 100 }, 2)).toEqual(fail('too-large', 268))
  })
})

describe('pdfPage', () => {
  it('is as large as the map, and never longer than 200 inches', () => {
    expect(pdfPage({ width: 2248, height: 1232.5 })).toEqual({ width: 2248, height: 1233 })
    expect(pdfPage({ width: 38_400, height: 1_000 })).toEqual({ width: 19_200, height: 500 })
    expect(pdfPage({ width: 1_000, height: 38_400 })).toEqual({ width: 500, height: 19_200 })
  })
})
