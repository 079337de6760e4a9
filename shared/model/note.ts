import { z } from 'zod'
import { NoteColor } from './color'
import { idOf } from './ids'
import { LIMITS } from './limits'
import { defineRecord } from './record'

/** Where a lane crosses a step, or a whole stage in lanes that span stages. */
export const Cell = z.object({
  laneId: idOf('lane'),
  columnId: z.union([idOf('step'), idOf('stage')]),
})
export type Cell = Readonly<z.infer<typeof Cell>>
export type ColumnId = Cell['columnId']

export const NOTE_MARKS = ['none', 'pain', 'success', 'momentOfTruth', 'barrier', 'question', 'idea'] as const
export const NOTE_PROOFS = ['hypothesis', 'validated', 'refuted'] as const

/**
 * A sticky note.
 *
 * Where it sits on screen is never stored: the layout works that out from the cell and the order, so two people
 * who move notes at the same time cannot leave one on top of another. A note without a cell, or whose cell is
 * gone, is in the inbox.
 */
export const Note = defineRecord('note', {
  laneId: idOf('lane').optional(),
  columnId: z.union([idOf('step'), idOf('stage')]).optional(),
  order: z.string().min(1),
  /** Over-long text of an older file stays; only commands refuse to make more of it. */
  text: z.string().default(''),
  /** Absent: the lane's. */
  color: NoteColor.optional(),
  mark: z.enum(NOTE_MARKS).default('none'),
  proof: z.enum(NOTE_PROOFS).default('hypothesis'),
  author: z.string().max(LIMITS.title).optional(),
  /** Icon of a touchpoint (a Lucide name of TOUCHPOINT_ICONS); absent: a plain one. */
  icon: z.string().max(64).optional(),
  /** Whom it is about; on disk one key a persona, `persona_<id>: true`, so that two additions both survive. */
  personaIds: z.array(idOf('persona')).readonly().default([]),
})
export type Note = z.infer<typeof Note>
export type NoteId = Note['id']
export type NoteMark = Note['mark']
export type NoteProof = Note['proof']
