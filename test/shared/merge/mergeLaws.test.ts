import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settleConflicts } from '../../../shared/commands/conflicts'
import { mergeInto, type MergeReport } from '../../../shared/merge/mergeInto'
import { isAlive, recordAt, type AnyRecord, type Board } from '../../../shared/model/board'
import {
  conflictValueOf,
  DECIDED_FIELDS,
  sameConflictValue,
  type ConflictAbout,
  type ConflictValue,
  type DecidedField,
} from '../../../shared/model/conflict'
import { RECORD_KINDS } from '../../../shared/model/schemas'
import { edit, idsOf, randomEdits, type RandomEdit } from '../../support/randomEdits'
import { picture, TestBoard } from '../../support/testBoard'

function merge(ours: TestBoard, theirs: TestBoard, at = '2026-01-16T09:00:00.000Z'): MergeReport {
  return mergeInto(ours.document, theirs.document, { at })
}

const someEdits = fc.array(randomEdits, { maxLength: 25 })

function play(map: TestBoard, edits: readonly RandomEdit[], replica: number): TestBoard {
  const newId = idsOf(replica)
  for (const what of edits) {
    if (what.c % 11 === 0) map.undo()
    else edit(map, what, newId)
  }
  return map
}

/** Two copies of one map, each edited by itself. */
const twoCopies = fc.tuple(someEdits, someEdits, someEdits).map(([before, here, there]) => {
  const first = play(TestBoard.starter(), before, 1)
  const [ann, bob] = [play(first.fork('Ann'), here, 2), play(first.fork('Bob'), there, 3)]
  return { base: first.board, ann, bob }
})

function aliveNotes(board: Board): string[] {
  return [...[...board.notesIn.values()].flat(), ...board.inbox].map((note) => note.id)
}

/** A board without the moment at which conflicts were found. */
function withoutTimes({ conflicts, ...board }: Board): object {
  return {
    ...picture({ ...board, conflicts: [] }),
    conflicts: conflicts.map(({ at: _at, ...conflict }) => conflict).sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}

describe('merging two copies', () => {
  it('makes the same board whoever merges, and nothing more the second time', () => {
    fc.assert(
      fc.property(twoCopies, ({ ann, bob }) => {
        const [hers, his] = [ann.fork('Ann'), bob.fork('Bob')]
        merge(hers, bob, '2026-01-16T09:00:00.000Z')
        merge(his, ann, '2026-01-16T10:00:00.000Z')
        expect(withoutTimes(hers.board)).toEqual(withoutTimes(his.board))
        const { board } = hers
        expect(merge(hers, bob)).toMatchObject({ conflicts: [], diff: { changes: [] } })
        expect(hers.board).toBe(board)
        // Each brings in what the other one made of the merge, too.
        merge(hers, his)
        merge(his, hers)
        expect(hers.board).toEqual(his.board)
        expect(withoutTimes(hers.board)).toEqual(withoutTimes(board))
      }),
      { numRuns: 150 },
    )
  })

  it('loses no note that nobody deleted, and no value that somebody wrote without knowing the other', () => {
    fc.assert(
      fc.property(twoCopies, ({ base, ann, bob }) => {
        const sides = [ann.board, bob.board]
        const merged = ann.fork()
        const { conflicts } = merge(merged, bob)
        const there = new Set(aliveNotes(merged.board))
        const gone = (id: string): boolean => sides.some(({ records }) => records.note.get(id as `note_${string}`)?.deletedAt !== undefined)
        expect(sides.flatMap(aliveNotes).filter((id) => !there.has(id) && !gone(id))).toEqual([])
        for (const { about, field, values } of bothChanged(base, sides)) {
          const now = recordAt(merged.board.records, about as AnyRecord['id'])
          const listed = merged.board.conflicts.filter((conflict) => conflict.about === about && conflict.field === field)
          const kept = [conflictValueOf(now ?? {}, field), ...listed.flatMap(({ shown, other }) => [shown.value, other.value])]
          for (const value of values)
            expect(
              kept.some((other) => sameConflictValue(other, value)),
              `${about} ${field}`,
            ).toBe(true)
        }
        expect(new Set(conflicts).size).toBe(conflicts.length)
      }),
      { numRuns: 150 },
    )
  })

  it('shows in every open conflict what the board shows, and what it does not', () => {
    fc.assert(
      fc.property(twoCopies, ({ ann, bob }) => {
        merge(ann, bob)
        for (const { about, field, shown, other } of ann.board.conflicts) {
          const record = about === 'map' ? ann.board.settings : recordAt(ann.board.records, about)
          expect(record).toBeDefined()
          if (field === 'deleted') expect([shown.value, typeof other.value]).toEqual([null, 'string'])
          else {
            expect(sameConflictValue(conflictValueOf(record ?? {}, field), shown.value)).toBe(true)
            expect(sameConflictValue(shown.value, other.value)).toBe(false)
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  it('leaves conflicts that can be decided in every way, in one step that undo takes back', () => {
    fc.assert(
      fc.property(twoCopies, fc.constantFrom('shown' as const, 'other' as const, 'both' as const), ({ ann, bob }, keep) => {
        merge(ann, bob)
        const map = ann.fork()
        const before = picture(map.board)
        const choices = before.conflicts.map(({ id }) => ({ conflictId: id, keep }))
        fc.pre(choices.length > 0)
        const answer = map.refusal(settleConflicts, { choices })
        if (answer !== 'accepted') {
          expect(answer).toBe('last-stage')
          return
        }
        map.run(settleConflicts, { choices })
        expect(map.board.conflicts).toEqual([])
        map.undo()
        expect(picture(map.board)).toEqual(before)
      }),
      { numRuns: 100 },
    )
  })
})

describe('merging a copy that was put together anew', () => {
  it('loses no note that nobody deleted, and brings nothing more the second time', () => {
    fc.assert(
      fc.property(twoCopies, fc.boolean(), ({ base, ann, bob }, withBase) => {
        const anew = bob.rebuilt('Bob')
        const sides = [ann.board, bob.board]
        const again = (): MergeReport =>
          mergeInto(ann.document, anew.document, { at: '2026-01-16T09:00:00.000Z', ...(withBase ? { base } : {}) })
        again()
        const there = new Set(aliveNotes(ann.board))
        const gone = (id: string): boolean => sides.some(({ records }) => records.note.get(id as `note_${string}`)?.deletedAt !== undefined)
        expect(sides.flatMap(aliveNotes).filter((id) => !there.has(id) && !gone(id))).toEqual([])
        const { board } = ann
        expect(again().conflicts).toEqual([])
        expect(picture(ann.board)).toEqual(picture(board))
      }),
      { numRuns: 150 },
    )
  })
})

describe('many copies', () => {
  it('end up the same, whoever merged whom and when', () => {
    const move = fc.record({
      who: fc.nat(3),
      edit: randomEdits,
      from: fc.option(fc.nat(3), { freq: 3 }),
      settle: fc.option(fc.constantFrom('shown' as const, 'other' as const), { freq: 1 }),
    })
    fc.assert(
      fc.property(fc.array(move, { maxLength: 50 }), (moves) => {
        const first = TestBoard.starter()
        const maps = ['Ann', 'Bob', 'Cem', 'Dora'].map((who) => first.fork(who))
        const makers = maps.map((_, i) => idsOf(i + 1))
        const deleted = new Set<string>()
        const added = new Set<string>()
        for (const { who, edit: what, from, settle } of moves) {
          const map = maps[who] ?? first
          const before = aliveNotes(map.board)
          edit(map, what, makers[who] ?? idsOf(0))
          const after = aliveNotes(map.board)
          for (const id of after) if (!before.includes(id)) added.add(id)
          for (const id of before) if (!after.includes(id)) deleted.add(id)
          if (from !== null) merge(map, maps[from] ?? first)
          const choices = map.board.conflicts.flatMap(({ id, field }) =>
            settle !== null && field !== 'deleted' ? [{ conflictId: id, keep: settle }] : [],
          )
          if (choices.length > 0) map.run(settleConflicts, { choices })
        }
        for (let round = 0; round < 3; round += 1) for (const map of maps) for (const other of maps) merge(map, other)
        const [one, ...others] = maps
        for (const map of others) expect(map.board).toEqual(one?.board)
        const there = new Set(aliveNotes(one?.board ?? first.board))
        expect([...added].filter((id) => !deleted.has(id) && !there.has(id))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})

interface Changed {
  readonly about: ConflictAbout
  readonly field: DecidedField
  readonly values: readonly ConflictValue[]
}

/** What both sides hold otherwise than before. */
function bothChanged(base: Board, sides: readonly Board[]): Changed[] {
  return RECORD_KINDS.filter((kind) => kind !== 'conflict').flatMap((kind) =>
    [...base.records[kind].values()].flatMap((was: AnyRecord) => {
      const now = sides.map(({ records }) => recordAt(records, was.id))
      if (now.some((record) => !record || !isAlive(record))) return []
      return DECIDED_FIELDS[kind].flatMap((field: DecidedField) => {
        const values = now.map((record) => conflictValueOf(record ?? {}, field))
        const changed = values.every((value) => !sameConflictValue(value, conflictValueOf(was, field)))
        return changed ? [{ about: was.id as ConflictAbout, field, values }] : []
      })
    }),
  )
}
