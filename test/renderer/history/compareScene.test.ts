import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHistoryBoard, type HistoryBoard } from '../../../renderer/history/historyBoard'
import { stopsOf, type Comparison } from '../../../renderer/history/stops'
import { diffBoards } from '../../../shared/analysis/boardDiff'
import { deleteLane } from '../../../shared/commands/lanes'
import { addNote, deleteNotes, moveNotes, notesToInbox, setNoteText } from '../../../shared/commands/notes'
import { deletePoint, setPoint } from '../../../shared/commands/points'
import { renameStage } from '../../../shared/commands/stages'
import { intersects } from '../../../shared/layout/geometry'
import type { Board } from '../../../shared/model/board'
import { pointIdOf } from '../../../shared/model/point'
import type { RectItem, SceneNode, TextItem } from '../../../shared/scene/scene'
import { lightTheme } from '../../../shared/scene/theme'
import { edit, idsOf, randomEdits } from '../../support/randomEdits'
import { awareness, awarenessGoal, purchase, TestBoard } from '../../support/testBoard'
import { TestSession } from '../../support/testSession'

function workshop(): TestBoard {
  return TestBoard.starter()
    .run(addNote, { noteId: 'note_a', cell: awareness, text: 'Compares banks' })
    .run(addNote, { noteId: 'note_b', cell: awareness, text: 'Asks friends' })
    .run(addNote, { noteId: 'note_c', cell: awareness, text: 'Reads reviews' })
    .run(addNote, { noteId: 'note_goal', cell: awarenessGoal, text: 'Stop renting' })
    .run(setPoint, { personaId: 'persona_anna', stepId: 'step_awareness', value: 2 })
    .run(setPoint, { personaId: 'persona_anna', stepId: 'step_purchase', value: -3 })
    .run(setPoint, { personaId: 'persona_oleg', stepId: 'step_purchase', value: 1 })
}

function comparisonOf(before: Board, after: Board): Comparison {
  const diff = diffBoards(before, after)
  return { before, after, diff, stops: stopsOf(before, after, diff) }
}

/** The History view's board of a map and what somebody made of it. */
function compared(map: TestBoard, edits: (copy: TestBoard) => TestBoard): { board: HistoryBoard; comparison: Comparison } {
  const copy = edits(map.fork())
  const comparison = comparisonOf(map.board, copy.board)
  const board = createHistoryBoard(new TestSession({ board: copy }).session)
  board.show({ comparison, current: null })
  return { board, comparison }
}

function nodeOf(board: HistoryBoard, key: string): SceneNode {
  const node = board.session.scene().nodes.find((candidate) => candidate.key === key)
  if (!node) throw new Error(`nothing is drawn for ${key}`)
  return node
}

function textIn(node: SceneNode): TextItem {
  const item = node.items.find((candidate) => candidate.type === 'text')
  if (item?.type !== 'text') throw new Error(`${node.key} has no text`)
  return item
}

/** The frames round something, by their colour. */
function frames(node: SceneNode): RectItem[] {
  return node.items.filter((item): item is RectItem => item.type === 'rect' && item.fill === undefined && (item.strokeWidth ?? 0) >= 2.5)
}

describe('the scene of a comparison', () => {
  it('lets what did not change step back and leaves what did as it is', () => {
    const { board } = compared(workshop(), (copy) => copy.run(setNoteText, { noteId: 'note_b', text: 'Asks parents' }))

    expect(textIn(nodeOf(board, 'note_b')).fill).toBe(lightTheme.notes.paper.ink)
    expect(textIn(nodeOf(board, 'note_a')).fill).not.toBe(lightTheme.notes.paper.ink)
    expect(frames(nodeOf(board, 'note_a'))).toEqual([])
  })

  it('puts a frame and a sign on every sort of change, each in its own way', () => {
    const { board } = compared(workshop(), (copy) =>
      copy
        .run(addNote, { noteId: 'note_new', cell: purchase, text: 'Signs online' })
        .run(setNoteText, { noteId: 'note_a', text: 'Compares two banks' })
        .run(moveNotes, { noteIds: ['note_b'], cell: purchase })
        .run(deleteNotes, { noteIds: ['note_c'] }),
    )

    const marks = ['note_new', 'note_a', 'note_b', 'note_c'].map((key) => {
      const node = nodeOf(board, key)
      const sign = node.items.findLast((item) => item.type === 'path')
      return { frame: frames(node)[0]?.stroke, sign: sign?.type === 'path' ? sign.d : '' }
    })
    expect(new Set(marks.map(({ frame }) => frame)).size).toBe(4)
    expect(new Set(marks.map(({ sign }) => sign)).size).toBe(4)
  })

  it('strikes out what is gone, in a dashed frame', () => {
    const { board } = compared(workshop(), (copy) => copy.run(deleteNotes, { noteIds: ['note_c'] }))

    const gone = nodeOf(board, 'note_c')
    expect(textIn(gone)).toMatchObject({ text: 'Reads reviews', strike: true })
    expect(frames(gone)[0]?.dash).toBeDefined()
  })

  it('draws a curve as it was, dashed, under the curve as it is', () => {
    const { board } = compared(workshop(), (copy) => copy.run(setPoint, { personaId: 'persona_anna', stepId: 'step_purchase', value: 4 }))

    const curves = board.session.scene().nodes.filter(({ part }) => part === 'curves')
    const was = curves.findIndex(({ key }) => key.startsWith('was:'))
    const is = curves.findIndex(({ key }) => key.startsWith('curve:') && curves.indexOf(nodeOf(board, key)) > was)
    expect(was).toBeGreaterThanOrEqual(0)
    expect(is).toBeGreaterThan(was)
    expect(curves[was]?.items.some((item) => item.type === 'path' && item.dash !== undefined)).toBe(true)
    expect(curves.filter(({ key }) => key.startsWith('was:'))).toHaveLength(1)
  })

  it('shows where a point was that is gone', () => {
    const id = pointIdOf('persona_anna', 'as-is', 'step_purchase')
    const { board } = compared(workshop(), (copy) => copy.run(deletePoint, { pointId: id }))

    expect(nodeOf(board, id).items.length).toBeGreaterThan(0)
  })

  it('marks headers without dimming them, and notes that went to the inbox where they were', () => {
    const { board } = compared(workshop(), (copy) =>
      copy
        .run(renameStage, { stageId: 'stage_awareness', title: 'Need' })
        .run(deleteLane, { laneId: 'lane_goals' })
        .run(notesToInbox, { noteIds: ['note_a'] }),
    )

    expect(textIn(nodeOf(board, 'stage_awareness'))).toMatchObject({ text: 'Need', fill: lightTheme.text })
    expect(textIn(nodeOf(board, 'laneHeader:lane_goals')).strike).toBe(true)
    for (const key of ['stage_awareness', 'laneHeader:lane_goals', 'note_goal', 'note_a'])
      expect(frames(nodeOf(board, key))).toHaveLength(1)
  })

  it('rings the change that is being looked at, and draws nothing else anew for that', () => {
    const { board, comparison } = compared(workshop(), (copy) =>
      copy.run(setNoteText, { noteId: 'note_a', text: 'Compares two banks' }).run(setNoteText, { noteId: 'note_b', text: 'Asks parents' }),
    )
    const quiet = nodeOf(board, 'note_c')

    board.show({ comparison, current: comparison.stops[0] ?? null })

    expect(frames(nodeOf(board, 'note_a'))).toHaveLength(2)
    expect(frames(nodeOf(board, 'note_b'))).toHaveLength(1)
    expect(nodeOf(board, 'note_c')).toBe(quiet)
    expect(board.session.scene()).toBe(board.session.scene())
  })

  it('refuses every edit', () => {
    const { board } = compared(workshop(), (copy) => copy)

    expect(board.session.run(deleteNotes, { noteIds: ['note_a'] })).toMatchObject({ ok: false, code: 'read-only' })
  })

  it('has a mark inside its bounds for every change of the board, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(randomEdits, { maxLength: 20 }), fc.array(randomEdits, { maxLength: 20 }), (first, second) => {
        const map = workshop()
        const ids = idsOf(7)
        for (const one of first) edit(map, one, ids)
        const { board, comparison } = compared(map, (copy) => {
          for (const one of second) edit(copy, one, ids)
          return copy
        })
        const nodes = board.session.scene().nodes
        expect(new Set(nodes.map(({ key }) => key)).size).toBe(nodes.length)
        for (const { id, kind } of comparison.diff.changes) {
          const node = nodes.find(({ key }) => key === (kind === 'lane' ? `laneHeader:${id}` : id))
          if (kind !== 'note' && kind !== 'lane' && kind !== 'stage') continue
          if (!node) {
            // Only what was in the inbox before and after, or is in a lane that is hidden, has no place.
            expect(kind).toBe('note')
            continue
          }
          const [frame] = frames(node)
          expect(frame).toBeDefined()
          if (frame) expect(intersects(node.bounds, frame.rect)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})
