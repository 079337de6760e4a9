import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffBoards } from '../../../shared/analysis/boardDiff'
import { boardOfBoth } from '../../../shared/analysis/boardOfBoth'
import { deleteLane, setLaneCollapsed, setLaneHidden } from '../../../shared/commands/lanes'
import { addNote, deleteNotes, moveNotes, notesToInbox, setNoteText } from '../../../shared/commands/notes'
import { setCurveHidden } from '../../../shared/commands/personas'
import { deletePoint, setPoint } from '../../../shared/commands/points'
import { deleteStage } from '../../../shared/commands/stages'
import { allSteps, notesInCell, type Board } from '../../../shared/model/board'
import type { Cell } from '../../../shared/model/note'
import { pointIdOf } from '../../../shared/model/point'
import { layoutOf } from '../../support/layoutOf'
import { edit, idsOf, randomEdits } from '../../support/randomEdits'
import { awareness, awarenessGoal, purchase, TestBoard } from '../../support/testBoard'

function workshop(): TestBoard {
  return TestBoard.starter()
    .run(addNote, { noteId: 'note_a', cell: awareness, text: 'Compares banks' })
    .run(addNote, { noteId: 'note_b', cell: awareness, text: 'Asks friends' })
    .run(addNote, { noteId: 'note_c', cell: awareness, text: 'Reads reviews' })
    .run(addNote, { noteId: 'note_goal', cell: awarenessGoal, text: 'Stop renting' })
}

function both(map: TestBoard, edits: (copy: TestBoard) => TestBoard): Board {
  const after = edits(map.fork()).board
  return boardOfBoth(map.board, after, diffBoards(map.board, after))
}

function texts(board: Board, cell: Cell): string[] {
  return notesInCell(board, cell).map(({ text }) => text)
}

describe('the board of both', () => {
  it('has a deleted note where it stood, among what is there now', () => {
    const board = both(workshop(), (copy) =>
      copy.run(deleteNotes, { noteIds: ['note_b'] }).run(setNoteText, { noteId: 'note_c', text: 'Reads the small print' }),
    )

    expect(texts(board, awareness)).toEqual(['Compares banks', 'Asks friends', 'Reads the small print'])
  })

  it('has a note that moved only where it is now', () => {
    const board = both(workshop(), (copy) => copy.run(moveNotes, { noteIds: ['note_b'], cell: purchase }))

    expect([texts(board, awareness), texts(board, purchase)]).toEqual([['Compares banks', 'Reads reviews'], ['Asks friends']])
  })

  it('has a note that went to the inbox where it is missed, also when its lane went', () => {
    const board = both(workshop(), (copy) => copy.run(notesToInbox, { noteIds: ['note_a'] }).run(deleteLane, { laneId: 'lane_goals' }))

    expect(texts(board, awareness)).toEqual(['Compares banks', 'Asks friends', 'Reads reviews'])
    expect(texts(board, awarenessGoal)).toEqual(['Stop renting'])
    expect(board.inbox).toEqual([])
  })

  it('has a deleted stage with its steps', () => {
    const board = both(workshop(), (copy) => copy.run(deleteStage, { stageId: 'stage_purchase' }))

    expect(allSteps(board).map(({ id }) => id)).toEqual(['step_awareness', 'step_purchase', 'step_payment'])
  })

  it('shows a lane with changes that somebody hid or closed, and leaves the others', () => {
    const map = workshop().run(setLaneHidden, { laneId: 'lane_goals', hidden: true }).run(setLaneCollapsed, {
      laneId: 'lane_actions',
      collapsed: true,
    })

    const board = both(map, (copy) => copy.run(deleteNotes, { noteIds: ['note_a'] }))

    expect(board.lanes.map(({ id, hidden, collapsed }) => [id, hidden, collapsed])).toEqual([
      ['lane_goals', true, false],
      ['lane_actions', false, false],
      ['lane_emotions', false, false],
    ])
  })

  it('shows a hidden curve that changed, without the points that are gone', () => {
    const map = workshop()
      .run(setPoint, { personaId: 'persona_anna', stepId: 'step_purchase', value: -3 })
      .run(setCurveHidden, { personaId: 'persona_anna', hidden: true })

    const board = both(map, (copy) => copy.run(deletePoint, { pointId: pointIdOf('persona_anna', 'as-is', 'step_purchase') }))

    expect(board.personas.map(({ curveHidden }) => curveHidden)).toEqual([false, false])
    expect(board.pointsOf.get('persona_anna')).toEqual([])
  })

  it('can always be drawn, with a place for every change of the board', () => {
    fc.assert(
      fc.property(fc.array(randomEdits, { maxLength: 25 }), fc.array(randomEdits, { maxLength: 25 }), (first, second) => {
        const map = workshop()
        const ids = idsOf(7)
        for (const one of first) edit(map, one, ids)
        const before = map.board
        for (const one of second) edit(map, one, ids)
        const diff = diffBoards(before, map.board)

        const layout = layoutOf(boardOfBoth(before, map.board, diff))

        const inboxes = new Set([...before.inbox, ...map.board.inbox].map(({ id }) => id))
        const missing = diff.changes.filter(({ id, kind }) => {
          if (kind === 'note') return !layout.notes.has(id as `note_${string}`) && !inboxes.has(id as `note_${string}`)
          if (kind === 'lane') return !layout.lanes.some(({ lane }) => lane.id === id)
          if (kind === 'stage') return !layout.stages.some(({ stage }) => stage.id === id)
          return kind === 'step' && !layout.stages.some(({ steps }) => steps.some(({ step }) => step.id === id))
        })
        expect(missing).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})
