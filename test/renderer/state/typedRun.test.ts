import { describe, expect, it } from 'vitest'
import { addNote } from '../../../shared/commands/notes'
import { changeSettings } from '../../../shared/commands/settings'
import { mergeInto } from '../../../shared/merge/mergeInto'
import { createTypedRun } from '../../../renderer/state/typedRun'
import { awareness, TestBoard } from '../../support/testBoard'
import { TestSession } from '../../support/testSession'

/** A field of a panel in which somebody types the scenario. */
function scenarioField(board = TestBoard.starter()) {
  const test = new TestSession({ board })
  const write = createTypedRun(test.session)
  let draft = ''
  const type = (scenario: string, goesOn = true): void => {
    write({ about: 'map', field: 'scenario' }, scenario, { goesOn, draft })
    draft = scenario
  }
  return { test, type }
}

describe('a field of a panel', () => {
  it('writes every keystroke, and undo takes all of them back at once', async () => {
    const { test, type } = scenarioField()
    type('B', false)
    type('Bu')
    await test.session.settled()
    expect(test.host.board().settings.scenario).toBe('Bu')
    type('Buy')
    test.session.undo()
    expect([test.board.settings.scenario, test.undoName()]).toEqual(['', undefined])
    test.session.redo()
    expect(test.board.settings.scenario).toBe('Buy')
  })

  it('begins another undo step when it is entered again', () => {
    const { test, type } = scenarioField()
    type('Buy', false)
    type('Buy tea', false)
    test.session.undo()
    expect(test.board.settings.scenario).toBe('Buy')
  })

  it('begins another undo step after something else was edited or undone in between', () => {
    const { test, type } = scenarioField()
    type('B', false)
    test.session.run(addNote, { noteId: 'note_a', cell: awareness, text: 'A' })
    type('Bu')
    test.session.undo()
    expect([test.board.settings.scenario, test.texts(awareness)]).toEqual(['B', ['A']])
    type('Buy')
    test.session.undo()
    expect([test.board.settings.scenario, test.undoName()]).toEqual(['B', 'addNote'])
  })

  it('keeps in a conflict what somebody else wrote there meanwhile, and shows it again on undo', () => {
    const board = TestBoard.starter()
    const { test, type } = scenarioField(board)
    type('Buy', false)
    const bob = board.fork('Bob')
    bob.document.receive(test.session.document.encode())
    bob.run(changeSettings, { scenario: 'Sell' })
    mergeInto(test.host, bob.document, { at: '2026-01-16T09:00:00.000Z' })
    test.receive(test.host.encode())
    type('Buy tea')
    expect(test.board.settings.scenario).toBe('Buy tea')
    expect(test.board.conflicts).toMatchObject([{ about: 'map', field: 'scenario', other: { value: 'Sell', by: 'Bob' } }])
    test.session.undo()
    expect([test.board.settings.scenario, test.board.conflicts]).toEqual(['Sell', []])
  })
})
