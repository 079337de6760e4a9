import { beforeEach, describe, expect, it } from 'vitest'
import type { Command } from '../../../shared/commands/command'
import { renameLane } from '../../../shared/commands/lanes'
import { addNote, deleteNotes, recolorNotes, setNoteText } from '../../../shared/commands/notes'
import { setPoint } from '../../../shared/commands/points'
import { changeSettings } from '../../../shared/commands/settings'
import { deleteStage, renameStage } from '../../../shared/commands/stages'
import { mergeInto } from '../../../shared/merge/mergeInto'
import type { NoteId } from '../../../shared/model/note'
import { pointIdOf } from '../../../shared/model/point'
import { startEditing } from '../../../renderer/state/uiStore'
import type { Editing } from '../../../renderer/state/uiState'
import {
  editNote,
  endTyping,
  entryKeyOf,
  finishTyping,
  startNote,
  takeUpText,
  typedText,
  typeText,
  type EntryKey,
} from '../../../renderer/tools/noteEntry'
import { insertStage } from '../../../renderer/tools/structureEdits'
import { awareness, payment, purchase, TestBoard } from '../../support/testBoard'
import { TestSession } from '../../support/testSession'

let test: TestSession

type Open = Exclude<Editing, { kind: 'none' }>

function open(): Open {
  const { editing } = test.ui
  if (editing.kind === 'none') throw new Error('no field is open')
  return editing
}

/** Type letter by letter, as a field reports it. */
function type(text: string): void {
  const before = typedText(test.session, open())
  for (let i = 1; i <= text.length; i += 1) typeText(test.session, open(), before + text.slice(0, i))
}

/** Replace the whole text of the field. */
function retype(text: string): void {
  typeText(test.session, open(), text)
}

function press(key: EntryKey): void {
  endTyping(test.session, open(), key)
}

beforeEach(() => {
  test = new TestSession()
})

describe('a new note', () => {
  it('is written with its first character, and all of its typing is one undo step', () => {
    startNote(test.session, awareness)
    expect(test.texts(awareness)).toEqual([])
    type('Reads')
    expect([test.texts(awareness), test.undoName()]).toEqual([['Reads'], 'addNote'])
    test.session.undo()
    expect([test.texts(awareness), test.undoName()]).toEqual([[], undefined])
  })

  it('is followed by the next one in the same cell on Enter, until an empty Enter', () => {
    startNote(test.session, awareness)
    type('One')
    press('enter')
    type('Two')
    press('enter')
    press('enter')
    expect([test.texts(awareness), test.ui.editing]).toEqual([['One', 'Two'], { kind: 'none' }])
    test.session.undo()
    expect(test.texts(awareness)).toEqual(['One'])
  })

  it('is followed by one in the next step on Tab, in the previous one on Shift+Tab', () => {
    startNote(test.session, awareness)
    type('See')
    press('tab')
    type('Sign')
    press('tab')
    type('Pay')
    press('shiftTab')
    expect(open()).toMatchObject({ kind: 'newNote', cell: purchase })
    press('escape')
    expect([test.texts(awareness), test.texts(purchase), test.texts(payment)]).toEqual([['See'], ['Sign'], ['Pay']])
  })

  it('ends the chain at the last step', () => {
    startNote(test.session, payment)
    type('Pay')
    press('tab')
    expect(test.ui.editing).toEqual({ kind: 'none' })
  })

  it('goes between the others where it was opened between them', () => {
    for (const [noteId, text] of [
      ['note_a', 'A'],
      ['note_b', 'B'],
    ] as const)
      test.session.run(addNote, { noteId, cell: awareness, text })
    startNote(test.session, awareness, 1)
    type('x')
    press('enter')
    type('y')
    press('escape')
    expect(test.texts(awareness)).toEqual(['A', 'x', 'y', 'B'])
  })

  it('keeps its text on Escape, and is selected', () => {
    startNote(test.session, awareness)
    type('Kept')
    press('escape')
    const [note] = test.board.notesIn.values().next().value!
    expect([note!.text, test.ui.selection]).toEqual(['Kept', { kind: 'notes', ids: new Set([note!.id]) }])
  })

  it('that was emptied again leaves nothing behind, not even an undo step', () => {
    startNote(test.session, awareness)
    type('x')
    retype('')
    press('escape')
    expect([test.texts(awareness), test.undoName()]).toEqual([[], undefined])
  })

  it('that was emptied again is not brought back by redo, and what was done before it can still be undone', () => {
    test.session.run(addNote, { noteId: 'note_a', cell: awareness, text: 'Before' })
    startNote(test.session, awareness)
    type('x')
    retype('')
    press('escape')
    test.session.redo()
    expect([test.texts(awareness), test.session.document.canRedo()]).toEqual([['Before'], null])
    test.session.undo()
    expect(test.texts(awareness)).toEqual([])
  })

  it('is not broken by Shift+Enter, nor ended by an input method', () => {
    const event = { key: 'Enter', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, isComposing: false }
    expect(entryKeyOf(event)).toBe('enter')
    expect(entryKeyOf({ ...event, shiftKey: true })).toBeNull()
    expect(entryKeyOf({ ...event, isComposing: true })).toBeNull()
    startNote(test.session, awareness)
    type('Two\nlines')
    expect(test.texts(awareness)).toEqual(['Two\nlines'])
  })

  it('says nothing twice: the field of the note before it may still report its blur', () => {
    startNote(test.session, awareness)
    const first = open()
    type('One')
    press('enter')
    endTyping(test.session, first, 'blur')
    expect(open()).toMatchObject({ kind: 'newNote', cell: awareness, index: 1 })
  })
})

describe('a note that was there', () => {
  beforeEach(() => {
    test.session.run(addNote, { noteId: 'note_a', cell: awareness, text: 'Old' })
    editNote(test.session, 'note_a')
  })

  it('is changed in one undo step', () => {
    retype('New')
    retype('Newer')
    press('enter')
    expect([test.texts(awareness), test.undoName(), test.ui.editing]).toEqual([['Newer'], 'editNote', { kind: 'none' }])
    test.session.undo()
    expect(test.texts(awareness)).toEqual(['Old'])
  })

  it('gets its former text back on Escape, and undo brings back what was typed', () => {
    retype('Typed')
    press('escape')
    expect(test.texts(awareness)).toEqual(['Old'])
    test.session.undo()
    expect(test.texts(awareness)).toEqual(['Typed'])
  })

  it('can have what was typed back from the message about Escape, also after something else was edited', () => {
    retype('Typed')
    press('escape')
    test.session.run(recolorNotes, { noteIds: ['note_a'], color: 'sky' })
    test.toasts[0]?.action?.run()
    expect([test.toasts.length, test.texts(awareness)]).toEqual([1, ['Typed']])
  })

  it('says nothing on Escape when nothing was typed', () => {
    press('escape')
    expect(test.toasts).toEqual([])
  })

  it('stays, empty, when its text is cleared', () => {
    retype('')
    press('enter')
    expect(test.texts(awareness)).toEqual([''])
  })

  it('starts another undo step after something else was edited in between', () => {
    retype('New')
    test.session.run(recolorNotes, { noteIds: ['note_a'], color: 'sky' })
    retype('Newer')
    test.session.undo()
    expect([test.texts(awareness), test.undoName()]).toEqual([['New'], 'recolorNotes'])
  })

  it('opens nothing new on Enter', () => {
    press('enter')
    expect(test.ui.editing).toEqual({ kind: 'none' })
  })
})

describe('a note that somebody else writes while its field is open', () => {
  let host: TestBoard

  /** Ann types in one file, Bob in another, and the host brings Bob's into the map that Ann types in. */
  beforeEach(() => {
    host = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'Calls the agent' })
    test = new TestSession({ board: host })
    host = host.fork('Host')
    editNote(test.session, 'note_a')
    takeUpText(test.session, open())
  })

  function bobWrites(text: string, { atOnce = true } = {}): void {
    const bob = host.fork('Bob')
    if (!atOnce) bob.document.receive(test.session.document.encode())
    bob.run(setNoteText, { noteId: 'note_a', text })
    host.document.receive(test.session.document.encode())
    mergeInto(host.document, bob.document, { at: '2026-01-16T09:00:00.000Z' })
    test.receive(host.document.encode())
  }

  function kept(): unknown[] {
    return test.board.conflicts.map(({ other }) => other.value)
  }

  /** Whatever the document says by now, the next letter comes after what the field holds. */
  it.each([true, false])('has the whole draft after the next keystroke, and the other text in a conflict', (atOnce) => {
    retype('Calls the agent twice')
    bobWrites('Writes to the landlord instead', { atOnce })
    retype('Calls the agent twice ')
    retype('Calls the agent twice a week')
    expect([test.texts(awareness), kept()]).toEqual([['Calls the agent twice a week'], ['Writes to the landlord instead']])
    expect(test.board.conflicts[0]?.other.by).toBe('Bob')
  })

  it('keeps the text of a third one, too', () => {
    retype('Mine')
    bobWrites('First', { atOnce: false })
    retype('Mine m')
    bobWrites('Second', { atOnce: false })
    retype('Mine mo')
    expect([test.texts(awareness), new Set(kept())]).toEqual([['Mine mo'], new Set(['First', 'Second'])])
  })

  it('shows the other text again when the keystroke is undone', () => {
    retype('Mine')
    bobWrites('Theirs', { atOnce: false })
    retype('Mine more')
    retype('Mine more and more')
    test.session.undo()
    expect([test.texts(awareness), kept()]).toEqual([['Theirs'], []])
  })

  it('leaves the other text alone on Escape, when nothing was typed after it', () => {
    retype('Mine')
    bobWrites('Theirs', { atOnce: false })
    press('escape')
    expect(test.texts(awareness)).toEqual(['Theirs'])
  })
})

describe('what somebody else deletes while it is typed in', () => {
  let host: TestBoard

  beforeEach(() => {
    host = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'Calls' })
    test = new TestSession({ board: host })
    host = host.fork('Host')
  })

  /** Bob knows everything that Ann has typed so far. */
  function bobDoes<Args>(command: Command<Args>, args: NoInfer<Args>): void {
    const bob = host.fork('Bob')
    bob.document.receive(test.session.document.encode())
    bob.run(command, args)
    host.document.receive(test.session.document.encode())
    mergeInto(host.document, bob.document, { at: '2026-01-16T09:00:00.000Z' })
    test.receive(host.document.encode())
  }

  function listed(): string[] {
    return test.board.conflicts.map(({ about, field, other }) => `${about} ${field} ${other.by}`)
  }

  it('stays there with its field, and is listed', () => {
    editNote(test.session, 'note_a')
    takeUpText(test.session, open())
    retype('Calls a')
    const field = open()
    bobDoes(deleteNotes, { noteIds: ['note_a'] })
    expect(open()).toBe(field)
    retype('Calls again')
    press('enter')
    expect([test.texts(awareness), listed(), test.toasts]).toEqual([['Calls again'], ['note_a deleted Bob'], []])
  })

  it('stays there where it was only just made', () => {
    startNote(test.session, awareness)
    takeUpText(test.session, open())
    type('New')
    const { id } = open() as Extract<Editing, { kind: 'newNote' }>
    bobDoes(deleteNotes, { noteIds: [id] })
    retype('New one')
    expect([test.texts(awareness), listed()]).toEqual([['Calls', 'New one'], [`${id} deleted Bob`]])
  })

  it('stays there with the stage around it, though nothing of it is written yet', () => {
    startNote(test.session, payment)
    bobDoes(deleteStage, { stageId: 'stage_purchase' })
    type('Pays')
    expect([test.texts(payment), listed()]).toEqual([['Pays'], ['stage_purchase deleted Bob']])
  })

  it('stays there when it is a name', () => {
    test.session.ui.setState(startEditing({ kind: 'stage', id: 'stage_purchase', field: 'title' }))
    takeUpText(test.session, open())
    retype('Buying')
    bobDoes(deleteStage, { stageId: 'stage_purchase' })
    retype('Buying it')
    expect([test.board.stages.at(-1)?.title, listed()]).toEqual(['Buying it', ['stage_purchase deleted Bob']])
  })

  it('is gone when it is not what the open field is about', () => {
    startNote(test.session, payment)
    bobDoes(deleteNotes, { noteIds: ['note_a'] })
    expect([test.texts(awareness), listed()]).toEqual([[], []])
  })

  it.each([false, true])('is gone with its field when it is taken back by undo, new or not: %s', (isNew) => {
    startNote(test.session, awareness)
    type('New')
    if (!isNew) {
      press('escape')
      editNote(test.session, (test.ui.focus as { id: NoteId }).id)
    }
    test.session.undo()
    expect([test.texts(awareness), test.ui.editing]).toEqual([['Calls'], { kind: 'none' }])
  })

  it('is not deleted again by undo, which takes back what was typed', () => {
    editNote(test.session, 'note_a')
    takeUpText(test.session, open())
    retype('Calls a')
    bobDoes(deleteNotes, { noteIds: ['note_a'] })
    retype('Calls again')
    test.session.undo()
    expect([test.texts(awareness), listed()]).toEqual([['Calls'], ['note_a deleted Bob']])
  })
})

describe('a name that somebody else writes while it is typed', () => {
  it('has the whole draft after the next keystroke, and theirs in a conflict', () => {
    const board = TestBoard.starter()
    test = new TestSession({ board })
    test.session.ui.setState(startEditing({ kind: 'stage', id: 'stage_purchase', field: 'title' }))
    takeUpText(test.session, open())
    retype('Buying')
    const bob = board.fork('Bob').run(renameStage, { stageId: 'stage_purchase', title: 'Signing' })
    mergeInto(test.host, bob.document, { at: '2026-01-16T09:00:00.000Z' })
    test.receive(test.host.encode())
    retype('Buying it')
    expect(test.board.stages.at(-1)?.title).toBe('Buying it')
    expect(test.board.conflicts).toMatchObject([{ about: 'stage_purchase', field: 'title', other: { value: 'Signing', by: 'Bob' } }])
    test.session.undo()
    test.receive(bob.document.encode())
    expect(test.ui.editing.kind).toBe('stage')
  })

  it('is left alone on Escape, when nothing was typed after it', () => {
    const board = TestBoard.starter()
    test = new TestSession({ board })
    test.session.ui.setState(startEditing({ kind: 'mapTitle' }))
    takeUpText(test.session, open())
    retype('Loan')
    const bob = board.fork('Bob')
    bob.document.receive(test.session.document.encode())
    bob.run(changeSettings, { title: 'Credit' })
    test.receive(bob.document.encode())
    press('escape')
    expect(test.board.settings.title).toBe('Credit')
  })
})

describe('a name', () => {
  it('of a new stage joins the undo step that made the stage', () => {
    insertStage(test.session)
    type('Use')
    press('enter')
    expect(test.board.stages.map(({ title }) => title)).toEqual(['Awareness', 'Purchase', 'Use'])
    test.session.undo()
    expect(test.board.stages.length).toBe(2)
  })

  it('of a new stage is kept on Escape, of an old one restored', () => {
    insertStage(test.session)
    type('Use')
    press('escape')
    expect(test.board.stages[2]!.title).toBe('Use')
    test.session.ui.setState(startEditing({ kind: 'stage', id: 'stage_purchase', field: 'title' }))
    retype('Buy')
    press('escape')
    expect(test.board.stages[1]!.title).toBe('Purchase')
    test.session.undo()
    expect(test.board.stages[1]!.title).toBe('Buy')
  })

  it('of the next stage opens on Tab', () => {
    test.session.ui.setState(startEditing({ kind: 'stage', id: 'stage_awareness', field: 'title' }))
    press('tab')
    expect(open()).toEqual({ kind: 'stage', id: 'stage_purchase', field: 'title' })
    press('tab')
    expect(test.ui.editing).toEqual({ kind: 'none' })
  })

  it('of a lane shows its kind, and an emptied one goes back to it', () => {
    test.session.ui.setState(startEditing({ kind: 'lane', id: 'lane_actions' }))
    expect(typedText(test.session, open())).toBe('Actions')
    retype('What they do')
    expect(test.board.lanes[1]!.title).toBe('What they do')
    retype('')
    press('enter')
    expect(test.board.lanes[1]!.title).toBeUndefined()
  })

  it('of a lane is back on Escape after it was emptied', () => {
    test.session.run(renameLane, { laneId: 'lane_actions', title: 'Our deeds' })
    test.session.ui.setState(startEditing({ kind: 'lane', id: 'lane_actions' }))
    takeUpText(test.session, open())
    retype('')
    press('escape')
    expect(test.board.lanes[1]!.title).toBe('Our deeds')
  })

  it('of the map that was written with a blank at its end by hand is nobody else’s', () => {
    test.session.run(changeSettings, { title: 'Loan ' })
    test.session.ui.setState(startEditing({ kind: 'mapTitle' }))
    takeUpText(test.session, open())
    retype('Loan s')
    expect([test.board.settings.title, test.board.conflicts]).toEqual(['Loan s', []])
  })

  it('is one line, whatever is pasted', () => {
    test.session.ui.setState(startEditing({ kind: 'step', id: 'step_payment' }))
    retype('Pay\nat once')
    expect(test.board.records.step.get('step_payment')?.title).toBe('Pay at once')
  })

  it('of a point and of the map are written, too', () => {
    test.session.run(setPoint, { personaId: 'persona_anna', stepId: 'step_payment', value: 2 })
    const id = pointIdOf('persona_anna', 'as-is', 'step_payment')
    test.session.ui.setState(startEditing({ kind: 'point', id }))
    type('Relief')
    press('enter')
    test.session.ui.setState(startEditing({ kind: 'mapTitle' }))
    retype('Loan')
    finishTyping(test.session)
    expect([test.board.records.point.get(id)?.label, test.board.settings.title]).toEqual(['Relief', 'Loan'])
  })
})
