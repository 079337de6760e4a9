import { beforeEach, describe, expect, it } from 'vitest'
import { fitSelection } from '../../../renderer/app/cameraMoves'
import { rectToScreen, toBoard } from '../../../renderer/board/camera'
import type { Motion } from '../../../renderer/board/cameraAnimation'
import { notePointer } from '../../../renderer/board/pointerPlace'
import { fitAgain, fitAll, isFitted, zoomTo } from '../../../renderer/board/zoomMoves'
import { focusCell, selectNotes } from '../../../renderer/state/uiStore'
import { addNote } from '../../../shared/commands/notes'
import { payment } from '../../support/testBoard'
import { TestSession } from '../../support/testSession'

const atOnce: Motion = { now: () => 0, nextFrame: (run) => run(), reduced: () => true }

/** Where a panel 372 wide begins: 12 from the right, or beside the rail of a wide window. */
const PANEL_AT = { 1280: 896, 1440: 996 } as const

let test: TestSession

beforeEach(() => {
  test = new TestSession()
})

describe.each([1280, 1440] as const)('fitting into a window %i wide', (width) => {
  it('shows the whole map beside an open panel', () => {
    test.session.ui.setState({ view: { width, height: 900 }, panel: 'inbox' })
    fitAll(test.session, atOnce)
    const sheet = rectToScreen(test.ui.camera, { x: 0, y: 0, width: test.layout.width, height: test.layout.height })
    expect(sheet.x).toBeGreaterThanOrEqual(72)
    expect(sheet.x + sheet.width).toBeLessThan(PANEL_AT[width])
  })

  it('takes the room of a panel that closes, unless somebody looks elsewhere', () => {
    test.session.ui.setState({ view: { width, height: 900 }, panel: 'inbox' })
    fitAll(test.session, atOnce)
    const fitted = test.ui
    test.session.ui.setState({ panel: null })
    fitAgain(test.session, fitted, atOnce)
    expect(test.ui.camera.zoom).toBeGreaterThanOrEqual(fitted.camera.zoom)
    const whole = { ...test.ui.camera }
    fitAll(test.session, atOnce)
    expect(test.ui.camera).toEqual(whole)

    const elsewhere = { ...whole, x: whole.x + 50 }
    test.session.ui.setState({ panel: 'inbox', camera: elsewhere })
    const before = test.ui
    test.session.ui.setState({ panel: null })
    fitAgain(test.session, before, atOnce)
    expect(test.ui.camera).toBe(elsewhere)
  })

  it('shows what is selected beside an open panel', () => {
    test.session.ui.setState({ view: { width, height: 900 }, panel: 'inbox', ...focusCell(payment) })
    fitSelection(test.session, atOnce)
    const { rect } = test.cellBox(payment)
    const shown = rectToScreen(test.ui.camera, rect)
    expect(shown.x).toBeGreaterThanOrEqual(72)
    expect(shown.x + shown.width).toBeLessThan(PANEL_AT[width])
  })
})

describe('a zoom of the menu', () => {
  const screenOf = (id: 'note_a') => rectToScreen(test.ui.camera, test.layout.notes.get(id)!.rect)
  const middleOf = ({ x, y, width, height }: ReturnType<typeof screenOf>) => ({ x: x + width / 2, y: y + height / 2 })

  beforeEach(() => {
    test.session.run(addNote, { noteId: 'note_a', cell: payment, text: 'A' })
    fitAll(test.session, atOnce)
  })

  it('keeps what is selected where it is', () => {
    test.session.ui.setState(selectNotes(['note_a']))
    const before = middleOf(screenOf('note_a'))
    zoomTo(test.session, 2, atOnce)
    expect(middleOf(screenOf('note_a')).x).toBeCloseTo(before.x, 6)
    expect(middleOf(screenOf('note_a')).y).toBeCloseTo(before.y, 6)
  })

  it('brings what is selected and out of sight into the middle', () => {
    test.session.ui.setState({ ...selectNotes(['note_a']), camera: { x: -1500, y: -800, zoom: 1 } })
    zoomTo(test.session, 2, atOnce)
    const { x, y } = middleOf(screenOf('note_a'))
    expect([Math.abs(x - 800) < 60, Math.abs(y - 450) < 60]).toEqual([true, true])
  })

  it('goes about the pointer where nothing is selected, else about the middle', () => {
    const under = (place: { x: number; y: number }) => toBoard(test.ui.camera, place)
    const pointer = { x: 300, y: 250 }
    notePointer(test.session.ui, pointer)
    const before = under(pointer)
    zoomTo(test.session, 2, atOnce)
    expect(under(pointer)).toEqual({ x: expect.closeTo(before.x, 6), y: expect.closeTo(before.y, 6) })
    notePointer(test.session.ui, null)
    const centre = under({ x: 800, y: 450 })
    zoomTo(test.session, 1, atOnce)
    expect(under({ x: 800, y: 450 })).toEqual({ x: expect.closeTo(centre.x, 6), y: expect.closeTo(centre.y, 6) })
    expect(isFitted(test.session, test.ui)).toBe(false)
  })
})
