import { describe, expect, it } from 'vitest'
import { addNote, deleteNotes } from '../../../shared/commands/notes'
import { takeBackDeletion, untilRestored, untilUndone } from '../../../renderer/state/takeBack'
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

/** Adds a note, takes it back and then what was before it; how often the message said that it is over by then. */
function overAfterTwoUndos(
  test: TestSession,
  until: ReturnType<typeof untilRestored>,
): { readonly stop: () => void; readonly count: () => number } {
  let over = 0
  const stop = until(() => {
    over += 1
  })
  test.session.run(addNote, { noteId: 'note_b', cell: purchase, text: 'B' })
  test.session.undo()
  expect(over).toBe(0)
  test.session.undo()
  expect(over).toBe(1)
  return { stop, count: () => over }
}

describe('a message about an edit', () => {
  it('goes when that is undone, and not when another is', () => {
    const test = withDeletedNote()
    overAfterTwoUndos(test, untilUndone(test.session, 'deleteNotes'))
  })
})

describe('a message about a deletion', () => {
  it('goes when all that was deleted is back by another way, and not before', () => {
    const test = withDeletedNote()
    const { stop, count } = overAfterTwoUndos(test, untilRestored(test.session, ['note_a']))
    stop()
    test.session.redo()
    test.session.undo()
    expect(count()).toBe(1)
  })
})
