import { describe, expect, it } from 'vitest'
import type { BoardFrame } from '../../../renderer/board/boardFrame'
import { SHEET_INSETS } from '../../../renderer/board/camera'
import { fieldPlace } from '../../../renderer/board/fieldPlace'
import { pinnedFrame } from '../../../renderer/board/pinned'
import { INITIAL_UI } from '../../../renderer/state/uiStore'
import type { Camera } from '../../../renderer/state/uiState'
import { addNote } from '../../../shared/commands/notes'
import { lightTheme } from '../../../shared/scene/theme'
import { layoutOf } from '../../support/layoutOf'
import { sceneOf } from '../../support/sceneOf'
import { awareness, awarenessGoal, TestBoard } from '../../support/testBoard'

const look = { theme: lightTheme, hypotheses: true } as const
const view = { width: 1280, height: 752 }

function frameOf(map: TestBoard, camera: Camera): BoardFrame {
  const board = map.document.board()
  const layout = layoutOf(board)
  const ui = { ...INITIAL_UI, camera, view }
  return { ui, layout, scene: sceneOf(board), pinned: pinnedFrame(camera, layout, view, SHEET_INSETS), pixelRatio: 1 }
}

describe('the field of a note', () => {
  it('lies exactly on the note, in its colours, and is scaled with the board', () => {
    const map = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'Reads reviews', color: 'mint' })
    const frame = frameOf(map, { x: 50, y: 20, zoom: 1.5 })
    const rect = frame.layout.notes.get('note_a')?.rect

    const place = fieldPlace(frame, { kind: 'note', id: 'note_a', before: '' }, look)

    expect(place).toMatchObject({ width: rect?.width, height: rect?.height, scale: 1.5 })
    expect([place?.x, place?.y]).toEqual([((rect?.x ?? 0) - 50) * 1.5, ((rect?.y ?? 0) - 20) * 1.5])
    expect(place?.style).toMatchObject({
      size: 16,
      line: 20.5,
      padX: 11,
      padY: 9,
      indent: 0,
      color: lightTheme.notes.mint.ink,
      background: lightTheme.notes.mint.fill,
    })
  })

  it('keeps the mark in sight before its first line', () => {
    const map = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'Reads reviews', mark: 'pain' })
    const place = fieldPlace(frameOf(map, { x: 0, y: 0, zoom: 1 }), { kind: 'note', id: 'note_a', before: '' }, look)
    expect(place?.style.indent).toBe(22)
    expect(place?.sign?.items).toHaveLength(1)
  })

  it('opens for a note to be in the free room of its cell, in the lane’s colour', () => {
    const frame = frameOf(TestBoard.starter(), { x: 0, y: 0, zoom: 1 })
    const cell = frame.layout.lanes.flatMap(({ cells }) => cells).find((box) => box.cell.columnId === awarenessGoal.columnId)

    const place = fieldPlace(frame, { kind: 'newNote', id: 'note_new', cell: awarenessGoal, index: 0 }, look)

    expect(place?.style.background).toBe(lightTheme.hypotheses.sky.fill)
    expect(place?.width).toBe(312)
    expect(place?.y).toBe((cell?.rect.y ?? 0) + 8)
  })

  it('stands on the half that the only note of a wide cell will give up', () => {
    const map = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awarenessGoal, text: 'Save money' })
    const frame = frameOf(map, { x: 0, y: 0, zoom: 1 })
    const only = frame.layout.notes.get('note_a')?.rect

    const place = fieldPlace(frame, { kind: 'newNote', id: 'note_new', cell: awarenessGoal, index: 1 }, look)

    expect(place?.width).toBe(152)
    expect(place?.x).toBe((only?.x ?? 0) + 160)
  })

  it('is never too small to read', () => {
    const map = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'Reads reviews' })
    const place = fieldPlace(frameOf(map, { x: 0, y: 0, zoom: 0.2 }), { kind: 'note', id: 'note_a', before: '' }, look)
    expect(place?.scale).toBe(0.7)
  })

  it('is gone when somebody else deleted the note', () => {
    const frame = frameOf(TestBoard.starter(), { x: 0, y: 0, zoom: 1 })
    expect(fieldPlace(frame, { kind: 'note', id: 'note_a', before: '' }, look)).toBeNull()
  })
})

describe('the field of a name', () => {
  it('stays with the stage header while the board is scrolled down', () => {
    const map = TestBoard.starter()
    const top = fieldPlace(frameOf(map, { x: 0, y: -12, zoom: 1 }), { kind: 'stage', id: 'stage_purchase', field: 'title' }, look)
    const down = fieldPlace(frameOf(map, { x: 0, y: 150, zoom: 1 }), { kind: 'stage', id: 'stage_purchase', field: 'title' }, look)
    expect(down?.y).toBe(top?.y)
    expect(down?.x).toBe(top?.x)
  })

  it('puts its letters where those of the name are', () => {
    const frame = frameOf(TestBoard.starter(), { x: 0, y: 0, zoom: 1 })
    const place = fieldPlace(frame, { kind: 'stage', id: 'stage_purchase', field: 'title' }, look)
    const stage = frame.layout.stages[1]
    expect((place?.x ?? 0) + (place?.style.padX ?? 0)).toBe((stage?.x ?? 0) + 20)
    expect(place?.style).toMatchObject({ size: 21, line: 26, weight: 600 })
  })
})
