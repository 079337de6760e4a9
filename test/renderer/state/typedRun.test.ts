import { describe, expect, it } from 'vitest'
import { addNote } from '../../../shared/commands/notes'
import { changeSettings } from '../../../shared/commands/settings'
import { createTypedRun } from '../../../renderer/state/typedRun'
import { awareness } from '../../support/testBoard'
import { TestSession } from '../../support/testSession'

/** A field of a panel in which somebody types the scenario. */
function scenarioField() {
  const test = new TestSession()
  const write = createTypedRun(test.session)
  return { test, type: (scenario: string, goesOn = true) => write(changeSettings, { scenario }, goesOn) }
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
})
