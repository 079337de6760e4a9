import { describe, expect, it } from 'vitest'
import { chatAsNotes, linesAsNotes, rangeOf } from '../../../shared/import/pastedText'

describe('lines of text', () => {
  it('become notes without their bullets', () => {
    expect(linesAsNotes('- first\r\n\r\n  • second\tpart \n*third*')).toEqual([
      { text: 'first' },
      { text: 'second part' },
      { text: '*third*' },
    ])
    expect(linesAsNotes(' \n ')).toEqual([])
  })

  it('lose their numbers where every line has one, and only there', () => {
    expect(linesAsNotes('1. Search\n2. Compare\n10) Buy')).toEqual([{ text: 'Search' }, { text: 'Compare' }, { text: 'Buy' }])
    expect(linesAsNotes('1. Search\nCompare')).toEqual([{ text: '1. Search' }, { text: 'Compare' }])
    expect(linesAsNotes('3. May is the deadline')).toEqual([{ text: '3. May is the deadline' }])
  })
})

describe('a chat', () => {
  it.each([
    '[10:42] Igor: Where is my card?\n[10:43] Анна: In the post',
    '10:42 Igor: Where is my card?\n10:43 Анна: In the post',
    '[01.12.2026, 10:42:11] Igor: Where is my card?\n[01.12.2026, 10:43:02] Анна: In the post',
    '01.12.2026, 10:42 - Igor: Where is my card?\n01.12.2026, 10:43 - Анна: In the post',
    '[12/1/26, 9:42 PM] Igor: Where is my card?\n[12/1/26, 9:43 PM] Анна: In the post',
  ])('is parted into who and what: %s', (text) => {
    expect(chatAsNotes(text)).toEqual([
      { author: 'Igor', text: 'Where is my card?' },
      { author: 'Анна', text: 'In the post' },
    ])
  })

  it('keeps the further lines of a message', () => {
    expect(chatAsNotes('[10:42] Igor: Hi\nthere\n[10:43] Eva: Hello')).toEqual([
      { author: 'Igor', text: 'Hi\nthere' },
      { author: 'Eva', text: 'Hello' },
    ])
  })

  it.each(['Igor: hi\nEva: hello', '[10:42] Igor: alone', 'Notes\n[10:42] Igor: a\n[10:43] Eva: b', '10:42 bus\n10:50 train'])(
    'is not seen in %j',
    (text) => {
      expect(chatAsNotes(text)).toBeNull()
    },
  )
})

describe('a range of a spreadsheet', () => {
  it('is its cells, with the line breaks and quotes in them', () => {
    expect(rangeOf('Look\tCompare\r\n"Asks\r\nfriends"\t"says ""maybe"""\r\n', false)).toEqual([
      ['Look', 'Compare'],
      ['Asks\nfriends', 'says "maybe"'],
    ])
  })

  it('keeps empty cells in their places', () => {
    expect(rangeOf('\tA\t\nB\t\t', false)).toEqual([
      ['', 'A', ''],
      ['B', '', ''],
    ])
  })

  it('of one column is known by the table beside it', () => {
    expect(rangeOf('"two\nlines"\nthree', true)).toEqual([['two\nlines'], ['three']])
    expect(rangeOf('"two\nlines"\nthree', false)).toBeNull()
  })

  it('is not seen in lines that only hold a tab somewhere', () => {
    expect(rangeOf('- first\n• second\tpart\nthird', false)).toBeNull()
    expect(rangeOf('plain text', true)).toBeNull()
    expect(rangeOf('\tindented\n\tlines', false)).toBeNull()
  })
})
