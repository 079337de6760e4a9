import { expect, it } from 'vitest'
import { settleWhatCan } from '../../../renderer/panels/settleWhatCan'
import { settleConflicts } from '../../../shared/commands/conflicts'
import { addNote, setNoteText } from '../../../shared/commands/notes'
import { changeSettings } from '../../../shared/commands/settings'
import { mergeInto } from '../../../shared/merge/mergeInto'
import { LIMITS } from '../../../shared/model/limits'
import { awareness, TestBoard } from '../../support/testBoard'
import { TestSession } from '../../support/testSession'

it('settles what can be and tells which choice cannot: two scenarios that are too long together', () => {
  const ann = TestBoard.starter()
  for (const noteId of ['note_a', 'note_b', 'note_c'] as const) ann.run(addNote, { noteId, cell: awareness, text: 'before' })
  const bob = ann.fork('Bob')
  for (const copy of [ann, bob]) {
    for (const noteId of ['note_a', 'note_b', 'note_c'] as const) copy.run(setNoteText, { noteId, text: `of ${copy.who}` })
    copy.run(changeSettings, { scenario: copy.who.repeat(LIMITS.longText / 4) })
  }
  mergeInto(ann.document, bob.document, { at: '2026-01-16T09:00:00.000Z' })
  const { session } = new TestSession({ board: ann })
  const { conflicts } = ann.board
  const choices = conflicts.map(({ id }) => ({ conflictId: id, keep: 'both' as const }))

  const { possible, refused } = settleWhatCan(choices, (some) => session.plan(settleConflicts, { choices: some }))

  const scenario = conflicts.find(({ field }) => field === 'scenario')!
  expect([...refused]).toEqual([[scenario.id, 'too-long']])
  expect(possible).toHaveLength(3)
  expect(session.run(settleConflicts, { choices: possible }).ok).toBe(true)
  expect(session.document.board().conflicts.map(({ id }) => id)).toEqual([scenario.id])
})
