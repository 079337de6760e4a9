import { expect, it } from 'vitest'
import { addNote } from '../../../shared/commands/notes'
import { focusCell, selectNothing, selectNotes } from '../../../renderer/state/uiStore'
import { copySelected, cutSelected, pasteCopied, readCopied } from '../../../renderer/tools/noteClipboard'
import { awareness, payment } from '../../support/testBoard'
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
