import { describe, expect, it } from 'vitest'
import {
  choicesOf,
  conflictCards,
  pickOf,
  pickOfOther,
  pickOfPerson,
  placesToChoose,
  type ConflictCard,
  type Picked,
} from '../../../renderer/panels/conflictCards'
import { settleConflicts } from '../../../shared/commands/conflicts'
import { addNote } from '../../../shared/commands/notes'
import { notesInCell } from '../../../shared/model/board'
import type { Conflict } from '../../../shared/model/conflict'
import { awareness, TestBoard } from '../../support/testBoard'

type Listed = readonly [shown: string, shownBy: string, other: string, otherBy: string]

/** A note that Ann and Bob changed apart from each other several times; the first conflict is the oldest. */
function boardWith(...listed: readonly Listed[]): TestBoard {
  const board = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: listed.at(-1)?.[0] ?? '' })
  for (const [index, [shown, shownBy, other, otherBy]] of listed.entries()) {
    const record: Conflict = {
      id: `conflict_${index}`,
      about: 'note_a',
      field: 'text',
      shown: { value: shown, by: shownBy },
      other: { value: other, by: otherBy },
      at: `2026-01-16T09:0${index}:00.000Z`,
    }
    board.document.write([{ op: 'add', record }], { what: 'editNote', count: 1 })
  }
  return board
}

function onlyCard({ board }: TestBoard, me = 'Ann'): ConflictCard {
  const [card, ...others] = conflictCards(board, me)
  if (!card || others.length > 0) throw new Error('not one card')
  return card
}

function textsAfter(board: TestBoard, pick: Picked): string[] {
  const choices = choicesOf(onlyCard(board), pick).map(([conflictId, keep]) => ({ conflictId, keep }))
  return notesInCell(board.run(settleConflicts, { choices }).board, awareness).map(({ text }) => text)
}

const twice = (): TestBoard => boardWith(['first', 'Ann', 'Bob one', 'Bob'], ['now', 'Ann', 'Bob two', 'Bob'])

describe('the card of a note that two people changed several times', () => {
  it('is one, with each text once, the last first', () => {
    const board = twice()
    const { alternatives } = onlyCard(board)
    expect(alternatives.map(({ conflict, side }) => conflict[side].value)).toEqual(['now', 'Bob two', 'Bob one'])
    expect(placesToChoose(board.board)).toBe(1)
  })

  it('begins with one’s own text', () => {
    expect(onlyCard(twice(), 'Bob').alternatives.map(({ pick }) => pick)).toEqual(['conflict_1', 'shown', 'conflict_0'])
  })

  it('keeps the text that was picked, and the note stays one', () => {
    expect(textsAfter(twice(), 'shown')).toEqual(['now'])
    expect(textsAfter(twice(), 'conflict_0')).toEqual(['Bob one'])
    expect(textsAfter(twice(), 'conflict_1')).toEqual(['Bob two'])
  })

  it('makes a note of each other text where all are kept', () => {
    expect(textsAfter(twice(), 'both').toSorted()).toEqual(['Bob one', 'Bob two', 'now'])
  })

  it('makes no note twice, and none of what the board shows already', () => {
    const board = boardWith(
      ['a', 'Ann', 'same', 'Bob'],
      ['b', 'Ann', 'same', 'Bob'],
      ['now', 'Bob', 'now', 'Ann'],
      ['now', 'Ann', 'same', 'Bob'],
    )
    expect(textsAfter(board, 'both').toSorted()).toEqual(['now', 'same'])
  })

  it('keeps all unless somebody chooses, and remembers what was chosen', () => {
    const card = onlyCard(twice())
    expect(pickOf(card, new Map())).toBe('both')
    for (const pick of ['shown', 'both', 'conflict_0', 'conflict_1'] as const)
      expect(pickOf(card, new Map(choicesOf(card, pick)))).toBe(pick)
  })

  it('gives everybody’s last text where one of two people is to be kept everywhere', () => {
    const card = onlyCard(twice())
    expect(pickOfPerson(card, 'Ann', true)).toBe('shown')
    expect(pickOfPerson(card, 'Ann', false)).toBe('conflict_1')
    expect(pickOfPerson(card, 'Bob', true)).toBe('conflict_1')
    expect(pickOfOther(card)).toBe('conflict_1')
  })
})
