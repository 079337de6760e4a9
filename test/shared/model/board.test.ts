import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addLane, setLaneHidden } from '../../../shared/commands/lanes'
import { addNote } from '../../../shared/commands/notes'
import { addStep, deleteStep } from '../../../shared/commands/steps'
import { allSteps, cellExists, cellOf, columnsOf, noteOf, stepOf } from '../../../shared/model/board'
import { applyPatches } from '../../../shared/model/patch'
import { idsOf, edit, randomEdits } from '../../support/randomEdits'
import { awareness, awarenessGoal, payment, TestBoard } from '../../support/testBoard'

describe('the columns of a lane', () => {
  it('are stages or steps, from left to right', () => {
    const { board } = TestBoard.starter()
    const [goals, actions] = board.lanes
    expect(goals && columnsOf(board, goals)).toEqual(['stage_awareness', 'stage_purchase'])
    expect(actions && columnsOf(board, actions)).toEqual(['step_awareness', 'step_purchase', 'step_payment'])
  })
})

describe('every note', () => {
  it('is in exactly one place, and cellOf knows which', () => {
    fc.assert(
      fc.property(fc.array(randomEdits, { maxLength: 40 }), (edits) => {
        const map = TestBoard.starter()
        const newId = idsOf(1)
        for (const what of edits) edit(map, what, newId)
        const { board } = map
        const places = new Map<string, string | undefined>()
        for (const [key, list] of board.notesIn) {
          expect(list.length).toBeGreaterThan(0)
          for (const note of list) {
            expect(places.has(note.id)).toBe(false)
            places.set(note.id, key)
          }
        }
        for (const note of board.inbox) {
          expect(places.has(note.id)).toBe(false)
          places.set(note.id, undefined)
        }
        for (const id of board.records.note.keys()) {
          const note = noteOf(board, id)
          expect(places.has(id)).toBe(note !== undefined)
          const cell = note && cellOf(board, note)
          expect(places.get(id)).toBe(cell && `${cell.laneId}|${cell.columnId}`)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('of a hidden lane stays in its cell', () => {
    const map = TestBoard.starter()
      .run(addNote, { noteId: 'note_a', cell: awarenessGoal, text: '' })
      .run(setLaneHidden, { laneId: 'lane_goals', hidden: true })
    expect(map.notesIn(awarenessGoal)).toEqual(['note_a'])
    expect(map.inbox()).toEqual([])
  })
})

describe('cells', () => {
  it('are there while their lane and column are shown, and lines have none', () => {
    const map = TestBoard.starter()
      .run(addLane, { laneId: 'lane_line', kind: 'lineOfInteraction' })
      .run(addStep, { stepId: 'step_more', stageId: 'stage_awareness', title: '' })
      .run(deleteStep, { stepId: 'step_payment' })
    expect(cellExists(map.board, awareness)).toBe(true)
    expect(cellExists(map.board, payment)).toBe(false)
    expect(cellExists(map.board, { laneId: 'lane_line', columnId: 'stage_awareness' })).toBe(false)
    expect(cellExists(map.board, { laneId: 'lane_actions', columnId: 'stage_awareness' })).toBe(false)
    expect(stepOf(map.board, 'step_payment')).toBeUndefined()
    expect(allSteps(map.board).map((step) => step.id)).toEqual(['step_awareness', 'step_more', 'step_purchase'])
  })
})

describe('applyPatches', () => {
  it('passes over a record that is not there, and gives back the same board for nothing', () => {
    const { board } = TestBoard.starter()
    expect(applyPatches(board, [])).toBe(board)
    expect(applyPatches(board, [{ op: 'set', id: 'note_gone', fields: { text: 'late' } }])).toEqual(board)
  })

  it('shows the default of a field whose value is taken away', () => {
    const map = TestBoard.starter().run(addNote, { noteId: 'note_a', text: '', mark: 'pain', color: 'rose' })
    const previewed = applyPatches(map.board, [{ op: 'set', id: 'note_a', fields: { mark: undefined, color: undefined } }])
    expect(noteOf(previewed, 'note_a')).toMatchObject({ mark: 'none' })
    expect(noteOf(previewed, 'note_a')?.color).toBeUndefined()
  })
})
