import { expect, it } from 'vitest'
import { settleConflicts, type Keep } from '../../../shared/commands/conflicts'
import { addNote, deleteNotes, moveNotes, setNoteText } from '../../../shared/commands/notes'
import { setPoint } from '../../../shared/commands/points'
import { changeSettings } from '../../../shared/commands/settings'
import { deleteStage, renameStage } from '../../../shared/commands/stages'
import { mergeInto } from '../../../shared/merge/mergeInto'
import { noteOf } from '../../../shared/model/board'
import type { ConflictField, ConflictSide } from '../../../shared/model/conflict'
import { LIMITS } from '../../../shared/model/limits'
import type { NoteId } from '../../../shared/model/note'
import { pointIdOf } from '../../../shared/model/point'
import { awareness, payment, picture, purchase, TestBoard } from '../../support/testBoard'

function valueOf(side: ConflictSide | undefined): string {
  return typeof side?.value === 'object' ? '' : String(side?.value)
}

/** Ann's copy after Bob's was brought in; `edits` are done on both sides, with other values. */
function merged(edits: (map: TestBoard, side: 'ann' | 'bob') => void, start: (map: TestBoard) => void = () => {}): TestBoard {
  const ann = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'Reads reviews' })
  ann.run(addNote, { noteId: 'note_b', cell: awareness, text: 'Compares' })
  start(ann)
  const bob = ann.fork('Bob')
  edits(ann, 'ann')
  edits(bob, 'bob')
  mergeInto(ann.document, bob.document, { at: '2026-01-16T09:00:00.000Z' })
  return ann.fork('Cem')
}

function settle(map: TestBoard, keep: Keep, fields?: readonly ConflictField[]): TestBoard {
  const conflicts = map.board.conflicts.filter(({ field }) => !fields || fields.includes(field))
  return map.run(settleConflicts, {
    choices: conflicts.map(({ id }) => ({ conflictId: id, keep })),
  })
}

function texts(map: TestBoard): string[] {
  return map.notesIn(awareness).map((id) => noteOf(map.board, id)?.text ?? '')
}

/** The note that keeping both has made. */
function copyIn({ board }: TestBoard): NoteId {
  const [copy, ...others] = [...board.records.note.keys()].filter((id) => id !== 'note_a' && id !== 'note_b')
  if (!copy || others.length > 0) throw new Error(`${others.length + 1} copies`)
  return copy
}

const twoTexts = (map: TestBoard, side: string): unknown => map.run(setNoteText, { noteId: 'note_a', text: `Text of ${side}` })

it('keeps one text of two, or both as two notes side by side', () => {
  const map = merged(twoTexts)
  const [conflict] = map.board.conflicts
  const [shown, other] = [valueOf(conflict?.shown), valueOf(conflict?.other)]
  expect(new Set([shown, other])).toEqual(new Set(['Text of ann', 'Text of bob']))
  expect(texts(settle(map.fork(), 'shown'))).toEqual([shown, 'Compares'])
  expect(texts(settle(map.fork(), 'other'))).toEqual([other, 'Compares'])
  const both = settle(map.fork(), 'both')
  expect(texts(both)).toEqual([shown, other, 'Compares'])
  expect(noteOf(both.board, copyIn(both))?.author).toBe(conflict?.other.by)
  expect(both.board.conflicts).toEqual([])
})

it('makes one note of the other text where two people keep both apart from each other', () => {
  const ann = merged(twoTexts)
  const bob = ann.fork('Bob')
  settle(ann, 'both')
  settle(bob, 'both')
  mergeInto(ann.document, bob.document, { at: '2026-01-16T10:00:00.000Z' })
  expect(texts(ann).sort()).toEqual(['Compares', 'Text of ann', 'Text of bob'])
  expect(ann.board.conflicts).toEqual([])
})

it('makes that note again after it was undone', () => {
  const map = merged(twoTexts)
  const kept = texts(settle(map, 'both'))
  map.undo()
  expect(texts(map)).toHaveLength(2)
  expect(texts(settle(map, 'both'))).toEqual(kept)
})

it('is one undo step, and undoing it brings the conflicts back', () => {
  const map = merged((copy, side) => {
    twoTexts(copy, side)
    copy.run(changeSettings, { title: side }).run(moveNotes, { noteIds: ['note_b'], cell: side === 'ann' ? purchase : payment })
  })
  const before = picture(map.board)
  expect(before.conflicts).toHaveLength(3)
  settle(map, 'both')
  const after = picture(map.board)
  expect(after.conflicts).toEqual([])
  map.undo()
  expect(picture(map.board)).toEqual(before)
  expect(map.document.canUndo()).toBeNull()
  map.redo()
  expect(picture(map.board)).toEqual(after)
})

it('lets a note stand in both places', () => {
  const map = merged((copy, side) => copy.run(moveNotes, { noteIds: ['note_a'], cell: side === 'ann' ? purchase : payment }))
  const both = settle(map.fork(), 'both')
  const everywhere = [...both.notesIn(purchase), ...both.notesIn(payment)]
  expect(new Set(everywhere)).toEqual(new Set(['note_a', copyIn(both)]))
  expect(noteOf(both.board, copyIn(both))).toMatchObject({ text: 'Reads reviews', author: 'Ann' })
  const other = settle(map.fork(), 'other')
  expect([...other.notesIn(purchase), ...other.notesIn(payment)]).toEqual(['note_a'])
  expect(map.board.conflicts[0]?.other.value).toMatchObject({ columnId: noteOf(other.board, 'note_a')?.columnId })
})

it('puts names side by side', () => {
  const map = merged((copy, side) => copy.run(renameStage, { stageId: 'stage_awareness', title: side }))
  const [conflict] = map.board.conflicts
  settle(map, 'both')
  expect(map.board.records.stage.get('stage_awareness')?.title).toBe(`${valueOf(conflict?.shown)} / ${valueOf(conflict?.other)}`)
})

it('keeps what else was felt at a point in its reason, with the name of who said it', () => {
  const at = { personaId: 'persona_anna', stepId: 'step_awareness' } as const
  const point = pointIdOf('persona_anna', 'as-is', 'step_awareness')
  const map = merged(
    (copy, side) => copy.run(setPoint, { ...at, value: side === 'ann' ? 3 : 2, label: side, reason: `because ${side}` }),
    (copy) => copy.run(setPoint, { ...at, value: 0 }),
  )
  const conflicts = new Map(map.board.conflicts.map((conflict) => [conflict.field, conflict]))
  const shown = map.board.records.point.get(point)
  settle(map, 'both')
  const now = map.board.records.point.get(point)
  expect([now?.value, now?.label]).toEqual([shown?.value, shown?.label])
  const lines = ['value', 'label', 'reason'].map((field) => {
    const other = conflicts.get(field as ConflictField)?.other
    return `${other?.by ?? ''}: ${field === 'value' ? '+' : ''}${valueOf(other)}`
  })
  expect(new Set(now?.reason.split('\n'))).toEqual(new Set([shown?.reason, ...lines]))
})

it('writes a value into a reason as people do, with a real minus', () => {
  const at = { personaId: 'persona_anna', stepId: 'step_awareness' } as const
  const map = merged(
    (copy, side) => copy.run(setPoint, { ...at, value: side === 'ann' ? -4 : -2.5 }),
    (copy) => copy.run(setPoint, { ...at, value: 0 }),
  )
  const { by, value } = map.board.conflicts[0]!.other
  settle(map, 'both')
  expect(map.board.records.point.get(pointIdOf('persona_anna', 'as-is', 'step_awareness'))?.reason).toBe(
    `${by}: −${Math.abs(value as number)}`,
  )
})

it('leaves what was deleted and edited where it is, or deletes it again', () => {
  const map = merged((copy, side) => {
    if (side === 'ann') copy.run(deleteNotes, { noteIds: ['note_a'] }).run(deleteStage, { stageId: 'stage_purchase' })
    else copy.run(setNoteText, { noteId: 'note_a', text: 'Asks' }).run(renameStage, { stageId: 'stage_purchase', title: 'Buy' })
  })
  expect(map.board.conflicts).toHaveLength(2)
  for (const keep of ['shown', 'both'] as const) expect(texts(settle(map.fork(), keep))).toEqual(['Asks', 'Compares'])
  const gone = settle(map.fork(), 'other')
  expect(texts(gone)).toEqual(['Compares'])
  expect(gone.board.stages.map(({ id }) => id)).toEqual(['stage_awareness'])
  expect(gone.board.conflicts).toEqual([])
})

it('keeps the text that is left where the other side emptied the note', () => {
  const map = merged((copy, side) => copy.run(setNoteText, { noteId: 'note_a', text: side === 'ann' ? '' : 'Asks' }))
  settle(map, 'both')
  expect(texts(map)).toEqual(['Asks', 'Compares'])
})

it('declines what has been decided already, and names that would be too long', () => {
  const map = merged((copy, side) => {
    twoTexts(copy, side)
    copy.run(renameStage, { stageId: 'stage_awareness', title: side.repeat(LIMITS.title / 4) })
  })
  const [text, title] = ['text', 'title'].map((field) => map.board.conflicts.find((conflict) => conflict.field === field)?.id)
  if (!text || !title) throw new Error('no conflicts')
  expect(map.refusal(settleConflicts, { choices: [{ conflictId: title, keep: 'both' }] })).toBe('too-long')
  settle(map, 'shown', ['text'])
  expect(map.refusal(settleConflicts, { choices: [{ conflictId: text, keep: 'shown' }] })).toBe('conflict-missing')
})
