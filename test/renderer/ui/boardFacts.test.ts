import { describe, expect, it } from 'vitest'
import { addNote } from '../../../shared/commands/notes'
import { indexUnderFocus } from '../../../renderer/app/dialogs/indexUnderFocus'
import { awareness, TestBoard } from '../../support/testBoard'

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
