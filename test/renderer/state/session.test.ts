import { describe, expect, it } from 'vitest'
import { addNote, deleteNotes, moveNotes, notesToInbox } from '../../../shared/commands/notes'
import { deletePoint, setPoint } from '../../../shared/commands/points'
import { deleteLane, setLaneHidden } from '../../../shared/commands/lanes'
import { deletePersona } from '../../../shared/commands/personas'
import { deleteStage } from '../../../shared/commands/stages'
import { addStep, deleteStep } from '../../../shared/commands/steps'
import type { LaneId } from '../../../shared/model/lane'
import { pointIdOf } from '../../../shared/model/point'
import type { StageId } from '../../../shared/model/stage'
import type { StepId } from '../../../shared/model/step'
import type { Focus } from '../../../renderer/state/uiState'
import { createTranslator } from '../../../shared/i18n/translator'
import { darkTheme } from '../../../shared/scene/theme'
import { selectNotes } from '../../../renderer/state/uiStore'
import { awareness, payment, purchase } from '../../support/testBoard'
import { TestSession } from '../../support/testSession'

describe('an edit', () => {
  it('is shown here at once and reaches the main process', async () => {
    const test = new TestSession()
    test.session.run(addNote, { noteId: 'note_a', cell: awareness, text: 'Reads a blog' })

    expect(test.texts(awareness)).toEqual(['Reads a blog'])
    await test.session.settled()
    expect(test.host.board()).toEqual(test.board)
  })

  it('that is refused says why and sends nothing', () => {
    const test = new TestSession()
    const answer = test.session.run(moveNotes, { noteIds: ['note_gone'], cell: purchase })

    expect(answer).toMatchObject({ ok: false, code: 'note-missing' })
    expect(test.toasts.map(({ kind }) => kind)).toEqual(['warning'])
    expect(test.updateBytes).toEqual([])
  })

  it('that changes nothing is refused without a word', () => {
    const test = new TestSession()
    test.session.run(addNote, { noteId: 'note_a', cell: awareness, text: 'A' })

    expect(test.session.run(moveNotes, { noteIds: ['note_a'], cell: awareness }).ok).toBe(false)
    expect(test.toasts).toEqual([])
  })

  it('is refused in a map that is open for reading only', () => {
    const test = new TestSession({ readOnly: true })

    expect(test.session.run(addNote, { noteId: 'note_a', cell: awareness, text: 'A' })).toEqual({ ok: false, code: 'read-only' })
    expect(test.texts(awareness)).toEqual([])
    expect(test.updateBytes).toEqual([])
  })

  it('that the main process did not take is sent again with the next one', async () => {
    const test = new TestSession()
    test.refuse = 'journal'
    test.session.run(addNote, { noteId: 'note_a', cell: awareness, text: 'Kept here' })
    await Promise.resolve()
    test.refuse = null
    test.session.run(addNote, { noteId: 'note_b', cell: awareness, text: 'And this' })
    await test.session.settled()

    expect(test.host.board()).toEqual(test.board)
    expect(test.toasts.map(({ kind }) => kind)).toEqual(['error'])
  })
})

describe('another window', () => {
  it('is heard, and its edit cannot be undone here', () => {
    const test = new TestSession()
    test.host.onUpdate((update, origin) => origin === 'local' && test.receive(update))
    const add = addNote.plan(test.host.board(), { noteId: 'note_b', cell: awareness, text: 'From the other' }, { now: '', who: 'Bob' })
    if (!add.ok) throw new Error(add.code)
    test.host.write(add.value, { what: 'addNote', count: 1 })

    expect(test.texts(awareness)).toEqual(['From the other'])
    expect(test.session.document.canUndo()).toBeNull()
  })
})

describe('the picture', () => {
  it('is the same object until something changes', () => {
    const { session } = new TestSession()
    const before = [session.board(), session.layout(), session.scene()]
    session.ui.setState({ camera: { x: 5, y: 5, zoom: 2 } })

    expect([session.board(), session.layout(), session.scene()]).toEqual(before)
    expect(session.board()).toBe(before[0])
    expect(session.layout()).toBe(before[1])
    expect(session.scene()).toBe(before[2])
  })

  it('shows a gesture that is not written yet', () => {
    const { session } = new TestSession()
    const plan = session.plan(setPoint, { personaId: 'persona_anna', stepId: 'step_payment', value: 3 })
    if (!plan.ok) throw new Error(plan.code)
    let told = 0
    session.onPicture(() => {
      told += 1
    })
    session.ui.setState({ preview: plan.value })

    expect(told).toBe(1)
    expect([...session.layout().points.values()].map(({ point }) => point.value)).toEqual([3])
    expect(session.document.board().records.point.size).toBe(0)
  })

  it('follows the language and the theme', () => {
    const { session } = new TestSession()
    const before = session.scene()
    session.setLook({ translator: createTranslator('ru'), theme: darkTheme })

    const words = session.scene().nodes.flatMap(({ items }) => items.flatMap((item) => (item.type === 'text' ? [item.text] : [])))
    expect(words).toContain('Эмоции')
    expect(session.scene().background).not.toBe(before.background)
  })
})

describe('what is selected', () => {
  it('is let go when it is deleted, and the focus stays in its cell', () => {
    const test = new TestSession()
    test.session.run(addNote, { noteId: 'note_a', cell: awareness, text: 'A' })
    test.session.ui.setState(selectNotes(['note_a']))
    test.session.run(deleteNotes, { noteIds: ['note_a'] })

    expect(test.ui.selection).toEqual({ kind: 'none' })
    expect(test.ui.focus).toEqual({ kind: 'cell', cell: awareness })
  })

  it('leaves the focus to the note that takes its place', () => {
    const test = new TestSession()
    for (const noteId of ['note_a', 'note_b', 'note_c'] as const) test.session.run(addNote, { noteId, cell: awareness, text: noteId })
    test.session.ui.setState(selectNotes(['note_b']))
    test.session.run(deleteNotes, { noteIds: ['note_b'] })
    expect([test.ui.selection, test.ui.focus]).toEqual([{ kind: 'none' }, { kind: 'note', id: 'note_c' }])
    test.session.run(deleteNotes, { noteIds: ['note_c'] })
    expect(test.ui.focus).toEqual({ kind: 'note', id: 'note_a' })
  })

  it('is let go with the lane it was in', () => {
    const test = new TestSession()
    test.session.ui.setState({ selection: { kind: 'lane', id: 'lane_actions' }, focus: { kind: 'cell', cell: awareness } })
    test.session.run(deleteLane, { laneId: 'lane_actions' })

    expect([test.ui.selection, test.ui.focus]).toEqual([{ kind: 'none' }, { kind: 'lane', id: 'lane_emotions' }])
  })

  it('is let go with a note that goes to the inbox', () => {
    const test = new TestSession()
    for (const noteId of ['note_a', 'note_b'] as const) test.session.run(addNote, { noteId, cell: awareness, text: noteId })
    test.session.ui.setState(selectNotes(['note_a']))
    test.session.run(notesToInbox, { noteIds: ['note_a'] })
    expect([test.ui.selection, test.ui.focus]).toEqual([{ kind: 'none' }, { kind: 'note', id: 'note_b' }])
  })
})

describe('what is deleted leaves the focus to its neighbour:', () => {
  const anna = pointIdOf('persona_anna', 'as-is', 'step_payment')
  const cases: readonly (readonly [what: string, focus: Focus, remove: (test: TestSession) => void, next: Focus])[] = [
    ['a stage', { kind: 'stage', id: 'stage_awareness' }, removeStage('stage_awareness'), { kind: 'stage', id: 'stage_purchase' }],
    ['the last stage', { kind: 'stage', id: 'stage_purchase' }, removeStage('stage_purchase'), { kind: 'stage', id: 'stage_awareness' }],
    ['a lane', { kind: 'lane', id: 'lane_goals' }, removeLane('lane_goals'), { kind: 'lane', id: 'lane_actions' }],
    ['the last lane', { kind: 'lane', id: 'lane_emotions' }, removeLane('lane_emotions'), { kind: 'lane', id: 'lane_actions' }],
    ['a lane that is hidden', { kind: 'lane', id: 'lane_goals' }, hide('lane_goals'), { kind: 'lane', id: 'lane_actions' }],
    ['one of two steps', { kind: 'step', id: 'step_payment' }, removeStep('step_payment'), { kind: 'stage', id: 'stage_purchase' }],
    ['the lane of a cell', { kind: 'cell', cell: payment }, removeLane('lane_actions'), { kind: 'lane', id: 'lane_emotions' }],
    ['the stage of a cell', { kind: 'cell', cell: awareness }, removeStage('stage_awareness'), { kind: 'stage', id: 'stage_purchase' }],
    [
      'a step of a curve',
      { kind: 'emotion', laneId: 'lane_emotions', stepId: 'step_payment', personaId: 'persona_anna' },
      removeStep('step_payment'),
      { kind: 'emotion', laneId: 'lane_emotions', stepId: 'step_purchase', personaId: 'persona_anna' },
    ],
    [
      'a persona',
      { kind: 'emotion', laneId: 'lane_emotions', stepId: 'step_payment', personaId: 'persona_anna' },
      (test) => test.session.run(deletePersona, { personaId: 'persona_anna' }),
      { kind: 'emotion', laneId: 'lane_emotions', stepId: 'step_payment', personaId: 'persona_oleg' },
    ],
    [
      'a point',
      { kind: 'emotion', laneId: 'lane_emotions', stepId: 'step_payment', personaId: 'persona_anna' },
      (test) => {
        test.session.run(setPoint, { personaId: 'persona_anna', stepId: 'step_payment', value: 1 })
        test.session.run(deletePoint, { pointId: anna })
      },
      { kind: 'emotion', laneId: 'lane_emotions', stepId: 'step_payment', personaId: 'persona_anna' },
    ],
  ]
  it.each(cases)('%s', (_what, focus, remove, next) => {
    const test = new TestSession()
    test.session.ui.setState({ focus })
    remove(test)
    expect(test.ui.focus).toEqual(next)
  })

  it('one of three steps, the next one', () => {
    const test = new TestSession()
    test.session.run(addStep, { stepId: 'step_third', stageId: 'stage_purchase', index: 2, title: 'Third' })
    test.session.ui.setState({ focus: { kind: 'step', id: 'step_payment' } })
    removeStep('step_payment')(test)
    expect(test.ui.focus).toEqual({ kind: 'step', id: 'step_third' })
  })

  it('every lane, the first stage', () => {
    const test = new TestSession()
    test.session.ui.setState({ focus: { kind: 'lane', id: 'lane_actions' } })
    for (const id of ['lane_actions', 'lane_emotions', 'lane_goals'] as const) removeLane(id)(test)
    expect(test.ui.focus).toEqual({ kind: 'stage', id: 'stage_awareness' })
  })

  function removeStage(stageId: StageId) {
    return (test: TestSession): void => void test.session.run(deleteStage, { stageId })
  }
  function removeStep(stepId: StepId) {
    return (test: TestSession): void => void test.session.run(deleteStep, { stepId })
  }
  function removeLane(laneId: LaneId) {
    return (test: TestSession): void => void test.session.run(deleteLane, { laneId })
  }
  function hide(laneId: LaneId) {
    return (test: TestSession): void => void test.session.run(setLaneHidden, { laneId, hidden: true })
  }
})

it('a session that is closed hears nothing and edits nothing more', () => {
  const test = new TestSession()
  test.session.destroy()

  expect(test.hears()).toBe(false)
})
