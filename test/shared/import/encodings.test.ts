import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../shared/import/decode'
import { readImport } from '../../../shared/import/importFile'
import { encodeAs } from '../../support/encoding'
import { fixtureBytes, importedFile } from '../../support/importing'

const RUSSIAN = [
  'Этап;Действие;Эмоция',
  'Клиент узнаёт о банке из рекламы в метро',
  'Съешь же ещё этих мягких французских булок, да выпей чаю',
  'ДОЛГО ЖДАЛА ОТВЕТА — три дня',
  'Звонит в колл-центр',
  '«Почему в корзине цена уже другая?»',
  'IT-отдел',
  'Да',
]
const POLISH = [
  'Etap;Działanie;Emocja',
  'Klient dowiaduje się o banku z reklamy w tramwaju',
  'Pchnąć w tę łódź jeża lub ośm skrzyń fig',
  'ŻÓŁTA ŁÓDŹ CZEKAŁA TRZY DNI',
  '„Ile to właściwie kosztuje?”',
  'Dzwoni na infolinię',
  'Zażółć gęślą jaźń',
  'są',
]

describe('encodings', () => {
  it.each([
    ['list-cp1250.csv', 'windows-1250', 'Świadomość'],
    ['list-cp1251.csv', 'windows-1251', 'Узнаёт'],
    ['list-utf8-bom.csv', 'utf-8', 'Узнаёт'],
    ['list-utf16le.csv', 'utf-16le', 'Świadomość'],
    ['list-utf16be.csv', 'utf-16be', 'Świadomość'],
  ])('reads %s as %s', (file, encoding, stage) => {
    const map = importedFile(file)

    expect(map.report.encoding).toBe(encoding)
    expect(map.stages[0]?.title).toBe(stage)
    expect(map.report.lines).toEqual([])
  })

  it.each(RUSSIAN)('tells Windows-1251 by its letters: %s', (text) => {
    expect(decodeText(encodeAs(text, 'windows-1251'))).toMatchObject({ ok: true, value: { text } })
  })

  it.each(POLISH)('tells Windows-1250 by its letters: %s', (text) => {
    expect(decodeText(encodeAs(text, 'windows-1250'))).toMatchObject({ ok: true, value: { text } })
  })

  it('tells the two apart in any mixture of sentences of one language', () => {
    const sentences = (from: readonly string[]): fc.Arbitrary<string> =>
      fc.array(fc.constantFrom(...from), { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n'))

    fc.assert(
      fc.property(sentences(RUSSIAN), (text) => {
        expect(decodeText(encodeAs(text, 'windows-1251'))).toMatchObject({ ok: true, value: { text } })
      }),
    )
    fc.assert(
      fc.property(sentences(POLISH), (text) => {
        expect(decodeText(encodeAs(text, 'windows-1250'))).toMatchObject({ ok: true, value: { text } })
      }),
    )
  })

  it('decodes UTF-8 and both UTF-16 as the platform does, for any text', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((value) => !value.includes('\0') && !value.startsWith('\uFEFF'))

    fc.assert(
      fc.property(text, (value) => {
        const decoded = decodeText(new TextEncoder().encode(value))
        expect(decoded.ok && decoded.value.text).toBe(value)
        const le = Buffer.from(`\uFEFF${value}`, 'utf16le')
        const fromLe = decodeText(new Uint8Array(le))
        expect(fromLe.ok && fromLe.value.text).toBe(value)
        const fromBe = decodeText(new Uint8Array(Buffer.from(le).swap16()))
        expect(fromBe.ok && fromBe.value.text).toBe(value)
      }),
    )
  })

  it('breaks UTF-8 where the standard says, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const decoded = decodeText(bytes)
        if (decoded.ok && decoded.value.encoding === 'utf-8' && !decoded.value.text.includes('\uFFFD')) {
          expect(decoded.value.text).toBe(new TextDecoder().decode(bytes))
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('keeps a UTF-8 file readable when one character of it is broken, and lists that line', () => {
    const good = new TextEncoder().encode('Этап;Действие\nУзнаёт;Видит рекламу\nПокупает;Платит картой')
    const bytes = new Uint8Array([...good, 0xd0])
    const result = readImport({ name: 'a.csv', bytes })

    expect(result.ok && result.value.stages.map(({ title }) => title)).toEqual(['Узнаёт', 'Покупает'])
    expect(result.ok && result.value.report.lines.map(({ line, why }) => [line, why])).toEqual([[3, 'bad-bytes']])
  })

  it('reads UTF-16 without a mark by its zero bytes', () => {
    const bytes = new Uint8Array(Buffer.from('Stage,Action\nBuy,Pays\nUse,Opens', 'utf16le'))
    const result = readImport({ name: 'a.csv', bytes })

    expect(result.ok && [result.value.report.encoding, result.value.notes.length]).toEqual(['utf-16le', 2])
  })
})

describe('what cannot be imported', () => {
  const many = (count: number, of: (i: number) => string): string => Array.from({ length: count }, (_, i) => of(i)).join('\n')

  it.each([
    ['nothing', '', 'empty'],
    ['only blanks', ' \n\t\n', 'empty'],
    ['a journey without anything in it', 'journey\n', 'empty'],
    ['a sentence', 'Buy milk, bread and butter', 'not-understood'],
    ['a list of words', 'Milk\nBread\nButter', 'not-understood'],
    ['another diagram', 'flowchart LR\n  A --> B', 'not-understood'],
    ['zero characters', 'a\0b', 'not-text'],
  ])('refuses %s', (_, text, code) => {
    expect(readImport({ text })).toMatchObject({ ok: false, code })
  })

  it.each(['a.csv', 'A.TSV', 'a.tab', 'a.b.csv', 'a.CSV'])('does not advise to save %s as .csv', (name) => {
    expect(readImport({ name, bytes: new TextEncoder().encode('Buy milk') })).toMatchObject({ ok: false, code: 'no-table' })
    expect(readImport({ name: 'a.txt', bytes: new TextEncoder().encode('Buy milk') })).toMatchObject({ code: 'not-understood' })
  })

  it('refuses a picture', () => {
    expect(readImport({ name: 'picture.csv', bytes: fixtureBytes('picture.png') })).toMatchObject({ ok: false, code: 'not-text' })
  })

  it('refuses more than a map can hold, and says how much that is', () => {
    expect(readImport({ text: `journey\n${many(201, (i) => `section S${i}\nT: 3`)}` })).toEqual({
      ok: false,
      code: 'too-large',
      detail: { what: 'stages', count: 201, limit: 200 },
    })
    expect(readImport({ text: `journey\n${many(1_001, (i) => `T${i}`)}` })).toMatchObject({ code: 'too-large', detail: { what: 'steps' } })
    expect(readImport({ text: `Stage,Action\n${many(20_001, (i) => `Buy,Does ${i}`)}` })).toMatchObject({
      code: 'too-large',
      detail: { what: 'notes', count: 20_001 },
    })
  })

  it('refuses a file over the limit before it reads it', () => {
    const bytes = new Uint8Array(20 * 1024 * 1024 + 1).fill(0x61)

    expect(readImport({ name: 'a.csv', bytes })).toMatchObject({ ok: false, code: 'too-large', detail: { what: 'bytes' } })
  })

  it('shortens a title that is too long, divides a text that is, and loses neither', () => {
    const title = 'x'.repeat(501)
    const note = 'word '.repeat(4_500).trim()
    const result = readImport({ text: `Stage,Action\n${title},Pays\nUse,${note}` })
    if (!result.ok) throw new Error(result.code)

    expect(result.value.stages.map((stage) => stage.title.length)).toEqual([500, 3])
    expect(result.value.notes.filter(({ place }) => place === null).map(({ text }) => text)).toEqual([title])
    expect(
      result.value.notes
        .slice(2)
        .map(({ text }) => text)
        .join(' '),
    ).toBe(note)
    expect(result.value.report.lines.map(({ line, why }) => `${line} ${why}`)).toEqual(['2 title-too-long', '3 note-split'])
  })
})
