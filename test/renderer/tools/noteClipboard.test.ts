import { expect, it } from 'vitest'
import { addLane } from '../../../shared/commands/lanes'
import { addNote, pasteNotes, setNotesPersona } from '../../../shared/commands/notes'
import { LIMITS } from '../../../shared/model/limits'
import { focusCell, selectNothing, selectNotes } from '../../../renderer/state/uiStore'
import { copySelected, cutSelected, pasteCopied, readCopied } from '../../../renderer/tools/noteClipboard'
import { awareness, awarenessGoal, payment, purchase, TestBoard } from '../../support/testBoard'
import { TestSession } from '../../support/testSession'

function paste(test: TestSession, text: string, isTable = false): void {
  const copied = readCopied('', text, isTable ? '<table></table>' : '')
  if (copied) pasteCopied(test.session, copied)
}

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
  const notes = [{ text: 'first' }, { text: 'second part' }, { text: '*third*' }]
  expect(readCopied('', '- first\r\n\r\n  • second\tpart \n*third*')).toEqual({ kind: 'notes', notes })
  expect(readCopied('', ' \n ')).toBeNull()
})

it('data that is not ours is passed over for the text', () => {
  for (const data of ['{"notes":[{"text":1}]}', '<html>'])
    expect(readCopied(data, 'text')).toEqual({ kind: 'notes', notes: [{ text: 'text' }] })
})

it('what is pasted with no place on the board goes to the inbox, and says so', () => {
  const test = new TestSession()
  test.session.ui.setState(selectNothing())
  paste(test, 'one\ntwo')
  expect([test.inbox(), test.toasts[0]?.text]).toEqual([['one', 'two'], '2 notes pasted into the inbox'])
})

it('what is pasted into the inbox is not selected: no key may act on what nobody sees', () => {
  const test = new TestSession()
  const selectedTexts = () =>
    test.ui.selection.kind === 'notes' ? [...test.ui.selection.ids].map((id) => test.board.records.note.get(id)?.text) : []
  test.session.ui.setState(selectNothing())
  paste(test, 'one\ntwo')
  expect(selectedTexts()).toEqual([])
  test.session.ui.setState(focusCell(payment))
  paste(test, 'Pays\tbeyond the steps')
  expect(selectedTexts()).toEqual(['Pays'])
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
  // What this map never had is divided.
  pasteCopied(test.session, { kind: 'notes', notes: [{ text: `${long}!` }] })
  expect(test.texts(awareness).slice(1)).toEqual(['x'.repeat(LIMITS.noteText), 'and more!'])
})

it('a long text and a long list are pasted whole, or nothing of them is and that is said', () => {
  const test = new TestSession()
  test.session.ui.setState(focusCell(payment))
  const words = 'word '.repeat(9_000).trim()
  const lines = Array.from({ length: 2_500 }, (_, i) => `line ${i}`)
  paste(test, [words, ...lines].join('\n'))
  const texts = test.texts(payment)
  expect(texts.slice(-2_500)).toEqual(lines)
  expect(texts.slice(0, -2_500).join(' ')).toBe(words)
  expect(test.toasts.at(-1)?.text).toBe('2503 notes pasted')
  test.toasts.at(-1)?.action?.run()
  expect(test.texts(payment)).toEqual([])

  paste(test, Array.from({ length: LIMITS.notes + 1 }, (_, i) => `line ${i}`).join('\n'))
  expect([test.texts(payment).length, test.toasts.at(-1)?.kind]).toEqual([0, 'warning'])
})

it('one note that is pasted needs no words', () => {
  const test = new TestSession()
  test.session.ui.setState(focusCell(payment))
  paste(test, 'one')
  expect([test.texts(payment), test.toasts]).toEqual([['one'], []])
})

it('the lines of a chat are offered as what each person said', () => {
  const test = new TestSession()
  test.session.ui.setState(focusCell(payment))
  paste(test, '[10:42] Igor: Where is my card?\n[10:43] Eva: In the post')
  expect(test.texts(payment)).toEqual(['[10:42] Igor: Where is my card?', '[10:43] Eva: In the post'])
  test.toasts.at(-1)?.second?.run()
  const notes = [...test.board.notesIn.values()].flat()
  expect(notes.map(({ author, text }) => [author, text])).toEqual([
    ['Igor', 'Where is my card?'],
    ['Eva', 'In the post'],
  ])
  test.session.undo()
  expect(test.texts(payment)).toEqual([])
})

it('the cells of a range become notes from the focused cell on, past the emotions, and one undo takes them back', () => {
  const test = new TestSession()
  test.session.run(addLane, { laneId: 'lane_thoughts', kind: 'thoughts' })
  test.session.run(addNote, { noteId: 'note_a', cell: awareness, text: 'there before' })
  test.session.ui.setState(focusCell(awareness))
  paste(test, 'Searches\t"Signs\nthe form"\nWonders\t')
  const thoughts = { laneId: 'lane_thoughts', columnId: awareness.columnId } as const
  const all = () => [awareness, purchase, thoughts].map((cell) => test.texts(cell))
  expect([...all(), test.inbox()]).toEqual([['there before', 'Searches'], ['Signs\nthe form'], ['Wonders'], []])
  expect(test.toasts.at(-1)?.text).toBe('3 notes pasted')
  test.session.undo()
  expect(all()).toEqual([['there before'], [], []])
})

it('cells of a range beyond the last step or lane go to the inbox, and so does all of it where no cell has the focus', () => {
  const test = new TestSession()
  test.session.ui.setState(focusCell(payment))
  paste(test, 'Pays\tbeyond the steps')
  expect([test.texts(payment), test.inbox()]).toEqual([['Pays'], ['beyond the steps']])
  expect(test.toasts.at(-1)?.text).toBe('2 notes pasted. In the inbox: 1. The map has no further steps or lanes there.')
  test.session.ui.setState(selectNothing())
  paste(test, 'a\tb')
  expect([test.inbox().slice(1), test.toasts.at(-1)?.text]).toEqual([['a', 'b'], '2 notes pasted into the inbox'])
})

it('columns of a range are stages where the focused lane spans them', () => {
  const test = new TestSession()
  test.session.ui.setState(focusCell(awarenessGoal))
  paste(test, 'one\ttwo')
  const goals = [...test.board.notesIn.values()].flat().filter(({ laneId }) => laneId === awarenessGoal.laneId)
  expect(goals.map(({ columnId, text }) => [columnId, text])).toEqual([
    [test.board.stages[0]!.id, 'one'],
    [test.board.stages[1]!.id, 'two'],
  ])
})
