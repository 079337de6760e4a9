import { describe, expect, it } from 'vitest'
import { addLane, deleteLane } from '../../../shared/commands/lanes'
import {
  addNote,
  cycleProof,
  deleteNotes,
  duplicateNotes,
  markNotes,
  moveNotes,
  notesToInbox,
  pasteNotes,
  proveNotes,
  recolorNotes,
  setNoteIcon,
  setNotesPersona,
  setNoteText,
} from '../../../shared/commands/notes'
import { deletePersona } from '../../../shared/commands/personas'
import { deleteStage } from '../../../shared/commands/stages'
import { LIMITS } from '../../../shared/model/limits'
import { noteOf } from '../../../shared/model/board'
import type { Cell, NoteId } from '../../../shared/model/note'
import { awareness, awarenessGoal, payment, purchase, TestBoard } from '../../support/testBoard'

/** A starter map with notes of these names in a cell, one below the other. */
function withNotes(cell: Cell, ...noteIds: NoteId[]): TestBoard {
  const map = TestBoard.starter()
  for (const noteId of noteIds) map.run(addNote, { noteId, cell, text: noteId })
  return map
}

describe('addNote', () => {
  it('puts a note at the end of its cell, as a hypothesis of whoever wrote it', () => {
    const map = withNotes(awareness, 'note_a', 'note_b')
    expect(map.notesIn(awareness)).toEqual(['note_a', 'note_b'])
    expect(noteOf(map.board, 'note_b')).toMatchObject({ text: 'note_b', proof: 'hypothesis', mark: 'none', author: 'Ann' })
  })

  it('puts a note where it is wanted', () => {
    const map = withNotes(awareness, 'note_a', 'note_b').run(addNote, { noteId: 'note_c', cell: awareness, index: 1, text: '' })
    expect(map.notesIn(awareness)).toEqual(['note_a', 'note_c', 'note_b'])
  })

  it('puts a note without a cell into the inbox', () => {
    expect(TestBoard.starter().run(addNote, { noteId: 'note_a', text: 'Later' }).inbox()).toEqual(['note_a'])
  })

  it('puts notes of lanes that span stages under a stage, and of others under a step', () => {
    expect(withNotes(awarenessGoal, 'note_a').notesIn(awarenessGoal)).toEqual(['note_a'])
    const wrong = { laneId: 'lane_goals', columnId: 'step_awareness' } as const
    expect(TestBoard.starter().refusal(addNote, { noteId: 'note_a', cell: wrong, text: '' })).toBe('cell-missing')
  })

  it('declines a cell of a curve, of a separator line, and of nowhere', () => {
    const map = TestBoard.starter().run(addLane, { laneId: 'lane_line', kind: 'lineOfVisibility' })
    for (const cell of [
      { laneId: 'lane_emotions', columnId: 'step_awareness' },
      { laneId: 'lane_line', columnId: 'stage_awareness' },
      { laneId: 'lane_none', columnId: 'step_awareness' },
    ] as const)
      expect(map.refusal(addNote, { noteId: 'note_a', cell, text: '' })).toBe('cell-missing')
  })

  it('declines an id that is taken and text over the limit', () => {
    const map = withNotes(awareness, 'note_a')
    expect(map.refusal(addNote, { noteId: 'note_a', cell: awareness, text: '' })).toBe('bad-value')
    expect(map.refusal(addNote, { noteId: 'note_b', text: 'x'.repeat(LIMITS.noteText + 1) })).toBe('too-long')
    expect(map.refusal(addNote, { noteId: 'note_b', text: 'x'.repeat(LIMITS.noteText) })).toBe('accepted')
  })
})

describe('pasteNotes', () => {
  it('writes notes in the order of the clipboard, as one undo step', () => {
    const map = withNotes(awareness, 'note_a', 'note_b').run(pasteNotes, {
      cell: awareness,
      index: 1,
      notes: [
        { noteId: 'note_c', text: 'first', color: 'rose' },
        { noteId: 'note_d', text: 'second', mark: 'pain' },
      ],
    })
    expect(map.notesIn(awareness)).toEqual(['note_a', 'note_c', 'note_d', 'note_b'])
    expect(map.document.canUndo()).toEqual({ what: 'pasteNotes', count: 2 })
    expect(map.undo().notesIn(awareness)).toEqual(['note_a', 'note_b'])
  })

  it('declines more notes than a map may hold', () => {
    const notes = Array.from({ length: LIMITS.notes + 1 }, (_, i) => ({ noteId: `note_${i}` as const, text: '' }))
    expect(TestBoard.starter().refusal(pasteNotes, { notes })).toBe('too-many')
  })
})

describe('setNoteText', () => {
  it('changes the text and joins the step before it while somebody types', () => {
    const map = withNotes(awareness, 'note_a')
      .run(setNoteText, { noteId: 'note_a', text: 'H' })
      .run(setNoteText, { noteId: 'note_a', text: 'He' }, { continues: true })
      .run(setNoteText, { noteId: 'note_a', text: 'Hey' }, { continues: true })
    expect(noteOf(map.board, 'note_a')?.text).toBe('Hey')
    expect(noteOf(map.undo().board, 'note_a')?.text).toBe('note_a')
    expect(noteOf(map.redo().board, 'note_a')?.text).toBe('Hey')
  })

  it('declines a note that was deleted and a text that is the same', () => {
    const map = withNotes(awareness, 'note_a', 'note_b').run(deleteNotes, { noteIds: ['note_b'] })
    expect(map.refusal(setNoteText, { noteId: 'note_a', text: 'note_a' })).toBe('nothing-to-do')
    expect(map.refusal(setNoteText, { noteId: 'note_b', text: 'late' })).toBe('note-missing')
  })

  it('lets somebody shorten a text that is over the limit already', () => {
    const map = TestBoard.starter()
    const long = 'x'.repeat(LIMITS.noteText + 10)
    const record = { id: 'note_old', order: 'a0', text: long, mark: 'none', proof: 'hypothesis', personaIds: [] } as const
    map.document.write([{ op: 'add', record }], { what: 'import', count: 1 })
    expect(map.refusal(setNoteText, { noteId: 'note_old', text: long.slice(1) })).toBe('accepted')
    expect(map.refusal(setNoteText, { noteId: 'note_old', text: `${long}x` })).toBe('too-long')
  })
})

describe('moveNotes', () => {
  it('keeps the order the board shows, whatever order the notes were picked in', () => {
    const map = withNotes(awareness, 'note_a', 'note_b').run(moveNotes, { noteIds: ['note_b', 'note_a'], cell: purchase })
    expect(map.notesIn(purchase)).toEqual(['note_a', 'note_b'])
  })

  it('is one undo step, by its name', () => {
    const map = withNotes(awareness, 'note_a').run(moveNotes, { noteIds: ['note_a'], cell: purchase })
    expect(map.document.canUndo()).toEqual({ what: 'moveNotes', count: 1 })
    expect(map.undo().notesIn(awareness)).toEqual(['note_a'])
  })

  it('counts the place in a cell without the notes that move', () => {
    const map = withNotes(awareness, 'note_a', 'note_b', 'note_c').run(moveNotes, { noteIds: ['note_a'], cell: awareness, index: 1 })
    expect(map.notesIn(awareness)).toEqual(['note_b', 'note_a', 'note_c'])
    map.run(moveNotes, { noteIds: ['note_b', 'note_c'], cell: awareness, index: 1 })
    expect(map.notesIn(awareness)).toEqual(['note_a', 'note_b', 'note_c'])
  })

  it('has nothing to do where the notes are already', () => {
    const map = withNotes(awareness, 'note_a', 'note_b')
    expect(map.refusal(moveNotes, { noteIds: ['note_a'], cell: awareness, index: 0 })).toBe('nothing-to-do')
    expect(map.refusal(moveNotes, { noteIds: ['note_b'], cell: awareness })).toBe('nothing-to-do')
  })

  it('lands between two notes that share a key because two people added them apart', () => {
    const mine = TestBoard.starter()
    const yours = mine.fork().run(addNote, { noteId: 'note_b', cell: awareness, text: '' })
    mine.run(addNote, { noteId: 'note_a', cell: awareness, text: '' }).receive(yours)
    mine.run(addNote, { noteId: 'note_c', cell: awareness, text: '' })
    mine.run(moveNotes, { noteIds: ['note_c'], cell: awareness, index: 1 })
    expect(mine.notesIn(awareness)).toEqual(['note_a', 'note_c', 'note_b'])
  })

  it('calls it placing when the notes come from the inbox', () => {
    const map = TestBoard.starter().run(addNote, { noteId: 'note_a', text: '' })
    map.run(moveNotes, { noteIds: ['note_a'], cell: payment })
    expect(map.document.canUndo()).toEqual({ what: 'placeNotes', count: 1 })
    expect(map.undo().inbox()).toEqual(['note_a'])
  })

  it('ends the same on both copies when two people move one note offline', () => {
    const mine = withNotes(awareness, 'note_a')
    const yours = mine.fork().run(moveNotes, { noteIds: ['note_a'], cell: purchase })
    mine.run(moveNotes, { noteIds: ['note_a'], cell: payment })
    mine.receive(yours)
    yours.receive(mine)
    expect(mine.board).toEqual(yours.board)
    expect([mine.notesIn(purchase), mine.notesIn(payment)].flat()).toEqual(['note_a'])
  })
})

describe('notesToInbox', () => {
  it('takes notes off the board and keeps them', () => {
    const map = withNotes(awareness, 'note_a', 'note_b').run(notesToInbox, { noteIds: ['note_b'] })
    expect(map.notesIn(awareness)).toEqual(['note_a'])
    expect(map.inbox()).toEqual(['note_b'])
    expect(map.refusal(notesToInbox, { noteIds: ['note_b'] })).toBe('nothing-to-do')
  })
})

describe('duplicateNotes', () => {
  it('puts each copy right behind its original, with all that the original shows', () => {
    const map = withNotes(awareness, 'note_a', 'note_b')
      .run(recolorNotes, { noteIds: ['note_a'], color: 'mint' })
      .run(setNotesPersona, { noteIds: ['note_a'], personaId: 'persona_anna', on: true })
      .run(duplicateNotes, {
        copies: [
          { noteId: 'note_a', copyId: 'note_a2' },
          { noteId: 'note_b', copyId: 'note_b2' },
        ],
      })
    expect(map.notesIn(awareness)).toEqual(['note_a', 'note_a2', 'note_b', 'note_b2'])
    expect(noteOf(map.board, 'note_a2')).toMatchObject({ text: 'note_a', color: 'mint', personaIds: ['persona_anna'] })
  })

  it('does so for several in several places, and where two people gave notes the same key', () => {
    const map = withNotes(awareness, 'note_a')
      .run(addNote, { noteId: 'note_x', cell: purchase, text: 'x' })
      .run(addNote, { noteId: 'note_y', text: 'y' })
    const { order } = map.board.records.note.get('note_a') ?? { order: '' }
    map.document.write([{ op: 'add', record: { ...noteOf(map.board, 'note_a')!, id: 'note_b', order } }], {
      what: 'addNote',
      count: 1,
    })
    const copies = (['note_b', 'note_y', 'note_a', 'note_x'] as const).map((noteId) => ({ noteId, copyId: `${noteId}2` as const }))
    map.run(duplicateNotes, { copies })
    expect(map.notesIn(awareness)).toEqual(['note_a', 'note_a2', 'note_b', 'note_b2'])
    expect(map.notesIn(purchase)).toEqual(['note_x', 'note_x2'])
    expect(map.board.inbox.map(({ id }) => id)).toEqual(['note_y', 'note_y2'])
  })
})

describe('deleteNotes', () => {
  it('hides notes and remembers who did it', () => {
    const map = withNotes(awareness, 'note_a').run(deleteNotes, { noteIds: ['note_a'] })
    expect(map.notesIn(awareness)).toEqual([])
    expect(map.board.records.note.get('note_a')).toMatchObject({ text: 'note_a', deletedBy: 'Ann' })
    expect(map.undo().notesIn(awareness)).toEqual(['note_a'])
  })
})

describe('how notes look', () => {
  it('recolours, marks and proves several at once and skips those that are so already', () => {
    const map = withNotes(awareness, 'note_a', 'note_b')
      .run(recolorNotes, { noteIds: ['note_a', 'note_b'], color: 'sky' })
      .run(markNotes, { noteIds: ['note_a', 'note_b'], mark: 'pain' })
      .run(proveNotes, { noteIds: ['note_b'], proof: 'validated' })
    expect(noteOf(map.board, 'note_b')).toMatchObject({ color: 'sky', mark: 'pain', proof: 'validated' })
    expect(map.plan(proveNotes, { noteIds: ['note_a', 'note_b'], proof: 'validated' })).toMatchObject({ ok: true, value: { length: 1 } })
    map.run(recolorNotes, { noteIds: ['note_a'], color: null })
    expect(noteOf(map.board, 'note_a')?.color).toBeUndefined()
  })

  it('cycles the proof of all notes together, after the first of them', () => {
    const map = withNotes(awareness, 'note_a', 'note_b').run(proveNotes, { noteIds: ['note_a'], proof: 'validated' })
    const proofs = (): unknown[] => map.board.notesIn.get('lane_actions|step_awareness')?.map((note) => note.proof) ?? []
    map.run(cycleProof, { noteIds: ['note_b', 'note_a'] })
    expect(proofs()).toEqual(['refuted', 'refuted'])
    map.run(cycleProof, { noteIds: ['note_b', 'note_a'] })
    expect(proofs()).toEqual(['hypothesis', 'hypothesis'])
  })

  it('says whom a note is about; two people may each add somebody', () => {
    const mine = withNotes(awareness, 'note_a')
    const yours = mine.fork().run(setNotesPersona, { noteIds: ['note_a'], personaId: 'persona_oleg', on: true })
    mine.run(setNotesPersona, { noteIds: ['note_a'], personaId: 'persona_anna', on: true }).receive(yours)
    expect(noteOf(mine.board, 'note_a')?.personaIds).toEqual(['persona_anna', 'persona_oleg'])
    mine.run(setNotesPersona, { noteIds: ['note_a'], personaId: 'persona_oleg', on: false })
    expect(noteOf(mine.board, 'note_a')?.personaIds).toEqual(['persona_anna'])
    mine.run(deletePersona, { personaId: 'persona_oleg' })
    expect(mine.refusal(setNotesPersona, { noteIds: ['note_a'], personaId: 'persona_oleg', on: true })).toBe('persona-missing')
  })

  it('gives a touchpoint its icon and takes it away', () => {
    const map = withNotes(awareness, 'note_a').run(setNoteIcon, { noteId: 'note_a', icon: 'phone' })
    expect(noteOf(map.board, 'note_a')?.icon).toBe('phone')
    map.run(setNoteIcon, { noteId: 'note_a', icon: null })
    expect(noteOf(map.board, 'note_a')?.icon).toBeUndefined()
  })
})

describe('notes whose cell is gone', () => {
  it('wait in the inbox and are back where they were when the cell is', () => {
    const map = withNotes(purchase, 'note_a').run(addNote, { noteId: 'note_b', cell: awarenessGoal, text: '' })
    map.run(deleteStage, { stageId: 'stage_purchase' }).run(deleteLane, { laneId: 'lane_goals' })
    expect(map.inbox().sort()).toEqual(['note_a', 'note_b'])
    map.undo().undo()
    expect(map.inbox()).toEqual([])
    expect(map.notesIn(purchase)).toEqual(['note_a'])
  })
})
