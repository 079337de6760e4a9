import { describe, expect, it } from 'vitest'
import {
  addLane,
  deleteLane,
  moveLane,
  recolorLane,
  renameLane,
  setLaneCollapsed,
  setLaneHidden,
  showAllLanes,
} from '../../../shared/commands/lanes'
import { addNote } from '../../../shared/commands/notes'
import { setPoint } from '../../../shared/commands/points'
import { addStage, deleteStage, moveStage, renameStage } from '../../../shared/commands/stages'
import { addStep, deleteStep, moveStep, renameStep } from '../../../shared/commands/steps'
import { allSteps } from '../../../shared/model/board'
import { LIMITS } from '../../../shared/model/limits'
import { payment, purchase, TestBoard } from '../../support/testBoard'

const stages = (map: TestBoard): string[] => map.board.stages.map((stage) => stage.id)
const steps = (map: TestBoard): string[] => allSteps(map.board).map((step) => step.id)
const lanes = (map: TestBoard): string[] => map.board.lanes.map((lane) => lane.id)

describe('stages', () => {
  it('are added with their first step, where they are wanted', () => {
    const map = TestBoard.starter().run(addStage, { stageId: 'stage_need', stepId: 'step_need', index: 1, title: 'Need' })
    expect(stages(map)).toEqual(['stage_awareness', 'stage_need', 'stage_purchase'])
    expect(steps(map)).toEqual(['step_awareness', 'step_need', 'step_purchase', 'step_payment'])
    expect(stages(map.undo())).toEqual(['stage_awareness', 'stage_purchase'])
  })

  it('are renamed, title and duration apart, and no longer than the limit', () => {
    const map = TestBoard.starter().run(renameStage, { stageId: 'stage_purchase', duration: '3-6 weeks' })
    expect(map.board.stages[1]).toMatchObject({ title: 'Purchase', duration: '3-6 weeks' })
    expect(map.refusal(renameStage, { stageId: 'stage_purchase', title: 'Purchase' })).toBe('nothing-to-do')
    expect(map.refusal(renameStage, { stageId: 'stage_purchase', title: 'x'.repeat(LIMITS.title + 1) })).toBe('too-long')
    expect(map.refusal(renameStage, { stageId: 'stage_none', title: 'x' })).toBe('stage-missing')
  })

  it('move among the others with all they hold', () => {
    const map = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: payment, text: '' })
    map.run(moveStage, { stageId: 'stage_purchase', index: 0 })
    expect(steps(map)).toEqual(['step_purchase', 'step_payment', 'step_awareness'])
    expect(map.notesIn(payment)).toEqual(['note_a'])
    expect(map.refusal(moveStage, { stageId: 'stage_purchase', index: 0 })).toBe('nothing-to-do')
  })

  it('hide with their steps and points when deleted, but never the last one', () => {
    const map = TestBoard.starter()
      .run(setPoint, { personaId: 'persona_anna', stepId: 'step_purchase', value: 2 })
      .run(deleteStage, { stageId: 'stage_purchase' })
    expect(steps(map)).toEqual(['step_awareness'])
    expect(map.board.pointsOf.get('persona_anna')).toEqual([])
    expect(map.refusal(deleteStage, { stageId: 'stage_awareness' })).toBe('last-stage')
    expect(map.refusal(deleteStage, { stageId: 'stage_purchase' })).toBe('stage-missing')
    expect(map.undo().board.pointsOf.get('persona_anna')).toHaveLength(1)
  })

  it('are no more than the limit', () => {
    const map = TestBoard.starter()
    const many = Array.from({ length: LIMITS.stages }, (_, i) => i)
    map.document.write(
      many.map((i) => ({ op: 'add', record: { id: `stage_${i}`, order: `b0${i}V`, title: '', duration: '' } }) as const),
      { what: 'import', count: 1 },
    )
    expect(map.refusal(addStage, { stageId: 'stage_x', stepId: 'step_x', title: '' })).toBe('too-many')
  })
})

describe('steps', () => {
  it('are added, renamed and moved within their stage', () => {
    const map = TestBoard.starter()
      .run(addStep, { stepId: 'step_offer', stageId: 'stage_purchase', index: 0, title: 'Offer' })
      .run(renameStep, { stepId: 'step_offer', title: 'Get an offer' })
    expect(steps(map)).toEqual(['step_awareness', 'step_offer', 'step_purchase', 'step_payment'])
    expect(map.board.stepsOf.get('stage_purchase')?.[0]?.title).toBe('Get an offer')
    map.run(moveStep, { stepId: 'step_offer', stageId: 'stage_purchase', index: 1 })
    expect(steps(map)).toEqual(['step_awareness', 'step_purchase', 'step_offer', 'step_payment'])
    expect(map.refusal(moveStep, { stepId: 'step_offer', stageId: 'stage_purchase', index: 1 })).toBe('nothing-to-do')
  })

  it('move between stages with their notes, but a stage keeps its last one', () => {
    const map = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: purchase, text: '' })
    map.run(moveStep, { stepId: 'step_purchase', stageId: 'stage_awareness', index: 0 })
    expect(steps(map)).toEqual(['step_purchase', 'step_awareness', 'step_payment'])
    expect(map.notesIn(purchase)).toEqual(['note_a'])
    expect(map.refusal(moveStep, { stepId: 'step_payment', stageId: 'stage_awareness', index: 0 })).toBe('last-step')
    expect(map.refusal(moveStep, { stepId: 'step_payment', stageId: 'stage_none', index: 0 })).toBe('stage-missing')
  })

  it('are deleted but for the last one of a stage', () => {
    const map = TestBoard.starter().run(deleteStep, { stepId: 'step_payment' })
    expect(steps(map)).toEqual(['step_awareness', 'step_purchase'])
    expect(map.refusal(deleteStep, { stepId: 'step_purchase' })).toBe('last-step')
    expect(map.refusal(deleteStep, { stepId: 'step_payment' })).toBe('step-missing')
  })
})

describe('a stage whose steps two people took away apart', () => {
  it('shows the step that was deleted first, and keeps it once somebody uses it', () => {
    const mine = TestBoard.starter()
    const yours = mine.fork()
    mine.run(deleteStep, { stepId: 'step_payment' })
    yours.run(deleteStep, { stepId: 'step_purchase' })
    mine.receive(yours)
    yours.receive(mine)
    expect(steps(mine)).toEqual(['step_awareness', 'step_payment'])
    expect(mine.board).toEqual(yours.board)

    mine.run(addNote, { noteId: 'note_a', cell: payment, text: '' })
    mine.run(addStep, { stepId: 'step_new', stageId: 'stage_purchase', title: '' })
    expect(steps(mine)).toEqual(['step_awareness', 'step_payment', 'step_new'])
    expect(mine.notesIn(payment)).toEqual(['note_a'])
  })

  it('shows a nameless step where both were moved away, and that step can be used like any other', () => {
    const mine = TestBoard.starter()
    const yours = mine.fork()
    mine.run(moveStep, { stepId: 'step_payment', stageId: 'stage_awareness', index: 0 })
    yours.run(moveStep, { stepId: 'step_purchase', stageId: 'stage_awareness', index: 0 })
    mine.receive(yours)
    yours.receive(mine)
    expect(mine.board).toEqual(yours.board)
    const [standIn] = mine.board.stepsOf.get('stage_purchase') ?? []
    if (!standIn) throw new Error('no step')

    mine.run(renameStep, { stepId: standIn.id, title: 'Buy' })
    yours.run(setPoint, { personaId: 'persona_anna', stepId: standIn.id, value: 1 })
    mine.receive(yours)
    yours.receive(mine)
    expect(mine.board).toEqual(yours.board)
    expect(mine.board.pointsOf.get('persona_anna')).toHaveLength(1)
    expect(stages(mine)).toEqual(['stage_awareness', 'stage_purchase'])
  })
})

describe('lanes', () => {
  it('are added with what their kind spans, unless something else is wanted', () => {
    const map = TestBoard.starter()
      .run(addLane, { laneId: 'lane_kpi', kind: 'kpi', index: 0 })
      .run(addLane, { laneId: 'lane_text', kind: 'text', span: 'stage', title: 'Comments' })
    expect(lanes(map)).toEqual(['lane_kpi', 'lane_goals', 'lane_actions', 'lane_emotions', 'lane_text'])
    expect(map.board.lanes[0]).toMatchObject({ span: 'stage' })
    expect(map.board.lanes[0]?.title).toBeUndefined()
    expect(map.board.lanes[4]).toMatchObject({ span: 'stage', title: 'Comments' })
    expect(map.refusal(addLane, { laneId: 'lane_x', kind: 'emotions', span: 'stage' })).toBe('lane-span-fixed')
  })

  it('are renamed, and show their kind again without a name', () => {
    const map = TestBoard.starter().run(renameLane, { laneId: 'lane_goals', title: 'Wishes' })
    expect(map.board.lanes[0]?.title).toBe('Wishes')
    map.run(renameLane, { laneId: 'lane_goals', title: '' })
    expect(map.board.lanes[0]?.title).toBeUndefined()
    expect(map.refusal(renameLane, { laneId: 'lane_goals', title: null })).toBe('nothing-to-do')
  })

  it('move among the others and are deleted', () => {
    const map = TestBoard.starter().run(moveLane, { laneId: 'lane_goals', index: 2 })
    expect(lanes(map)).toEqual(['lane_actions', 'lane_emotions', 'lane_goals'])
    map.run(deleteLane, { laneId: 'lane_actions' })
    expect(lanes(map)).toEqual(['lane_emotions', 'lane_goals'])
    expect(map.refusal(moveLane, { laneId: 'lane_actions', index: 0 })).toBe('lane-missing')
  })

  it('collapse, hide and come back, and undo has a name for each', () => {
    const map = TestBoard.starter()
      .run(setLaneCollapsed, { laneId: 'lane_goals', collapsed: true })
      .run(setLaneHidden, { laneId: 'lane_goals', hidden: true })
      .run(setLaneHidden, { laneId: 'lane_actions', hidden: true })
    expect(map.document.canUndo()).toEqual({ what: 'hideLane', count: 1 })
    map.run(showAllLanes, {})
    expect(map.document.canUndo()).toEqual({ what: 'showLane', count: 2 })
    expect(map.board.lanes.some((lane) => lane.hidden)).toBe(false)
    expect(map.board.lanes[0]?.collapsed).toBe(true)
    expect(map.refusal(showAllLanes, {})).toBe('nothing-to-do')
  })

  it('have a colour for their notes', () => {
    const map = TestBoard.starter().run(recolorLane, { laneId: 'lane_goals', color: 'mint' })
    expect(map.board.lanes[0]?.color).toBe('mint')
    map.run(recolorLane, { laneId: 'lane_goals', color: null })
    expect(map.board.lanes[0]?.color).toBeUndefined()
  })
})
