import { describe, expect, it } from 'vitest'
import { deleteLane, setLaneHidden } from '../../../shared/commands/lanes'
import { addNote, notesToInbox } from '../../../shared/commands/notes'
import { deleteStage } from '../../../shared/commands/stages'
import { deleteStep } from '../../../shared/commands/steps'
import { noteOf } from '../../../shared/model/board'
import type { Note } from '../../../shared/model/note'
import { cellBack, inboxInOrder, originOf, targetOf } from '../../../renderer/panels/inboxPlaces'
import { awareness, payment, purchase, TestBoard } from '../../support/testBoard'

const waiting = (): TestBoard => TestBoard.starter().run(addNote, { noteId: 'note_a', cell: payment, text: 'a' })

function note({ board }: TestBoard): Note {
  const found = noteOf(board, 'note_a')
  if (!found) throw new Error('the note is gone')
  return found
}

describe('where a note of the inbox came from', () => {
  it('is its lane and stage, deleted or not', () => {
    const map = waiting().run(deleteStep, { stepId: 'step_payment' })
    expect(originOf(map.board, note(map))).toMatchObject({ lane: { id: 'lane_actions' }, stage: { title: 'Purchase' } })
    map.run(deleteStage, { stageId: 'stage_purchase' }).run(deleteLane, { laneId: 'lane_actions' })
    expect(originOf(map.board, note(map))).toMatchObject({ lane: { id: 'lane_actions' }, stage: { title: 'Purchase' } })
  })

  it('is unknown for a note that was set aside', () => {
    const map = waiting().run(notesToInbox, { noteIds: ['note_a'] })
    expect(originOf(map.board, note(map))).toEqual({ lane: undefined, stage: undefined })
  })
})

describe('the cell for a note when nobody chose one', () => {
  it('is in the lane and stage it came from', () => {
    const map = waiting().run(deleteStep, { stepId: 'step_payment' })
    expect(cellBack(map.board, note(map))).toEqual(purchase)
  })

  it('is the first of its lane when its stage is gone', () => {
    const map = waiting().run(deleteStage, { stageId: 'stage_purchase' })
    expect(cellBack(map.board, note(map))).toEqual(awareness)
  })

  it('is not known when its lane is gone, is hidden or never was', () => {
    const gone = waiting().run(deleteLane, { laneId: 'lane_actions' })
    expect(cellBack(gone.board, note(gone))).toBeNull()
    const hidden = waiting().run(deleteStep, { stepId: 'step_payment' }).run(setLaneHidden, { laneId: 'lane_actions', hidden: true })
    expect(cellBack(hidden.board, note(hidden))).toBeNull()
    const aside = waiting().run(notesToInbox, { noteIds: ['note_a'] })
    expect(cellBack(aside.board, note(aside))).toBeNull()
  })
})

describe('the inbox', () => {
  it('stands as its notes stood on the board, what was set aside first', () => {
    const map = TestBoard.starter()
      .run(addNote, { noteId: 'note_a', cell: payment, text: 'last' })
      .run(addNote, { noteId: 'note_b', cell: { laneId: 'lane_goals', columnId: 'stage_purchase' }, text: 'first lane' })
      .run(addNote, { noteId: 'note_c', cell: purchase, text: 'middle' })
      .run(addNote, { noteId: 'note_d', text: 'from nowhere' })
      .run(deleteStage, { stageId: 'stage_purchase' })
    expect(inboxInOrder(map.board).map(({ text }) => text)).toEqual(['from nowhere', 'first lane', 'middle', 'last'])
  })

  it('places a note where somebody chose, else back in its lane', () => {
    const map = waiting().run(deleteStage, { stageId: 'stage_purchase' })
    const chosen = { cell: { laneId: 'lane_goals', columnId: 'stage_awareness' }, index: 0 } as const
    expect(targetOf(map.board, note(map), chosen)).toBe(chosen)
    expect(targetOf(map.board, note(map), null)).toEqual({ cell: awareness, index: 0 })
  })
})
