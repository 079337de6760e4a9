import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addNote } from '../../../shared/commands/notes'
import { openMapDocument } from '../../../shared/document/yjsDocument'
import type { Board } from '../../../shared/model/board'
import { buildBoard } from '../../../shared/model/buildBoard'
import { applyPatches, type Patch } from '../../../shared/model/patch'
import { edit, idsOf, randomEdits } from '../../support/randomEdits'
import { awareness, picture, TestBoard } from '../../support/testBoard'

const script = fc.array(fc.record({ who: fc.nat(2), edit: randomEdits, sync: fc.option(fc.nat(2), { freq: 4 }) }), {
  minLength: 1,
  maxLength: 40,
})

function aliveNotes(board: Board): string[] {
  return [...[...board.notesIn.values()].flat(), ...board.inbox].map((note) => note.id).sort()
}

/** Read by a replica that starts from the whole state, without any history. */
function fromScratch(map: TestBoard): Board {
  return openMapDocument({ clock: () => new Date(0), state: map.document.encode() }).board()
}

describe('several replicas', () => {
  it('show the same board and all notes that nobody deleted, whatever they did and in whatever order they met', () => {
    fc.assert(
      fc.property(script, fc.array(fc.nat(2), { maxLength: 6 }), (moves, meetings) => {
        const first = TestBoard.starter()
        const maps = [first, first.fork('Bob'), first.fork('Cem')]
        const makers = [idsOf(1), idsOf(2), idsOf(3)]
        const added = new Set<string>()
        const deleted = new Set<string>()
        for (const { who, edit: what, sync } of moves) {
          const map = maps[who] ?? first
          const before = aliveNotes(map.board)
          edit(map, what, makers[who] ?? idsOf(0))
          const after = aliveNotes(map.board)
          for (const id of after) if (!before.includes(id)) added.add(id)
          for (const id of before) if (!after.includes(id)) deleted.add(id)
          if (sync !== null) map.receive(maps[sync] ?? first)
        }
        for (const from of [...meetings, 0, 1, 2, 0, 1, 2]) for (const map of maps) map.receive(maps[from] ?? first)
        for (const map of maps) {
          expect(map.board).toEqual(first.board)
          expect(map.board).toEqual(fromScratch(map))
          expect(map.document.problems()).toEqual([])
        }
        const there = aliveNotes(first.board)
        expect([...added].filter((id) => !deleted.has(id) && !there.includes(id))).toEqual([])
        expect(new Set(there).size).toBe(there.length)
        for (const stage of first.board.stages) expect(first.board.stepsOf.get(stage.id)?.length).toBeGreaterThan(0)
      }),
      { numRuns: 150 },
    )
  })

  it('agree when updates arrive one by one, out of order and twice', () => {
    fc.assert(
      fc.property(fc.array(randomEdits, { maxLength: 25 }), fc.array(fc.nat(), { minLength: 25, maxLength: 25 }), (edits, shuffle) => {
        const mine = TestBoard.starter()
        const yours = mine.fork()
        const updates: { readonly update: Uint8Array; readonly rank: number }[] = []
        mine.document.onUpdate((update) => updates.push({ update, rank: shuffle[updates.length] ?? 0 }))
        const newId = idsOf(1)
        for (const what of edits) edit(mine, what, newId)
        for (const { update } of [...updates].sort((a, b) => a.rank - b.rank)) yours.document.receive(update)
        for (const { update } of updates) yours.document.receive(update)
        expect(yours.board).toEqual(mine.board)
      }),
      { numRuns: 100 },
    )
  })
})

describe('the board', () => {
  it('read from changed keys is the board built from nothing, also when it is previewed from patches', () => {
    fc.assert(
      fc.property(fc.array(randomEdits, { minLength: 1, maxLength: 40 }), (edits) => {
        const map = TestBoard.starter()
        const newId = idsOf(1)
        let previewed = map.board
        const write = map.document.write.bind(map.document)
        map.document.write = (patches: readonly Patch[], name, options) => {
          previewed = applyPatches(map.board, patches)
          write(patches, name, options)
        }
        for (const what of edits) {
          edit(map, what, newId)
          expect(previewed).toEqual(map.board)
        }
        expect(map.board).toEqual(buildBoard(map.board.settings, map.board.records))
        expect(map.board).toEqual(fromScratch(map))
      }),
      { numRuns: 150 },
    )
  })

  it('stays the same object in every part that an edit did not touch', () => {
    const map = TestBoard.starter()
      .run(addNote, { noteId: 'note_a', cell: awareness, text: '' })
      .run(addNote, { noteId: 'note_b', text: '' })
    const before = map.board
    map.run(addNote, { noteId: 'note_c', text: '' })
    expect(map.board).not.toBe(before)
    expect(map.board.stages).toBe(before.stages)
    expect(map.board.records.note.get('note_a')).toBe(before.records.note.get('note_a'))
    expect(map.board.notesIn.get('lane_actions|step_awareness')).toBe(before.notesIn.get('lane_actions|step_awareness'))
    expect(map.board.pointsOf).toBe(before.pointsOf)
    const again = map.board
    map.document.receive(map.document.encode())
    expect(map.board).toBe(again)
  })

  it('keeps the lists of notes when only a stage is renamed', () => {
    const map = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: '' })
    const before = map.board
    map.document.write([{ op: 'set', id: 'stage_purchase', fields: { title: 'Buy' } }], { what: 'renameStage', count: 1 })
    expect(map.board.stages).not.toBe(before.stages)
    expect(map.board.notesIn).toBe(before.notesIn)
    expect(map.board.lanes).toBe(before.lanes)
  })
})

describe('undo', () => {
  it('of everything leads back to the first board, and redo of everything to the last', () => {
    fc.assert(
      fc.property(fc.array(randomEdits, { minLength: 1, maxLength: 40 }), (edits) => {
        const map = TestBoard.starter()
        const newId = idsOf(1)
        const first = picture(map.board)
        const steps = edits.filter((what) => edit(map, what, newId)).length
        const last = picture(map.board)
        for (let i = 0; i < steps; i += 1) expect(map.document.undo()).not.toBeNull()
        expect(map.document.undo()).toBeNull()
        expect(picture(map.board)).toEqual(first)
        for (let i = 0; i < steps; i += 1) expect(map.document.redo()).not.toBeNull()
        expect(map.document.redo()).toBeNull()
        expect(picture(map.board)).toEqual(last)
      }),
      { numRuns: 150 },
    )
  })

  it('keeps the replicas equal while others edit, undo and redo', () => {
    const moves = fc.array(fc.record({ who: fc.nat(1), edit: randomEdits, undo: fc.nat(3) }), { maxLength: 40 })
    fc.assert(
      fc.property(moves, (script_) => {
        const mine = TestBoard.starter()
        const yours = mine.fork()
        const makers = [idsOf(1), idsOf(2)]
        for (const { who, edit: what, undo } of script_) {
          const [map, other] = who === 0 ? [mine, yours] : [yours, mine]
          if (undo === 0) map.undo()
          else if (undo === 1) map.redo()
          else edit(map, what, makers[who] ?? idsOf(0))
          if (what.c % 3 === 0) other.receive(map)
        }
        mine.receive(yours)
        yours.receive(mine)
        expect(mine.board).toEqual(yours.board)
        expect(mine.board).toEqual(fromScratch(yours))
      }),
      { numRuns: 100 },
    )
  })
})
