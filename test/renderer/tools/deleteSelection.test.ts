import { expect, it } from 'vitest'
import { addNote } from '../../../shared/commands/notes'
import { setPoint } from '../../../shared/commands/points'
import { selectOne } from '../../../renderer/state/uiStore'
import { deleteSelection } from '../../../renderer/tools/deleteSelection'
import { awareness, payment } from '../../support/testBoard'
import { TestSession } from '../../support/testSession'

function saidOfDeleting(selection: Parameters<typeof selectOne>[0], language: 'en' | 'ru' | 'pl' = 'en', fill = true): string | undefined {
  const test = new TestSession({ language })
  if (fill) {
    for (const id of ['note_a', 'note_b'] as const) test.session.run(addNote, { noteId: id, cell: awareness, text: id })
    test.session.run(addNote, { noteId: 'note_c', cell: payment, text: 'c' })
    test.session.run(setPoint, { personaId: 'persona_anna', stepId: 'step_awareness', value: 1 })
  }
  test.session.ui.setState(selectOne(selection))
  deleteSelection(test.session)
  return test.toasts.at(-1)?.text
}

it('a deleted stage, step or lane says how many notes of it wait in the inbox, and that points went along', () => {
  expect(saidOfDeleting({ kind: 'stage', id: 'stage_awareness' })).toBe(
    'Stage deleted. 2 notes are in the inbox now. 1 emotion point was deleted too.',
  )
  expect(saidOfDeleting({ kind: 'step', id: 'step_payment' })).toBe('Step deleted. 1 note is in the inbox now.')
  expect(saidOfDeleting({ kind: 'lane', id: 'lane_actions' }, 'ru')).toBe('Дорожка удалена. 3\u00a0стикера теперь во входящих.')
  expect(saidOfDeleting({ kind: 'lane', id: 'lane_actions' }, 'pl')).toBe('Usunięto wiersz. 3\u00a0karteczki są teraz w\u00a0skrzynce.')
})

it('nothing is said of the inbox where nothing went there', () => {
  expect(saidOfDeleting({ kind: 'stage', id: 'stage_awareness' }, 'en', false)).toBe('Stage deleted')
  expect(saidOfDeleting({ kind: 'lane', id: 'lane_goals' })).toBe('Lane deleted')
})
