import { describe, expect, it } from 'vitest'
import { encodeEnvelope, newFrame, wrap } from '../../../main/files/envelope'
import { readImport } from '../../../shared/import/importFile'
import { awareness, TestBoard } from '../../support/testBoard'
import { addNote } from '../../../shared/commands/notes'

function file(name: string, text: string): { readonly name: string; readonly bytes: Uint8Array } {
  return { name, bytes: new TextEncoder().encode(text) }
}

const LETTER = `Dear Anna,

thank you for coming on Tuesday, it was good to see you, and the team liked it too.
We talked about the branch in Leeds, the app, and the letters that nobody reads.
I will send the notes, as promised; the pictures, too.

Yours,
Ben`

const PIECES = [
  ['package.json', '{\n  "name": "tea",\n  "version": "1.0.0",\n  "files": ["a", "b"]\n}\n'],
  ['cut.json', '{ "name": "tea", "version": "1.0.0", "files": ["a",'],
  ['list.json', '[{"a": 1, "b": 2}, {"a": 3, "b": 4}]'],
  ['numbers.json', '[1, 2,\n3, 4]'],
  ['page.html', '<!DOCTYPE html>\n<html><body><p>One, two, three</p>\n<p>Four, five, six</p></body></html>'],
  ['part.txt', '<table class="a">\n<tr><td>Stage, step</td></tr>\n<tr><td>Buy, pay</td></tr>\n</table>\n'],
  ['picture.svg', '<?xml version="1.0"?>\n<svg><path d="M0,0 L1,1"/>\n<path d="M2,2 L3,3"/></svg>'],
  ['report.rtf', '{\\rtf1\\ansi One, two\\par Three, four}'],
] as const

const OTHERS = [
  ['letter.txt', LETTER],
  ['лист.txt', 'Добрый день, Анна!\n\nСпасибо, что пришли, было интересно.\nОтчёт пришлю завтра, в среду, если успею.\nС уважением, Иван'],
  ['list.txt', 'Ivan Petrov, hello\nAnna, thank you'],
  ['code.js', 'const a = one(1, 2);\nlet b = two(a, 3);\nif (a) {\n  b();\n}\nexport { a, b };\n'],
  ['style.css', 'a {\n  color: red;\n  margin: 0;\n}\nb {\n  top: 1px;\n}\n'],
  ['indented.txt', 'one\n\ttwo\n\t\tthree\n\ttwo\nfour\n\tfive\n'],
  ['ragged.txt', 'a,b,c,d\ne\nf\ng,h\ni\nj\nk,l,m\nn'],
] as const

describe('what was never meant to be imported', () => {
  it('says that a map of ours is one, whatever it is called and however large it is', () => {
    const bytes = encodeEnvelope(
      wrap(TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'a' }).document, newFrame('map_a')),
    )
    const text = new TextDecoder().decode(bytes)
    const large = new Uint8Array(21 * 1024 * 1024).fill(0x20)
    large.set(bytes)
    for (const input of [{ name: 'x.cjm', bytes }, { name: 'x.csv', bytes }, { name: 'x.cjm', bytes: large }, { text }]) {
      expect(readImport(input)).toMatchObject({ ok: false, code: 'is-map' })
    }
    expect(readImport({ name: 'x.cjm', bytes }, { from: 'csv' })).toMatchObject({ ok: false, code: 'is-map' })
  })

  it.each(PIECES)('refuses %s as made for other programs, pasted too', (name, text) => {
    expect(readImport(file(name, text))).toMatchObject({ ok: false, code: 'other-kind' })
    expect(readImport({ text: `\n${text}` })).toMatchObject({ ok: false, code: 'other-kind' })
  })

  it.each(OTHERS)('finds no table in %s, pasted neither', (name, text) => {
    expect(readImport(file(name, text))).toMatchObject({ ok: false, code: 'not-understood' })
    expect(readImport({ text })).toMatchObject({ ok: false, code: 'not-understood' })
  })

  it('takes the word of whoever says that it is a table, or gives it such a name', () => {
    expect(readImport(file('letter.txt', LETTER), { from: 'csv' }).ok).toBe(true)
    expect(readImport(file('letter.csv', LETTER)).ok).toBe(true)
    expect(readImport(file('part.txt', PIECES[5][1]), { from: 'csv' }).ok).toBe(true)
  })
})

describe('what looks odd and is a table all the same', () => {
  it.each([
    ['with a blank behind every comma, and a heading', 'Stage, Action, Pain point\nBuy, Pays, Waits\nUse, Opens, '],
    ['with lanes that are known', 'Mortgage,\n, One, Two\nActions, Asks, Signs\nPain points, , Waits\nnote'],
    ['in columns nobody knows', 'Monday,Tuesday\nrain,sun\nwind,fog'],
    ['still empty, as it comes from a sheet', '\tOne\tTwo\nRed\t\t\nBlue\t\t\nGreen\t\t'],
    ['under lines of text', 'Mortgage\nof the north\nStage,Action\nBuy,Pays'],
    ['that begins with a tag', '<name>;Stage;Action\n<a>;Buy;Pays'],
    ['that begins with a bracket', '[draft],Stage,Action\n1,Buy,Pays'],
    ['in Markdown under HTML', '<h1>Tea</h1>\n\n| Stage | Action |\n|---|---|\n| Buy | Pays |\n\n<p>end</p>'],
  ])('is imported %s', (_what, text) => {
    expect(readImport({ text }).ok).toBe(true)
  })
})
