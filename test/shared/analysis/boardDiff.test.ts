import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffBoards, isEmptyDiff, type BoardDiff } from '../../../shared/analysis/boardDiff'
import { deleteLane, moveLane } from '../../../shared/commands/lanes'
import { addNote, deleteNotes, moveNotes, setNotesPersona, setNoteText } from '../../../shared/commands/notes'
import { setPoint } from '../../../shared/commands/points'
import { changeSettings } from '../../../shared/commands/settings'
import { addStage, deleteStage } from '../../../shared/commands/stages'
import { addStep, moveStep } from '../../../shared/commands/steps'
import { readableMap } from '../../../shared/export/readableMap'
import { allSteps, kindOfId, type AnyRecord, type Board, type RecordId } from '../../../shared/model/board'
import { applyPatches, type Patch } from '../../../shared/model/patch'
import { anyBoard } from '../../support/anyBoard'
import { edit, idsOf, randomEdits } from '../../support/randomEdits'
import { awareness, payment, purchase, TestBoard } from '../../support/testBoard'

/** What became of the map in the hands of somebody, one change a line. */
function changesOf(map: TestBoard, edits: (copy: TestBoard) => TestBoard): string[] {
  const diff = diffBoards(map.board, edits(map.fork()).board)
  return diff.changes.map(({ id, what, fields }) => [what, id, ...fields].join(' '))
}

describe('diffBoards', () => {
  it('lists what was added, changed, moved and removed, lane by lane', () => {
    const changes = changesOf(TestBoard.workshop(), (copy) =>
      copy
        .run(addNote, { noteId: 'note_new', cell: payment, text: 'Pays online' })
        .run(setNoteText, { noteId: 'note_goal', text: 'Own a flat' })
        .run(moveNotes, { noteIds: ['note_b'], cell: purchase })
        .run(deleteNotes, { noteIds: ['note_c'] }),
    )

    expect(changes).toEqual(['changed note_goal text', 'removed note_c', 'moved note_b place', 'added note_new'])
  })

  it('calls a note that moved and was rewritten changed, once', () => {
    const changes = changesOf(TestBoard.workshop(), (copy) =>
      copy.run(setNoteText, { noteId: 'note_b', text: 'Asks parents' }).run(moveNotes, { noteIds: ['note_b'], cell: purchase }),
    )

    expect(changes).toEqual(['changed note_b text place'])
  })

  it('says nothing of notes that only made room', () => {
    expect(
      changesOf(TestBoard.workshop(), (copy) => copy.run(addNote, { noteId: 'note_new', cell: awareness, text: 'Dreams', index: 0 })),
    ).toEqual(['added note_new'])
    expect(changesOf(TestBoard.workshop(), (copy) => copy.run(deleteNotes, { noteIds: ['note_a'] }))).toEqual(['removed note_a'])
  })

  it('says which note changed its place among the notes of its cell', () => {
    const changes = changesOf(TestBoard.workshop(), (copy) => copy.run(moveNotes, { noteIds: ['note_c'], cell: awareness, index: 0 }))

    expect(changes).toEqual(['moved note_c order'])
  })

  it('lists notes of a deleted lane as moved, because they are in the inbox', () => {
    const changes = changesOf(TestBoard.workshop(), (copy) => copy.run(deleteLane, { laneId: 'lane_goals' }))

    expect(changes).toEqual(['removed lane_goals', 'moved note_goal place'])
  })

  it('lists a stage without its steps, which came and went with it, but with the points that went', () => {
    expect(
      changesOf(TestBoard.workshop(), (copy) => copy.run(addStage, { stageId: 'stage_x', stepId: 'step_x', index: 0, title: 'Need' })),
    ).toEqual(['added stage_x'])
    const gone = changesOf(TestBoard.workshop(), (copy) => copy.run(deleteStage, { stageId: 'stage_purchase' }))
    expect(gone).toEqual(['removed stage_purchase', expect.stringMatching(/^removed point_/)])
  })

  it('lists steps that came to a stage or left it', () => {
    const changes = changesOf(TestBoard.workshop(), (copy) =>
      copy
        .run(addStep, { stepId: 'step_new', stageId: 'stage_purchase', index: 0, title: 'Offer' })
        .run(moveStep, { stepId: 'step_payment', stageId: 'stage_awareness', index: 0 }),
    )

    expect(changes).toEqual(['moved step_payment place', 'added step_new'])
  })

  it('counts points of the curves apart', () => {
    const before = TestBoard.workshop()
    const after = before
      .fork()
      .run(setPoint, { personaId: 'persona_anna', stepId: 'step_purchase', value: 4 })
      .run(setPoint, { personaId: 'persona_anna', stepId: 'step_payment', value: 1 })
      .run(moveLane, { laneId: 'lane_actions', index: 0 })
      .run(changeSettings, { title: 'Home loan' })

    expect(diffBoards(before.board, after.board).counts).toEqual({ added: 0, changed: 1, moved: 1, removed: 0, points: 2 })
  })

  it('does not mind in which order personas were put on a note', () => {
    const both = (first: 'persona_anna' | 'persona_oleg', second: 'persona_anna' | 'persona_oleg') => (map: TestBoard) =>
      map
        .run(setNotesPersona, { noteIds: ['note_a'], personaId: first, on: true })
        .run(setNotesPersona, { noteIds: ['note_a'], personaId: second, on: true })
    const map = TestBoard.workshop()

    const one = both('persona_anna', 'persona_oleg')(map.fork())
    const other = both('persona_oleg', 'persona_anna')(map.fork())

    expect(diffBoards(one.board, other.board).changes).toEqual([])
  })
})

describe('laws of a difference', () => {
  it('a board does not differ from itself, whatever keys its order has', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        expect(isEmptyDiff(diffBoards(board, board))).toBe(true)
        expect(isEmptyDiff(diffBoards(board, withOtherKeys(board)))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('taking the listed records from `after` makes `before` look like it, and nothing else has moved', () => {
    fc.assert(
      fc.property(fc.array(randomEdits, { maxLength: 25 }), fc.array(randomEdits, { maxLength: 25 }), (first, second) => {
        const map = TestBoard.workshop()
        const ids = idsOf(7)
        for (const one of first) edit(map, one, ids)
        const before = map.board
        for (const one of second) edit(map, one, ids)
        const after = map.board

        const diff = diffBoards(before, after)

        expect(readableMap(applied(before, after, diff))).toEqual(readableMap(after))
        expect(unlisted(after, diff)).toEqual(unlisted(before, diff))
        expect(new Set(diff.changes.map(({ id }) => id)).size).toBe(diff.changes.length)
      }),
      { numRuns: 150 },
    )
  })

  it('backwards, what was added is removed and the same records changed', () => {
    fc.assert(
      fc.property(fc.array(randomEdits, { maxLength: 25 }), (edits) => {
        const map = TestBoard.workshop()
        const before = map.board
        const ids = idsOf(7)
        for (const one of edits) edit(map, one, ids)

        const there = diffBoards(before, map.board)
        const back = diffBoards(map.board, before)

        expect(idsWith(back, 'added')).toEqual(idsWith(there, 'removed'))
        expect(idsWith(back, 'removed')).toEqual(idsWith(there, 'added'))
        expect(idsWith(back, 'changed')).toEqual(idsWith(there, 'changed'))
        expect(back.counts.points).toBe(there.counts.points)
      }),
      { numRuns: 100 },
    )
  })
})

function idsWith(diff: BoardDiff, what: string): string[] {
  return diff.changes
    .filter((change) => change.what === what)
    .map(({ id }) => id)
    .sort()
}

function recordsOf(board: Board): readonly AnyRecord[] {
  return Object.values(board.records).flatMap((records: ReadonlyMap<string, AnyRecord>) => [...records.values()])
}

/** The same board with longer keys that sort alike. */
function withOtherKeys(board: Board): Board {
  const patches = recordsOf(board).flatMap((record): Patch[] =>
    'order' in record ? [{ op: 'set', id: record.id, fields: { order: `${record.order}7` } }] : [],
  )
  return applyPatches(board, patches)
}

/**
 * `before` with every listed record as `after` has it; where in a list it stands is taken from `after` too.
 *
 * A difference is of what is seen. So what `before` keeps out of sight is left out first: a step or point of a deleted stage would show with the stage,
 * though `after` has deleted it.
 */
function applied(before: Board, after: Board, diff: BoardDiff): Board {
  const seen = new Set(shownRecords(before))
  const unseen = recordsOf(before)
    .filter((record) => !seen.has(record))
    .map(({ id }): Patch => ({ op: 'set', id, fields: { deletedAt: '2026-01-15T12:00:00.000Z' } }))
  const taken = diff.changes.flatMap(({ id, what, fields }): Patch[] => {
    if (id === 'map')
      return [{ op: 'settings', fields: Object.fromEntries(fields.map((f) => [f, new Map(Object.entries(after.settings)).get(f)])) }]
    if (what === 'removed') return [{ op: 'set', id, fields: { deletedAt: '2026-01-15T12:00:00.000Z' } }]
    const steps = kindOfId(id) === 'stage' && what === 'added' ? (after.stepsOf.get(id as `stage_${string}`) ?? []) : []
    return [shownRecord(after, id), ...steps].map((record) => ({ op: 'add', record }))
  })
  const places = shownRecords(after).flatMap((record): Patch[] => {
    if (!('order' in record)) return []
    const inInbox = 'text' in record && after.inbox.includes(record) ? { laneId: record.laneId, columnId: record.columnId } : {}
    return [{ op: 'set', id: record.id, fields: { order: record.order, ...inInbox } }]
  })
  return applyPatches(before, [...unseen, ...taken, ...places])
}

function shownRecords(board: Board): readonly AnyRecord[] {
  return [
    ...board.personas,
    ...board.stages,
    ...allSteps(board),
    ...board.lanes,
    ...[...board.notesIn.values()].flat(),
    ...board.inbox,
    ...[...board.pointsOf.values()].flat(),
  ]
}

function shownRecord(board: Board, id: RecordId): AnyRecord {
  const record = shownRecords(board).find((candidate) => candidate.id === id)
  if (!record) throw new Error(`${id} is not on the board`)
  return record
}

/** What nobody touched, list by list. */
function unlisted(board: Board, diff: BoardDiff): string[][] {
  const listed = new Set<string>(diff.changes.map(({ id }) => id))
  const cells = [...board.notesIn].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, notes]) => notes)
  const lists: (readonly AnyRecord[])[] = [board.personas, board.stages, board.lanes, ...cells, board.inbox]
  return lists.map((list) => list.map(({ id }) => id).filter((id) => !listed.has(id))).filter((list) => list.length > 0)
}
