import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intersects, type Rect } from '../../../shared/layout/geometry'
import { createLayoutEngine } from '../../../shared/layout/layoutBoard'
import { BOARD, NOTE } from '../../../shared/layout/metrics'
import { measureText } from '../../../shared/layout/textFit'
import { addNote, deleteNotes, setNoteText } from '../../../shared/commands/notes'
import { setLaneCollapsed, setLaneHidden } from '../../../shared/commands/lanes'
import { addStep } from '../../../shared/commands/steps'
import { setPoint } from '../../../shared/commands/points'
import { setCurveHidden } from '../../../shared/commands/personas'
import { applyPatches } from '../../../shared/model/patch'
import { anyBoard, anyPatch } from '../../support/anyBoard'
import { englishWords, layoutOf } from '../../support/layoutOf'
import { awareness, awarenessGoal, purchase, TestBoard } from '../../support/testBoard'

describe('columns', () => {
  it('gives a stage 336 and lets its steps share it', () => {
    const { stages, stepRow } = layoutOf(TestBoard.starter().board)
    expect(stages.map(({ x, width }) => [x, width])).toEqual([
      [184, 336],
      [520, 336],
    ])
    expect(stages[1]?.steps.map(({ x, width }) => [x, width])).toEqual([
      [520, 168],
      [688, 168],
    ])
    expect(stepRow).toBeGreaterThan(0)
  })

  it('has a sheet even without stages', () => {
    const layout = layoutOf(TestBoard.empty().board)
    expect(layout.width).toBeGreaterThan(layout.laneHeader)
    expect(layout.height).toBe(layout.stageHeader)
  })
})

describe('notes', () => {
  it('gives the only note of a cell all of its width, and two of them a half each', () => {
    const one = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'A' })
    expect(layoutOf(one.board).notes.get('note_a')?.rect.width).toBe(2 * NOTE.half + BOARD.gap)

    const two = one.run(addNote, { noteId: 'note_b', cell: awareness, text: 'B' })
    const { notes } = layoutOf(two.board)
    expect(['note_a' as const, 'note_b' as const].map((id) => notes.get(id)?.rect.width)).toEqual([NOTE.half, NOTE.half])
    expect(notes.get('note_a')?.rect.y).toBe(notes.get('note_b')?.rect.y)
  })

  it('lets a note about a whole stage span it, however many steps the stage has', () => {
    const map = TestBoard.starter()
    const { id: stageId } = map.board.stages[0] ?? { id: 'stage_none' as const }
    for (const stepId of ['step_x', 'step_y', 'step_z'] as const) map.run(addStep, { stepId, stageId, title: stepId })
    map.run(addNote, { noteId: 'note_a', cell: { laneId: 'lane_goals', columnId: stageId }, text: 'Goal' })
    const { notes, stages } = layoutOf(map.board)
    expect(notes.get('note_a')?.rect.width).toBe((stages[0]?.width ?? 0) - 2 * BOARD.padX)
  })

  it('gives each note its own height: a long one does not stretch the short one beside it', () => {
    const map = TestBoard.starter()
      .run(addNote, { noteId: 'note_a', cell: awareness, text: 'Short' })
      .run(addNote, { noteId: 'note_b', cell: awareness, text: 'A long story about it. '.repeat(13) })
      .run(addNote, { noteId: 'note_c', cell: awareness, text: 'Next row' })
    const { notes } = layoutOf(map.board)
    const [short, long, next] = (['note_a', 'note_b', 'note_c'] as const).map((id) => notes.get(id)?.rect)
    expect(short?.height).toBe(next?.height)
    expect(long?.height).toBeGreaterThan((short?.height ?? 0) * 2)
    expect(next?.y).toBe((long?.y ?? 0) + (long?.height ?? 0) + BOARD.gap)
  })

  it('grows a note with its text, and the lane with the note', () => {
    const board = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: purchase, text: 'Short' })
    const before = layoutOf(board.board)
    const after = layoutOf(
      board.run(setNoteText, { noteId: 'note_a', text: 'A much longer text that needs a good many lines '.repeat(4) }).board,
    )
    const height = (layout: typeof before) => layout.lanes.find(({ lane }) => lane.id === 'lane_actions')?.height ?? 0
    expect(height(after)).toBeGreaterThan(height(before))
    expect(after.notes.get('note_a')?.rect.height).toBe(height(after) - 2 * BOARD.padY)
  })

  it('keeps the last line clear of the badge', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        for (const box of layoutOf(board).notes.values()) {
          if (box.content !== 'notes') continue
          const { rect, lines, note } = box
          const indent = lines.length === 1 && note.mark !== 'none' ? NOTE.iconIndent : 0
          const right = NOTE.padX + indent + measureText(lines.at(-1) ?? '', NOTE)
          const bottom = NOTE.padY + lines.length * NOTE.line
          const badgeLeft = rect.width - NOTE.badgeInset - NOTE.badge
          const badgeTop = rect.height - NOTE.badgeInset - NOTE.badge
          expect(right <= badgeLeft || bottom - 3 <= badgeTop + 0.001).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('shows no notes in a collapsed lane and leaves a hidden lane out', () => {
    const board = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'A' })
    const collapsed = layoutOf(board.run(setLaneCollapsed, { laneId: 'lane_actions', collapsed: true }).board)
    expect(collapsed.notes.size).toBe(0)
    expect(collapsed.lanes.find(({ lane }) => lane.id === 'lane_actions')?.height).toBe(BOARD.collapsedLane)
    const hidden = layoutOf(board.run(setLaneHidden, { laneId: 'lane_actions', hidden: true }).board)
    expect(hidden.lanes.map(({ lane }) => lane.id)).toEqual(['lane_goals', 'lane_emotions'])
  })
})

describe('curves', () => {
  it('breaks where a step has no point, and marks the low places', () => {
    const board = TestBoard.starter()
      .run(setPoint, { personaId: 'persona_anna', stepId: 'step_awareness', value: -4 })
      .run(setPoint, { personaId: 'persona_anna', stepId: 'step_payment', value: 3 })
    const { curves, points } = layoutOf(board.board)
    expect(curves.map(({ pointIds }) => pointIds.length)).toEqual([1, 1])
    expect([...points.values()].map(({ critical }) => critical)).toEqual([true, false])

    const whole = layoutOf(board.run(setPoint, { personaId: 'persona_anna', stepId: 'step_purchase', value: 0 }).board)
    expect(whole.curves.map(({ pointIds }) => pointIds.length)).toEqual([3])
  })

  it('leaves a hidden curve out', () => {
    const board = TestBoard.starter().run(setPoint, { personaId: 'persona_anna', stepId: 'step_awareness', value: 1 })
    const { curves, points } = layoutOf(board.run(setCurveHidden, { personaId: 'persona_anna', hidden: true }).board)
    expect([curves.length, points.size]).toEqual([0, 0])
  })

  it('moves points of one value apart, so that both shapes show, and keeps every curve running to the right', () => {
    const board = TestBoard.starter()
    for (const personaId of ['persona_anna', 'persona_oleg'] as const) {
      board.run(setPoint, { personaId, stepId: 'step_awareness', value: 1 })
      board.run(setPoint, { personaId, stepId: 'step_purchase', value: personaId === 'persona_anna' ? 2 : 1 })
    }
    const { points, stages } = layoutOf(board.board)
    const [first, second] = stages.flatMap(({ steps }) => steps).map(({ x, width }) => x + width / 2) as [number, number]
    const xs = [...points.values()].map(({ x, persona }) => [persona.id, x])
    expect(xs).toEqual([
      ['persona_anna', first - 9],
      ['persona_anna', second],
      ['persona_oleg', first + 9],
      ['persona_oleg', second],
    ])
    fc.assert(
      fc.property(anyBoard, (any) => {
        const layout = layoutOf(any)
        for (const { pointIds } of layout.curves) {
          const along = pointIds.map((id) => layout.points.get(id)?.x ?? 0)
          expect(along).toEqual([...along].sort((a, b) => a - b))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('keeps labels inside their lane and off one another while there is room', () => {
    const labels = ['Same payslips, twice', 'Keys in hand', '“Yes, you can afford it”']
    const board = TestBoard.starter()
    const steps = ['step_awareness', 'step_purchase', 'step_payment'] as const
    steps.forEach((stepId, i) => {
      board.run(setPoint, { personaId: 'persona_anna', stepId, value: [-4, 4, 3][i] ?? 0, label: labels[i] ?? '' })
      board.run(setPoint, { personaId: 'persona_oleg', stepId, value: [2, -5, 1][i] ?? 0, label: labels[i] ?? '' })
    })
    const { points, lanes, width, laneHeader } = layoutOf(board.board)
    const lane = lanes.find(({ content }) => content === 'curve')
    const rects = [...points.values()].flatMap(({ label }) => (label ? [label.rect] : []))
    expect(rects).toHaveLength(6)
    const bounds = { x: laneHeader, y: lane?.y ?? 0, width: width - laneHeader, height: lane?.height ?? 0 }
    for (const rect of rects) expect(isInside(rect, bounds)).toBe(true)
    const roomy = rects.map(({ x, y, width: w, height: h }) => ({ x: x - 4, y: y - 4, width: w + 7.99, height: h + 7.99 }))
    expect(overlaps(roomy)).toEqual([])
  })
})

describe('any board', () => {
  it('has no two notes that overlap, every note in its cell and every cell in its lane', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        const layout = layoutOf(board)
        expect(overlaps([...layout.notes.values()].map(({ rect }) => rect))).toEqual([])
        for (const lane of layout.lanes) {
          for (const cell of lane.cells) {
            expect([cell.rect.y, cell.rect.height]).toEqual([lane.y, lane.height])
            for (const id of cell.notes) expect(isInside(layout.notes.get(id)?.rect, cell.rect)).toBe(true)
          }
        }
        expect(overlaps(layout.lanes.map(({ y, height }) => ({ x: 0, y, width: layout.width, height })))).toEqual([])
        expect(layout.lanes.reduce((sum, { height }) => sum + height, layout.stageHeader)).toBeCloseTo(layout.height)
      }),
      { numRuns: 100 },
    )
  })

  it('shows every note of a shown lane, once', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        const shown = board.lanes.filter((lane) => !lane.hidden && !lane.collapsed).map((lane) => lane.id)
        const expected = [...board.notesIn].filter(([key]) => shown.some((id) => key.startsWith(`${id}|`))).flatMap(([, notes]) => notes)
        expect(new Set(layoutOf(board).notes.keys())).toEqual(new Set(expected.map((note) => note.id)))
      }),
      { numRuns: 60 },
    )
  })

  it('is laid out the same after edits as from scratch', () => {
    const anyEdits = anyBoard.chain((board) => fc.tuple(fc.constant(board), fc.array(anyPatch(board), { minLength: 1, maxLength: 6 })))
    fc.assert(
      fc.property(anyEdits, ([start, patches]) => {
        const engine = createLayoutEngine()
        let board = start
        engine.layout(board, englishWords)
        for (const patch of patches) {
          board = applyPatches(board, [patch])
          expect(engine.layout(board, englishWords)).toEqual(layoutOf(board))
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('the engine', () => {
  it('hands out the same boxes for whatever did not change', () => {
    const engine = createLayoutEngine()
    const board = TestBoard.starter()
      .run(addNote, { noteId: 'note_a', cell: awareness, text: 'A' })
      .run(addNote, { noteId: 'note_b', cell: purchase, text: 'B' })
      .run(addNote, { noteId: 'note_c', cell: awarenessGoal, text: 'C' })
    const before = engine.layout(board.board, englishWords)
    const after = engine.layout(board.run(setNoteText, { noteId: 'note_a', text: 'AA' }).board, englishWords)
    expect(after.notes.get('note_a')).not.toBe(before.notes.get('note_a'))
    expect(after.notes.get('note_b')).toBe(before.notes.get('note_b'))
    expect(after.lanes[0]).toBe(before.lanes[0])
    expect(after.stages).toBe(before.stages)
  })

  it('forgets notes that are gone', () => {
    const engine = createLayoutEngine()
    const board = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'A' })
    engine.layout(board.board, englishWords)
    expect(engine.layout(board.run(deleteNotes, { noteIds: ['note_a'] }).board, englishWords).notes.size).toBe(0)
  })
})

function overlaps(rects: readonly Rect[]): [Rect, Rect][] {
  const shrunk = rects.map(({ x, y, width, height }) => ({ x: x + 0.01, y: y + 0.01, width: width - 0.02, height: height - 0.02 }))
  return shrunk.flatMap((a, i) => shrunk.slice(i + 1).flatMap((b): [Rect, Rect][] => (intersects(a, b) ? [[a, b]] : [])))
}

function isInside(inner: Rect | undefined, outer: Rect): boolean {
  if (!inner) return false
  const slack = 0.01
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  )
}
