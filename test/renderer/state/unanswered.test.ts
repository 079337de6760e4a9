import { expect, it } from 'vitest'
import { addNote } from '../../../shared/commands/notes'
import { awareness } from '../../support/testBoard'
import { TestSession } from '../../support/testSession'

it('knows from the first key on that the main process has not answered, and says once when it has', async () => {
  const test = new TestSession()
  const told: boolean[] = []
  test.session.onUnanswered(() => told.push(test.session.unanswered()))
  test.session.run(addNote, { noteId: 'note_a', cell: awareness, text: 'A' })
  test.session.run(addNote, { noteId: 'note_b', cell: awareness, text: 'B' })
  expect([test.session.unanswered(), told]).toEqual([true, [true]])
  await test.session.settled()
  expect([test.session.unanswered(), told]).toEqual([false, [true, false]])
})

it('goes on waiting for an update that was refused, until a later one brought it along', async () => {
  const test = new TestSession()
  test.refuse = 'closed'
  test.session.run(addNote, { noteId: 'note_a', cell: awareness, text: 'A' })
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(test.session.unanswered()).toBe(true)
  test.refuse = null
  await test.session.settled()
  expect(test.session.unanswered()).toBe(false)
})

it('sends only what is missing, however large the map', async () => {
  const test = new TestSession()
  test.session.run(addNote, { noteId: 'note_long', cell: awareness, text: 'x'.repeat(10_000) })
  await test.session.settled()
  test.refuse = 'journal'
  test.session.run(addNote, { noteId: 'note_a', cell: awareness, text: 'A' })
  await new Promise((resolve) => setTimeout(resolve, 0))
  test.refuse = null
  test.session.run(addNote, { noteId: 'note_b', cell: awareness, text: 'B' })
  await test.session.settled()
  expect(test.host.board()).toEqual(test.board)
  expect(Math.max(...test.updateBytes.slice(1))).toBeLessThan(1_000)
})

it('sends an update that is refused while it is waited for once more', async () => {
  const test = new TestSession()
  test.refuse = 'journal'
  test.session.run(addNote, { noteId: 'note_a', cell: awareness, text: 'A' })
  const settled = test.session.settled()
  test.refuse = null
  await settled
  expect(test.session.unanswered()).toBe(false)
  expect(test.host.board()).toEqual(test.board)
})

it('sends all of several that were refused', async () => {
  const test = new TestSession()
  for (const [at, text] of ['A', 'B', 'C', 'D'].entries()) {
    test.refuse = at === 1 ? 'journal' : null
    test.session.run(addNote, { noteId: `note_${at}`, cell: awareness, text })
  }
  test.refuse = null
  await test.session.settled()
  expect(test.host.board()).toEqual(test.board)
  expect(test.session.unanswered()).toBe(false)
})
