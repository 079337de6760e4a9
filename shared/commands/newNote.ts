import { z } from 'zod'
import { NoteColor } from '../model/color'
import { idOf } from '../model/ids'
import { LIMITS } from '../model/limits'
import { NOTE_MARKS, NOTE_PROOFS, type Note } from '../model/note'
import type { SetPatch } from '../model/patch'
import type { Place } from './place'

/** What a new note may bring along. */
export const NoteContent = z.object({
  text: z.string(),
  color: NoteColor.optional(),
  mark: z.enum(NOTE_MARKS).optional(),
  proof: z.enum(NOTE_PROOFS).optional(),
  icon: z.string().max(64).optional(),
  /** Who said it, where that is not whoever pastes it. */
  author: z.string().max(LIMITS.title).optional(),
  /** Whom it is about, as far as the map has them. */
  personaIds: z.array(idOf('persona')).max(LIMITS.personas).optional(),
})

/** The same as a note has it, whose lists nobody may write to. */
type ContentOfNote = Omit<z.infer<typeof NoteContent>, 'personaIds'> & { readonly personaIds?: Note['personaIds'] | undefined }

/** The record of a new note; `who` is its author, whatever the content says. */
export function newNote(id: Note['id'], place: Place, order: string, content: ContentOfNote, who: string): Note {
  const { text, color, icon, mark = 'none', proof = 'hypothesis', personaIds = [] } = content
  return {
    id,
    ...(place ? { laneId: place.laneId, columnId: place.columnId } : {}),
    order,
    text,
    ...(color === undefined ? {} : { color }),
    mark,
    proof,
    ...(who === '' ? {} : { author: who.slice(0, LIMITS.title) }),
    ...(icon === undefined ? {} : { icon }),
    personaIds,
  }
}

type NotePatch = Extract<SetPatch, { readonly id: Note['id'] }>

/** A note that has to make room for others at its place. */
export function shiftNote(note: Note, order: string): NotePatch {
  return { op: 'set', id: note.id, fields: { order } }
}
