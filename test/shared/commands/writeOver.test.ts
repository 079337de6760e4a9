import { expect, it } from 'vitest'
import { renameLane } from '../../../shared/commands/lanes'
import { addNote, deleteNotes, setNoteText } from '../../../shared/commands/notes'
import { keepDeleted, writeOver } from '../../../shared/commands/writeOver'
import { LIMITS } from '../../../shared/model/limits'
import { awareness, TestBoard } from '../../support/testBoard'

const over = { about: 'note_a', field: 'text', draft: 'Mine', by: 'Bob' } as const

function withNote(): TestBoard {
  return TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'Theirs' })
}

it('keeps a text that is written over, once, and nothing else is lost by it', () => {
  const map = withNote()
  map.run(writeOver, { ...over, text: 'Mine too', conflictId: 'conflict_a' })
  map.run(setNoteText, { noteId: 'note_a', text: 'Theirs' })
  map.run(writeOver, { ...over, text: 'Mine again', conflictId: 'conflict_b' })
  expect(map.board.conflicts.map(({ other }) => other)).toEqual([{ value: 'Theirs', by: 'Bob' }])
})

it('keeps the name of a lane that has none of its own any more', () => {
  const map = TestBoard.starter().run(renameLane, { laneId: awareness.laneId, title: 'Theirs' })
  map.run(writeOver, { about: awareness.laneId, field: 'title', text: null, draft: 'Mine', by: 'Bob', conflictId: 'conflict_a' })
  expect(map.board.records.lane.get(awareness.laneId)?.title).toBeUndefined()
  expect(map.board.conflicts).toMatchObject([{ shown: { value: null }, other: { value: 'Theirs' } }])
})

it('keeps what was written of the map', () => {
  const map = TestBoard.starter()
  const written = map.board.settings.title
  map.run(writeOver, { about: 'map', field: 'title', text: 'Mine', draft: 'Min', by: 'Bob', conflictId: 'conflict_a' })
  expect([map.board.settings.title, map.board.conflicts[0]?.other.value]).toEqual(['Mine', written])
})

it('declines what is gone, what is there already, and what would be too long', () => {
  const map = withNote()
  expect(map.refusal(writeOver, { ...over, about: 'note_b', text: 'Mine', conflictId: 'conflict_a' })).toBe('note-missing')
  expect(map.refusal(writeOver, { ...over, text: 'Theirs', conflictId: 'conflict_a' })).toBe('nothing-to-do')
  expect(map.refusal(writeOver, { ...over, text: 'a'.repeat(LIMITS.noteText + 1), conflictId: 'conflict_a' })).toBe('too-long')
  map.run(deleteNotes, { noteIds: ['note_a'] })
  expect(map.refusal(writeOver, { ...over, text: 'Mine', conflictId: 'conflict_a' })).toBe('note-missing')
})

it('brings back what was deleted and asks once whether it should stay', () => {
  const map = withNote().run(deleteNotes, { noteIds: ['note_a'] })
  const theirs = map.fork('Bob').run(keepDeleted, { ids: ['note_a'] })
  map.run(keepDeleted, { ids: ['note_a'] })
  map.receive(theirs)
  expect(map.notesIn(awareness)).toContain('note_a')
  expect(map.board.conflicts).toMatchObject([{ about: 'note_a', field: 'deleted', shown: { value: null }, other: { by: 'Ann' } }])
  expect(map.board.conflicts[0]?.other.value).toEqual(expect.any(String))
  map.run(deleteNotes, { noteIds: ['note_a'] }).run(keepDeleted, { ids: ['note_a'] })
  expect(map.board.conflicts.length).toBe(1)
  expect(map.refusal(keepDeleted, { ids: ['note_a'] })).toBe('nothing-to-do')
})

it('takes a deletion by somebody with the longest name there may be', () => {
  const map = withNote()
  map.receive(map.fork('N'.repeat(LIMITS.title)).run(deleteNotes, { noteIds: ['note_a'] }))
  expect(map.board.records.note.get('note_a')?.deletedBy).toHaveLength(LIMITS.title)
})
