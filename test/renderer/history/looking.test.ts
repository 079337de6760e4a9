import { beforeEach, describe, expect, it } from 'vitest'
import { createActions } from '../../../renderer/app/actions'
import { pressKey } from '../../../renderer/app/keyboard'
import type { Services } from '../../../renderer/app/services'
import { createHistoryBoard } from '../../../renderer/history/historyBoard'
import { enterHistory, showPlace } from '../../../renderer/history/historyCamera'
import { placeOf, stopsOf } from '../../../renderer/history/stops'
import { keptOnReopening, selectNotes, showHistory } from '../../../renderer/state/uiStore'
import { ACTIONS } from '../../../shared/actions/actionTable'
import { diffBoards } from '../../../shared/analysis/boardDiff'
import { addNote } from '../../../shared/commands/notes'
import type { HitTarget } from '../../../shared/layout/layout'
import { awareness, payment } from '../../support/testBoard'
import { TestSession } from '../../support/testSession'

let test: TestSession

beforeEach(() => {
  globalThis.matchMedia = (() => ({ matches: true })) as unknown as typeof matchMedia
  test = new TestSession()
  test.session.run(addNote, { noteId: 'note_a', cell: awareness, text: 'Compares banks' })
})

function actions() {
  const made: Partial<Services> = { session: () => test.session, toast: test.session.toast }
  return createActions(made as Services)
}

describe('while the History view is open', () => {
  it('nothing that acts on the board can be done, and everything that acts on the map or the window can', () => {
    test.session.ui.setState(selectNotes(['note_a']))
    test.session.ui.setState(showHistory({ kind: 'newest' }))
    const known = actions()

    const possible = ACTIONS.filter(({ id }) => known.get(id)?.enabled()).map(({ id }) => id)

    expect(possible.filter((id) => /^(tool|insert|note|move|lane)\./.test(id))).toEqual([])
    expect(possible).toEqual(expect.arrayContaining(['file.save', 'file.export', 'view.map', 'view.zoomIn', 'view.fitAll', 'edit.undo']))
    expect(possible).not.toContain('edit.paste')
    expect(possible).not.toContain('view.inbox')
  })

  it('no key of the board writes or moves anything', () => {
    test.session.ui.setState(showHistory({ kind: 'newest' }))
    const before = test.board
    const press = (code: string): boolean =>
      pressKey(
        {
          code,
          key: code,
          ctrl: false,
          meta: false,
          alt: false,
          shift: false,
          altGraph: false,
          repeat: false,
          composing: false,
          place: 'board',
        },
        { session: () => test.session, actions: actions(), platform: 'linux', singleKeys: () => true, dialogOpen: () => false },
      )

    expect(['ArrowDown', 'ArrowRight', 'KeyN', 'Enter', 'Delete', 'Tab'].map(press)).toEqual([false, false, false, false, false, false])
    expect(test.ui.focus.kind).toBe('none')
    expect(test.board).toBe(before)
  })
})

describe('the pointer on the board of the History view', () => {
  const at = (x: number, y: number) => ({
    board: { x, y },
    screen: { x, y },
    target: { kind: 'note', id: 'note_a' } as HitTarget,
    shift: false,
    alt: false,
    mod: false,
    button: 0,
    pointerType: 'mouse',
  })

  it('moves what is seen when it is dragged, and says what was clicked when it is not', () => {
    const board = createHistoryBoard(test.session)
    const chosen: HitTarget[] = []
    board.onChoose((target) => chosen.push(target))
    const { x } = test.ui.camera

    board.pointer.down(at(600, 300))
    board.pointer.move(at(560, 300))
    board.pointer.up(at(560, 300))
    expect(test.ui.camera.x).toBeCloseTo(x + 40)
    expect(chosen).toEqual([])

    board.pointer.down(at(600, 300))
    board.pointer.up(at(600, 300))
    expect(chosen).toEqual([{ kind: 'note', id: 'note_a' }])
    expect(test.board.stages.length).toBe(2)
  })
})

describe('a map that is opened anew with the History view open', () => {
  it('still shows it, looked at as before, and the map behind it is seen again as it was left', () => {
    const left = { x: 300, y: 200, zoom: 2 }
    test.session.ui.setState({ camera: left, ...showHistory({ kind: 'version', id: 'v1' }) })
    enterHistory(test.session)
    test.session.ui.setState({ camera: { x: -50, y: -60, zoom: 1.5 } })
    const again = new TestSession()
    again.session.ui.setState(keptOnReopening(test.ui))
    const leave = enterHistory(again.session)
    expect(again.ui).toMatchObject({ mode: 'history', compared: { kind: 'version', id: 'v1' }, camera: { x: -50, y: -60, zoom: 1.5 } })
    leave()
    expect(again.ui).toMatchObject({ camera: left, mapCamera: null })
  })
})

describe('the camera of a walk', () => {
  it('brings a change that is out of sight clear of everything that floats, and leaves one in sight alone', () => {
    const before = test.board
    test.session.run(addNote, { noteId: 'note_far', cell: payment, text: 'Pays' })
    test.session.ui.setState({ view: { width: 1200, height: 700 }, ...showHistory({ kind: 'newest' }) })
    enterHistory(test.session)
    const diff = diffBoards(before, test.board)
    const [stop] = stopsOf(before, test.board, diff)
    const place = placeOf(stop!, test.layout, null)!
    test.session.ui.setState(({ camera }) => ({ camera: { ...camera, x: -900, zoom: 1 } }))

    const motion = { now: () => 0, nextFrame: () => undefined, reduced: () => true }
    showPlace(test.session, place, motion)

    const { camera } = test.ui
    const left = (place.rect.x - camera.x) * camera.zoom
    expect(left).toBeGreaterThan(284)
    expect(left + place.rect.width * camera.zoom).toBeLessThan(1200 - 12)

    showPlace(test.session, place, motion)
    expect(test.ui.camera).toEqual(camera)
  })
})
