import { describe, expect, it } from 'vitest'
import { takeHandEdits } from '../../../main/files/takeHandEdits'
import type { MapDocument } from '../../../shared/document/mapDocument'
import { openMapDocument } from '../../../shared/document/yjsDocument'
import { readableMap } from '../../../shared/export/readableMap'
import type { ReadableMap } from '../../../shared/export/readableSchema'
import { addNote } from '../../../shared/commands/notes'
import { changeSettings } from '../../../shared/commands/settings'
import { mergeInto } from '../../../shared/merge/mergeInto'
import { noteOf } from '../../../shared/model/board'
import { awareness, TestBoard } from '../../support/testBoard'

/** A map with two notes, and how its readable part reads after somebody changed one, took one out and added one. */
function handEdited(): { readonly state: Uint8Array; readonly map: ReadableMap } {
  const board = TestBoard.starter()
    .run(addNote, { noteId: 'note_1', cell: awareness, text: 'one' })
    .run(addNote, { noteId: 'note_2', cell: awareness, text: 'two' })
  const map = JSON.parse(JSON.stringify(readableMap(board.document.board()))) as ReadableMap
  const cell = map.lanes.flatMap(({ cells }) => cells).find(({ notes }) => notes.length === 2)!
  cell.notes.splice(0, 2, { ...cell.notes[0]!, text: 'one, by hand' }, { text: 'three, by hand' })
  return { state: board.document.encode(), map }
}

function onComputer(state: Uint8Array, map: ReadableMap, at: string, hash = 'a'.repeat(64)): MapDocument {
  const clock = (): Date => new Date(at)
  const document = openMapDocument({ clock, state })
  takeHandEdits(document, map, hash, { clock })
  return document
}

function textsOf(document: MapDocument): readonly string[] {
  const { notesIn, inbox } = document.board()
  return [...[...notesIn.values()].flat(), ...inbox].map(({ text }) => text).sort()
}

describe('edits of the readable part', () => {
  it('are the same edits on every computer that takes them in', () => {
    const { state, map } = handEdited()
    const [one, two] = [onComputer(state, map, '2026-11-22T08:00:00.000Z'), onComputer(state, map, '2026-11-22T19:30:12.345Z')]
    expect(one.holdsAllOf(two) && two.holdsAllOf(one)).toBe(true)
    expect(one.board()).toEqual(two.board())
    expect(
      readableMap(one.board())
        .lanes.flatMap(({ cells }) => cells.flatMap(({ notes }) => notes))
        .map(({ text }) => text),
    ).toEqual(['one, by hand', 'three, by hand'])
  })

  it('of another file are other edits', () => {
    const { state, map } = handEdited()
    const [one, two] = [
      onComputer(state, map, '2026-11-22T08:00:00.000Z'),
      onComputer(state, map, '2026-11-22T08:00:00.000Z', 'b'.repeat(64)),
    ]
    expect(one.holdsAllOf(two)).toBe(false)
  })

  it('leave whoever goes on editing a name of their own', () => {
    const { state, map } = handEdited()
    const [one, two] = [onComputer(state, map, '2026-11-22T08:00:00.000Z'), onComputer(state, map, '2026-11-22T08:00:00.000Z')]
    for (const [index, document] of [one, two].entries())
      document.write([{ op: 'set', id: 'note_1', fields: { text: `by ${index}` } }], { what: 'editNote', count: 1 })
    expect(one.clashesWith(two)).toMatchObject([{ about: 'note_1', field: 'text' }])
    one.receive(two.encode())
    two.receive(one.encode())
    expect(one.board()).toEqual(two.board())
  })

  it('add a note without an id once, however often the text editor saves it', () => {
    const { state, map } = handEdited()
    const again = JSON.parse(JSON.stringify(map)) as ReadableMap
    again.inbox.push({ text: 'later, by hand' })
    const one = onComputer(state, map, '2026-11-22T08:00:00.000Z')
    mergeInto(one, onComputer(state, again, '2026-11-22T08:05:00.000Z', 'b'.repeat(64)), { at: '2026-11-22T08:05:00.000Z' })
    expect(textsOf(one)).toEqual(['later, by hand', 'one, by hand', 'three, by hand'])
    expect(one.board().conflicts).toEqual([])
  })

  it('make two notes of two that say the same, and of a line that was copied with its id and changed', () => {
    const board = TestBoard.starter().run(addNote, { noteId: 'note_1', cell: awareness, text: 'one' })
    const map = JSON.parse(JSON.stringify(readableMap(board.board))) as ReadableMap
    map.inbox.push({ text: 'Call' }, { text: 'Call' }, { id: 'note_1', text: 'copied, other words' }, { id: 'note_1', text: 'and again' })
    const document = onComputer(board.document.encode(), map, '2026-11-22T08:00:00.000Z')
    expect(textsOf(document)).toEqual(['Call', 'Call', 'and again', 'copied, other words', 'one'])
    expect(noteOf(document.board(), 'note_1')?.text).toBe('one')
  })

  it('leave a setting as it is that the file does not name: whoever wrote it may not know that setting', () => {
    const set = { scenario: 'Buys a flat', criticalThreshold: -2, hypotheses: 'always' } as const
    const board = TestBoard.starter().run(changeSettings, set)
    const { scenario: _scenario, criticalThreshold: _threshold, hypotheses: _hypotheses, ...map } = readableMap(board.board)
    const document = onComputer(board.document.encode(), { ...map, title: 'By hand' }, '2026-11-22T08:00:00.000Z')
    expect(document.board().settings).toMatchObject({ ...set, title: 'By hand' })
    const emptied = onComputer(board.document.encode(), { ...map, scenario: '', hypotheses: 'whenValidated' }, '2026-11-22T08:00:00.000Z')
    expect(emptied.board().settings).toMatchObject({ scenario: '', criticalThreshold: -2, hypotheses: 'whenValidated' })
  })

  it('that change nothing write nothing', () => {
    const { state } = handEdited()
    const document = openMapDocument({ clock: () => new Date(), state })
    takeHandEdits(document, readableMap(document.board()), 'a'.repeat(64), { clock: () => new Date() })
    expect(document.stateVector()).toEqual(openMapDocument({ clock: () => new Date(), state }).stateVector())
  })
})
