import { describe, expect, it } from 'vitest'
import { pdfPage } from '../../../main/export/pictureSize'

describe('pdfPage', () => {
  it('is as large as the map, and never longer than 200 inches', () => {
    expect(pdfPage({ width: 2248, height: 1232.5 })).toEqual({ width: 2248, height: 1233 })
    expect(pdfPage({ width: 38_400, height: 1_000 })).toEqual({ width: 19_200, height: 500 })
    expect(pdfPage({ width: 1_000, height: 38_400 })).toEqual({ width: 500, height: 19_200 })
  })
})
