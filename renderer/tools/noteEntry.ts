import { fitInserted } from '../../shared/base/fitText'
import { addNote, deleteNotes, setNoteText } from '../../shared/commands/notes'
import { cellOf, noteOf, notesInCell } from '../../shared/model/board'
import type { Cell } from '../../shared/model/note'
import type { Session } from '../state/session'
import { takeBack, untilBoard } from '../state/takeBack'
import { focusCell, selectNotes, startEditing, stopEditing, type UiChange } from '../state/uiStore'
import type { Editing } from '../state/uiState'
import { writeText } from '../state/writeText'
import { nextStop } from './focusMoves'
import { limitOf, sayTooLong } from './longText'
import { isOwnName, nextName, selectNamed, typeName, typedName, type NameEditing } from './nameEntry'
import { beside } from './noteMoves'
import { dividedNote, offerLines } from './pasteIntoNote'
import { selectFocus } from './selectFocus'
import { draftOf, holdDraft, isOwnStep, remember, typingOf } from './typing'

/** How a person leaves the field they type in. */
export type EntryKey = 'enter' | 'tab' | 'shiftTab' | 'escape' | 'blur'

type Open = Exclude<Editing, { kind: 'none' }>
type NewNote = Extract<Editing, { kind: 'newNote' }>
type OldNote = Extract<Editing, { kind: 'note' }>

/** What a key in the field means for the field; null is for the field itself: letters, Shift+Enter, arrows. */
export function entryKeyOf(event: {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly isComposing: boolean
}): EntryKey | null {
  // While an input method composes, Enter and Escape are its own.
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return null
  switch (event.key) {
    case 'Enter':
      return event.shiftKey ? null : 'enter'
    case 'Tab':
      return event.shiftKey ? 'shiftTab' : 'tab'
    case 'Escape':
      return 'escape'
    default:
      return null
  }
}

/** Open the field of a note that is there. */
export function editNote(session: Session, id: OldNote['id']): void {
  const note = noteOf(session.document.board(), id)
  if (note) session.ui.setState({ ...selectNotes([id]), ...startEditing({ kind: 'note', id, before: note.text }) })
}

/** Open the field of a note to be; nothing is written until its first character. */
export function startNote(session: Session, cell: Cell, index?: number, icon?: string): void {
  const notes = notesInCell(session.document.board(), cell)
  session.ui.setState(newNoteAt(session, cell, index ?? notes.length, icon))
}

function newNoteAt(session: Pick<Session, 'newId'>, cell: Cell, index: number, icon: string | undefined): UiChange {
  const editing: NewNote = { kind: 'newNote', id: session.newId('note'), cell, index, ...(icon === undefined ? {} : { icon }) }
  return { ...focusCell(cell), ...startEditing(editing) }
}

/** The text that the field of `editing` shows. */
export function typedText(session: Session, editing: Open): string {
  if (editing.kind === 'newNote' || editing.kind === 'note') return noteOf(session.document.board(), editing.id)?.text ?? ''
  return typedName(session, editing)
}

/** What the field goes on from: the text that is written, read when the field opens and after undo and redo only. */
export function takeUpText(session: Session, editing: Open): string {
  const text = typedText(session, editing)
  holdDraft(editing, text)
  return text
}

export interface TypeOptions {
  /** What changed came from the clipboard or was dropped, and was not typed. */
  readonly pasted?: boolean
}

/**
 * Every keystroke is written, and joins the undo step of the one before it.
 *
 * @returns what the field holds from now on, which is what is written: what fits of a text that is too long, and what was there before
 * where nothing could be written.
 */
export function typeText(session: Session, editing: Open, text: string, { pasted = false }: TypeOptions = {}): string {
  const before = draftOf(editing) ?? typedText(session, editing)
  const limit = limitOf(editing)
  const { text: fits, over } = fitInserted(before, text, limit)
  const isNote = editing.kind === 'newNote' || editing.kind === 'note'
  if (isNote && pasted && over !== '') {
    const divided = typeDivided(session, editing, text)
    if (divided !== null) return divided
  }
  if (over !== '') sayTooLong(session, over, limit)
  if (!isNote) return typeName(session, editing, fits)
  if (!typeNote(session, editing, fits)) return before
  if (pasted && over === '' && fits.includes('\n') && countLines(fits) > countLines(before)) offerLines(session, editing.id)
  return fits
}

function countLines(text: string): number {
  return text.split('\n').length
}

/** A pasted text that is too long for one note becomes several, in one undo step that is apart from what was typed before. */
function typeDivided(session: Session, editing: NewNote | OldNote, text: string): string | null {
  const place = editing.kind === 'newNote' ? editing : { index: 0 }
  const divided = dividedNote(session, editing.id, { index: place.index, ...('cell' in place && { cell: place.cell }) }, text)
  if (!divided || !typeNote(session, editing, divided.first, { apart: true })) return null
  divided.write()
  remember(session, editing, '')
  divided.say()
  return divided.first
}

/** Whether the text is written now. */
function typeNote(session: Session, editing: NewNote | OldNote, text: string, { apart = false } = {}): boolean {
  const note = noteOf(session.document.board(), editing.id)
  if (note?.text === text) {
    holdDraft(editing, text)
    return true
  }
  if (!note) {
    if (editing.kind !== 'newNote') return false
    if (text === '') return true
    const { id, cell, index, icon } = editing
    const added = session.run(addNote, { noteId: id, cell, index, text, ...(icon === undefined ? {} : { icon }) })
    if (added.ok) noteWritten(session, editing, text, '')
    return added.ok
  }
  const draft = heldDraft(editing, note.text)
  const options = { draft, continues: !apart && isOwnStep(session, editing) }
  const written = writeText(session, { about: editing.id, field: 'text' }, text, options)
  if (written.ok) noteWritten(session, editing, text, note.text)
  return written.ok
}

function noteWritten(session: Session, editing: NewNote | OldNote, text: string, before: string): void {
  remember(session, editing, before)
  holdDraft(editing, text)
}

function heldDraft(editing: NewNote | OldNote, written: string): string {
  return draftOf(editing) ?? (editing.kind === 'note' ? editing.before : written)
}

/**
 * Leave the field.
 *
 * While notes are being made, Enter opens the next one in the same cell and Tab the first one in the next step;
 * an empty note ends the chain. A field that is no longer the open one has nothing to say: its blur comes late.
 */
export function endTyping(session: Session, editing: Open, key: EntryKey): void {
  if (session.ui.getState().editing !== editing) return
  switch (editing.kind) {
    case 'newNote':
      endNewNote(session, editing, key)
      break
    case 'note':
      endOldNote(session, editing, key)
      break
    default:
      endName(session, editing, key)
  }
}

/** Ends whatever is being typed, as pressing beside the field does. */
export function finishTyping(session: Session): void {
  const { editing } = session.ui.getState()
  if (editing.kind !== 'none') endTyping(session, editing, 'blur')
}

function endNewNote(session: Session, editing: NewNote, key: EntryKey): void {
  const board = session.document.board()
  const note = noteOf(board, editing.id)
  const empty = note === undefined || note.text.trim() === ''
  // Where somebody else's text was written over, it waits in a conflict, and the note with it.
  if (note && empty && !board.conflicts.some(({ about }) => about === note.id)) dropNew(session, editing)
  const { cell } = editing
  const notes = notesInCell(session.document.board(), cell)
  const at = notes.findIndex(({ id }) => id === editing.id)
  const after = at < 0 ? Math.min(editing.index, notes.length) : at + 1

  if (key === 'enter' && !empty) {
    session.ui.setState(newNoteAt(session, cell, after, editing.icon))
    return
  }
  const next = key === 'tab' ? beside(board, cell, 1) : key === 'shiftTab' ? beside(board, cell, -1) : null
  if (next) {
    session.ui.setState(newNoteAt(session, next, notesInCell(board, next).length, editing.icon))
    return
  }
  const last = empty ? notes[after - 1] : note
  session.ui.setState({ ...stopEditing(), ...(last ? selectNotes([last.id]) : focusCell(cell)) })
}

/** A note whose every character was taken away again was never meant: its undo step goes, too. */
function dropNew(session: Session, editing: NewNote): void {
  if (isOwnStep(session, editing)) session.retract()
  else session.run(deleteNotes, { noteIds: [editing.id] })
}

function endOldNote(session: Session, editing: OldNote, key: EntryKey): void {
  const note = noteOf(session.document.board(), editing.id)
  // The former text comes back as an edit of its own, so that undo can bring back what was typed.
  // What somebody else wrote meanwhile is not this field's to take back.
  const own = note !== undefined && note.text === heldDraft(editing, note.text)
  if (key === 'escape' && own && note.text !== editing.before) restoreText(session, editing, note.text)
  session.ui.setState({ ...stopEditing(), ...(note && key !== 'blur' ? selectNotes([editing.id]) : {}) })
  if (key !== 'tab' && key !== 'shiftTab') return
  const focus = nextStop(session.layout(), { kind: 'note', id: editing.id }, key === 'tab' ? 1 : -1, session.ui.getState().activePersona)
  if (focus) session.ui.setState(selectFocus(session.board(), focus))
}

function restoreText(session: Session, { id, before }: OldNote, typed: string): void {
  if (!session.run(setNoteText, { noteId: id, text: before }).ok) return
  const { t } = session.look().translator
  session.toast({
    kind: 'info',
    text: t('board.textRestored'),
    action: { label: t('board.undo'), run: takeBack(session, () => void session.run(setNoteText, { noteId: id, text: typed })) },
    // Once it says something else again, there is nothing to bring back any more, and that is not to be written over.
    until: untilBoard(session, (board) => noteOf(board, id)?.text !== before),
  })
}

function endName(session: Session, editing: NameEditing, key: EntryKey): void {
  const typing = typingOf(editing)
  // What somebody else wrote meanwhile is not this field's to take back.
  if (key === 'escape' && isOwnName(session, editing) && typing && !typing.fresh && typing.before !== typedName(session, editing))
    typeName(session, editing, typing.before, { apart: true })
  const next = key === 'tab' ? nextName(session, editing, 1) : key === 'shiftTab' ? nextName(session, editing, -1) : null
  session.ui.setState(next ? { ...selectNamed(next), ...startEditing(next) } : { ...stopEditing(), ...selectNamed(editing) })
}

/** The cell in which a new note goes where the keyboard is: after the focused note, or at the end of the focused cell. */
export function placeForNewNote(session: Session): { readonly cell: Cell; readonly index: number } | null {
  const board = session.document.board()
  const { focus } = session.ui.getState()
  if (focus.kind === 'cell') return { cell: focus.cell, index: notesInCell(board, focus.cell).length }
  if (focus.kind !== 'note') return null
  const note = noteOf(board, focus.id)
  const cell = note && cellOf(board, note)
  if (!cell) return null
  return { cell, index: notesInCell(board, cell).findIndex(({ id }) => id === focus.id) + 1 }
}
