import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanName, isolate, safeFileName, visibleName } from '../../../shared/base/safeText'

const RLO = '\u202E'
const HIDDEN = /[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u

describe('cleanName', () => {
  it('takes out what turns or hides text and keeps what people write', () => {
    expect(cleanName(`exe.${RLO}gpj`)).toBe('exe.gpj')
    expect(cleanName('Путь\u200B клиента\u0000\t2')).toBe('Путь клиента 2')
    expect(cleanName('Z\u0307o\u0301łw')).toBe('Żółw')
    expect(cleanName('خريطة الرحلة')).toBe('خريطة الرحلة')
    expect(cleanName('👩\u200D🔬 team')).toBe('👩\u200D🔬 team')
    expect(cleanName('a\u200Db')).toBe('ab')
    expect(cleanName('o\u200B\u0301')).toBe('ó')
  })

  it('keeps eight marks on a letter and drops the rest of the tower', () => {
    const tower = `x${'\u0335'.repeat(200)}y`
    expect([...cleanName(tower)]).toHaveLength(10)
  })

  it('leaves nothing hidden in any text, is at peace with its own result, and is quick with a long one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const clean = cleanName(text)
        expect(clean).not.toMatch(HIDDEN)
        expect(cleanName(clean)).toBe(clean)
      }),
    )
    expect(cleanName('\u0301'.repeat(200_000))).toHaveLength(8)
  })
})

describe('visibleName', () => {
  it('shows a hidden character as a mark instead of obeying or dropping it', () => {
    expect(visibleName(`map${RLO}mjc.cjm`)).toBe('map‹U+202E›mjc.cjm')
    expect(visibleName('map\u200B.cjm')).not.toBe(visibleName('map.cjm'))
    expect(visibleName('Карта клиента.cjm')).toBe('Карта клиента.cjm')
  })
})

describe('isolate', () => {
  it('closes a name off, whatever directions it opens', () => {
    expect(isolate(`a${RLO}b\u2067c`)).toBe('\u2068abc\u2069')
  })
})

describe('safeFileName', () => {
  it('makes a name that every system takes', () => {
    expect(safeFileName('Mapa: Q1/Q2 "nowa"?', 'x')).toBe('Mapa Q1 Q2 nowa')
    expect(safeFileName('../../etc/passwd', 'x')).toBe('etc passwd')
    expect(safeFileName('CON', 'x')).toBe('_CON')
    expect(safeFileName('lpt1.backup', 'x')).toBe('_lpt1.backup')
    expect(safeFileName('…', 'x')).toBe('…')
    expect(safeFileName(' . ', 'Untitled map')).toBe('Untitled map')
    expect(safeFileName('name. ', 'x')).toBe('name')
  })

  it('fits 255 bytes with an ending and the mark of a copy, and never cuts a letter in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
        const name = safeFileName(title, 'x')
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(201)
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cs}]|[. ]$|^$/u)
      }),
    )
  })
})
