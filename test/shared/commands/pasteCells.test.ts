import { expect, it } from 'vitest'
import { addNote, pasteNotes } from '../../../shared/commands/notes'
import { pasteCells } from '../../../shared/commands/pasteCells'
import { notesInCell } from '../../../shared/model/board'
import type { Cell } from '../../../shared/model/note'
import { LIMITS } from '../../../shared/model/limits'
import { awareness, payment, TestBoard } from '../../support/testBoard'

const texts = (board: TestBoard, cell: Cell): string[] => notesInCell(board.board, cell).map(({ text }) => text)

it('notes are written into several cells and the inbox as one step of undo', () => {
  const board = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'A' })
  board.run(pasteCells, {
    places: [
      { cell: awareness, index: 0, notes: [{ noteId: 'note_b', text: 'B' }] },
      { cell: payment, notes: [{ noteId: 'note_c', text: 'C' }] },
      { notes: [{ noteId: 'note_d', text: 'D' }] },
    ],
  })
  expect([texts(board, awareness), texts(board, payment), board.board.inbox.map(({ text }) => text)]).toEqual([['B', 'A'], ['C'], ['D']])
  board.document.undo()
  expect([texts(board, awareness), texts(board, payment), board.board.inbox]).toEqual([['A'], [], []])
})

it('all or nothing is written', () => {
  const board = TestBoard.starter()
  const good = { cell: payment, notes: [{ noteId: 'note_c' as const, text: 'C' }] }
  const long = { notes: [{ noteId: 'note_d' as const, text: 'x'.repeat(LIMITS.noteText + 1) }] }
  const gone = { cell: { laneId: 'lane_gone' as const, columnId: payment.columnId }, notes: [{ noteId: 'note_e' as const, text: 'E' }] }
  expect(board.refusal(pasteCells, { places: [good, long] })).toBe('too-long')
  expect(board.refusal(pasteCells, { places: [good, gone] })).toBe('cell-missing')
  expect(board.refusal(pasteCells, { places: [good, good] })).toBe('bad-value')
})

it('who said something is the author of the note that is pasted', () => {
  const board = TestBoard.starter()
  board.run(pasteNotes, { cell: payment, notes: [{ noteId: 'note_a', text: 'A', author: 'Igor' }] })
  expect(board.board.records.note.get('note_a')?.author).toBe('Igor')
})
