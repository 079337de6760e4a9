import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addNote, deleteNotes, setNoteText } from '../../../shared/commands/notes'
import { deleteLane } from '../../../shared/commands/lanes'
import { readableMap } from '../../../shared/export/readableMap'
import { ReadableMap } from '../../../shared/export/readableSchema'
import { readBoard } from '../../../shared/versions/readBoard'
import { restoreMap } from '../../../shared/versions/restoreMap'
import { anyBoard } from '../../support/anyBoard'
import { edit, idsOf, randomEdits } from '../../support/randomEdits'
import { awareness, picture, TestBoard } from '../../support/testBoard'

/** As it comes out of a file: without fields that are undefined. */
function stored(map: ReadableMap): ReadableMap {
  return ReadableMap.parse(JSON.parse(JSON.stringify(map)))
}

describe('a version of a map', () => {
  it('reads as the board it was made of', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        const map = stored(readableMap(board))
        expect(stored(readableMap(readBoard(map)))).toEqual(map)
      }),
    )
  })

  it('is restored by one edit, whatever was done since, and that edit is undone by one step', () => {
    fc.assert(
      fc.property(fc.array(randomEdits, { maxLength: 40 }), fc.array(randomEdits, { maxLength: 40 }), (before, after) => {
        const board = TestBoard.starter()
        const ids = idsOf(1)
        for (const step of before) edit(board, step, ids)
        const version = stored(readableMap(board.board))
        for (const step of after) edit(board, step, ids)
        const now = stored(readableMap(board.board))

        const plan = board.plan(restoreMap, { map: version })
        if (!plan.ok) {
          expect(plan.code).toBe('nothing-to-do')
          expect(now).toEqual(version)
          return
        }
        board.run(restoreMap, { map: version })
        expect(stored(readableMap(board.board))).toEqual(version)
        board.undo()
        expect(stored(readableMap(board.board))).toEqual(now)
      }),
      { numRuns: 60 },
    )
  })

  it('says who took away what came later, and leaves it where it can be brought back', () => {
    const board = TestBoard.starter()
    const version = stored(readableMap(board.board))
    board.run(addNote, { noteId: 'note_later', cell: awareness, text: 'Later' })
    board.run(restoreMap, { map: version })
    expect(board.board.records.note.get('note_later')).toMatchObject({ text: 'Later', deletedBy: 'Ann' })
  })

  it('brings back what was deleted to its place, with its text', () => {
    const board = TestBoard.starter()
    board.run(addNote, { noteId: 'note_a', cell: awareness, text: 'First' })
    const version = stored(readableMap(board.board))
    const shown = picture(board.board)
    board.run(setNoteText, { noteId: 'note_a', text: 'Second' })
    board.run(deleteNotes, { noteIds: ['note_a'] })
    board.run(deleteLane, { laneId: 'lane_actions' })
    board.run(restoreMap, { map: version })
    expect(picture(board.board)).toEqual(shown)
  })

  it('is refused where it is the map as it is, and may have been made by hand with notes that have no id', () => {
    const board = TestBoard.starter()
    const version = stored(readableMap(board.board))
    expect(board.refusal(restoreMap, { map: version })).toBe('nothing-to-do')
    expect(board.refusal(restoreMap, { map: { ...version, inbox: [{ text: 'By hand' }] } })).toBe('accepted')
  })
})
