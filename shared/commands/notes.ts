import { z } from 'zod'
import { slotsBehind } from '../base/order'
import { fail, ok, type Result } from '../base/result'
import { isAlive, noteOf, takesProof, type Board } from '../model/board'
import { NoteColor } from '../model/color'
import { idOf } from '../model/ids'
import { LIMITS } from '../model/limits'
import { Cell, NOTE_MARKS, NOTE_PROOFS, type Note, type NoteId, type NoteProof } from '../model/note'
import type { FieldsOf, Patch } from '../model/patch'
import { findNotes, firstOf, keepColumn, refuseLonger, refuseMoreNotes, refusePlace, refuseTaken } from './checks'
import { defineCommand, type Refusal } from './command'
import { newNote, NoteContent, shiftNote } from './newNote'
import { inReadingOrder, notesAt, placeFields, placeOfNote, room } from './place'

const NoteIds = z.array(idOf('note')).min(1)
const Index = z.number().int().min(0).optional()

/** Write a new note into a cell, or into the inbox where no cell is given. */
export const addNote = defineCommand({
  id: 'notes.add',
  args: NoteContent.extend({ noteId: idOf('note'), cell: Cell.optional(), index: Index }),
  plan(board, { noteId, cell = null, index, ...content }, { who }) {
    const refusal = firstOf(
      refusePlace(board, cell),
      refuseTaken(board, [noteId]),
      refuseMoreNotes(board, 1),
      refuseLonger(LIMITS.noteText, content.text),
    )
    if (refusal) return refusal
    const { orders, patches } = room(notesAt(board, cell), index, 1, shiftNote)
    const record = newNote(noteId, cell, orders[0] ?? '', aboutKnown(board, content), content.author ?? who)
    return ok([...keepColumn(board, cell?.columnId), ...patches, { op: 'add', record }])
  },
  name: () => ({ what: 'addNote', count: 1 }),
})

/** Personas of another map, or removed meanwhile, are nobody here. */
function aboutKnown(board: Board, content: z.infer<typeof NoteContent>): z.infer<typeof NoteContent> {
  const { personaIds = [] } = content
  return personaIds.length === 0
    ? content
    : { ...content, personaIds: personaIds.filter((id) => board.personas.some((one) => one.id === id)) }
}

/** Text over the limit that an older file brought along may be kept, also through cutting and pasting: then it is the map's already. */
export function keptText(board: Board, text: string): string {
  if (text.length <= LIMITS.noteText) return ''
  for (const note of board.records.note.values()) if (note.text === text) return text
  return ''
}

/** Write several notes at once, as they were copied: next to each other, in the order given. */
export const pasteNotes = defineCommand({
  id: 'notes.paste',
  args: z.object({ cell: Cell.optional(), index: Index, notes: z.array(NoteContent.extend({ noteId: idOf('note') })).min(1) }),
  plan(board, { cell = null, index, notes }, { who }) {
    const refusal = firstOf(
      refusePlace(board, cell),
      refuseTaken(
        board,
        notes.map((note) => note.noteId),
      ),
      refuseMoreNotes(board, notes.length),
      ...notes.map((note) => refuseLonger(LIMITS.noteText, note.text, keptText(board, note.text))),
    )
    if (refusal) return refusal
    const { orders, patches } = room(notesAt(board, cell), index, notes.length, shiftNote)
    const added = notes.map(({ noteId, ...content }, i): Patch => ({
      op: 'add',
      record: newNote(noteId, cell, orders[i] ?? '', aboutKnown(board, content), content.author ?? who),
    }))
    return ok([...keepColumn(board, cell?.columnId), ...patches, ...added])
  },
  name: ({ notes }) => ({ what: 'pasteNotes', count: notes.length }),
})

export const setNoteText = defineCommand({
  id: 'notes.setText',
  args: z.object({ noteId: idOf('note'), text: z.string() }),
  plan(board, { noteId, text }) {
    const note = noteOf(board, noteId)
    if (!note) return fail('note-missing', noteId)
    if (note.text === text) return fail('nothing-to-do')
    return refuseLonger(LIMITS.noteText, text, note.text) ?? ok([{ op: 'set', id: noteId, fields: { text } }])
  },
  name: () => ({ what: 'editNote', count: 1 }),
})

/**
 * Put notes into a cell, in the order the board already shows them.
 *
 * `index` is a place among the notes of the cell that are not moved; without it they go to the end.
 */
export const moveNotes = defineCommand({
  id: 'notes.move',
  args: z.object({ noteIds: NoteIds, cell: Cell, index: Index }),
  plan(board, { noteIds, cell, index }) {
    const found = findNotes(board, noteIds)
    if (!found) return fail('note-missing', noteIds)
    const refusal = refusePlace(board, cell)
    if (refusal) return refusal

    const moving = inReadingOrder(board, found)
    const picked = new Set(moving)
    const there = notesAt(board, cell)
    const staying = there.filter((note) => !picked.has(note))
    const at = Math.min(index ?? staying.length, staying.length)
    const wanted = [...staying.slice(0, at), ...moving, ...staying.slice(at)]
    if (wanted.length === there.length && wanted.every((note, i) => note === there[i])) return fail('nothing-to-do')

    const { orders, patches } = room(staying, at, moving.length, shiftNote)
    const moved = moving.map((note, i): Patch => ({
      op: 'set',
      id: note.id,
      // Within its cell only the order is written: a colleague who moves it to another one meanwhile has moved it.
      fields: { ...(isStoredAt(note, cell) ? {} : placeFields(cell)), order: orders[i] ?? note.order },
    }))
    return ok([...keepColumn(board, cell.columnId), ...patches, ...moved])
  },
  name: ({ noteIds }, board) => ({
    what: board && noteIds.every((id) => isInInbox(board, id)) ? 'placeNotes' : 'moveNotes',
    count: noteIds.length,
  }),
})

function isStoredAt(note: Note, { laneId, columnId }: Cell): boolean {
  return note.laneId === laneId && note.columnId === columnId
}

function isInInbox(board: Board, id: NoteId): boolean {
  const note = noteOf(board, id)
  return note !== undefined && placeOfNote(board, note) === null
}

/** Take notes off the board without losing them; they wait at the end of the inbox. */
export const notesToInbox = defineCommand({
  id: 'notes.toInbox',
  args: z.object({ noteIds: NoteIds }),
  plan(board, { noteIds }) {
    const found = findNotes(board, noteIds)
    if (!found) return fail('note-missing', noteIds)
    const moving = inReadingOrder(
      board,
      found.filter((note) => placeOfNote(board, note) !== null),
    )
    if (moving.length === 0) return fail('nothing-to-do')
    const { orders } = room(board.inbox, undefined, moving.length, shiftNote)
    return ok(
      moving.map((note, i): Patch => ({ op: 'set', id: note.id, fields: { ...placeFields(null), order: orders[i] ?? note.order } })),
    )
  },
  name: ({ noteIds }) => ({ what: 'toInbox', count: noteIds.length }),
})

/** Copy notes; each copy stands right behind its original. */
export const duplicateNotes = defineCommand({
  id: 'notes.duplicate',
  args: z.object({ copies: z.array(z.object({ noteId: idOf('note'), copyId: idOf('note') })).min(1) }),
  plan(board, { copies }, { who }) {
    const copyIds = copies.map((copy) => copy.copyId)
    const refusal = firstOf(refuseTaken(board, copyIds), refuseMoreNotes(board, copies.length))
    if (refusal) return refusal
    const noteIds = copies.map((copy) => copy.noteId)
    if (!findNotes(board, noteIds)) return fail('note-missing', noteIds)
    const { orders, patches } = roomBehind(board, copies)
    const added = copies.flatMap(({ noteId, copyId }): Patch[] => {
      const note = noteOf(board, noteId)
      if (!note) return []
      const order = orders.get(copyId) ?? note.order
      return [{ op: 'add', record: newNote(copyId, placeOfNote(board, note), order, note, who) }]
    })
    return ok([...patches, ...added])
  },
  name: ({ copies }) => ({ what: 'duplicateNotes', count: copies.length }),
})

/** A key for each copy right behind its original, cell by cell. */
function roomBehind(
  board: Board,
  copies: readonly { readonly noteId: NoteId; readonly copyId: NoteId }[],
): { readonly orders: ReadonlyMap<NoteId, string>; readonly patches: readonly Patch[] } {
  const copiesOf = new Map<string, NoteId[]>()
  const lists = new Set<readonly Note[]>()
  for (const { noteId, copyId } of copies) {
    copiesOf.set(noteId, [...(copiesOf.get(noteId) ?? []), copyId])
    const note = noteOf(board, noteId)
    if (note) lists.add(notesAt(board, placeOfNote(board, note)))
  }
  const counts = new Map([...copiesOf].map(([id, ids]) => [id, ids.length]))
  const orders = new Map<NoteId, string>()
  const patches: Patch[] = []
  for (const list of lists) {
    const slots = slotsBehind(list, counts)
    for (const [id, keys] of slots.orders) copiesOf.get(id)?.forEach((copyId, i) => orders.set(copyId, keys[i] ?? ''))
    patches.push(...slots.shifted.map(({ item, order }) => shiftNote(item, order)))
  }
  return { orders, patches }
}

/** Hide notes; they can be brought back at any time. */
export const deleteNotes = defineCommand({
  id: 'notes.delete',
  args: z.object({ noteIds: NoteIds }),
  plan(board, { noteIds }, { now, who }) {
    const found = findNotes(board, noteIds)
    if (!found) return fail('note-missing', noteIds)
    return ok(found.map((note): Patch => ({ op: 'set', id: note.id, fields: { deletedAt: now, deletedBy: who } })))
  },
  name: ({ noteIds }) => ({ what: 'deleteNotes', count: noteIds.length }),
})

/** The same change for each of several notes; notes that it would not change are left alone. */
function changeEach(
  board: Board,
  noteIds: readonly NoteId[],
  change: (note: Note) => FieldsOf<Note> | null,
): Result<readonly Patch[], Refusal> {
  const notes = findNotes(board, noteIds)
  if (!notes) return fail('note-missing', noteIds)
  const patches = notes.flatMap((note): Patch[] => {
    const fields = change(note)
    return fields ? [{ op: 'set', id: note.id, fields }] : []
  })
  return patches.length > 0 ? ok(patches) : fail('nothing-to-do')
}

/** Give notes a colour of their own; null gives them back the colour of their lane. */
export const recolorNotes = defineCommand({
  id: 'notes.recolor',
  args: z.object({ noteIds: NoteIds, color: NoteColor.nullable() }),
  plan: (board, { noteIds, color }) =>
    changeEach(board, noteIds, (note) => (note.color === (color ?? undefined) ? null : { color: color ?? undefined })),
  name: ({ noteIds }) => ({ what: 'recolorNotes', count: noteIds.length }),
})

export const markNotes = defineCommand({
  id: 'notes.mark',
  args: z.object({ noteIds: NoteIds, mark: z.enum(NOTE_MARKS) }),
  plan: (board, { noteIds, mark }) => changeEach(board, noteIds, (note) => (note.mark === mark ? null : { mark })),
  name: ({ noteIds }) => ({ what: 'markNotes', count: noteIds.length }),
})

export const proveNotes = defineCommand({
  id: 'notes.prove',
  args: z.object({ noteIds: NoteIds, proof: z.enum(NOTE_PROOFS) }),
  plan: (board, { noteIds, proof }) => changeEach(board, noteIds, proving(board, proof)),
  name: ({ noteIds }) => ({ what: 'proofNotes', count: noteIds.length }),
})

function proving(board: Board, proof: NoteProof) {
  return (note: Note) => (note.proof === proof || !takesProof(board, note) ? null : { proof })
}

const NEXT_PROOF: Readonly<Record<NoteProof, NoteProof>> = { hypothesis: 'validated', validated: 'refuted', refuted: 'hypothesis' }

/** Hypothesis, validated, refuted, and round again; several notes all follow the first one. */
export const cycleProof = defineCommand({
  id: 'notes.cycleProof',
  args: z.object({ noteIds: NoteIds }),
  plan(board, { noteIds }) {
    const notes = findNotes(board, noteIds)
    if (!notes) return fail('note-missing', noteIds)
    const first = inReadingOrder(board, notes).find((note) => takesProof(board, note))
    return first ? changeEach(board, noteIds, proving(board, NEXT_PROOF[first.proof])) : fail('nothing-to-do')
  },
  name: ({ noteIds }) => ({ what: 'proofNotes', count: noteIds.length }),
})

/** Say that notes are about a persona, or are not. */
export const setNotesPersona = defineCommand({
  id: 'notes.setPersona',
  args: z.object({ noteIds: NoteIds, personaId: idOf('persona'), on: z.boolean() }),
  plan(board, { noteIds, personaId, on }) {
    const persona = board.records.persona.get(personaId)
    if (!persona || !isAlive(persona)) return fail('persona-missing', personaId)
    return changeEach(board, noteIds, ({ personaIds }) => {
      if (personaIds.includes(personaId) === on) return null
      return { personaIds: on ? [...personaIds, personaId].sort() : personaIds.filter((id) => id !== personaId) }
    })
  },
  name: ({ noteIds }) => ({ what: 'personaNotes', count: noteIds.length }),
})

/** Choose the icon of a touchpoint; null shows the plain one. */
export const setNoteIcon = defineCommand({
  id: 'notes.setIcon',
  args: z.object({ noteId: idOf('note'), icon: z.string().max(64).nullable() }),
  plan: (board, { noteId, icon }) =>
    changeEach(board, [noteId], (note) => (note.icon === (icon ?? undefined) ? null : { icon: icon ?? undefined })),
  name: () => ({ what: 'iconNotes', count: 1 }),
})
