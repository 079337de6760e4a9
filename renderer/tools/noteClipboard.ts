import { z } from 'zod'
import { deleteNotes, pasteNotes } from '../../shared/commands/notes'
import { NoteContent } from '../../shared/commands/newNote'
import { LIMITS } from '../../shared/model/limits'
import type { Session } from '../state/session'
import { selectNotes } from '../state/uiStore'
import { placeForNewNote } from './noteEntry'
import { selectedNotes } from './noteEdits'

/** What the clipboard holds for Wayline itself; every other program reads the plain text beside it. */
export const NOTES_TYPE = 'application/x-wayline-notes'

/** More lines of text than anybody pastes on purpose; the rest stays in the clipboard. */
const MOST_LINES = 2_000

/** All that can be cut can be pasted: what is too much for a map, or too long, is the command's to refuse. */
const Copied = z.object({ notes: z.array(NoteContent).min(1).max(LIMITS.notes) })
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

/** What was copied: notes of a map, or one note for each line of a text. Null where there is nothing to make notes of. */
export function readCopied(data: string, text: string): readonly CopiedNote[] | null {
  if (data !== '') {
    const copied = Copied.safeParse(parseJson(data))
    if (copied.success) return copied.data.notes
  }
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) =>
      line
        .replace(/\t+/g, ' ')
        .replace(/^\s*[-*•–]\s+/, '')
        .trim()
        .slice(0, LIMITS.noteText),
    )
    .filter((line) => line !== '')
    .slice(0, MOST_LINES)
  return lines.length === 0 ? null : lines.map((line) => ({ text: line }))
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

/** Put copied notes where the keyboard is; with no place on the board, into the inbox. */
export function pasteCopied(session: Session, copied: readonly CopiedNote[]): void {
  const place = placeForNewNote(session)
  const notes = copied.map((note) => ({ noteId: session.newId('note'), ...note }))
  if (!session.run(pasteNotes, { ...place, notes }).ok) return
  session.ui.setState(selectNotes(notes.map(({ noteId }) => noteId)))
  if (!place) session.toast({ kind: 'info', text: session.look().translator.t('board.pastedToInbox', { count: notes.length }) })
}
