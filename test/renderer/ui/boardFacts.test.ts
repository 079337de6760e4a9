import { describe, expect, it } from 'vitest'
import { addNote, notesToInbox } from '../../../shared/commands/notes'
import { indexUnderFocus } from '../../../renderer/app/dialogs/indexUnderFocus'
import { proofs } from '../../../renderer/app/map/proofs'
import { awareness, purchase, TestBoard } from '../../support/testBoard'

describe('proofs', () => {
  it('counts what is on the board, and not what waits in the inbox', () => {
    const board = TestBoard.starter()
      .run(addNote, { noteId: 'note_a', cell: awareness, text: 'a', proof: 'validated' })
      .run(addNote, { noteId: 'note_b', cell: purchase, text: 'b' })
      .run(addNote, { noteId: 'note_c', cell: purchase, text: 'c', proof: 'refuted' })
      .run(addNote, { noteId: 'note_d', cell: purchase, text: 'd' })
      .run(notesToInbox, { noteIds: ['note_d'] })
    expect(proofs(board.board.notesIn)).toEqual({ validated: 1, hypothesis: 1, refuted: 1 })
  })
})

describe('a new lane', () => {
  const { board } = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'a' })

  it('goes under the lane that has the focus, in whatever way', () => {
    expect(indexUnderFocus(board, { focus: { kind: 'lane', id: 'lane_goals' } })).toBe(1)
    expect(indexUnderFocus(board, { focus: { kind: 'cell', cell: awareness } })).toBe(2)
    expect(indexUnderFocus(board, { focus: { kind: 'note', id: 'note_a' } })).toBe(2)
  })

  it('goes to the end where nothing has the focus', () => {
    expect(indexUnderFocus(board, { focus: { kind: 'none' } })).toBe(3)
    expect(indexUnderFocus(board, { focus: { kind: 'stage', id: 'stage_awareness' } })).toBe(3)
  })
})
