import { describe, expect, it } from 'vitest'
import { addNote, deleteNotes } from '../../../shared/commands/notes'
import { takeBackDeletion, untilEdited, untilRestored } from '../../../renderer/state/takeBack'
import { awareness, purchase } from '../../support/testBoard'
import { TestSession } from '../../support/testSession'

function withDeletedNote(): TestSession {
  const test = new TestSession()
  test.session.run(addNote, { noteId: 'note_a', cell: awareness, text: 'A' })
  test.session.run(deleteNotes, { noteIds: ['note_a'] })
  return test
}

describe('the Undo of a message about a deletion', () => {
  it('undoes it, so that redo can delete again', () => {
    const test = withDeletedNote()
    takeBackDeletion(test.session, ['note_a'])()
    expect(test.texts(awareness)).toEqual(['A'])
    test.session.redo()
    expect(test.texts(awareness)).toEqual([])
  })

  it('brings back what was deleted and nothing else when something was done since', () => {
    const test = withDeletedNote()
    const undo = takeBackDeletion(test.session, ['note_a'])
    test.session.run(addNote, { noteId: 'note_b', cell: purchase, text: 'B' })
    undo()
    expect([test.texts(awareness), test.texts(purchase)]).toEqual([['A'], ['B']])
  })
})

describe('a message about an edit', () => {
  it('goes when something else was edited, and not before', () => {
    const test = withDeletedNote()
    let over = 0
    const stop = untilEdited(test.session)(() => {
      over += 1
    })
    expect(over).toBe(0)
    test.session.run(addNote, { noteId: 'note_b', cell: purchase, text: 'B' })
    expect(over).toBe(1)
    stop()
    test.session.undo()
    expect(over).toBe(1)
  })
})

describe('a message about a deletion', () => {
  it('goes when all that was deleted is back by another way, and not before', () => {
    const test = withDeletedNote()
    let over = 0
    const stop = untilRestored(test.session, ['note_a'])(() => {
      over += 1
    })
    test.session.run(addNote, { noteId: 'note_b', cell: purchase, text: 'B' })
    test.session.undo()
    expect(over).toBe(0)
    test.session.undo()
    expect(over).toBe(1)
    stop()
    test.session.redo()
    test.session.undo()
    expect(over).toBe(1)
  })
})
