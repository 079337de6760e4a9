import { describe, expect, it } from 'vitest'
import { cellText, MARKDOWN, marksOfSheet } from '../../../shared/import/cellText'
import { imported, notesOf } from '../../support/importing'

const sheet = (cell: string): string => cellText(cell, { weak: false, escapes: false })
const markdown = (cell: string): string => cellText(cell, MARKDOWN)

describe('text that only looks like markup', () => {
  it.each([
    'x <b and c> d',
    'if a<b then c>d',
    'waits <b> 5 minutes',
    'age <i>, see below',
    '<name> clicks <Buy now>',
    'a </b> c',
    '<p> is the price',
    'C:\\_temp\\*new*\\_old_',
    '\\\\server\\_share_\\x',
    'a \\* b \\_ c',
    'f(x) = 2**3 + 4**5',
    '__init__ and *args, **kwargs',
    '*required and *optional',
    'rate ~ 5 and ~~ 6',
    'see [1] and [2]',
    '== equal ==',
    '[[Ctrl]]',
    '## 2',
    '> 5 minutes',
    'R&D; AT&T &unknown;',
    '<img>',
    "it's 5' < 6' > 4'",
    '`raw`',
  ])('stays in a sheet, letter by letter: %j', (cell) => {
    expect(sheet(cell)).toBe(cell)
  })

  it.each([
    'x <b and c> d',
    'waits <b> 5 minutes',
    '<name> clicks <Buy now>',
    'C:\\_temp\\new_file_',
    '\\\\server\\_share_\\x',
    'snake_case_name and 2*3*4',
    'https://a.example/_b_/**c**/d~~e~~f',
    'R&D; AT&T &unknown;',
  ])('stays in Markdown: %j', (cell) => {
    expect(markdown(cell)).toBe(cell)
  })
})

describe('markup in a cell', () => {
  it.each([
    ['a **bold** word', 'a bold word'],
    ['~~old~~ new', 'old new'],
    ['[Docs](https://x.example/_a_)', 'Docs (https://x.example/_a_)'],
    ['one<br>two<br/>three<BR />four', 'one\ntwo\nthree\nfour'],
    ['<ul><li>one</li><li>two</li></ul>', 'one\ntwo'],
    ['<ul><li>one<li>two</ul>', 'one\ntwo'],
    ['<b>Pay</b> by <span style="color: red">card</span>', 'Pay by card'],
    ['<b>two<br>lines</b>', 'two\nlines'],
    ['<p class=x>one</p><p>two</p>', 'one\ntwo'],
    ['<a href="https://x.example"><b>Site</b></a>', 'Site (https://x.example)'],
    [
      "<a href=https://x.example>Site</a> and <a href='https://y.example'>https://y.example</a>",
      'Site (https://x.example) and https://y.example',
    ],
    ['<img src=a.png alt="Start page">', 'Start page (a.png)'],
    ['<input type="checkbox" checked> Pay', '[x]  Pay'],
    ['Ok &amp; good &#8211; fine', 'Ok & good – fine'],
    ['&lt;b&gt; tag', '<b> tag'],
    ['<https://x.example> <me@x.example>', 'https://x.example me@x.example'],
  ])('is read in a sheet and in Markdown: %j', (cell, text) => {
    expect(sheet(cell)).toBe(text)
    expect(markdown(cell)).toBe(text)
  })

  it.each([
    ['*soft* and _low_', 'soft and low'],
    ['***both***', 'both'],
    ['`a*b*c` and `<b>x</b>`', 'a*b*c and <b>x</b>'],
    ['5 \\* 3 \\_ \\<b\\>', '5 * 3 _ <b>'],
    ['==marked==', 'marked'],
    ['[[Page|name]] [[Other]]', 'name Other'],
    ['> “Is it free?”', '“Is it free?”'],
    ['### Head', 'Head'],
    ['[![Badge](https://b.example/x.svg)](https://b.example)', 'Badge (https://b.example/x.svg) (https://b.example)'],
    ['foo**bar**baz', 'foobarbaz'],
    ['<li>one<li>two', 'one\ntwo'],
  ])('is read in Markdown: %j', (cell, text) => {
    expect(markdown(cell)).toBe(text)
  })

  it('of the weaker kind is read in a sheet that some program wrote Markdown into', () => {
    const rows = (cell: string) => ({ rows: [{ line: 1, cells: ['Stage', cell] }] })
    expect(marksOfSheet(rows('*low* 2**3 [1](2)')).weak).toBe(false)
    expect(marksOfSheet(rows('**bold**')).weak).toBe(true)
    expect(marksOfSheet(rows('see [x](https://x.example)')).weak).toBe(true)
  })

  it('is not looked for without end in a cell that is made to make it', () => {
    for (const part of ['<b>', '</b>', '<a href=', '[', '**a', '`a', '~~a', '\\', '<b ', '![](', '_a', 'https://', '&#1'])
      for (const marks of [MARKDOWN, { weak: false, escapes: false }])
        expect(cellText(part.repeat(60_000 / part.length), marks).length, part).toBeGreaterThan(0)
  })

  it('a table loses nothing that somebody typed', () => {
    const map = imported('Stage,Actions\nLook,x <b and c> d\nBuy,C:\\_temp\nUse,2**3**4', 'csv')
    expect(notesOf(map)).toEqual(['actions/Look: x <b and c> d', 'actions/Buy: C:\\_temp', 'actions/Use: 2**3**4'])
  })
})
