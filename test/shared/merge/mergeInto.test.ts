import { describe, expect, it } from 'vitest'
import { renameLane } from '../../../shared/commands/lanes'
import { addNote, deleteNotes, moveNotes, notesToInbox, recolorNotes, setNoteText } from '../../../shared/commands/notes'
import { settleConflicts } from '../../../shared/commands/conflicts'
import { deletePersona } from '../../../shared/commands/personas'
import { deletePoint, labelPoint, setPoint } from '../../../shared/commands/points'
import { restoreRecords } from '../../../shared/commands/restore'
import { changeSettings } from '../../../shared/commands/settings'
import { deleteStage, renameStage } from '../../../shared/commands/stages'
import { mergeInto, type MergeReport } from '../../../shared/merge/mergeInto'
import { noteOf, type Board } from '../../../shared/model/board'
import type { Conflict } from '../../../shared/model/conflict'
import { pointIdOf } from '../../../shared/model/point'
import { awareness, payment, purchase, TestBoard } from '../../support/testBoard'

const AT = '2026-01-16T09:00:00.000Z'

function merge(ours: TestBoard, theirs: TestBoard, base?: Board): MergeReport {
  return mergeInto(ours.document, theirs.document, { at: AT, ...(base ? { base } : {}) })
}

/** Ann and Bob with a copy each of a map that has one note. */
function twoCopies(): [TestBoard, TestBoard] {
  const ann = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'Reads reviews' })
  return [ann, ann.fork('Bob')]
}

/** What a conflict says, without what a merge makes up. */
function said({ about, field, shown, other }: Conflict): object {
  return { about, field, [shown.by]: shown.value, [other.by]: other.value }
}

const point = pointIdOf('persona_anna', 'as-is', 'step_awareness')

describe('two copies of one map', () => {
  it('are brought together with everything that either side did', () => {
    const [ann, bob] = twoCopies()
    ann.run(addNote, { noteId: 'note_b', cell: purchase, text: 'Signs' })
    bob.run(setNoteText, { noteId: 'note_a', text: 'Asks a friend' }).run(addNote, { noteId: 'note_c', cell: purchase, text: 'Pays' })
    const { diff, conflicts, by } = merge(ann, bob)
    expect(conflicts).toEqual([])
    expect(by).toEqual(['Bob'])
    expect(diff.counts).toEqual({ added: 1, changed: 1, moved: 0, removed: 0, points: 0 })
    expect(noteOf(ann.board, 'note_a')?.text).toBe('Asks a friend')
    expect(ann.notesIn(purchase)).toEqual(['note_b', 'note_c'])
  })

  it('change nothing when they are brought together once more', () => {
    const [ann, bob] = twoCopies()
    ann.run(setNoteText, { noteId: 'note_a', text: 'Reads' })
    bob.run(setNoteText, { noteId: 'note_a', text: 'Asks' })
    merge(ann, bob)
    const { board } = ann
    expect(merge(ann, bob)).toEqual({ diff: expect.objectContaining({ changes: [] }), conflicts: [], by: [] })
    expect(ann.board).toBe(board)
    merge(bob, ann)
    merge(ann, bob)
    expect(ann.board).toEqual(bob.board)
    expect(ann.board.conflicts).toHaveLength(1)
  })

  it('keep both texts of a note that both changed, each with its author', () => {
    const [ann, bob] = twoCopies()
    ann.run(setNoteText, { noteId: 'note_a', text: 'Reads' })
    bob.run(setNoteText, { noteId: 'note_a', text: 'Asks' })
    const { conflicts } = merge(ann, bob)
    expect(ann.board.conflicts.map(({ id }) => id)).toEqual(conflicts)
    expect(ann.board.conflicts.map(said)).toEqual([{ about: 'note_a', field: 'text', Ann: 'Reads', Bob: 'Asks' }])
    expect(ann.board.conflicts[0]?.shown.value).toBe(noteOf(ann.board, 'note_a')?.text)
    expect(ann.board.conflicts[0]?.at).toBe(AT)
  })

  it.each([true, false])(
    'ask once more where both decided a conflict differently, also with a base (%s) that knows one of the values',
    (known) => {
      const [ann, bob] = twoCopies()
      ann.run(setNoteText, { noteId: 'note_a', text: 'Reads' })
      bob.run(setNoteText, { noteId: 'note_a', text: 'Asks' })
      merge(ann, bob)
      merge(bob, ann)
      const base = known ? ann.board : undefined
      const [conflict] = ann.board.conflicts
      const shown = noteOf(ann.board, 'note_a')!.text
      ann.run(settleConflicts, { choices: [{ conflictId: conflict!.id, keep: 'shown' }] })
      bob.run(settleConflicts, { choices: [{ conflictId: conflict!.id, keep: 'other' }] })
      const { conflicts } = merge(ann, bob, base)
      expect(conflicts).toHaveLength(1)
      expect(said(ann.board.conflicts[0]!)).toMatchObject({
        about: 'note_a',
        field: 'text',
        Ann: shown,
        Bob: shown === 'Reads' ? 'Asks' : 'Reads',
      })
      merge(bob, ann, base)
      expect(bob.board).toEqual(ann.board)
    },
  )

  it('ask nothing more where both decided alike', () => {
    const [ann, bob] = twoCopies()
    ann.run(setNoteText, { noteId: 'note_a', text: 'Reads' })
    bob.run(setNoteText, { noteId: 'note_a', text: 'Asks' })
    merge(ann, bob)
    merge(bob, ann)
    const [conflict] = ann.board.conflicts
    for (const map of [ann, bob]) map.run(settleConflicts, { choices: [{ conflictId: conflict!.id, keep: 'other' }] })
    expect(merge(ann, bob).conflicts).toEqual([])
    expect(ann.board.conflicts).toEqual([])
  })

  it('ask once more where one deleted again what the other decided to keep', () => {
    const [ann, bob] = twoCopies()
    ann.run(setNoteText, { noteId: 'note_a', text: 'Reads' })
    bob.run(deleteNotes, { noteIds: ['note_a'] })
    merge(ann, bob)
    merge(bob, ann)
    const [conflict] = ann.board.conflicts
    ann.run(settleConflicts, { choices: [{ conflictId: conflict!.id, keep: 'shown' }] })
    bob.run(settleConflicts, { choices: [{ conflictId: conflict!.id, keep: 'other' }] })
    merge(ann, bob)
    merge(bob, ann)
    expect(noteOf(ann.board, 'note_a')?.text).toBe('Reads')
    expect(ann.board.conflicts.map(({ field }) => field)).toEqual(['deleted'])
    expect(bob.board).toEqual(ann.board)
  })

  it('tell whoever brings them in of conflicts that somebody else has listed', () => {
    const [ann, bob] = twoCopies()
    ann.run(setNoteText, { noteId: 'note_a', text: 'Reads' })
    bob.run(setNoteText, { noteId: 'note_a', text: 'Asks' })
    const { conflicts } = merge(ann, bob)
    expect(merge(bob, ann).conflicts).toEqual(conflicts)
  })

  it('list no conflict where both wrote the same, or where only colours differ', () => {
    const [ann, bob] = twoCopies()
    for (const map of [ann, bob]) map.run(setNoteText, { noteId: 'note_a', text: 'Reads' })
    ann.run(recolorNotes, { noteIds: ['note_a'], color: 'mint' })
    bob.run(recolorNotes, { noteIds: ['note_a'], color: 'rose' })
    expect(merge(ann, bob).conflicts).toEqual([])
  })

  it('list no conflict where one side knew what the other one wrote', () => {
    const [ann, bob] = twoCopies()
    ann.run(setNoteText, { noteId: 'note_a', text: 'Reads' })
    bob.receive(ann).run(setNoteText, { noteId: 'note_a', text: 'Asks' })
    expect(merge(ann, bob).conflicts).toEqual([])
    expect(noteOf(ann.board, 'note_a')?.text).toBe('Asks')
    const old = ann.fork('Old')
    ann.run(setNoteText, { noteId: 'note_a', text: 'Compares' })
    expect(merge(ann, old).conflicts).toEqual([])
    expect(noteOf(ann.board, 'note_a')?.text).toBe('Compares')
  })

  it('show a note that went to two cells in one of them and list the other', () => {
    const [ann, bob] = twoCopies()
    ann.run(moveNotes, { noteIds: ['note_a'], cell: purchase })
    bob.run(moveNotes, { noteIds: ['note_a'], cell: payment })
    merge(ann, bob)
    const [conflict] = ann.board.conflicts
    expect(conflict?.field).toBe('place')
    const places = [conflict?.shown.value, conflict?.other.value]
    expect(places).toEqual(expect.arrayContaining([expect.objectContaining(purchase), expect.objectContaining(payment)]))
    expect(conflict?.shown.value).toMatchObject({ columnId: noteOf(ann.board, 'note_a')?.columnId })
  })

  it('list a note that one side put into the inbox and the other one into a cell', () => {
    const [ann, bob] = twoCopies()
    ann.run(notesToInbox, { noteIds: ['note_a'] })
    bob.run(moveNotes, { noteIds: ['note_a'], cell: payment })
    merge(ann, bob)
    expect(ann.board.conflicts.map(said)).toEqual([
      { about: 'note_a', field: 'place', Ann: null, Bob: expect.objectContaining(payment) as unknown },
    ])
  })

  it('list nothing where a note was moved there and only put in another order here', () => {
    const [ann] = twoCopies()
    ann.run(addNote, { noteId: 'note_b', cell: awareness, text: 'Asks' })
    const bob = ann.fork('Bob')
    ann.run(moveNotes, { noteIds: ['note_b'], cell: awareness, index: 0 })
    bob.run(moveNotes, { noteIds: ['note_b'], cell: payment })
    expect(merge(ann, bob).conflicts).toEqual([])
    expect(ann.notesIn(payment)).toEqual(['note_b'])
  })

  it('bring back a note that one side deleted and the other one edited', () => {
    for (const mirrored of [false, true]) {
      const [ann, bob] = twoCopies()
      ann.run(deleteNotes, { noteIds: ['note_a'] })
      bob.run(setNoteText, { noteId: 'note_a', text: 'Asks' })
      const map = mirrored ? bob : ann
      merge(map, mirrored ? ann : bob)
      expect(noteOf(map.board, 'note_a')?.text).toBe('Asks')
      expect(map.board.conflicts.map(said)).toEqual([
        { about: 'note_a', field: 'deleted', Bob: null, Ann: expect.stringMatching(/^2026/) as unknown },
      ])
      expect(map.board.conflicts[0]?.shown.by).toBe('Bob')
    }
  })

  it.each([
    ['ann', 'bob'],
    ['bob', 'ann'],
  ] as const)('show what the one wrote who kept a note, not what the other wrote before deleting it (%s deletes)', (deletes, keeps) => {
    const [ann, bob] = twoCopies()
    const copies = { ann, bob }
    copies[deletes].run(setNoteText, { noteId: 'note_a', text: 'Thrown away' }).run(deleteNotes, { noteIds: ['note_a'] })
    copies[keeps].run(setNoteText, { noteId: 'note_a', text: 'Kept' })
    const [hers, his] = [ann.fork('Ann'), bob.fork('Bob')]
    merge(hers, bob)
    merge(his, ann)
    for (const { board } of [hers, his]) {
      expect(noteOf(board, 'note_a')?.text).toBe('Kept')
      expect(board.conflicts.map(({ field }) => field)).toEqual(['deleted'])
    }
  })

  it.each([
    ['ann', 'bob'],
    ['bob', 'ann'],
  ] as const)('bring back a note with two texts that one side deleted knowing only its own (%s deletes)', (deletes, keeps) => {
    const [ann, bob] = twoCopies()
    const copies = { ann, bob }
    copies[deletes].run(setNoteText, { noteId: 'note_a', text: 'Deleted' })
    copies[keeps].run(setNoteText, { noteId: 'note_a', text: 'Kept' })
    merge(copies[keeps], copies[deletes])
    copies[deletes].run(deleteNotes, { noteIds: ['note_a'] })
    merge(copies[deletes], copies[keeps])
    merge(copies[keeps], copies[deletes])
    for (const { board } of [ann, bob]) {
      expect(noteOf(board, 'note_a')).toBeDefined()
      expect(board.conflicts.map(({ field }) => field).sort()).toEqual(['deleted', 'text'])
      const texts = board.conflicts.flatMap(({ field, shown, other }) => (field === 'text' ? [shown.value, other.value] : []))
      expect(new Set(texts)).toEqual(new Set(['Deleted', 'Kept']))
    }
  })

  it('leave a note deleted whose two texts were both seen by the one who deleted it', () => {
    const [ann, bob] = twoCopies()
    ann.run(setNoteText, { noteId: 'note_a', text: 'A' })
    bob.run(setNoteText, { noteId: 'note_a', text: 'B' })
    const annBefore = ann.fork('Ann')
    merge(ann, bob)
    merge(bob, annBefore)
    bob.run(deleteNotes, { noteIds: ['note_a'] })
    merge(ann, bob)
    expect(noteOf(ann.board, 'note_a')).toBeUndefined()
    expect(ann.board.conflicts).toEqual([])
  })

  it('leave deleted what one side deleted and the other one did not touch, or had deleted already', () => {
    const [ann, bob] = twoCopies()
    ann.run(deleteNotes, { noteIds: ['note_a'] })
    bob.run(addNote, { noteId: 'note_b', cell: awareness, text: 'Asks' })
    expect(merge(bob, ann).conflicts).toEqual([])
    expect(noteOf(bob.board, 'note_a')).toBeUndefined()
    bob.run(restoreRecords, { ids: ['note_a'] })
    expect(merge(ann, bob).conflicts).toEqual([])
    expect(noteOf(ann.board, 'note_a')?.text).toBe('Reads reviews')
  })

  it('bring back a stage that one side deleted while the other one set a point in it', () => {
    const [ann, bob] = twoCopies()
    ann.run(deleteStage, { stageId: 'stage_awareness' }).run(deletePersona, { personaId: 'persona_oleg' })
    bob.run(setPoint, { personaId: 'persona_anna', stepId: 'step_awareness', value: -3 })
    merge(ann, bob)
    expect(ann.board.conflicts.map(({ about, field }) => [about, field])).toEqual([['stage_awareness', 'deleted']])
    expect(ann.board.pointsOf.get('persona_anna')).toHaveLength(1)
    expect(ann.board.personas.map(({ id }) => id)).toEqual(['persona_anna'])
  })

  it('keep both names of stages, lanes and the map', () => {
    const [ann, bob] = twoCopies()
    ann.run(renameStage, { stageId: 'stage_awareness', title: 'Notice', duration: '1 day' }).run(changeSettings, { title: 'Loan' })
    bob.run(renameStage, { stageId: 'stage_awareness', title: 'See', duration: '1 week' }).run(changeSettings, { title: 'House' })
    ann.run(renameLane, { laneId: 'lane_actions', title: 'Deeds' })
    bob.run(renameLane, { laneId: 'lane_actions', title: 'Does' }).run(renameLane, { laneId: 'lane_actions', title: null })
    merge(ann, bob)
    expect(ann.board.conflicts.map(said)).toEqual(
      expect.arrayContaining([
        { about: 'stage_awareness', field: 'title', Ann: 'Notice', Bob: 'See' },
        { about: 'stage_awareness', field: 'duration', Ann: '1 day', Bob: '1 week' },
        { about: 'map', field: 'title', Ann: 'Loan', Bob: 'House' },
        { about: 'lane_actions', field: 'title', Ann: 'Deeds', Bob: null },
      ]),
    )
    expect(ann.board.conflicts).toHaveLength(4)
  })

  it('keep both values of a point that each side set on its own, and the reason that only one of them gave', () => {
    for (const mirrored of [false, true]) {
      const [ann, bob] = twoCopies()
      const at = { personaId: 'persona_anna', stepId: 'step_awareness' } as const
      ann.run(setPoint, { ...at, value: -3, reason: 'Too long' })
      bob.run(setPoint, { ...at, value: 2 })
      const [map, other] = mirrored ? [bob, ann] : [ann, bob]
      merge(map, other)
      expect(map.board.conflicts.map(said)).toEqual([{ about: point, field: 'value', Ann: -3, Bob: 2 }])
      expect(map.board.records.point.get(point)?.reason).toBe('Too long')
    }
  })

  it('keep a point that one side set while the other one set it and took it back', () => {
    for (const mirrored of [false, true]) {
      const [ann, bob] = twoCopies()
      const at = { personaId: 'persona_anna', stepId: 'step_awareness' } as const
      ann.run(setPoint, { ...at, value: -3 }).run(deletePoint, { pointId: point })
      bob.run(setPoint, { ...at, value: 2 }).run(labelPoint, { pointId: point, label: 'Easy' })
      const [map, other] = mirrored ? [bob, ann] : [ann, bob]
      expect(merge(map, other).conflicts).toEqual([])
      expect(map.board.pointsOf.get('persona_anna')).toMatchObject([{ value: 2, label: 'Easy' }])
    }
  })

  it('list what a stale copy still changes in a point that lost against another one', () => {
    const [ann, bob] = twoCopies()
    const at = { personaId: 'persona_anna', stepId: 'step_awareness' } as const
    ann.run(setPoint, { ...at, value: -3 })
    bob.run(setPoint, { ...at, value: -3 })
    const [late, stale] = [ann.fork('Late'), bob.fork('Stale')]
    merge(ann, bob)
    late.run(setPoint, { ...at, value: 4 })
    stale.run(setPoint, { ...at, value: 1 })
    merge(ann, late)
    merge(ann, stale)
    const seen = [
      ann.board.records.point.get(point)?.value,
      ...ann.board.conflicts.flatMap(({ shown, other }) => [shown.value, other.value]),
    ]
    expect(seen).toEqual(expect.arrayContaining([4, 1]))
  })

  it('need nobody to decide where the base shows that one side only seemed to change something', () => {
    for (const mirrored of [false, true]) {
      const [ann, bob] = twoCopies()
      const base = ann.board
      ann.run(moveNotes, { noteIds: ['note_a'], cell: purchase }).run(moveNotes, { noteIds: ['note_a'], cell: awareness })
      ann.run(setNoteText, { noteId: 'note_a', text: 'Oops' }).run(setNoteText, { noteId: 'note_a', text: 'Reads reviews' })
      bob.run(moveNotes, { noteIds: ['note_a'], cell: payment }).run(setNoteText, { noteId: 'note_a', text: 'Asks' })
      const [map, other] = mirrored ? [bob, ann] : [ann, bob]
      expect(merge(map, other, base).conflicts).toEqual([])
      expect(map.notesIn(payment)).toEqual(['note_a'])
      expect(noteOf(map.board, 'note_a')?.text).toBe('Asks')
    }
  })

  it('leave a note deleted which the base shows as it was', () => {
    const [ann, bob] = twoCopies()
    const base = ann.board
    ann.run(deleteNotes, { noteIds: ['note_a'] })
    bob.run(setNoteText, { noteId: 'note_a', text: 'Oops' }).run(setNoteText, { noteId: 'note_a', text: 'Reads reviews' })
    expect(merge(ann, bob, base).conflicts).toEqual([])
    expect(noteOf(ann.board, 'note_a')).toBeUndefined()
  })
})
