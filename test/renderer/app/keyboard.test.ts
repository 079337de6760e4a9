import { beforeEach, describe, expect, it } from 'vitest'
import { ACTIONS, type ActionId } from '../../../shared/actions/actionTable'
import { addNote } from '../../../shared/commands/notes'
import { addLane } from '../../../shared/commands/lanes'
import { setPoint } from '../../../shared/commands/points'
import { pointIdOf } from '../../../shared/model/point'
import type { Cell, NoteId } from '../../../shared/model/note'
import { focusCell, selectNotes, selectOne } from '../../../renderer/state/uiStore'
import type { Focus } from '../../../renderer/state/uiState'
import { createActions } from '../../../renderer/app/actions'
import { pressKey, type KeyPress } from '../../../renderer/app/keyboard'
import type { Services } from '../../../renderer/app/services'
import { endTyping, typeText } from '../../../renderer/tools/noteEntry'
import { awareness, awarenessGoal, payment, purchase } from '../../support/testBoard'
import { TestSession } from '../../support/testSession'

let test: TestSession
let singleKeys: boolean
let dialogs: string[]
let files: string[]

/** What the actions of the board need of the window, and a list of what was asked of the rest. */
function services(): Services {
  const file = (name: string) => async (): Promise<void> => {
    files.push(name)
  }
  const made: Partial<Services> = {
    session: () => test.session,
    toast: test.session.toast,
    translator: () => test.session.look().translator,
    openDialog: (dialog) => {
      dialogs.push(dialog ?? '')
    },
    moveRegion: (by) => {
      files.push(`region ${by}`)
    },
    files: {
      newMap: () => file('new')().then(() => true),
      openWithDialog: file('open'),
      openRecent: file('recent'),
      openSample: file('sample'),
      exportRecent: file('exportRecent'),
      openDropped: file('dropped'),
      save: file('save'),
      saveAs: file('saveAs'),
      putBack: file('putBack'),
      showInFolder: file('folder'),
      close: file('close'),
      sayOpenFailure: () => undefined,
    },
  }
  // The rest of the window is not asked for by any key that is pressed here.
  return made as Services
}

const RUSSIAN: Readonly<Record<string, string>> = {
  KeyN: 'т',
  KeyV: 'м',
  KeyA: 'ф',
  KeyZ: 'я',
  KeyY: 'н',
  KeyD: 'в',
  KeyS: 'ы',
  KeyE: 'у',
  KeyC: 'с',
  KeyB: 'и',
}

/** Press a chord as it is written in the action table, on a Russian layout. True where it meant something. */
function press(keys: string, more: Partial<KeyPress> = {}): boolean {
  const parts = keys.split('+')
  const code = parts.pop()!
  return pressKey(
    {
      code,
      key: RUSSIAN[code] ?? code,
      ctrl: parts.includes('Mod'),
      meta: false,
      alt: parts.includes('Alt'),
      shift: parts.includes('Shift'),
      altGraph: false,
      repeat: false,
      composing: false,
      place: 'board',
      ...more,
    },
    {
      session: () => test.session,
      actions: createActions(services()),
      platform: 'linux',
      singleKeys: () => singleKeys,
      dialogOpen: () => test.ui.dialog !== null,
    },
  )
}

function put(noteId: NoteId, cell: Cell, text: string): void {
  test.session.run(addNote, { noteId, cell, text })
}

function focusAfter(...keys: string[]): Focus {
  for (const key of keys) press(key)
  return test.ui.focus
}

beforeEach(() => {
  // The camera jumps as it does for those who asked for less motion.
  globalThis.matchMedia = (() => ({ matches: true })) as unknown as typeof matchMedia
  test = new TestSession()
  singleKeys = true
  dialogs = []
  files = []
  put('note_a', awareness, 'A')
  put('note_b', awareness, 'B')
  put('note_c', purchase, 'C')
})

describe('shortcuts', () => {
  it('follow the physical key on a Russian layout', () => {
    press('KeyN')
    expect(test.ui.tool).toBe('note')
    press('KeyV')
    expect(test.ui.tool).toBe('select')
    press('Mod+KeyZ')
    expect(test.texts(purchase)).toEqual([])
    press('Mod+Shift+KeyZ')
    expect(test.texts(purchase)).toEqual(['C'])
  })

  it('that name a character follow what is typed: ? is Shift+7 on a Russian layout', () => {
    press('Shift+Digit7', { key: '?' })
    expect(dialogs).toEqual(['shortcuts'])
    press('Shift+Slash', { key: ',' })
    expect(dialogs).toEqual(['shortcuts'])
  })

  it('of one letter can be switched off, the others stay', () => {
    singleKeys = false
    press('KeyN')
    expect(test.ui.tool).toBe('select')
    press('Mod+KeyB')
    expect(test.ui.panel).toBe('inbox')
  })

  it('leave a text field alone, except for those of files and view', () => {
    const inText = { place: 'text' } as const
    expect(['KeyN', 'Delete', 'ArrowLeft', 'Enter', 'Tab', 'Mod+KeyZ', 'Mod+KeyA', 'Mod+KeyD'].map((keys) => press(keys, inText))).toEqual(
      Array.from({ length: 8 }, () => false),
    )
    expect(press('Mod+KeyS', inText)).toBe(true)
    expect(files).toEqual(['save'])
  })

  it('of the board leave buttons alone', () => {
    test.session.ui.setState(selectNotes(['note_a']))
    expect(['Enter', 'Delete', 'ArrowDown', 'Tab'].map((keys) => press(keys, { place: 'chrome' }))).toEqual([false, false, false, false])
    expect(test.session.document.canUndo()).toMatchObject({ what: 'addNote' })
  })

  it('without Ctrl or Alt change nothing while a panel, a toolbar or the title bar has the keyboard', () => {
    test.session.ui.setState(selectNotes(['note_a']))
    const before = { board: test.board, ui: test.ui }
    const typing = ACTIONS.filter(({ needs }) => needs !== 'always').flatMap(({ keys }) =>
      keys.filter((key) => !/^(Mod|Alt)\+/.test(key) && !/^F\d/.test(key)),
    )
    expect(typing).toEqual(expect.arrayContaining(['KeyA', 'Shift+KeyS', 'Shift+Digit1', 'char:+', 'Digit1', 'Enter']))
    for (const key of typing) {
      const typed = key.startsWith('char:')
        ? press('Equal', { key: key.slice('char:'.length), place: 'chrome' })
        : press(key, { place: 'chrome' })
      expect([key, typed]).toEqual([key, false])
    }
    expect({ board: test.board, ui: test.ui }).toEqual(before)
    expect(press('Mod+KeyZ', { place: 'chrome' })).toBe(true)
  })

  it('mean nothing while a dialog is open', () => {
    test.session.ui.setState({ dialog: 'settings' })
    expect([press('KeyN'), press('Mod+KeyZ')]).toEqual([false, false])
  })

  it('mean nothing with AltGr, which types letters on a Polish layout', () => {
    expect(press('KeyS', { key: 'ś', altGraph: true })).toBe(false)
    expect(test.board.stages.length).toBe(2)
  })

  it('leave copy, cut and paste to the clipboard events of the page', () => {
    test.session.ui.setState(selectNotes(['note_a']))
    expect(['Mod+KeyC', 'Mod+KeyX', 'Mod+KeyV'].map((keys) => press(keys))).toEqual([false, false, false])
  })

  it('name every action once, in every language', () => {
    const ids = ACTIONS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const actions = createActions(services())
    expect(ids.filter((id: ActionId) => !actions.has(id))).toEqual([])
    const chords = ACTIONS.flatMap(({ keys }) => keys)
    expect(new Set<string>(chords).size).toBe(chords.length)
  })
})

describe('the arrows', () => {
  it('start in the first cell', () => {
    expect(focusAfter('ArrowRight')).toEqual({ kind: 'cell', cell: awarenessGoal })
  })

  it('go from note to note and from cell to cell', () => {
    test.session.ui.setState(selectNotes(['note_a']))
    expect(focusAfter('ArrowRight')).toEqual({ kind: 'note', id: 'note_b' })
    expect(focusAfter('ArrowRight')).toEqual({ kind: 'note', id: 'note_c' })
    expect(focusAfter('ArrowRight')).toEqual({ kind: 'cell', cell: payment })
    expect(focusAfter('ArrowRight')).toEqual({ kind: 'cell', cell: payment })
    expect(test.ui.selection).toEqual({ kind: 'none' })
  })

  it('reach the headers at the left and at the top', () => {
    test.session.ui.setState(selectNotes(['note_a']))
    expect(focusAfter('ArrowLeft')).toEqual({ kind: 'lane', id: 'lane_actions' })
    expect(focusAfter('ArrowUp', 'ArrowUp')).toEqual({ kind: 'stage', id: 'stage_awareness' })
    expect(focusAfter('ArrowRight')).toEqual({ kind: 'stage', id: 'stage_purchase' })
    expect(focusAfter('ArrowDown')).toEqual({ kind: 'step', id: 'step_purchase' })
    expect(focusAfter('ArrowRight')).toEqual({ kind: 'step', id: 'step_payment' })
  })

  it('pass through an emotion lane without changing a value', () => {
    test.session.run(addLane, { laneId: 'lane_last', kind: 'opportunities' })
    test.session.run(setPoint, { personaId: 'persona_anna', stepId: 'step_purchase', value: 1 })
    test.session.ui.setState(selectNotes(['note_c']))
    expect(focusAfter('ArrowDown')).toMatchObject({ kind: 'emotion', stepId: 'step_purchase', personaId: 'persona_anna' })
    expect(focusAfter('ArrowDown')).toEqual({ kind: 'cell', cell: { laneId: 'lane_last', columnId: 'step_purchase' } })
    expect(test.undoName()).toBe('addPoint')
  })

  it('go along a curve without changing a value, until a point is taken', () => {
    for (const stepId of ['step_awareness', 'step_purchase'] as const) {
      test.session.run(setPoint, { personaId: 'persona_anna', stepId, value: 1 })
    }
    test.session.ui.setState(selectNotes(['note_a']))
    focusAfter('ArrowDown', 'ArrowRight', 'ArrowUp')
    expect(test.ui.focus).toMatchObject({ kind: 'note' })
    expect([...test.board.records.point.values()].map(({ value }) => value)).toEqual([1, 1])
    focusAfter('ArrowDown')
    press('Enter')
    press('ArrowUp')
    press('ArrowLeft')
    press('ArrowDown')
    expect([...test.board.records.point.values()].map(({ value }) => value)).toEqual([0.5, 1.5])
  })

  it('with Shift select one note after the other', () => {
    test.session.ui.setState(selectNotes(['note_a']))
    press('Shift+ArrowRight')
    press('Shift+ArrowRight')
    expect(test.ui.selection).toEqual({ kind: 'notes', ids: new Set(['note_a', 'note_b', 'note_c']) })
  })

  it('bring what they reach into view', () => {
    test.session.ui.setState({ view: { width: 500, height: 300 }, ...selectNotes(['note_a']) })
    focusAfter('ArrowRight', 'ArrowRight')
    const { camera, view } = test.ui
    const { rect } = test.layout.notes.get('note_c')!
    expect((rect.x - camera.x) * camera.zoom).toBeGreaterThan(72)
    expect((rect.x + rect.width - camera.x) * camera.zoom).toBeLessThanOrEqual(view.width)
  })
})

describe('Tab', () => {
  it('goes through everything in reading order, there and back', () => {
    test.session.ui.setState(focusCell(awarenessGoal))
    expect(focusAfter('Tab')).toEqual({ kind: 'cell', cell: { laneId: 'lane_goals', columnId: 'stage_purchase' } })
    expect(focusAfter('Tab')).toEqual({ kind: 'lane', id: 'lane_actions' })
    expect(focusAfter('Tab', 'Tab', 'Tab')).toEqual({ kind: 'note', id: 'note_c' })
    expect(focusAfter('Shift+Tab')).toEqual({ kind: 'note', id: 'note_b' })
  })

  it('leaves the board at its ends, and where nothing has the focus yet', () => {
    expect(press('Tab')).toBe(false)
    test.session.ui.setState(selectOne({ kind: 'stage', id: 'stage_awareness' }))
    expect(press('Shift+Tab')).toBe(false)
    test.session.ui.setState({ focus: { kind: 'emotion', laneId: 'lane_emotions', stepId: 'step_payment', personaId: 'persona_anna' } })
    expect(press('Tab')).toBe(false)
  })
})

describe('Enter', () => {
  it('opens the note that has the focus, and a new one in an empty cell', () => {
    test.session.ui.setState(selectNotes(['note_b']))
    press('Enter')
    expect(test.ui.editing).toEqual({ kind: 'note', id: 'note_b', before: 'B' })
    test.session.ui.setState({ editing: { kind: 'none' }, ...focusCell(payment) })
    press('Enter')
    expect(test.ui.editing).toMatchObject({ kind: 'newNote', cell: payment })
  })

  it('with Ctrl makes the next note in the same cell, also while one is being typed', () => {
    test.session.ui.setState(selectNotes(['note_a']))
    press('Mod+Enter')
    const { editing } = test.ui
    if (editing.kind !== 'newNote') throw new Error('no new note')
    typeText(test.session, editing, 'Between')
    press('Mod+Enter', { place: 'text' })
    expect(test.ui.editing).toMatchObject({ kind: 'newNote', cell: awareness, index: 2 })
    expect(test.texts(awareness)).toEqual(['A', 'Between', 'B'])
  })

  it('fills a gap of the curve in the middle of the scale, ready for the arrows', () => {
    const id = pointIdOf('persona_anna', 'as-is', 'step_payment')
    test.session.ui.setState({ focus: { kind: 'emotion', laneId: 'lane_emotions', stepId: 'step_payment', personaId: 'persona_anna' } })
    press('Enter')
    press('ArrowUp')
    press('Shift+ArrowUp')
    expect(test.board.records.point.get(id)?.value).toBe(1.5)
    press('ArrowDown')
    press('ArrowDown', { repeat: true })
    press('ArrowDown', { repeat: true })
    expect(test.board.records.point.get(id)?.value).toBe(0)
    test.session.undo()
    expect(test.board.records.point.get(id)?.value).toBe(1.5)
  })

  it('opens the label of a point, and Escape gives the arrows back to the board', () => {
    test.session.run(setPoint, { personaId: 'persona_anna', stepId: 'step_payment', value: 1 })
    const id = pointIdOf('persona_anna', 'as-is', 'step_payment')
    const focus: Focus = { kind: 'emotion', laneId: 'lane_emotions', stepId: 'step_payment', personaId: 'persona_anna' }
    test.session.ui.setState(selectOne({ kind: 'point', id }, focus))
    press('Escape')
    expect([test.ui.selection, test.ui.focus]).toEqual([{ kind: 'none' }, focus])
    expect(focusAfter('ArrowUp')).toEqual({ kind: 'cell', cell: payment })
    test.session.ui.setState(selectOne({ kind: 'point', id }, focus))
    press('Enter')
    expect(test.ui.editing).toEqual({ kind: 'point', id })
  })
})

describe('N and T', () => {
  it('write at once where the keyboard is in a cell or on a note', () => {
    test.session.ui.setState(selectNotes(['note_a']))
    expect(press('KeyN')).toBe(true)
    expect([test.ui.tool, test.ui.editing]).toMatchObject(['select', { kind: 'newNote', cell: awareness, index: 1 }])
    test.session.ui.setState({ editing: { kind: 'none' }, ...focusCell(payment) })
    press('KeyN')
    expect([test.ui.tool, test.ui.editing]).toMatchObject(['select', { kind: 'newNote', cell: payment, index: 0 }])
  })

  it('take the tool on headers and emotions, from a button, and from the button of the tool', () => {
    const elsewhere: Focus[] = [
      { kind: 'lane', id: 'lane_actions' },
      { kind: 'stage', id: 'stage_purchase' },
      { kind: 'emotion', laneId: 'lane_emotions', stepId: 'step_payment', personaId: 'persona_anna' },
    ]
    for (const focus of elsewhere) {
      test.session.ui.setState({ tool: 'select', focus })
      press('KeyN')
      expect([test.ui.tool, test.ui.editing.kind]).toEqual(['note', 'none'])
    }
    test.session.ui.setState({ tool: 'select', ...focusCell(payment) })
    createActions(services()).get('tool.note')!.run()
    expect([test.ui.tool, test.ui.editing.kind]).toEqual(['note', 'none'])
  })

  it('T writes in a touchpoint lane only', () => {
    test.session.run(addLane, { laneId: 'lane_touch', kind: 'touchpoints' })
    test.session.ui.setState(focusCell(payment))
    press('KeyT')
    expect([test.ui.tool, test.ui.editing.kind]).toEqual(['touchpoint', 'none'])
    const cell = test.layout.lanes.find(({ lane }) => lane.id === 'lane_touch')!.cells[0]!.cell
    test.session.ui.setState({ tool: 'select', ...focusCell(cell) })
    press('KeyT')
    expect([test.ui.tool, test.ui.editing]).toMatchObject(['select', { kind: 'newNote', cell }])
  })
})

describe('Alt and the arrows', () => {
  it('move notes from step to step, place to place and lane to lane', () => {
    test.session.ui.setState(selectNotes(['note_a']))
    press('Alt+ArrowRight')
    expect(test.texts(purchase)).toEqual(['A', 'C'])
    press('Alt+ArrowDown')
    expect(test.texts(purchase)).toEqual(['C', 'A'])
    press('Alt+ArrowUp')
    press('Alt+ArrowUp')
    expect(test.texts({ laneId: 'lane_goals', columnId: 'stage_purchase' })).toEqual(['A'])
    press('Alt+ArrowDown')
    expect(test.texts(purchase)).toEqual(['A', 'C'])
  })

  it('move notes of several cells together, in one undo step', () => {
    test.session.ui.setState(selectNotes(['note_a', 'note_b', 'note_c']))
    press('Alt+ArrowRight')
    expect([test.texts(awareness), test.texts(purchase), test.texts(payment)]).toEqual([[], ['A', 'B'], ['C']])
    test.session.undo()
    expect([test.texts(awareness), test.texts(purchase), test.texts(payment)]).toEqual([['A', 'B'], ['C'], []])
  })

  it('stop at the edge of the board', () => {
    test.session.ui.setState(selectNotes(['note_a']))
    const edits = test.session.edits()
    press('Alt+ArrowLeft')
    expect(test.session.edits()).toBe(edits)
  })

  it('move stages, steps and lanes', () => {
    test.session.ui.setState(selectOne({ kind: 'stage', id: 'stage_purchase' }))
    press('Alt+ArrowLeft')
    expect(test.board.stages.map(({ id }) => id)).toEqual(['stage_purchase', 'stage_awareness'])
    test.session.ui.setState(selectOne({ kind: 'step', id: 'step_payment' }))
    press('Alt+ArrowRight')
    expect(test.board.stepsOf.get('stage_awareness')?.map(({ id }) => id)).toEqual(['step_payment', 'step_awareness'])
    test.session.ui.setState(selectOne({ kind: 'lane', id: 'lane_goals' }))
    press('Alt+ArrowDown')
    expect(test.board.lanes.map(({ id }) => id)).toEqual(['lane_actions', 'lane_goals', 'lane_emotions'])
  })
})

describe('the look of notes', () => {
  beforeEach(() => test.session.ui.setState(selectNotes(['note_a', 'note_b'])))
  const notes = () => [...test.board.notesIn.values()].flat().filter(({ id }) => id !== 'note_c')

  it('1 to 8 colour them, 9 gives them back their lane’s colour', () => {
    press('Digit3')
    expect(notes().map(({ color }) => color)).toEqual(['rose', 'rose'])
    press('Digit9')
    expect(notes().map(({ color }) => color)).toEqual([undefined, undefined])
  })

  it('A, W and M mark them, and a second press takes the mark away', () => {
    press('KeyA')
    expect(notes().map(({ mark }) => mark)).toEqual(['pain', 'pain'])
    press('KeyW')
    press('KeyW')
    expect(notes().map(({ mark }) => mark)).toEqual(['none', 'none'])
  })

  it('Y goes round the proofs, P says about whom they are', () => {
    press('KeyY')
    expect(notes().map(({ proof }) => proof)).toEqual(['validated', 'validated'])
    press('KeyP')
    expect(notes().map(({ personaIds }) => personaIds)).toEqual([['persona_anna'], ['persona_anna']])
  })

  it('I sends them to the inbox', () => {
    press('KeyI')
    expect(test.inbox()).toEqual(['A', 'B'])
  })
})

describe('Delete', () => {
  it('offers an Undo that brings back exactly what was deleted, whatever was done since', () => {
    test.session.ui.setState(selectNotes(['note_a', 'note_b']))
    press('Delete')
    expect([test.texts(awareness), test.toasts[0]?.text]).toEqual([[], '2 notes deleted'])
    put('note_d', payment, 'D')
    test.toasts[0]!.action!.run()
    expect([test.texts(awareness), test.texts(payment)]).toEqual([['A', 'B'], ['D']])
  })

  it('of a stage keeps its notes in the inbox', () => {
    test.session.ui.setState(selectOne({ kind: 'stage', id: 'stage_awareness' }))
    press('Delete')
    expect([test.board.stages.length, test.inbox()]).toEqual([1, ['A', 'B']])
    test.toasts[0]!.action!.run()
    expect(test.texts(awareness)).toEqual(['A', 'B'])
  })
})

describe('the rest', () => {
  it('Ctrl+D copies behind the originals and selects the copies', () => {
    test.session.ui.setState(selectNotes(['note_a']))
    press('Mod+KeyD')
    expect([test.texts(awareness), test.ui.selection.kind]).toEqual([['A', 'A', 'B'], 'notes'])
  })

  it('Ctrl+A selects the lane, then the board', () => {
    put('note_g', awarenessGoal, 'G')
    test.session.ui.setState(selectNotes(['note_a']))
    press('Mod+KeyA')
    expect(test.ui.selection).toEqual({ kind: 'notes', ids: new Set(['note_a', 'note_b', 'note_c']) })
    press('Mod+KeyA')
    expect(test.ui.selection.kind === 'notes' && test.ui.selection.ids.size).toBe(4)
  })

  it('S adds a stage behind the one that has the focus, Shift+S a step', () => {
    test.session.ui.setState(selectNotes(['note_a']))
    press('KeyS')
    expect(test.board.stages.length).toBe(3)
    expect(test.ui.editing).toMatchObject({ kind: 'stage', id: test.board.stages[1]!.id })
    test.session.ui.setState({ editing: { kind: 'none' }, ...selectOne({ kind: 'step', id: 'step_purchase' }) })
    press('Shift+KeyS')
    expect(test.board.stepsOf.get('stage_purchase')?.map(({ title }) => title)).toEqual(['Sign', '', 'Pay'])
  })

  it('Shift+S in a stage whose only step has no name asks for that name first, and Tab for the second', () => {
    press('KeyS')
    const { id } = test.board.stages.at(-1)!
    test.session.ui.setState({ editing: { kind: 'none' }, ...selectOne({ kind: 'stage', id }) })
    press('Shift+KeyS')
    const write = (text: string): void => {
      const { editing } = test.ui
      if (editing.kind !== 'step') throw new Error('no name of a step is open')
      typeText(test.session, editing, text)
    }
    write('Choose')
    const { editing } = test.ui
    if (editing.kind !== 'none') endTyping(test.session, editing, 'tab')
    write('Pay')
    expect(test.board.stepsOf.get(id)?.map(({ title }) => title)).toEqual(['Choose', 'Pay'])
    press('Mod+KeyZ')
    press('Mod+KeyZ')
    expect(test.board.stepsOf.get(id)?.map(({ title }) => title)).toEqual([''])
  })

  it('Escape gives up the tool, then the selection', () => {
    test.session.ui.setState(selectNotes(['note_a']))
    press('KeyE')
    press('Escape')
    expect([test.ui.tool, test.ui.selection.kind]).toEqual(['select', 'notes'])
    press('Escape')
    expect(test.ui.selection.kind).toBe('none')
    expect(press('Escape')).toBe(false)
  })

  it('are letters, and Escape closes the field, while a field is open that has not got the keyboard yet', () => {
    put('note_d', payment, 'D')
    const opened = [
      { editing: { kind: 'note', id: 'note_a', before: 'A' } },
      { editing: { kind: 'stage', id: 'stage_purchase', field: 'title' } },
      { reasonOf: pointIdOf('persona_anna', 'as-is', 'step_pay') },
    ] as const
    for (const field of opened) {
      test.session.ui.setState(field)
      for (const place of ['board', 'chrome'] as const)
        expect(['KeyN', 'KeyS', 'Shift+Digit1', 'Delete', 'Enter'].map((keys) => press(keys, { place }))).toEqual(Array(5).fill(false))
      expect([test.ui.tool, test.board.stages.length]).toEqual(['select', 2])
      expect(press('Escape')).toBe(true)
      expect([test.ui.editing.kind, test.ui.reasonOf]).toEqual(['none', null])
    }
    press('KeyN')
    expect(test.ui.tool).toBe('note')
  })

  it('a letter typed on a focused cell begins a note where letters are no shortcuts', () => {
    singleKeys = false
    test.session.ui.setState(focusCell(payment))
    // Not taken from the browser, which puts the letter into the field that opened.
    expect(press('KeyR', { key: 'к' })).toBe(false)
    expect(test.ui.editing).toMatchObject({ kind: 'newNote', cell: payment })
  })
})
