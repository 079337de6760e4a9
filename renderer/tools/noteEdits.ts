import {
  cycleProof,
  duplicateNotes,
  markNotes,
  notesToInbox,
  proveNotes,
  recolorNotes,
  setNoteIcon,
  setNotesPersona,
} from '../../shared/commands/notes'
import { noteOf } from '../../shared/model/board'
import type { NoteColor } from '../../shared/model/color'
import type { Note, NoteId, NoteMark, NoteProof } from '../../shared/model/note'
import type { PersonaId } from '../../shared/model/persona'
import type { Session } from '../state/session'
import { selectNotes } from '../state/uiStore'
import { activePersonaOf } from '../state/activePersona'

/** The selected notes as they are written now; empty where something else is selected. */
export function selectedNotes(session: Session): readonly Note[] {
  const { selection } = session.ui.getState()
  if (selection.kind !== 'notes') return []
  const board = session.document.board()
  return [...selection.ids].flatMap((id) => noteOf(board, id) ?? [])
}

function selectedIds(session: Session): NoteId[] {
  return selectedNotes(session).map(({ id }) => id)
}

/** @param color null: the lane's. */
export function recolorSelected(session: Session, color: NoteColor | null): void {
  const noteIds = selectedIds(session)
  if (noteIds.length > 0) session.run(recolorNotes, { noteIds, color })
}

/** Mark the selected notes, or take the mark away where all of them have it. */
export function toggleMark(session: Session, mark: Exclude<NoteMark, 'none'>): void {
  const notes = selectedNotes(session)
  if (notes.length === 0) return
  const next: NoteMark = notes.every((note) => note.mark === mark) ? 'none' : mark
  session.run(markNotes, { noteIds: notes.map(({ id }) => id), mark: next })
}

export function proveSelected(session: Session, proof: NoteProof): void {
  const noteIds = selectedIds(session)
  if (noteIds.length > 0) session.run(proveNotes, { noteIds, proof })
}

export function cycleProofOfSelected(session: Session): void {
  const noteIds = selectedIds(session)
  if (noteIds.length > 0) session.run(cycleProof, { noteIds })
}

/** Say that the selected notes are about a persona, or no longer where all of them are. Without one: the active persona. */
export function togglePersona(session: Session, persona?: PersonaId): void {
  const notes = selectedNotes(session)
  const personaId = persona ?? activePersonaOf(session.document.board(), session.ui.getState())
  if (notes.length === 0 || personaId === null) return
  const on = !notes.every((note) => note.personaIds.includes(personaId))
  session.run(setNotesPersona, { noteIds: notes.map(({ id }) => id), personaId, on })
}

export function setIcon(session: Session, noteId: NoteId, icon: string | null): void {
  session.run(setNoteIcon, { noteId, icon })
}

export function sendToInbox(session: Session): void {
  const noteIds = selectedIds(session)
  if (noteIds.length > 0) session.run(notesToInbox, { noteIds })
}

/** Copies behind their originals; the copies are selected, so that they can be moved at once. */
export function duplicateSelected(session: Session): void {
  const copies = selectedIds(session).map((noteId) => ({ noteId, copyId: session.newId('note') }))
  if (copies.length === 0 || !session.run(duplicateNotes, { copies }).ok) return
  session.ui.setState(selectNotes(copies.map(({ copyId }) => copyId)))
}
