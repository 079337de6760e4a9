import { expect, it } from 'vitest'
import * as fc from 'fast-check'
import { addNote } from '../../../shared/commands/notes'
import { setLaneCollapsed } from '../../../shared/commands/lanes'
import { setPoint } from '../../../shared/commands/points'
import { dropPlaceAt, headerDropAt } from '../../../shared/layout/dropPlace'
import { hitTest } from '../../../shared/layout/hitTest'
import { pointIdOf } from '../../../shared/model/point'
import { anyBoard } from '../../support/anyBoard'
import { layoutOf } from '../../support/layoutOf'
import { awareness, purchase, TestBoard } from '../../support/testBoard'

const zoom = { zoom: 1 }

function boardWithNotes(): TestBoard {
  return TestBoard.starter()
    .run(addNote, { noteId: 'note_a', cell: awareness, text: 'A' })
    .run(addNote, { noteId: 'note_b', cell: awareness, text: 'B' })
    .run(addNote, { noteId: 'note_c', cell: purchase, text: 'C' })
    .run(addNote, { noteId: 'note_d', cell: purchase, text: 'D' })
}

it('tells corner, headers, notes, cells and the outside apart', () => {
  const layout = layoutOf(boardWithNotes().board)
  const actions = layout.lanes[1]!
  const note = layout.notes.get('note_a')!.rect
  const below = layout.stageHeader - 4
  expect([
    hitTest(layout, { x: 3, y: 3 }, zoom),
    hitTest(layout, { x: 60, y: 20 }, zoom),
    hitTest(layout, { x: 60, y: 50 }, zoom),
    hitTest(layout, { x: 300, y: 40 }, zoom),
    hitTest(layout, { x: 700, y: below }, zoom),
    hitTest(layout, { x: 10, y: actions.y + 5 }, zoom),
    hitTest(layout, { x: note.x + 5, y: note.y + 5 }, zoom),
    hitTest(layout, { x: note.x + 5, y: actions.y + 2 }, zoom),
    hitTest(layout, { x: -1, y: 10 }, zoom),
    hitTest(layout, { x: 300, y: layout.height + 1 }, zoom),
  ]).toEqual([
    { kind: 'corner' },
    { kind: 'persona', id: 'persona_anna' },
    { kind: 'persona', id: 'persona_oleg' },
    { kind: 'stageHeader', id: 'stage_awareness' },
    { kind: 'stepHeader', id: 'step_payment' },
    { kind: 'laneHeader', id: 'lane_actions' },
    { kind: 'note', id: 'note_a' },
    { kind: 'cell', cell: awareness, index: 0 },
    { kind: 'outside' },
    { kind: 'outside' },
  ])
})

it('reads the step and the value from a place in an emotion lane', () => {
  const layout = layoutOf(TestBoard.starter().board)
  const lane = layout.lanes[2]!
  expect(hitTest(layout, { x: 700, y: lane.y + lane.height / 2 }, zoom)).toEqual({
    kind: 'emotion',
    laneId: 'lane_emotions',
    stepId: 'step_payment',
    value: 0,
  })
})

it('takes the nearest point within a finger, which is more of the board when it is far away', () => {
  const board = TestBoard.starter().run(setPoint, { personaId: 'persona_anna', stepId: 'step_awareness', value: 2 })
  const layout = layoutOf(board.board)
  const id = pointIdOf('persona_anna', 'as-is', 'step_awareness')
  const point = layout.points.get(id)!
  expect(hitTest(layout, { x: point.x + 20, y: point.y }, zoom)).toEqual({ kind: 'point', id })
  expect(hitTest(layout, { x: point.x + 30, y: point.y }, zoom).kind).toBe('emotion')
  expect(hitTest(layout, { x: point.x + 30, y: point.y }, { zoom: 0.5 })).toEqual({ kind: 'point', id })
})

it('takes a collapsed lane as a whole', () => {
  const layout = layoutOf(boardWithNotes().run(setLaneCollapsed, { laneId: 'lane_actions', collapsed: true }).board)
  expect(hitTest(layout, { x: 300, y: layout.lanes[1]!.y + 10 }, zoom)).toEqual({ kind: 'laneHeader', id: 'lane_actions' })
})

it('finds every note at its middle, on any board', () => {
  fc.assert(
    fc.property(anyBoard, (board) => {
      const layout = layoutOf(board)
      for (const [id, { rect }] of layout.notes) {
        expect(hitTest(layout, { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }, zoom)).toEqual({ kind: 'note', id })
      }
    }),
    { numRuns: 40 },
  )
})

it('drops notes before, between and after the others, with a bar where they go', () => {
  const { board } = boardWithNotes()
  const layout = layoutOf(board)
  const a = layout.notes.get('note_a')!.rect
  const b = layout.notes.get('note_b')!.rect
  const y = a.y + 20
  expect(dropPlaceAt(layout, board, { x: a.x + 5, y }, ['note_c'])).toEqual({
    cell: awareness,
    index: 0,
    bar: { x: a.x - 5.5, y: a.y, width: 3, height: a.height },
  })
  expect(dropPlaceAt(layout, board, { x: b.x + 5, y }, ['note_c'])?.index).toBe(1)
  expect(dropPlaceAt(layout, board, { x: b.x + b.width - 5, y }, ['note_c'])?.index).toBe(2)
})

it('counts only the notes that stay', () => {
  const { board } = boardWithNotes()
  const layout = layoutOf(board)
  const d = layout.notes.get('note_d')!.rect
  const under = { x: d.x + 20, y: d.y + d.height - 2 }
  expect(dropPlaceAt(layout, board, under, ['note_c'])).toMatchObject({ cell: purchase, index: 1 })
  expect(dropPlaceAt(layout, board, under, ['note_c', 'note_d'])).toEqual({ cell: purchase, index: 0, bar: null })
})

it('puts notes at the end of a collapsed cell and nowhere on an emotion lane', () => {
  const { board } = boardWithNotes().run(setLaneCollapsed, { laneId: 'lane_actions', collapsed: true })
  const layout = layoutOf(board)
  const y = layout.lanes[1]!.y + 10
  expect(dropPlaceAt(layout, board, { x: 300, y }, ['note_c'])).toEqual({ cell: awareness, index: 2, bar: null })
  expect(dropPlaceAt(layout, board, { x: 300, y: layout.lanes[2]!.y + 50 }, ['note_c'])).toBeNull()
})

it('drops headers among the others', () => {
  const { board } = boardWithNotes()
  const layout = layoutOf(board)
  const header = { x: 0, y: 20 }
  expect(headerDropAt(layout, board, { kind: 'stage', id: 'stage_awareness' }, { ...header, x: 800 })).toMatchObject({ index: 1 })
  expect(headerDropAt(layout, board, { kind: 'stage', id: 'stage_purchase' }, { ...header, x: 200 })).toMatchObject({ index: 0 })
  expect(headerDropAt(layout, board, { kind: 'step', id: 'step_awareness' }, { ...header, x: 620 })).toMatchObject({
    stageId: 'stage_purchase',
    index: 1,
  })
  expect(headerDropAt(layout, board, { kind: 'step', id: 'step_awareness' }, { x: 20, y: 20 })).toBeNull()
  const bottom = { x: 20, y: layout.height - 5 }
  expect(headerDropAt(layout, board, { kind: 'lane', id: 'lane_goals' }, bottom)).toMatchObject({ index: 2 })
  expect(headerDropAt(layout, board, { kind: 'lane', id: 'lane_emotions' }, { x: 20, y: layout.stageHeader + 3 })).toMatchObject({
    index: 0,
    bar: { x: 0, width: layout.width, height: 3 },
  })
})
