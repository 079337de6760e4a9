import { describe, expect, it } from 'vitest'
import { settleConflicts } from '../../../shared/commands/conflicts'
import { renameLane } from '../../../shared/commands/lanes'
import { addNote, deleteNotes, moveNotes, recolorNotes, setNotesPersona, setNoteText } from '../../../shared/commands/notes'
import { setPoint } from '../../../shared/commands/points'
import { changeSettings } from '../../../shared/commands/settings'
import { addStage, deleteStage } from '../../../shared/commands/stages'
import { mergeInto, type MergeReport } from '../../../shared/merge/mergeInto'
import { noteOf, type Board } from '../../../shared/model/board'
import type { Cell } from '../../../shared/model/note'
import { awareness, payment, purchase, TestBoard } from '../../support/testBoard'

function merge(ours: TestBoard, theirs: TestBoard, base?: Board): MergeReport {
  return mergeInto(ours.document, theirs.document, { at: '2026-01-16T09:00:00.000Z', by: 'Somebody', ...(base ? { base } : {}) })
}

/** Ann's map, a copy of it that was put together anew, and what both last had in common. */
function damaged(): { ann: TestBoard; bob: TestBoard; base: Board } {
  const ann = TestBoard.starter()
  for (const id of ['a', 'b', 'c'] as const) ann.run(addNote, { noteId: `note_${id}`, cell: awareness, text: id })
  const bob = ann.rebuilt()
  return { ann, bob, base: bob.board }
}

function texts(map: TestBoard, cell: Cell = awareness): string[] {
  return map.notesIn(cell).map((id) => noteOf(map.board, id)?.text ?? '')
}

describe('a copy without a common history', () => {
  it('is known as one', () => {
    const { ann, bob } = damaged()
    expect(ann.document.sharesHistoryWith(bob.document)).toBe(false)
    expect(ann.document.sharesHistoryWith(ann.fork().document)).toBe(true)
    expect(TestBoard.empty().document.sharesHistoryWith(ann.document)).toBe(true)
  })

  it('that says the same changes nothing', () => {
    const { ann, bob } = damaged()
    const { board } = ann
    expect(merge(ann, bob)).toMatchObject({ conflicts: [], by: [], diff: { changes: [] } })
    expect(ann.board).toBe(board)
  })

  it('brings its new notes, stages and points to where they are in it', () => {
    const { ann, bob } = damaged()
    ann.run(addNote, { noteId: 'note_ours', cell: awareness, text: 'ours', index: 1 })
    bob
      .run(addNote, { noteId: 'note_d', cell: awareness, text: 'd', index: 2 })
      .run(addStage, { stageId: 'stage_new', stepId: 'step_new', index: 1, title: 'Compare' })
      .run(addNote, { noteId: 'note_e', cell: { laneId: 'lane_actions', columnId: 'step_new' }, text: 'e' })
      .run(setPoint, { personaId: 'persona_anna', stepId: 'step_new', value: 2 })
    const { conflicts, by, diff } = merge(ann, bob)
    expect(conflicts).toEqual([])
    expect(by).toEqual(['Bob'])
    expect(diff.counts).toMatchObject({ added: 3, points: 1 })
    expect(texts(ann)).toEqual(['a', 'ours', 'b', 'd', 'c'])
    expect(ann.board.stages.map(({ title }) => title)).toEqual(['Awareness', 'Compare', 'Purchase'])
    expect(ann.notesIn({ laneId: 'lane_actions', columnId: 'step_new' })).toEqual(['note_e'])
    expect(ann.board.pointsOf.get('persona_anna')).toHaveLength(1)
  })

  it('is an opinion of its own wherever it differs, once', () => {
    const { ann, bob } = damaged()
    ann.run(setNoteText, { noteId: 'note_a', text: 'ours' }).run(recolorNotes, { noteIds: ['note_b'], color: 'mint' })
    bob.run(changeSettings, { title: 'House' }).run(moveNotes, { noteIds: ['note_c'], cell: payment })
    bob.run(renameLane, { laneId: 'lane_actions', title: 'Deeds' })
    expect(merge(ann, bob).conflicts).toHaveLength(3)
    expect(ann.board.conflicts.map(({ field, shown, other }) => [field, shown.value, other.value])).toEqual(
      expect.arrayContaining([
        ['text', 'ours', 'a'],
        ['title', 'Mortgage', 'House'],
        ['place', expect.objectContaining(awareness), expect.objectContaining(payment)],
      ]),
    )
    // Nobody said anything else here, so there is nothing to decide.
    expect(ann.board.records.lane.get('lane_actions')?.title).toBe('Deeds')
    expect(noteOf(ann.board, 'note_b')?.color).toBe('mint')
    expect(merge(ann, bob).conflicts).toEqual([])
    ann.run(settleConflicts, {
      choices: ann.board.conflicts.map(({ id }) => ({ conflictId: id, keep: 'both' as const })),
    })
    expect(ann.board.conflicts).toEqual([])
    expect(merge(ann, bob).conflicts).toEqual([])
  })

  it('only brings what it really changed where a base is known', () => {
    const { ann, bob, base } = damaged()
    ann
      .run(setNoteText, { noteId: 'note_a', text: 'ours' })
      .run(setNotesPersona, { noteIds: ['note_a'], personaId: 'persona_anna', on: true })
    bob.run(setNoteText, { noteId: 'note_b', text: 'theirs' }).run(moveNotes, { noteIds: ['note_c'], cell: purchase })
    bob.run(setNotesPersona, { noteIds: ['note_a'], personaId: 'persona_oleg', on: true }).run(changeSettings, { kind: 'ujm' })
    bob.run(recolorNotes, { noteIds: ['note_b'], color: 'mint' })
    expect(merge(ann, bob, base).conflicts).toEqual([])
    expect(texts(ann)).toEqual(['ours', 'theirs'])
    expect(texts(ann, purchase)).toEqual(['c'])
    expect(noteOf(ann.board, 'note_a')?.personaIds).toEqual(['persona_anna', 'persona_oleg'])
    expect(noteOf(ann.board, 'note_b')?.color).toBe('mint')
    expect(ann.board.settings).toMatchObject({ kind: 'ujm', title: 'Mortgage' })
  })

  it('takes away what it deleted, and asks where the other side has edited that', () => {
    const { ann, bob } = damaged()
    ann.run(setNoteText, { noteId: 'note_b', text: 'ours' })
    bob.run(deleteNotes, { noteIds: ['note_a', 'note_b'] }).run(deleteStage, { stageId: 'stage_purchase' })
    expect(merge(ann, bob).conflicts).toHaveLength(1)
    expect(texts(ann)).toEqual(['ours', 'c'])
    expect(ann.board.stages).toHaveLength(1)
    expect(ann.board.conflicts).toMatchObject([
      { about: 'note_b', field: 'deleted', shown: { value: null, by: 'Ann' }, other: { by: 'Bob' } },
    ])
    expect(merge(ann, bob).conflicts).toEqual([])
  })

  it('brings back what was deleted here and edited there', () => {
    const { ann, bob } = damaged()
    ann.run(deleteNotes, { noteIds: ['note_a', 'note_b'] })
    bob.run(setNoteText, { noteId: 'note_b', text: 'theirs' })
    merge(ann, bob)
    expect(texts(ann)).toEqual(['theirs', 'c'])
    expect(ann.board.conflicts).toMatchObject([{ about: 'note_b', field: 'deleted', shown: { by: 'Bob' }, other: { by: 'Ann' } }])
    const [conflict] = ann.board.conflicts
    if (!conflict) throw new Error('no conflict')
    ann.run(settleConflicts, { choices: [{ conflictId: conflict.id, keep: 'other' }] })
    expect(merge(ann, bob).conflicts).toEqual([])
    expect(texts(ann)).toEqual(['c'])
  })

  it('misses what the base has and the copy lacks', () => {
    const { ann, base } = damaged()
    const fewer = ann
      .fork()
      .run(deleteNotes, { noteIds: ['note_a', 'note_b'] })
      .rebuilt('Bob')
    ann.run(setNoteText, { noteId: 'note_b', text: 'ours' })
    expect(merge(ann, fewer, base).conflicts).toHaveLength(1)
    expect(texts(ann)).toEqual(['ours', 'c'])
    const back = TestBoard.starter().rebuilt('Cem')
    expect(texts(back)).toEqual([])
  })
})
