import { z } from 'zod'
import { divideText } from '../../shared/base/fitText'
import { deleteNotes, keptText, pasteNotes } from '../../shared/commands/notes'
import { NoteContent } from '../../shared/commands/newNote'
import { chatAsNotes, linesAsNotes, rangeOf, type PastedNote } from '../../shared/import/pastedText'
import type { Board } from '../../shared/model/board'
import { LIMITS } from '../../shared/model/limits'
import type { Session } from '../state/session'
import { selectNotes } from '../state/uiStore'
import { placeForNewNote } from './noteEntry'
import { selectedNotes } from './noteEdits'
import { pasteRange, type PastePlace } from './pasteRange'
import { sayPasted } from './sayPasted'

/** What the clipboard holds for Wayline itself; every other program reads the plain text beside it. */
export const NOTES_TYPE = 'application/x-wayline-notes'

/** All that can be cut can be pasted: what is too much for a map, or too long, is the command's to refuse. */
const OwnNotes = z.object({ notes: z.array(NoteContent).min(1).max(LIMITS.notes) })
type CopiedNote = z.infer<typeof NoteContent>

/** The selected notes, as Wayline's own data and as text with a line for each note. Null where no note is selected. */
export function copySelected(session: Session): { readonly data: string; readonly text: string } | null {
  const notes = selectedNotes(session)
  if (notes.length === 0) return null
  const copied = notes.map(({ text, color, mark, proof, icon, personaIds }): CopiedNote => {
    return { text, color, mark, proof, icon, personaIds: [...personaIds] }
  })
  return { data: JSON.stringify({ notes: copied }), text: notes.map((note) => note.text.replace(/\s*\n\s*/g, ' ')).join('\n') }
}

export function cutSelected(session: Session): void {
  const noteIds = selectedNotes(session).map(({ id }) => id)
  if (noteIds.length > 0) session.run(deleteNotes, { noteIds })
}

/** What the clipboard brought: notes of a map, lines of text that may be a chat, or a range of cells. */
export type Copied =
  | { readonly kind: 'notes'; readonly notes: readonly CopiedNote[]; readonly chat?: readonly PastedNote[] | undefined }
  | { readonly kind: 'range'; readonly rows: readonly (readonly string[])[] }

/**
 * What was copied. Null where there is nothing to make notes of.
 * @param html the same as other programs put it beside the text: it tells whether the text is a table.
 */
export function readCopied(data: string, text: string, html = ''): Copied | null {
  if (data !== '') {
    const copied = OwnNotes.safeParse(parseJson(data))
    if (copied.success) return { kind: 'notes', notes: copied.data.notes }
  }
  const rows = rangeOf(text, /<table[\s>]/i.test(html))
  if (rows) return { kind: 'range', rows }
  const notes = linesAsNotes(text)
  return notes.length === 0 ? null : { kind: 'notes', notes, chat: chatAsNotes(text) ?? undefined }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    // Another program may use the same type name for something else; its plain text is still pasted.
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Put what was copied where the keyboard is, or where it was dropped; with no place on the board, into the inbox. */
export function pasteCopied(session: Session, copied: Copied, place: PastePlace = placeForNewNote(session)): void {
  if (copied.kind === 'range') {
    pasteRange(session, copied.rows, place)
    return
  }
  const { chat } = copied
  const again = (edits: number) => (): void => {
    if (!chat || session.edits() !== edits) return
    session.undo()
    pasteAt(session, place, chat)
  }
  const label = session.look().translator.t('board.pasted.authors')
  pasteAt(session, place, copied.notes, chat && { label, again })
}

/** @param instead another reading of the same text, which takes the place of these notes while nothing else was edited. */
function pasteAt(
  session: Session,
  place: PastePlace,
  copied: readonly CopiedNote[],
  instead?: { readonly label: string; readonly again: (edits: number) => () => void },
): void {
  const board = session.document.board()
  const notes = copied.flatMap((note) => fittingNotes(board, note)).map((note) => ({ noteId: session.newId('note'), ...note }))
  if (!session.run(pasteNotes, { ...(place && { cell: place.cell, index: place.index }), notes }).ok) return
  // In the inbox nobody sees what is selected, and the next key would act on it.
  if (place) session.ui.setState(selectNotes(notes.map(({ noteId }) => noteId)))
  const second = instead && { label: instead.label, run: instead.again(session.edits()) }
  sayPasted(session, { count: notes.length, beyond: place ? 0 : null, ...(second && { second }) })
}

/** One note, or as many as a text needs that is too long for one; what the map has already, however long, stays as it is. */
function fittingNotes(board: Board, note: CopiedNote): readonly CopiedNote[] {
  if (note.text.length <= LIMITS.noteText || keptText(board, note.text) !== '') return [note]
  return divideText(note.text, LIMITS.noteText).map((text) => ({ ...note, text }))
}
