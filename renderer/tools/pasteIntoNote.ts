import { divideText } from '../../shared/base/fitText'
import { pasteNotes, setNoteText } from '../../shared/commands/notes'
import { linesAsNotes } from '../../shared/import/pastedText'
import { cellOf, noteOf, notesInCell, type Board } from '../../shared/model/board'
import type { Cell, NoteId } from '../../shared/model/note'
import { LIMITS } from '../../shared/model/limits'
import type { Session } from '../state/session'
import { undoLast, untilBoard, untilEdited } from '../state/takeBack'
import { selectNotes, stopEditing } from '../state/uiStore'

/**
 * The notes that a text becomes which is too long for one: the first stays in the field, the others go behind it.
 * Null where one note holds it, or the map has no room for so many.
 */
export function dividedNote(session: Session, id: NoteId, place: PlaceOfNew, text: string): DividedNote | null {
  const [first, ...rest] = divideText(text, LIMITS.noteText)
  if (first === undefined || rest.length === 0) return null
  const notes = rest.map((part) => ({ noteId: session.newId('note'), text: part }))
  const at = behind(session.document.board(), id) ?? { ...place, index: place.index + 1 }
  if (!session.plan(pasteNotes, { notes }).ok) return null
  return {
    first,
    write() {
      session.run(pasteNotes, { ...at, notes }, { continues: true })
    },
    say() {
      const { t } = session.look().translator
      session.toast({
        kind: 'info',
        text: t('board.noteDivided', { count: rest.length }),
        action: { label: t('board.undo'), run: undoLast(session) },
        until: untilEdited(session),
      })
    },
  }
}

export interface DividedNote {
  readonly first: string
  /** Add the others, in the undo step that wrote the first. */
  write(): void
  say(): void
}

/** Where a note that is not written yet will be. */
type PlaceOfNew = { readonly cell: Cell; readonly index: number } | { readonly cell?: undefined; readonly index: number }

function behind(board: Board, id: NoteId): { readonly cell: Cell; readonly index: number } | null {
  const note = noteOf(board, id)
  const cell = note && cellOf(board, note)
  return cell ? { cell, index: notesInCell(board, cell).findIndex((other) => other.id === id) + 1 } : null
}

/** Lines that were pasted into a note stay one text; whoever meant a note for each gets them by a press. */
export function offerLines(session: Session, id: NoteId): void {
  const note = noteOf(session.document.board(), id)
  const lines = linesAsNotes(note?.text ?? '')
  if (!note || lines.length < 2) return
  const { t } = session.look().translator
  session.toast({
    kind: 'info',
    key: 'pasted-lines',
    text: t('board.pastedLines', { count: lines.length }),
    action: { label: t('board.pastedLines.apart'), run: () => linesToNotes(session, id) },
    until: untilBoard(session, (board) => noteOf(board, id)?.text !== note.text),
  })
}

/** A note for each line of this one, which keeps the first; one undo step. */
function linesToNotes(session: Session, id: NoteId): void {
  const board = session.document.board()
  const [first, ...rest] = linesAsNotes(noteOf(board, id)?.text ?? '')
  if (!first || rest.length === 0) return
  const notes = rest.map(({ text }) => ({ noteId: session.newId('note'), text }))
  const at = behind(board, id)
  if (!session.run(pasteNotes, { ...at, notes }).ok) return
  session.run(setNoteText, { noteId: id, text: first.text }, { continues: true })
  session.ui.setState({ ...stopEditing(), ...selectNotes([id, ...notes.map(({ noteId }) => noteId)]) })
}
