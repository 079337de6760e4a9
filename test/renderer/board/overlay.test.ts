import { describe, expect, it } from 'vitest'
import type { BoardFrame } from '../../../renderer/board/boardFrame'
import { SHEET_INSETS } from '../../../renderer/board/camera'
import { overlayPicture, type OverlayInput } from '../../../renderer/board/overlay'
import type { OverlayColors } from '../../../renderer/board/overlayColors'
import { nextSlot } from '../../../renderer/board/overlayHover'
import { pinnedFrame } from '../../../renderer/board/pinned'
import { cellBox } from '../../../renderer/board/places'
import { selectionRect, toolbarPlace, toolbarSpot } from '../../../renderer/board/screenRects'
import { edgeNear } from '../../../renderer/board/sheetEdges'
import { formatValue } from '../../../renderer/board/values'
import { INITIAL_UI, type UiChange } from '../../../renderer/state/uiStore'
import { addNote } from '../../../shared/commands/notes'
import { setPoint } from '../../../shared/commands/points'
import { NOTE_COLORS } from '../../../shared/model/color'
import { pointIdOf } from '../../../shared/model/point'
import type { HitTarget } from '../../../shared/layout/layout'
import { layoutOf } from '../../support/layoutOf'
import { sceneOf } from '../../support/sceneOf'
import { awareness, awarenessGoal, purchase, TestBoard } from '../../support/testBoard'

const view = { width: 1600, height: 900 }
const colors: OverlayColors = {
  select: 'select',
  focus: 'focus',
  accent: 'accent',
  accentText: 'accent-text',
  accentSoft: 'accent-soft',
  surface: 'surface',
  lineStrong: 'line-3',
  tip: 'tip',
  tipText: 'tip-text',
  persona: { teal: 'teal', magenta: 'magenta', amber: 'amber', slate: 'slate' },
  noteEdge: Object.fromEntries(NOTE_COLORS.map((color) => [color, color])) as OverlayColors['noteEdge'],
}

function inputOf(
  map: TestBoard,
  change: UiChange = {},
  hover: OverlayInput['hover'] = null,
): OverlayInput & { readonly frame: BoardFrame } {
  const board = map.document.board()
  const layout = layoutOf(board)
  const ui = { ...INITIAL_UI, view, ...change }
  const frame = { ui, layout, scene: sceneOf(board), pinned: pinnedFrame(ui.camera, layout, view, SHEET_INSETS), pixelRatio: 1 }
  return { frame, board, hover, readOnly: false, colors, formatValue: (value) => formatValue(value, 'en') }
}

const twoNotes = (): TestBoard =>
  TestBoard.starter()
    .run(addNote, { noteId: 'note_a', cell: awareness, text: 'Reads reviews' })
    .run(addNote, { noteId: 'note_b', cell: awareness, text: 'Asks a friend' })

describe('overlay', () => {
  it('draws nothing where nothing is selected, focused or touched', () => {
    expect(overlayPicture(inputOf(twoNotes()))).toEqual({ cells: [], stageHeader: [], laneHeader: [], free: [], ghosts: [] })
  })

  it('gives every selected note a ring, and no handles: nothing about its size can be pulled', () => {
    const one = overlayPicture(inputOf(twoNotes(), { selection: { kind: 'notes', ids: new Set(['note_a']) } }))
    const both = overlayPicture(inputOf(twoNotes(), { selection: { kind: 'notes', ids: new Set(['note_a', 'note_b']) } }))
    expect(one.cells).toHaveLength(1)
    expect(both.cells).toHaveLength(2)
  })

  it('rings the focused cell inside, unless a field is open in it', () => {
    const focus = { kind: 'cell', cell: purchase } as const
    expect(overlayPicture(inputOf(twoNotes(), { focus })).cells).toHaveLength(1)
    const editing = { kind: 'newNote', id: 'note_c', cell: purchase, index: 0 } as const
    expect(overlayPicture(inputOf(twoNotes(), { focus, editing })).cells).toHaveLength(0)
  })

  it('answers the pointer on headers with a ground and a grip, and on everything in cells with an edge', () => {
    const at = (target: HitTarget) => ({ target, place: { x: 0, y: 0 }, pressed: false })
    const stage = inputOf(twoNotes(), {}, at({ kind: 'stageHeader', id: 'stage_purchase' }))
    expect(overlayPicture(stage).stageHeader.map(({ type }) => type)).toEqual(['rect', 'path'])
    const step = inputOf(twoNotes(), {}, at({ kind: 'stepHeader', id: 'step_payment' }))
    expect(overlayPicture(step).stageHeader.map(({ type }) => type)).toEqual(['rect', 'path'])
    const lane = inputOf(twoNotes(), {}, at({ kind: 'laneHeader', id: 'lane_goals' }))
    expect(overlayPicture(lane).laneHeader.map(({ type }) => type)).toEqual(['rect', 'path'])
    // What may only be looked at cannot be taken.
    expect(overlayPicture({ ...lane, readOnly: true }).laneHeader.map(({ type }) => type)).toEqual(['rect'])

    for (const kind of ['touchpoints', 'moments', 'owners'] as const) {
      const map = TestBoard.starter()
      map.document.write([{ op: 'add', record: { id: 'lane_labels', order: 'b0', kind, span: 'step', collapsed: false, hidden: false } }], {
        what: 'addLane',
        count: 1,
      })
      map.run(addNote, { noteId: 'note_l', cell: { laneId: 'lane_labels', columnId: 'step_purchase' }, text: 'Call centre' })
      const { cells } = overlayPicture(inputOf(map, {}, at({ kind: 'note', id: 'note_l' })))
      expect(cells, kind).toEqual([expect.objectContaining({ type: 'rect', stroke: 'line-3' })])
    }
  })

  it('writes a selected stage’s name in the accent colour', () => {
    const { stageHeader } = overlayPicture(inputOf(twoNotes(), { selection: { kind: 'stage', id: 'stage_purchase' } }))
    expect(stageHeader).toContainEqual(expect.objectContaining({ type: 'text', text: 'Purchase', fill: 'accent-text' }))
  })

  it('takes dragged notes along, veils their old places and marks where they would land', () => {
    const gesture = {
      kind: 'dragNotes',
      ids: ['note_a', 'note_b'],
      grabbed: 'note_a',
      offset: { x: 30, y: 40 },
      drop: { cell: purchase, index: 0, bar: null },
      copying: false,
      overInbox: false,
    } as const
    const picture = overlayPicture(inputOf(twoNotes(), { gesture }))
    expect(picture.ghosts.map(({ node, offset }) => [node.key, offset])).toEqual([
      ['note_b', { x: 30, y: 40 }],
      ['note_a', { x: 30, y: 40 }],
    ])
    expect(picture.cells.filter((item) => item.type === 'rect' && item.fill === 'surface')).toHaveLength(2)
    expect(picture.cells).toContainEqual(expect.objectContaining({ stroke: 'accent', dash: [6, 5] }))

    const copied = overlayPicture(inputOf(twoNotes(), { gesture: { ...gesture, copying: true } }))
    expect(copied.cells.filter((item) => item.type === 'rect' && item.fill === 'surface')).toHaveLength(0)
  })

  it('says the value of the point in the hand, with a guide to zero', () => {
    const map = TestBoard.starter().run(setPoint, { personaId: 'persona_anna', stepId: 'step_awareness', value: -2.5 })
    const id = pointIdOf('persona_anna', 'as-is', 'step_awareness')
    const { cells } = overlayPicture(inputOf(map, { gesture: { kind: 'dragPoint', id, value: -2.5 } }))
    expect(cells).toContainEqual(expect.objectContaining({ type: 'text', text: '−2.5' }))
    expect(cells).toContainEqual(expect.objectContaining({ type: 'path', dash: [2, 4], stroke: 'teal' }))
  })

  it('says the value of the point under the pointer over it, or under it where its label is', () => {
    const id = pointIdOf('persona_anna', 'as-is', 'step_awareness')
    const side = (label: string): number => {
      const map = TestBoard.starter().run(setPoint, { personaId: 'persona_anna', stepId: 'step_awareness', value: 1, label })
      const hover = { target: { kind: 'point', id }, place: { x: 0, y: 0 }, pressed: false } as const
      const input = inputOf(map, {}, hover)
      const text = overlayPicture(input).cells.find((item) => item.type === 'text')
      const { camera } = input.frame.ui
      const y = ((input.frame.layout.points.get(id)?.y ?? 0) - camera.y) * camera.zoom
      return Math.sign((text?.baseline ?? y) - y)
    }
    expect([side(''), side('Relief')]).toEqual([-1, 1])
  })

  it('offers the free slot of the cell under the pointer', () => {
    const hover = { target: { kind: 'cell', cell: purchase, index: 0 }, place: { x: 0, y: 0 }, pressed: false } as const
    expect(overlayPicture(inputOf(twoNotes(), {}, hover)).cells).toHaveLength(2)
    expect(overlayPicture(inputOf(twoNotes(), {}, { ...hover, pressed: true })).cells).toHaveLength(0)
  })
})

describe('the free slot of a cell', () => {
  it('is the whole cell while it is empty, then beside the last note, and none where the row is full', () => {
    const slotOf = (map: TestBoard, cell: typeof awareness | typeof awarenessGoal) => {
      const layout = layoutOf(map.document.board())
      const box = cellBox(layout, cell)
      return box ? nextSlot(layout, box) : null
    }
    expect(slotOf(TestBoard.starter(), awareness)).toMatchObject({ width: 312 })
    expect(slotOf(twoNotes(), awareness)).toBeNull()
    const alone = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awarenessGoal, text: 'Save' })
    expect(slotOf(alone, awarenessGoal)).toBeNull()
  })
})

describe('the selection on screen', () => {
  it('is what of it can be seen, and nothing where none can', () => {
    const map = twoNotes()
    const selection = { kind: 'notes', ids: new Set(['note_a'] as const) } as const
    const seen = inputOf(map, { selection, camera: { x: -72, y: -12, zoom: 1 } }).frame
    const rect = seen.layout.notes.get('note_a')?.rect
    expect(selectionRect(seen.ui, seen.layout)).toEqual({ ...rect, x: (rect?.x ?? 0) + 72, y: (rect?.y ?? 0) + 12 })
    const away = inputOf(map, { selection, camera: { x: 700, y: 0, zoom: 1 } }).frame
    expect(selectionRect(away.ui, away.layout)).toBeNull()
  })

  it('has its toolbar 12 px above it, below where there is no room, and always in the view', () => {
    const toolbar = { width: 400, height: 44 }
    expect(toolbarPlace({ x: 600, y: 300, width: 100, height: 50 }, toolbar, view)).toEqual({ x: 450, y: 244 })
    expect(toolbarPlace({ x: 600, y: 40, width: 100, height: 50 }, toolbar, view)).toEqual({ x: 450, y: 102 })
    const curve = [{ x: 640, y: 250, width: 22, height: 22 }]
    expect(toolbarPlace({ x: 600, y: 300, width: 100, height: 50 }, toolbar, view, curve)).toEqual({ x: 450, y: 362 })
    expect(toolbarPlace({ x: 1500, y: 300, width: 90, height: 50 }, toolbar, view).x).toBe(1600 - 400 - 12)
    expect(toolbarPlace({ x: 80, y: 300, width: 90, height: 50 }, toolbar, view).x).toBe(72)
  })

  it('has its toolbar beside an open panel, and none where the panel lies over it or leaves no room', () => {
    const map = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'Compares' })
    const toolbar = { width: 400, height: 44 }
    const spotAt = (x: number, change: UiChange): ReturnType<typeof toolbarSpot> => {
      const selection = { kind: 'notes', ids: new Set(['note_a'] as const) } as const
      const { ui, layout } = inputOf(map, { selection, view: { width: 1280, height: 800 } }).frame
      const note = layout.notes.get('note_a')!.rect
      return toolbarSpot({ ...ui, camera: { x: note.x - x, y: -12, zoom: 1 }, ...change }, layout, toolbar)
    }
    const right = (spot: ReturnType<typeof toolbarSpot>): number => (spot?.x ?? 0) + toolbar.width
    expect(right(spotAt(800, {}))).toBeGreaterThan(1280 - 384)
    expect(right(spotAt(800, { panel: 'map' }))).toBe(1280 - 384 - 12)
    expect(spotAt(900, {})).not.toBeNull()
    expect(spotAt(900, { panel: 'map' })).toBeNull()
    expect(spotAt(300, { panel: 'map', view: { width: 800, height: 800 } })).toBeNull()
  })
})

describe('lines between stages and lanes', () => {
  const { frame, board } = inputOf(TestBoard.starter(), { camera: { x: -72, y: -12, zoom: 1 } })

  it('are found near the pointer, at the end also from outside', () => {
    const first = 72 + 184
    expect(edgeNear(frame, board.lanes, { x: first + 336 + 5, y: 60 })).toMatchObject({ kind: 'stage', index: 1, x: first + 336 })
    expect(edgeNear(frame, board.lanes, { x: first + 100, y: 60 })).toBeNull()
    expect(edgeNear(frame, board.lanes, { x: first + 336 * 2 + 30, y: 60 })).toMatchObject({ kind: 'stage', index: 2 })
  })

  it('between lanes are only in their titles, and a lane is put in under another', () => {
    const [goals] = frame.layout.lanes
    const under = (goals?.y ?? 0) + (goals?.height ?? 0) + 12
    expect(edgeNear(frame, board.lanes, { x: 150, y: under + 4 })).toMatchObject({ kind: 'lane', index: 1, y: under })
    expect(edgeNear(frame, board.lanes, { x: 700, y: under + 4 })).toBeNull()
    expect(edgeNear(frame, board.lanes, { x: 150, y: (goals?.y ?? 0) + 12 })).toBeNull()
  })
})
