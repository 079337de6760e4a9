import { beforeEach, describe, expect, it } from 'vitest'
import { fitSelection } from '../../../renderer/app/cameraMoves'
import { rectToScreen } from '../../../renderer/board/camera'
import type { Motion } from '../../../renderer/board/cameraAnimation'
import { fitAgain, fitAll } from '../../../renderer/board/zoomMoves'
import { focusCell } from '../../../renderer/state/uiStore'
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
