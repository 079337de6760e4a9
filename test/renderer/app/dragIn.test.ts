import { beforeEach, describe, expect, it } from 'vitest'
import { addNote } from '../../../shared/commands/notes'
import { dragIn, type DragIn } from '../../../renderer/app/dragIn'
import { toScreen } from '../../../renderer/board/camera'
import { awareness, payment } from '../../support/testBoard'
import { TestSession } from '../../support/testSession'

// The board fills the test's window but for the panel that the note comes from.
const PANEL_FROM = 1600 - 444

let test: TestSession
let hand: DragIn
let frame: (() => void) | null

/** As many frames as make sure that whatever scrolls has begun to. */
function frames(count = 5): void {
  for (let i = 0; i < count; i += 1) {
    const run = frame
    frame = null
    run?.()
  }
}

/** Where a place of the board is on screen now. */
const onScreen = (cell: typeof awareness | typeof payment) => toScreen(test.ui.camera, test.emptyIn(cell))

beforeEach(() => {
  test = new TestSession()
  frame = null
  test.session.run(addNote, { noteId: 'note_waits', text: 'Waits' })
  test.session.ui.setState({ panel: 'inbox', camera: { x: -100, y: -50, zoom: 1 } })
  hand = dragIn(test.session, 'note_waits', {
    boardAt: (at) => (at.x < PANEL_FROM ? at : null),
    requestFrame: (run) => {
      frame = run
      return 1
    },
    cancelFrame: () => {
      frame = null
    },
  })
})

describe('a note of the inbox that is carried over the board', () => {
  it('lands in the cell under the hand, and nowhere while it is over the panel', () => {
    hand.moveTo({ x: 1500, y: 300 })
    expect(test.ui.gesture).toMatchObject({ kind: 'dragNotes', ids: ['note_waits'], drop: null })
    hand.moveTo(onScreen(awareness))
    expect(test.ui.gesture).toMatchObject({ drop: { cell: awareness, index: 0 } })
    expect(hand.dropAt(onScreen(awareness))?.cell).toEqual(awareness)
    hand.end()
    expect(test.ui.gesture.kind).toBe('none')
  })

  it('says why it does not go on a curve', () => {
    const at = toScreen(test.ui.camera, test.valueAt('step_purchase', 3))
    hand.moveTo(at)
    expect(test.ui.gesture).toMatchObject({ drop: null })
    expect(hand.dropAt(at)).toBeNull()
    expect(test.toasts.map(({ text }) => text)).toEqual([test.session.look().translator.t('board.noNotesOnCurve')])
  })

  it('does not fall through the headers into the cells that are scrolled away behind them', () => {
    test.session.ui.setState({ camera: { x: 0, y: 0, zoom: 3 } })
    const { x, y } = test.emptyIn(awareness)
    // The cell lies under the lane titles, then under the stage header.
    test.session.ui.setState({ camera: { x: x - 90 / 3, y: y - 600 / 3, zoom: 3 } })
    expect(hand.dropAt({ x: 90, y: 600 })).toBeNull()
    test.session.ui.setState({ camera: { x: x - 800 / 3, y: y - 20 / 3, zoom: 3 } })
    expect(hand.dropAt({ x: 800, y: 20 })).toBeNull()
  })

  it('scrolls the board while it is held near an edge, and shows what comes under the hand', () => {
    test.session.ui.setState({ camera: { x: 0, y: 0, zoom: 3 } })
    hand.moveTo({ x: 900, y: 500 })
    frames()
    expect(test.ui.camera).toEqual({ x: 0, y: 0, zoom: 3 })
    hand.moveTo({ x: 900, y: 899 })
    frames()
    expect(test.ui.camera.y).toBeGreaterThan(0)
    hand.end()
    const { camera } = test.ui
    frames()
    expect(test.ui.camera).toBe(camera)
  })

  it('does not scroll on its way out of the panel, only when it comes back to that edge', () => {
    test.session.ui.setState({ camera: { x: 0, y: 0, zoom: 3 } })
    hand.moveTo({ x: PANEL_FROM - 5, y: 500 })
    frames()
    expect(test.ui.camera.x).toBe(0)
    hand.moveTo({ x: 900, y: 500 })
    frames()
    hand.moveTo({ x: PANEL_FROM - 10, y: 500 })
    frames()
    expect(test.ui.camera.x).toBeGreaterThan(0)
  })

  it('stays where it is when the drag is given up by Escape', () => {
    hand.moveTo(onScreen(payment))
    test.session.ui.setState({ gesture: { kind: 'none' } })
    frames()
    expect(test.ui.gesture.kind).toBe('none')
    expect(test.inbox()).toEqual(['Waits'])
  })
})
