import { describe, expect, it } from 'vitest'
import {
  inReadingOrder,
  isMine,
  othersOf,
  safeChoice,
  sidesOf,
  sideTime,
  sideTitle,
  valueText,
  whatText,
  whereText,
} from '../../../renderer/panels/conflictTexts'
import { addNote, deleteNotes, moveNotes, setNoteText } from '../../../shared/commands/notes'
import { setPoint } from '../../../shared/commands/points'
import { changeSettings } from '../../../shared/commands/settings'
import { renameStage } from '../../../shared/commands/stages'
import { createTranslator } from '../../../shared/i18n/translator'
import { mergeInto } from '../../../shared/merge/mergeInto'
import type { Board } from '../../../shared/model/board'
import type { Conflict } from '../../../shared/model/conflict'
import { awareness, payment, purchase, TestBoard } from '../../support/testBoard'

const english = createTranslator('en')

/** What is left to choose after Ann and Bob changed much of the same apart from each other. */
function mergedBoard(): Board {
  const start = TestBoard.starter()
    .run(addNote, { noteId: 'note_a', cell: awareness, text: 'A' })
    .run(addNote, { noteId: 'note_b', cell: awareness, text: 'B' })
    .run(addNote, { noteId: 'note_c', cell: awareness, text: 'C' })
    .run(setPoint, { personaId: 'persona_anna', stepId: 'step_purchase', value: 0 })
  const [ann, bob] = [start.fork('Ann'), start.fork('Bob')]
  ann
    .run(setNoteText, { noteId: 'note_a', text: 'by Ann' })
    .run(deleteNotes, { noteIds: ['note_b'] })
    .run(moveNotes, { noteIds: ['note_c'], cell: purchase })
    .run(setPoint, { personaId: 'persona_anna', stepId: 'step_purchase', value: 1 })
    .run(renameStage, { stageId: 'stage_purchase', title: 'Buying' })
    .run(changeSettings, { title: 'Loan' })
  bob
    .run(setNoteText, { noteId: 'note_a', text: 'by Bob' })
    .run(setNoteText, { noteId: 'note_b', text: 'B, edited' })
    .run(moveNotes, { noteIds: ['note_c'], cell: payment })
    .run(setPoint, { personaId: 'persona_anna', stepId: 'step_purchase', value: 2 })
    .run(renameStage, { stageId: 'stage_purchase', title: 'Signing' })
    .run(changeSettings, { title: 'Credit' })
  mergeInto(ann.document, bob.document, { at: '2026-01-16T09:00:00.000Z' })
  return ann.board
}

describe('the words for what waits for a choice', () => {
  const board = mergedBoard()
  const conflicts = inReadingOrder(board)
  const of = (field: Conflict['field']): Conflict => {
    const found = conflicts.find((conflict) => conflict.field === field)
    if (!found) throw new Error(`no conflict of ${field}`)
    return found
  }

  it('say what and where, in the order in which the board is read', () => {
    const stage = board.stages[1]?.title ?? ''
    const titles = conflicts.map((conflict) => `${whatText(english, conflict)}: ${whereText(english, board, conflict.about)}`)
    expect(titles[0]).toBe(`Name of the map: ${board.settings.title}`)
    expect(titles[1]).toBe(`Name of the stage: ${stage}`)
    expect(titles.slice(2).toSorted()).toEqual(
      [
        'Deleted note: Actions, Awareness',
        'Emotion point: Anna, Sign',
        'Note text: Actions, Awareness',
        expect.stringMatching(new RegExp(`^Place of the note: Actions, ${stage}, (Sign|Pay)$`)),
      ].toSorted((a, b) => String(a).localeCompare(String(b))),
    )
  })

  it('put one’s own side first, and name the other by its author', () => {
    for (const me of ['Ann', 'Bob']) {
      for (const conflict of conflicts) {
        const [first, second] = sidesOf(conflict, me)
        expect(isMine(conflict, me)).toBe(true)
        expect([first, second].map((side) => side && sideTitle(english, conflict, side, me))).toEqual([
          'Your version',
          me === 'Ann' ? 'Bob' : 'Ann',
        ])
      }
      expect(othersOf(conflicts, me)).toEqual([me === 'Ann' ? 'Bob' : 'Ann'])
    }
  })

  it('go by the map where nobody can say whose a side is', () => {
    const unknown = { ...of('text'), shown: { value: 'x', by: '' }, other: { value: 'y', by: '' } }
    expect(isMine(unknown, 'Ann')).toBe(false)
    expect(sidesOf(unknown, 'Ann').map((side) => sideTitle(english, unknown, side, 'Ann'))).toEqual(['On the map now', 'The other version'])
    const same = { ...of('text'), shown: { value: 'x', by: 'Ann' }, other: { value: 'y', by: 'Ann' } }
    expect(sidesOf(same, 'Ann').map((side) => sideTitle(english, same, side, 'Ann'))).toEqual(['On the map now', 'The other version'])
    expect(othersOf([unknown, same], 'Ann')).toEqual([])
  })

  it('tell two sides by one name apart by their time, and say none where none was kept', () => {
    const text = of('text')
    const since = (minute: string) => ({ by: 'Ann', since: `2026-01-15T09:${minute}:00.000Z` })
    const same = { ...text, shown: { value: 'x', ...since('10') }, other: { value: 'y', ...since('25') } }
    const times = sidesOf(same, 'Ann').map((side) => sideTime(english, same, side))
    expect(times).toEqual([expect.stringMatching(/^Started editing: Jan 15, 2026.*:10/u), expect.stringMatching(/:25/u)])
    expect(sideTime(english, { ...text, shown: { value: 'x', by: 'Ann' } }, 'shown')).toBe('')
    for (const conflict of conflicts) {
      for (const side of ['shown', 'other'] as const) {
        const deletion = conflict.field === 'deleted' && conflict[side].value !== null
        expect(sideTime(english, conflict, side)).toMatch(deletion ? /^Deleted: / : /^Started editing: /u)
      }
    }
  })

  it('keep both unless somebody chooses otherwise, and of something deleted the thing itself', () => {
    expect(safeChoice(of('text'))).toBe('both')
    expect(safeChoice(of('deleted'))).toBe('shown')
  })

  it('write values with their sign, as numbers are printed', () => {
    expect([-4, 0, 2.5].map((value) => valueText('en', value))).toEqual(['−4', '0', '+2.5'])
    expect(valueText('ru', -2.5)).toBe('−2,5')
  })
})
