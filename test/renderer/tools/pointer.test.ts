import { beforeEach, describe, expect, it } from 'vitest'
import { addNote } from '../../../shared/commands/notes'
import { setCurveHidden } from '../../../shared/commands/personas'
import { setPoint } from '../../../shared/commands/points'
import { addLane } from '../../../shared/commands/lanes'
import { pointIdOf } from '../../../shared/model/point'
import type { Cell, NoteId } from '../../../shared/model/note'
import { activePersonaOf } from '../../../renderer/state/activePersona'
import { endGesture, takeTool } from '../../../renderer/state/uiStore'
import { choosePersona } from '../../../renderer/tools/choosePersona'
import { awareness, payment, purchase } from '../../support/testBoard'
import { TestSession } from '../../support/testSession'

let test: TestSession

function put(noteId: NoteId, cell: Cell, text: string): void {
  test.session.run(addNote, { noteId, cell, text })
}

function selected(): readonly string[] {
  const { selection } = test.ui
  return selection.kind === 'notes' ? [...selection.ids] : selection.kind === 'none' ? [] : [selection.id]
}

beforeEach(() => {
  test = new TestSession()
  put('note_a', awareness, 'A')
  put('note_b', awareness, 'B')
  put('note_c', purchase, 'C')
})

describe('a click', () => {
  it('selects a note, with Shift or Ctrl more of them, and takes them out again', () => {
    test.click(test.noteAt('note_a'))
    test.click(test.noteAt('note_c'), { shift: true })
    expect(selected()).toEqual(['note_a', 'note_c'])
    test.click(test.noteAt('note_a'), { mod: true })
    expect(selected()).toEqual(['note_c'])
    test.click(test.noteAt('note_b'))
    expect(selected()).toEqual(['note_b'])
  })

  it('on one of several selected notes leaves that one', () => {
    test.click(test.noteAt('note_a'))
    test.click(test.noteAt('note_b'), { shift: true })
    test.click(test.noteAt('note_a'))
    expect(selected()).toEqual(['note_a'])
  })

  it('on an empty place takes the focus there and selects nothing', () => {
    test.click(test.noteAt('note_a'))
    test.click(test.emptyIn(payment))
    expect(selected()).toEqual([])
    expect(test.ui.focus).toEqual({ kind: 'cell', cell: payment })
  })

  it('on a header selects the stage, step or lane', () => {
    const { laneHeader, stageHeader } = test.layout
    test.click({ x: laneHeader + 40, y: 20 })
    expect(test.ui.selection).toEqual({ kind: 'stage', id: 'stage_awareness' })
    test.click({ x: test.layout.stages[1]!.steps[1]!.x + 20, y: stageHeader - 5 })
    expect(test.ui.selection).toEqual({ kind: 'step', id: 'step_payment' })
    test.click({ x: 20, y: test.layout.lanes[1]!.y + 10 })
    expect(test.ui.selection).toEqual({ kind: 'lane', id: 'lane_actions' })
  })

  it('writes nothing', () => {
    const edits = test.session.edits()
    test.click(test.noteAt('note_a'))
    test.click(test.emptyIn(payment))
    expect(test.session.edits()).toBe(edits)
  })
})

describe('a drag', () => {
  it('of a few pixels is a click', () => {
    const from = test.noteAt('note_a')
    test.drag(from, { x: from.x + 2, y: from.y + 2 })
    expect(test.undoName()).toBe('addNote')
    expect(selected()).toEqual(['note_a'])
  })

  it('over a header lands nowhere, because the cell beneath it may be out of sight', () => {
    test.drag(test.noteAt('note_c'), { x: 20, y: test.layout.lanes[1]!.y + 10 })
    test.drag(test.noteAt('note_c'), { x: test.layout.laneHeader + 40, y: 20 })
    expect(test.texts(purchase)).toEqual(['C'])
    expect(test.undoName()).toBe('addNote')
  })

  it('onto a lane that holds no notes is refused while it lasts, and says why at its end', () => {
    const before = test.board
    const curve = test.valueAt('step_purchase', 3)
    test.press(test.noteAt('note_a'), curve)
    expect(test.ui.gesture).toMatchObject({ kind: 'dragNotes', drop: null })
    test.pointer.up(test.at(curve))
    expect(test.toasts.map(({ text }) => text)).toEqual([test.session.look().translator.t('board.noNotesOnCurve')])
    expect(test.board).toBe(before)
  })

  it('moves a note to another cell in one undo step', () => {
    test.drag(test.noteAt('note_a'), test.emptyIn(payment))
    expect([test.texts(awareness), test.texts(payment)]).toEqual([['B'], ['A']])
    expect(test.undoName()).toBe('moveNotes')
    test.session.undo()
    expect(test.texts(awareness)).toEqual(['A', 'B'])
  })

  it('moves all selected notes together, in the order of the board', () => {
    test.click(test.noteAt('note_c'))
    test.click(test.noteAt('note_a'), { shift: true })
    test.drag(test.noteAt('note_c'), test.emptyIn(payment))
    expect(test.texts(payment)).toEqual(['A', 'C'])
    test.session.undo()
    expect([test.texts(awareness), test.texts(purchase)]).toEqual([['A', 'B'], ['C']])
  })

  it('shows where the notes would land, and writes nothing before the hand lets go', () => {
    test.press(test.noteAt('note_a'), test.emptyIn(payment))
    expect(test.ui.gesture).toMatchObject({ kind: 'dragNotes', grabbed: 'note_a', drop: { cell: payment, index: 0 } })
    expect(test.texts(payment)).toEqual([])
  })

  it('that is called off by Escape writes nothing, and letting go afterwards does not either', () => {
    test.press(test.noteAt('note_a'), test.emptyIn(payment))
    test.session.ui.setState(endGesture())
    test.pointer.move(test.at(test.emptyIn(payment)))
    test.pointer.up(test.at(test.emptyIn(payment)))
    expect(test.ui.gesture).toEqual({ kind: 'none' })
    expect([test.texts(awareness), test.undoName()]).toEqual([['A', 'B'], 'addNote'])
  })

  it('that the window lost writes nothing', () => {
    test.press(test.noteAt('note_a'), test.emptyIn(payment))
    test.pointer.cancel()
    expect([test.ui.gesture, test.texts(payment)]).toEqual([{ kind: 'none' }, []])
  })

  it('with Alt leaves the notes and drops copies, in one undo step', () => {
    test.drag(test.noteAt('note_a'), test.emptyIn(payment), { alt: true })
    expect([test.texts(awareness), test.texts(payment)]).toEqual([['A', 'B'], ['A']])
    test.session.undo()
    expect([test.texts(awareness), test.texts(payment)]).toEqual([['A', 'B'], []])
  })

  it('onto the inbox takes the notes off the board', () => {
    test.inboxAt = ({ x }) => x > 2_000
    test.drag(test.noteAt('note_a'), { x: 2_100, y: 300 })
    expect([test.texts(awareness), test.inbox()]).toEqual([['B'], ['A']])
  })

  it('over the empty board selects what its frame touches', () => {
    const { rect } = test.cellBox(awareness)
    const end = test.noteAt('note_c')
    test.drag({ x: rect.x + 1, y: rect.y + rect.height - 1 }, { x: end.x, y: rect.y + 1 })
    expect(selected()).toEqual(['note_a', 'note_b', 'note_c'])
    expect(test.ui.gesture).toEqual({ kind: 'none' })
  })

  it('of a stage header reorders the stages', () => {
    const [first, second] = test.layout.stages
    test.drag({ x: first!.x + 60, y: 20 }, { x: second!.x + second!.width - 10, y: 20 })
    expect(test.board.stages.map(({ id }) => id)).toEqual(['stage_purchase', 'stage_awareness'])
    expect(test.undoName()).toBe('moveStage')
  })

  it('of a lane header reorders the lanes, of a step header the steps', () => {
    const [goals, , emotions] = test.layout.lanes
    test.drag({ x: 20, y: emotions!.y + 20 }, { x: 20, y: goals!.y + 2 })
    expect(test.board.lanes.map(({ id }) => id)).toEqual(['lane_emotions', 'lane_goals', 'lane_actions'])
    const steps = test.layout.stages[1]!.steps
    const y = test.layout.stageHeader - 5
    test.drag({ x: steps[1]!.x + 30, y }, { x: steps[0]!.x + 5, y })
    expect(test.board.stepsOf.get('stage_purchase')!.map(({ id }) => id)).toEqual(['step_payment', 'step_purchase'])
  })
})

describe('a double click', () => {
  it('on a note opens it', () => {
    test.doubleClick(test.noteAt('note_b'))
    expect(test.ui.editing).toEqual({ kind: 'note', id: 'note_b', before: 'B' })
  })

  it('on an empty place opens a new note there, which is not written yet', () => {
    const edits = test.session.edits()
    test.doubleClick(test.emptyIn(payment))
    expect(test.ui.editing).toMatchObject({ kind: 'newNote', cell: payment, index: 0 })
    expect(test.session.edits()).toBe(edits)
  })

  it('on a header renames it', () => {
    test.doubleClick({ x: 20, y: test.layout.lanes[1]!.y + 10 })
    expect(test.ui.editing).toEqual({ kind: 'lane', id: 'lane_actions' })
    test.doubleClick({ x: test.layout.laneHeader + 40, y: 20 })
    expect(test.ui.editing).toEqual({ kind: 'stage', id: 'stage_awareness', field: 'title' })
  })

  it('in an emotion lane adds a point for the active persona, to the nearest half', () => {
    test.doubleClick(test.valueAt('step_purchase', 2.4))
    const id = pointIdOf('persona_anna', 'as-is', 'step_purchase')
    expect(test.board.records.point.get(id)?.value).toBe(2.5)
    expect(test.ui.selection).toEqual({ kind: 'point', id })
    expect(test.undoName()).toBe('addPoint')
  })
})

describe('an emotion point', () => {
  const id = pointIdOf('persona_anna', 'as-is', 'step_purchase')
  const value = () => test.board.records.point.get(id)?.value

  beforeEach(() => {
    test.session.run(setPoint, { personaId: 'persona_anna', stepId: 'step_purchase', value: 0 })
  })

  it('bends the curve under the hand and is written once', () => {
    const edits = test.session.edits()
    test.press(test.valueAt('step_purchase', 0), test.valueAt('step_purchase', 3.1))
    expect([value(), test.layout.points.get(id)?.point.value]).toEqual([0, 3])
    test.pointer.up(test.at(test.valueAt('step_purchase', 3.1)))
    expect([value(), test.session.edits() - edits, test.undoName()]).toEqual([3, 1, 'movePoint'])
  })

  it('snaps to tenths with Alt', () => {
    test.drag(test.valueAt('step_purchase', 0), test.valueAt('step_purchase', -3.32), { alt: true })
    expect(value()).toBe(-3.3)
  })

  it('stays at the end of the scale, however far the hand goes', () => {
    test.drag(test.valueAt('step_purchase', 0), test.valueAt('step_purchase', 9))
    expect(value()).toBe(5)
  })

  it('springs back when the drag is called off', () => {
    test.press(test.valueAt('step_purchase', 0), test.valueAt('step_purchase', 4))
    test.session.ui.setState(endGesture())
    test.pointer.up(test.at(test.valueAt('step_purchase', 4)))
    expect([value(), test.layout.points.get(id)?.point.value]).toEqual([0, 0])
  })

  it('is set by the emotion tool with a press and a slide', () => {
    test.session.ui.setState(takeTool('emotion'))
    test.drag(test.valueAt('step_payment', 1), test.valueAt('step_payment', -2))
    const added = pointIdOf('persona_anna', 'as-is', 'step_payment')
    expect(test.board.records.point.get(added)?.value).toBe(-2)
    expect(test.ui.tool).toBe('emotion')
  })

  it('goes to the persona that is active', () => {
    test.session.ui.setState({ ...takeTool('emotion'), activePersona: 'persona_oleg' })
    test.click(test.valueAt('step_payment', 1))
    expect(test.board.records.point.has(pointIdOf('persona_oleg', 'as-is', 'step_payment'))).toBe(true)
  })
})

describe('the note tool', () => {
  it('opens a new note where the hand lets go, and stays in hand', () => {
    test.session.ui.setState(takeTool('note'))
    test.drag(test.emptyIn(awareness), test.emptyIn(payment))
    expect(test.ui.editing).toMatchObject({ kind: 'newNote', cell: payment })
    expect(test.ui.tool).toBe('note')
  })

  it('says why nothing happens where no note can be', () => {
    test.session.ui.setState(takeTool('note'))
    test.click(test.valueAt('step_payment', 1))
    expect([test.ui.editing, test.toasts.length]).toEqual([{ kind: 'none' }, 1])
  })

  it('forgets its aim when another tool is taken in the middle', () => {
    test.session.ui.setState(takeTool('note'))
    test.press(test.emptyIn(awareness), test.emptyIn(payment))
    test.session.ui.setState(takeTool('select'))
    test.pointer.up(test.at(test.emptyIn(payment)))
    expect(test.ui.editing).toEqual({ kind: 'none' })
  })

  it('for touchpoints works in their lanes only', () => {
    test.session.run(addLane, { laneId: 'lane_touch', kind: 'touchpoints' })
    test.session.ui.setState(takeTool('touchpoint'))
    test.click(test.emptyIn(payment))
    expect(test.ui.editing).toEqual({ kind: 'none' })
    const cell: Cell = { laneId: 'lane_touch', columnId: 'step_payment' }
    test.click(test.emptyIn(cell))
    expect(test.ui.editing).toMatchObject({ kind: 'newNote', cell })
  })
})

describe('the context menu', () => {
  it('opens on what lies under the pointer, which is selected first', () => {
    test.pointer.contextMenu(test.at(test.noteAt('note_c'), { button: 2 }))
    expect(selected()).toEqual(['note_c'])
    expect(test.ui.contextMenu).toEqual(test.noteAt('note_c'))
  })

  it('keeps a selection of several that it is opened on', () => {
    test.click(test.noteAt('note_a'))
    test.click(test.noteAt('note_c'), { shift: true })
    test.pointer.contextMenu(test.at(test.noteAt('note_a'), { button: 2 }))
    expect(selected()).toEqual(['note_a', 'note_c'])
  })

  it('opens when a finger rests, and not when it drags', () => {
    test.pointer.down(test.at(test.noteAt('note_a'), { pointerType: 'touch' }))
    test.longPress?.()
    expect(test.ui.contextMenu).not.toBeNull()
    test.pointer.up(test.at(test.noteAt('note_a'), { pointerType: 'touch' }))

    test.press(test.noteAt('note_b'), test.emptyIn(payment), { pointerType: 'touch' })
    expect(test.longPress).toBeNull()
  })
})

describe('whose curve is drawn', () => {
  const nameOf = (id: string) => {
    const { rect } = test.layout.corner.rows.find(({ persona }) => persona.id === id)!
    return { x: rect.x + 20, y: rect.y + rect.height / 2 }
  }
  const oleg = pointIdOf('persona_oleg', 'as-is', 'step_payment')

  it('is chosen by a click on a name in the corner, whatever tool is in hand', () => {
    expect(activePersonaOf(test.board, test.ui)).toBe('persona_anna')
    for (const tool of ['select', 'note', 'touchpoint', 'emotion'] as const) {
      test.session.ui.setState({ ...takeTool(tool), activePersona: 'persona_anna' })
      test.click(nameOf('persona_oleg'))
      expect([tool, test.ui.activePersona, test.ui.tool]).toEqual([tool, 'persona_oleg', tool])
    }
    test.click(test.valueAt('step_payment', 2))
    expect(test.board.records.point.get(oleg)?.value).toBe(2)
    expect(test.toasts).toEqual([])
  })

  it('stands out in the corner of the window', () => {
    const corner = () => test.session.scene().nodes.find(({ key }) => key === 'corner')
    const before = corner()
    test.click(nameOf('persona_oleg'))
    expect(corner()).not.toBe(before)
    test.click(nameOf('persona_anna'))
    expect(corner()).toEqual(before)
  })

  it('follows the point that is pressed', () => {
    test.session.run(setPoint, { personaId: 'persona_oleg', stepId: 'step_payment', value: 2 })
    test.session.ui.setState(takeTool('emotion'))
    test.click(test.valueAt('step_payment', 2))
    expect(test.ui.activePersona).toBe('persona_oleg')
  })

  it('takes the step that has the focus along to the other persona', () => {
    test.session.run(setPoint, { personaId: 'persona_oleg', stepId: 'step_payment', value: 2 })
    test.click(test.valueAt('step_payment', -2))
    expect(test.ui.focus).toMatchObject({ kind: 'emotion', personaId: 'persona_anna' })
    test.session.ui.setState(choosePersona(test.board, test.ui, 'persona_oleg'))
    expect([test.ui.activePersona, test.ui.focus, test.ui.selection]).toMatchObject([
      'persona_oleg',
      { kind: 'emotion', stepId: 'step_payment', personaId: 'persona_oleg' },
      { kind: 'point', id: oleg },
    ])
  })

  it('is never a hidden one, which says so instead', () => {
    test.session.run(setCurveHidden, { personaId: 'persona_oleg', hidden: true })
    test.click(nameOf('persona_oleg'))
    expect([activePersonaOf(test.board, test.ui), test.toasts.length]).toEqual(['persona_anna', 1])
  })
})
