import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffBoards } from '../../../shared/analysis/boardDiff'
import { deleteLane } from '../../../shared/commands/lanes'
import { addNote, deleteNotes, moveNotes, notesToInbox, setNoteText } from '../../../shared/commands/notes'
import { deletePersona } from '../../../shared/commands/personas'
import { setPoint } from '../../../shared/commands/points'
import { changeSettings } from '../../../shared/commands/settings'
import { deleteStage, renameStage } from '../../../shared/commands/stages'
import { readableMap } from '../../../shared/export/readableMap'
import { ReadableMap } from '../../../shared/export/readableSchema'
import { noteOf } from '../../../shared/model/board'
import { restoreChanges } from '../../../shared/versions/restoreChanges'
import { edit, idsOf, randomEdits } from '../../support/randomEdits'
import { awareness, purchase, TestBoard } from '../../support/testBoard'

/** As it comes out of a file. */
function version(map: TestBoard): ReadableMap {
  return ReadableMap.parse(JSON.parse(JSON.stringify(readableMap(map.board))))
}

describe('restoreChanges', () => {
  it('gives one note its text back and leaves every other change', () => {
    const map = TestBoard.workshop()
    const then = version(map)
    map
      .run(setNoteText, { noteId: 'note_a', text: 'Compares two banks' })
      .run(setNoteText, { noteId: 'note_b', text: 'Asks parents' })
      .run(restoreChanges, { map: then, ids: ['note_a'] })

    expect([noteOf(map.board, 'note_a')?.text, noteOf(map.board, 'note_b')?.text]).toEqual(['Compares banks', 'Asks parents'])
  })

  it('brings a deleted note back to where it stood', () => {
    const map = TestBoard.workshop()
    const then = version(map)
    map
      .run(deleteNotes, { noteIds: ['note_b'] })
      .run(addNote, { noteId: 'note_new', cell: awareness, text: 'Dreams' })
      .run(restoreChanges, { map: then, ids: ['note_b'] })

    expect(map.notesIn(awareness)).toEqual(['note_a', 'note_b', 'note_c', 'note_new'])
  })

  it('takes an added note away, and undo brings it back', () => {
    const map = TestBoard.workshop()
    const then = version(map)
    map.run(addNote, { noteId: 'note_new', cell: awareness, text: 'Dreams' }).run(restoreChanges, { map: then, ids: ['note_new'] })
    expect(map.notesIn(awareness)).toEqual(['note_a', 'note_b', 'note_c'])

    map.undo()

    expect(map.notesIn(awareness)).toEqual(['note_a', 'note_b', 'note_c', 'note_new'])
  })

  it('takes a moved note back, and one that changed its place in the cell', () => {
    const map = TestBoard.workshop()
    const then = version(map)
    map
      .run(moveNotes, { noteIds: ['note_a'], cell: purchase })
      .run(moveNotes, { noteIds: ['note_c'], cell: awareness, index: 0 })
      .run(restoreChanges, { map: then, ids: ['note_a'] })
    expect(map.notesIn(awareness)).toEqual(['note_a', 'note_c', 'note_b'])

    map.run(restoreChanges, { map: then, ids: ['note_c'] })

    expect(map.notesIn(awareness)).toEqual(['note_a', 'note_b', 'note_c'])
  })

  it('puts a note whose lane is gone into the inbox', () => {
    const map = TestBoard.workshop()
    const then = version(map)
    map
      .run(deleteNotes, { noteIds: ['note_goal'] })
      .run(deleteLane, { laneId: 'lane_goals' })
      .run(restoreChanges, { map: then, ids: ['note_goal'] })

    expect(map.inbox()).toEqual(['note_goal'])
  })

  it('brings a stage back with its steps, and the notes that waited in the inbox', () => {
    const map = TestBoard.workshop().run(addNote, { noteId: 'note_pay', cell: purchase, text: 'Pays' })
    const then = version(map)
    map.run(deleteStage, { stageId: 'stage_purchase' }).run(renameStage, { stageId: 'stage_awareness', title: 'Need' })
    expect(map.inbox()).toEqual(['note_pay'])

    map.run(restoreChanges, { map: then, ids: ['stage_purchase'] })

    expect(map.board.stages.map(({ title }) => title)).toEqual(['Need', 'Purchase'])
    expect(map.notesIn(purchase)).toEqual(['note_pay'])
  })

  it('does not bring along what was added to a stage before the stage was deleted', () => {
    const map = TestBoard.workshop()
    const then = version(map)
    map
      .run(setPoint, { personaId: 'persona_oleg', stepId: 'step_payment', value: 2 })
      .run(addNote, { noteId: 'note_late', cell: purchase, text: 'Signs online' })
      .run(notesToInbox, { noteIds: ['note_late'] })
      .run(deleteStage, { stageId: 'stage_purchase' })
      .run(restoreChanges, { map: then, ids: ['stage_purchase'] })

    expect(map.board.pointsOf.get('persona_oleg')).toEqual([])
    expect(map.inbox()).toEqual(['note_late'])
  })

  it('brings a persona back with its curve', () => {
    const map = TestBoard.workshop()
    const then = version(map)
    map.run(deletePersona, { personaId: 'persona_anna' }).run(restoreChanges, { map: then, ids: ['persona_anna'] })

    expect(map.board.pointsOf.get('persona_anna')?.map(({ value }) => value)).toEqual([-3])
    expect(map.board.personas.map(({ name }) => name)).toEqual(['Anna', 'Oleg'])
  })

  it('gives the map its title back', () => {
    const map = TestBoard.workshop()
    const then = version(map)
    map.run(changeSettings, { title: 'Home loan' }).run(restoreChanges, { map: then, ids: ['map'] })

    expect(map.board.settings.title).toBe('Mortgage')
  })

  it('has nothing to do where nothing differs', () => {
    const map = TestBoard.workshop()

    expect(map.refusal(restoreChanges, { map: version(map), ids: ['note_a', 'map', 'lane_goals'] })).toBe('nothing-to-do')
  })

  it('restores the whole map when every change is named', () => {
    fc.assert(
      fc.property(fc.array(randomEdits, { maxLength: 25 }), fc.array(randomEdits, { maxLength: 25 }), (first, second) => {
        const map = TestBoard.workshop()
        const ids = idsOf(7)
        for (const one of first) edit(map, one, ids)
        const before = map.board
        const then = version(map)
        for (const one of second) edit(map, one, ids)
        const { changes } = diffBoards(before, map.board)
        fc.pre(changes.length > 0)

        map.run(restoreChanges, { map: then, ids: changes.map(({ id }) => id) })

        expect(diffBoards(before, map.board).changes).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})
