import { describe, expect, it } from 'vitest'
import { addNote, deleteNotes } from '../../../shared/commands/notes'
import { addPersona, changePersona, deletePersona, setCurveHidden } from '../../../shared/commands/personas'
import { confirmPoint, deletePoint, labelPoint, setPoint } from '../../../shared/commands/points'
import { restoreRecords } from '../../../shared/commands/restore'
import { changeSettings } from '../../../shared/commands/settings'
import { deleteStage } from '../../../shared/commands/stages'
import { deleteStep } from '../../../shared/commands/steps'
import { LIMITS } from '../../../shared/model/limits'
import { pointIdOf } from '../../../shared/model/point'
import { awareness, picture, TestBoard } from '../../support/testBoard'

const anna = 'persona_anna'
const annaSigns = pointIdOf(anna, 'as-is', 'step_purchase')
const points = (map: TestBoard): unknown[] => map.board.pointsOf.get(anna)?.map((point) => [point.stepId, point.value]) ?? []

describe('setPoint', () => {
  it('adds one point for each persona, curve and step, from left to right', () => {
    const map = TestBoard.starter()
      .run(setPoint, { personaId: anna, stepId: 'step_payment', value: -3 })
      .run(setPoint, { personaId: anna, stepId: 'step_awareness', value: 2, label: 'Hope' })
    expect(points(map)).toEqual([
      ['step_awareness', 2],
      ['step_payment', -3],
    ])
    expect(map.document.canUndo()).toEqual({ what: 'addPoint', count: 1 })
  })

  it('moves the point that is there; then it is no guess any more', () => {
    const map = TestBoard.starter().run(setPoint, { personaId: anna, stepId: 'step_purchase', value: 1, label: 'Well', guessed: true })
    map.run(setPoint, { personaId: anna, stepId: 'step_purchase', value: -2.5 })
    expect(map.board.pointsOf.get(anna)).toMatchObject([{ value: -2.5, label: 'Well', guessed: false }])
    expect(map.document.canUndo()).toEqual({ what: 'movePoint', count: 1 })
    expect(map.undo().board.pointsOf.get(anna)).toMatchObject([{ value: 1, guessed: true }])
  })

  it('brings a deleted point back as a new one', () => {
    const map = TestBoard.starter()
      .run(setPoint, { personaId: anna, stepId: 'step_purchase', value: 1, label: 'Well' })
      .run(deletePoint, { pointId: annaSigns })
    expect(points(map)).toEqual([])
    map.run(setPoint, { personaId: anna, stepId: 'step_purchase', value: 4 })
    expect(map.board.pointsOf.get(anna)).toMatchObject([{ value: 4, label: '' }])
    expect(points(map.undo())).toEqual([])
    expect(map.undo().board.pointsOf.get(anna)).toMatchObject([{ value: 1, label: 'Well' }])
  })

  it('declines values off the scale, and personas and steps that are gone', () => {
    const map = TestBoard.starter().run(deleteStep, { stepId: 'step_payment' }).run(deletePersona, { personaId: 'persona_oleg' })
    for (const value of [5.5, -6, Number.NaN])
      expect(map.refusal(setPoint, { personaId: anna, stepId: 'step_purchase', value })).toBe('bad-value')
    expect(map.refusal(setPoint, { personaId: anna, stepId: 'step_payment', value: 1 })).toBe('step-missing')
    expect(map.refusal(setPoint, { personaId: 'persona_oleg', stepId: 'step_purchase', value: 1 })).toBe('persona-missing')
  })

  it('makes one point when two people add the same one apart', () => {
    const mine = TestBoard.starter()
    const yours = mine.fork().run(setPoint, { personaId: anna, stepId: 'step_purchase', value: 3 })
    mine.run(setPoint, { personaId: anna, stepId: 'step_purchase', value: -3 }).receive(yours)
    expect(points(yours.receive(mine))).toEqual(points(mine))
    expect(points(mine)).toHaveLength(1)
  })
})

describe('points', () => {
  it('are labelled, given a reason, confirmed and deleted', () => {
    const map = TestBoard.starter().run(setPoint, { personaId: anna, stepId: 'step_purchase', value: 1, guessed: true })
    map.run(labelPoint, { pointId: annaSigns, label: 'Relief' }).run(labelPoint, { pointId: annaSigns, reason: 'It is done' })
    map.run(confirmPoint, { pointId: annaSigns })
    expect(map.board.pointsOf.get(anna)).toMatchObject([{ label: 'Relief', reason: 'It is done', guessed: false }])
    expect(map.refusal(confirmPoint, { pointId: annaSigns })).toBe('nothing-to-do')
    expect(map.refusal(labelPoint, { pointId: annaSigns, reason: 'x'.repeat(LIMITS.longText + 1) })).toBe('too-long')
    map.run(deletePoint, { pointId: annaSigns })
    expect(map.refusal(labelPoint, { pointId: annaSigns, label: '' })).toBe('point-missing')
    expect(map.refusal(deletePoint, { pointId: annaSigns })).toBe('point-missing')
  })
})

describe('personas', () => {
  it('get a colour and a shape that nobody has yet', () => {
    const map = TestBoard.starter()
    for (const i of [1, 2, 3, 4, 5, 6]) map.run(addPersona, { personaId: `persona_${i}`, name: '' })
    const looks = map.board.personas.map(({ color, marker }) => `${color} ${marker}`)
    expect(looks.slice(0, 4)).toEqual(['teal circle', 'magenta diamond', 'amber square', 'slate triangle'])
    expect(new Set(looks).size).toBe(looks.length)
  })

  it('keep the colour that was chosen for them', () => {
    const map = TestBoard.starter().run(addPersona, { personaId: 'persona_eva', name: 'Eva', color: 'teal' })
    expect(map.board.personas[2]).toMatchObject({ name: 'Eva', color: 'teal' })
    expect(map.board.personas[2]?.marker).not.toBe('circle')
  })

  it('are changed, hidden and deleted, and their points with them', () => {
    const map = TestBoard.starter().run(setPoint, { personaId: anna, stepId: 'step_purchase', value: 1 })
    map.run(changePersona, { personaId: anna, name: 'Anna K.', marker: 'square' }).run(setCurveHidden, { personaId: anna, hidden: true })
    expect(map.document.canUndo()).toEqual({ what: 'hideCurve', count: 1 })
    expect(map.board.personas[0]).toMatchObject({ name: 'Anna K.', color: 'teal', marker: 'square', curveHidden: true })
    map.run(deletePersona, { personaId: anna })
    expect(map.board.pointsOf.has(anna)).toBe(false)
    expect(points(map.undo())).toHaveLength(1)
    expect(map.refusal(changePersona, { personaId: anna, name: 'Anna K.' })).toBe('nothing-to-do')
  })

  it('are no more than the limit', () => {
    const map = TestBoard.starter()
    for (let i = map.board.personas.length; i < LIMITS.personas; i += 1) map.run(addPersona, { personaId: `persona_${i}`, name: '' })
    expect(map.refusal(addPersona, { personaId: 'persona_x', name: '' })).toBe('too-many')
  })
})

describe('changeSettings', () => {
  it('changes what is said of the whole map', () => {
    const map = TestBoard.starter().run(changeSettings, { kind: 'blueprint', state: 'to-be', scenario: 'Buy a flat' })
    expect(map.board.settings).toEqual({
      title: 'Mortgage',
      kind: 'blueprint',
      state: 'to-be',
      scenario: 'Buy a flat',
      criticalThreshold: -4,
      hypotheses: 'whenValidated',
    })
    expect(map.undo().board.settings.kind).toBe('cjm')
    expect(map.refusal(changeSettings, { title: 'Mortgage' })).toBe('nothing-to-do')
    expect(map.refusal(changeSettings, { criticalThreshold: -9 })).toBe('bad-value')
  })
})

describe('restoreRecords', () => {
  it('brings back whatever was deleted, to where it was', () => {
    const map = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'a' })
    const before = picture(map.board)
    map.run(deleteNotes, { noteIds: ['note_a'] }).run(deleteStage, { stageId: 'stage_purchase' })
    map.run(restoreRecords, { ids: ['note_a', 'stage_purchase'] })
    expect(picture(map.board)).toEqual(before)
    expect(map.refusal(restoreRecords, { ids: ['note_a'] })).toBe('nothing-to-do')
    expect(map.refusal(restoreRecords, { ids: ['lane_none'] })).toBe('lane-missing')
  })
})
