import { describe, expect, it } from 'vitest'
import { addNote } from '../../../shared/commands/notes'
import { LIMITS } from '../../../shared/model/limits'
import { pointIdOf } from '../../../shared/model/point'
import { setPoint } from '../../../shared/commands/points'
import { createToasts } from '../../../renderer/app/toasts'
import { startEditing } from '../../../renderer/state/uiStore'
import type { Editing } from '../../../renderer/state/uiState'
import { editNote, endTyping, startNote, takeUpText, typeText } from '../../../renderer/tools/noteEntry'
import { payment } from '../../support/testBoard'
import { TestSession } from '../../support/testSession'

type Open = Exclude<Editing, { kind: 'none' }>

function open(test: TestSession): Open {
  const { editing } = test.ui
  if (editing.kind === 'none') throw new Error('no field is open')
  takeUpText(test.session, editing)
  return editing
}

const words = (count: number): string => Array.from({ length: count }, (_, i) => `w${i}`).join(' ')
const letters = (texts: readonly string[]): string => texts.join(' ').replace(/\s+/g, ' ')

describe('a text pasted into a note that is too long for one', () => {
  it.each(['escape', 'enter', 'blur'] as const)('becomes several notes, whatever ends the field: %s', (key) => {
    const test = new TestSession()
    startNote(test.session, payment)
    const long = words(5_200)
    expect(long.length).toBeGreaterThan(28_000)
    const field = open(test)
    const held = typeText(test.session, field, long, { pasted: true })
    expect(test.texts(payment).length).toBe(2)
    expect(held).toBe(test.texts(payment)[0])
    endTyping(test.session, field, key)
    expect(letters(test.texts(payment))).toBe(long)
    expect(test.toasts.at(-1)?.text).toBe('Too long for one note: the rest is in 1 more note')
  })

  it('takes nothing along that an old note said, and one undo brings it all back as it was', () => {
    const test = new TestSession()
    test.session.run(addNote, { noteId: 'note_a', cell: payment, text: 'Old words' })
    test.session.run(addNote, { noteId: 'note_b', cell: payment, text: 'Next note' })
    editNote(test.session, 'note_a')
    const field = open(test)
    typeText(test.session, field, 'Old words typed')
    typeText(test.session, field, `Old words typed ${words(5_200)} tail`, { pasted: true })
    const texts = test.texts(payment)
    expect([letters(texts.slice(0, -1)), texts.at(-1)]).toEqual([`Old words typed ${words(5_200)} tail`, 'Next note'])
    test.toasts.at(-1)?.action?.run()
    expect(test.texts(payment)).toEqual(['Old words typed', 'Next note'])
  })
})

describe('a field that is full', () => {
  it('takes no further letter, keeps all that it has, and says so', () => {
    const test = new TestSession()
    const full = 'x'.repeat(LIMITS.noteText)
    test.session.run(addNote, { noteId: 'note_a', cell: payment, text: full })
    editNote(test.session, 'note_a')
    expect(typeText(test.session, open(test), `${full.slice(0, 5)}!${full.slice(5)}`)).toBe(full)
    expect([test.texts(payment), test.toasts.at(-1)?.text]).toEqual([[full], '1 character did not fit. The limit is 20,000.'])
    expect(test.toasts.at(-1)?.action).toBeUndefined()
  })

  const fields: readonly (readonly [string, Open, (test: TestSession) => string | undefined])[] = [
    ['a stage', { kind: 'stage', id: 'stage_awareness', field: 'title' }, ({ board }) => board.records.stage.get('stage_awareness')?.title],
    [
      'a duration',
      { kind: 'stage', id: 'stage_awareness', field: 'duration' },
      ({ board }) => board.records.stage.get('stage_awareness')?.duration,
    ],
    ['a step', { kind: 'step', id: 'step_payment' }, ({ board }) => board.records.step.get('step_payment')?.title],
    ['a lane', { kind: 'lane', id: 'lane_goals' }, ({ board }) => board.records.lane.get('lane_goals')?.title],
    ['the map', { kind: 'mapTitle' }, ({ board }) => board.settings.title],
    [
      'a point',
      { kind: 'point', id: pointIdOf('persona_anna', 'as-is', 'step_payment') },
      ({ board }) => board.records.point.get(pointIdOf('persona_anna', 'as-is', 'step_payment'))?.label,
    ],
  ]
  it.each(fields)('keeps what fits, and the rest can wait in the inbox: the name of %s', (_name, editing, written) => {
    const test = new TestSession()
    test.session.run(setPoint, { personaId: 'persona_anna', stepId: 'step_payment', value: 1 })
    test.session.ui.setState(startEditing(editing))
    const field = open(test)
    const long = 'n'.repeat(615)
    expect(typeText(test.session, field, long, { pasted: true })).toBe(long.slice(0, LIMITS.title))
    expect(written(test)).toBe(long.slice(0, LIMITS.title))
    endTyping(test.session, field, 'enter')
    expect(written(test)).toBe(long.slice(0, LIMITS.title))
    expect(test.toasts.at(-1)?.text).toBe('115 characters did not fit. The limit is 500.')
    test.toasts.at(-1)?.action?.run()
    expect(test.inbox()).toEqual(['n'.repeat(115)])
  })

  it('goes on offering the rest of what was pasted when a letter does not fit either', () => {
    const test = new TestSession()
    test.session.ui.setState(startEditing({ kind: 'step', id: 'step_payment' }))
    const field = open(test)
    const held = typeText(test.session, field, 'n'.repeat(615), { pasted: true })
    typeText(test.session, field, `${held}!`)
    const shown = createToasts()
    for (const toast of test.toasts) shown.show(toast)
    expect(shown.store.getState().map(({ action }) => action !== undefined)).toEqual([true, false])
  })
})

it('what cannot be written does not stand in the field', () => {
  const test = new TestSession({ readOnly: true })
  test.session.ui.setState(startEditing({ kind: 'stage', id: 'stage_awareness', field: 'title' }))
  expect(typeText(test.session, open(test), 'Another name')).toBe('Awareness')
})

describe('lines pasted into a note', () => {
  it('stay one text, and become a note each where that is asked for', () => {
    const test = new TestSession()
    startNote(test.session, payment)
    const field = open(test)
    typeText(test.session, field, '- one\n- two\n- three', { pasted: true })
    expect([test.texts(payment), test.toasts.at(-1)?.text]).toEqual([['- one\n- two\n- three'], '3 lines are in one note'])
    test.toasts.at(-1)?.action?.run()
    expect([test.texts(payment), test.ui.editing.kind]).toEqual([['one', 'two', 'three'], 'none'])
    test.session.undo()
    expect(test.texts(payment)).toEqual(['- one\n- two\n- three'])
  })

  it('are not offered where somebody typed them', () => {
    const test = new TestSession()
    startNote(test.session, payment)
    typeText(test.session, open(test), 'one\ntwo')
    expect(test.toasts).toEqual([])
  })
})
