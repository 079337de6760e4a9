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
