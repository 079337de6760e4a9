import { expect, it } from 'vitest'
import { addNote, pasteNotes, setNotesPersona } from '../../../shared/commands/notes'
import { LIMITS } from '../../../shared/model/limits'
import { focusCell, selectNothing, selectNotes } from '../../../renderer/state/uiStore'
import { copySelected, cutSelected, pasteCopied, readCopied } from '../../../renderer/tools/noteClipboard'
import { awareness, payment, TestBoard } from '../../support/testBoard'
import { TestSession } from '../../support/testSession'

it('notes that are copied come back as they were, in one undo step', () => {
  const test = new TestSession()
  test.session.run(addNote, { noteId: 'note_a', cell: awareness, text: 'A', color: 'sky', mark: 'pain' })
  test.session.run(addNote, { noteId: 'note_b', cell: awareness, text: 'two\nlines' })
  test.session.ui.setState(selectNotes(['note_a', 'note_b']))
  const copied = copySelected(test.session)!
  expect(copied.text).toBe('A\ntwo lines')

  test.session.ui.setState(focusCell(payment))
  pasteCopied(test.session, readCopied(copied.data, copied.text)!)
  expect(test.texts(payment)).toEqual(['A', 'two\nlines'])
  const [pasted] = [...test.board.notesIn.values()].flat().filter((note) => note.columnId === 'step_payment')
  expect(pasted).toMatchObject({ color: 'sky', mark: 'pain', author: 'Ann' })
  test.session.undo()
  expect(test.texts(payment)).toEqual([])
})

it('notes that are cut are gone until they are pasted', () => {
  const test = new TestSession()
  test.session.run(addNote, { noteId: 'note_a', cell: awareness, text: 'A' })
  test.session.ui.setState(selectNotes(['note_a']))
  const copied = copySelected(test.session)!
  cutSelected(test.session)
  expect([test.texts(awareness), test.ui.focus]).toEqual([[], { kind: 'cell', cell: awareness }])
  pasteCopied(test.session, readCopied(copied.data, copied.text)!)
  expect(test.texts(awareness)).toEqual(['A'])
})

it('text from elsewhere becomes a note for each line, without its bullets', () => {
  expect(readCopied('', '- first\r\n\r\n  • second\tpart \n*third*')).toEqual([
    { text: 'first' },
    { text: 'second part' },
    { text: '*third*' },
  ])
  expect(readCopied('', ' \n ')).toBeNull()
})

it('data that is not ours is passed over for the text', () => {
  expect(readCopied('{"notes":[{"text":1}]}', 'text')).toEqual([{ text: 'text' }])
  expect(readCopied('<html>', 'text')).toEqual([{ text: 'text' }])
})

it('what is pasted with no place on the board goes to the inbox, and says so', () => {
  const test = new TestSession()
  test.session.ui.setState(selectNothing())
  pasteCopied(test.session, [{ text: 'one' }, { text: 'two' }])
  expect([test.inbox(), test.toasts[0]?.text]).toEqual([['one', 'two'], '2 notes pasted into the inbox'])
})

it('whom notes are about travels along, as far as the map knows them', () => {
  const test = new TestSession()
  test.session.run(addNote, { noteId: 'note_a', cell: awareness, text: 'A' })
  test.session.run(setNotesPersona, { noteIds: ['note_a'], personaId: 'persona_anna', on: true })
  test.session.ui.setState(selectNotes(['note_a']))
  const { data, text } = copySelected(test.session)!
  test.session.ui.setState(focusCell(payment))
  pasteCopied(test.session, readCopied(data.replace('"persona_anna"', '"persona_anna","persona_elsewhere"'), text)!)
  const [pasted] = [...test.board.notesIn.values()].flat().filter((note) => note.columnId === 'step_payment')
  expect(pasted?.personaIds).toEqual(['persona_anna'])
})

it('as many notes as are cut come back, as they were', () => {
  const test = new TestSession()
  const notes = Array.from({ length: 2_100 }, (_, i) => ({ noteId: `note_${i}` as const, text: `two\nlines ${i}` }))
  test.session.run(pasteNotes, { cell: awareness, notes })
  test.session.ui.setState(selectNotes(notes.map(({ noteId }) => noteId)))
  const copied = copySelected(test.session)!
  cutSelected(test.session)
  expect(test.texts(awareness)).toEqual([])
  pasteCopied(test.session, readCopied(copied.data, copied.text)!)
  expect(test.texts(awareness)).toEqual(notes.map(({ text }) => text))
})

it('a text longer than may be written, which an older file brought along, survives being cut and pasted', () => {
  const long = `${'x'.repeat(LIMITS.noteText)}\nand more`
  const board = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'A' })
  board.document.write([{ op: 'set', id: 'note_a', fields: { text: long } }], { what: 'editNote', count: 1 })
  const test = new TestSession({ board })
  test.session.ui.setState(selectNotes(['note_a']))
  const copied = copySelected(test.session)!
  cutSelected(test.session)
  pasteCopied(test.session, readCopied(copied.data, copied.text)!)
  expect(test.texts(awareness)).toEqual([long])
  // What this map never had is refused, and said so.
  pasteCopied(test.session, [{ text: `${long}!` }])
  expect([test.texts(awareness).length, test.toasts.at(-1)?.kind]).toEqual([1, 'warning'])
})
