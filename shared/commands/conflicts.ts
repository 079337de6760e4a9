import { z } from 'zod'
import { assertNever } from '../base/assertNever'
import { fingerprint } from '../base/fingerprint'
import { fail, ok, type Result } from '../base/result'
import { cellExists, cellKey, isAlive, noteOf, recordAt, type Board } from '../model/board'
import {
  conflictValueOf,
  type Conflict,
  type ConflictAbout,
  type ConflictId,
  type ConflictSide,
  type ConflictValue,
  type DecidedField,
} from '../model/conflict'
import { conflictPatch } from '../model/conflictPatch'
import { idOf } from '../model/ids'
import { LIMITS } from '../model/limits'
import type { Note, NoteId } from '../model/note'
import type { Patch } from '../model/patch'
import { keepColumn, refuseLonger, refuseMoreNotes } from './checks'
import { defineCommand, type EditContext, type Refusal } from './command'
import { newNote, shiftNote } from './newNote'
import { notesAt, placeOfNote, room, type Place } from './place'

const KEEPS = ['shown', 'other', 'both'] as const
/** Which of the two values of a conflict stays on the board. */
export type Keep = (typeof KEEPS)[number]

/**
 * Decide about conflicts; the decisions of one run are one undo step, and undoing it brings the conflicts back.
 *
 * "Both" never throws anything away: of a text the other one becomes a note of its own right behind, of a place a copy of the note goes there,
 * titles are put side by side, and what was said of a point goes into its reason with its author's name. Something that was deleted and edited
 * stays.
 */
export const settleConflicts = defineCommand({
  id: 'conflicts.settle',
  args: z.object({
    choices: z.array(z.object({ conflictId: idOf('conflict'), keep: z.enum(KEEPS) })).min(1),
  }),
  plan(board, { choices }, context) {
    const open = new Map(board.conflicts.map((conflict) => [conflict.id, conflict]))
    const draft = new Draft(board, context)
    for (const { conflictId, keep } of choices) {
      const conflict = open.get(conflictId)
      if (!conflict) return fail('conflict-missing', conflictId)
      const settled = draft.settle(conflict, keep)
      if (!settled.ok) return settled
      open.delete(conflictId)
    }
    return draft.patches()
  },
  name: ({ choices }) => ({ what: 'settleConflicts', count: choices.length }),
})

type Settled = Result<null, Refusal>
const DONE = ok(null)

/** What several choices make of the board together: two of them may be about one note, or about notes of one cell. */
class Draft {
  readonly #board: Board
  readonly #context: EditContext
  /** Records as they are after the choices so far, where these have changed them. */
  readonly #records = new Map<ConflictAbout, object>()
  readonly #lists = new Map<string, readonly Note[]>()
  #copies = 0
  readonly #patches: Patch[] = []

  constructor(board: Board, context: EditContext) {
    this.#board = board
    this.#context = context
  }

  settle(conflict: Conflict, keep: Keep): Settled {
    const { now, who } = this.#context
    const done = this.#carryOut(conflict, keep)
    if (done.ok) this.#patches.push({ op: 'set', id: conflict.id, fields: { deletedAt: now, deletedBy: who } })
    return done
  }

  patches(): Result<readonly Patch[], Refusal> {
    return refuseMoreNotes(this.#board, this.#copies) ?? ok(this.#patches)
  }

  #carryOut(conflict: Conflict, keep: Keep): Settled {
    const { about, field, other } = conflict
    if (field === 'deleted') return keep === 'other' ? this.#deleteAgain(about) : DONE
    if (keep === 'shown') return DONE
    if (keep === 'other') return this.#write(about, field, other.value)
    switch (field) {
      case 'text':
        // Somebody emptied it: the other text is all there is to keep.
        if (other.value === '') return DONE
        if (conflictValueOf(this.#record(about), field) === '') return this.#write(about, field, other.value)
        return this.#copyNote(about as NoteId, conflict)
      case 'place':
        return this.#copyNote(about as NoteId, conflict)
      case 'value':
      case 'label':
      case 'reason':
        return this.#addToReason(about, other)
      case 'scenario':
        return this.#writeBoth(about, field, other.value, '\n\n', LIMITS.longText)
      case 'title':
      case 'name':
      case 'duration':
        return this.#writeBoth(about, field, other.value, ' / ', LIMITS.title)
      default:
        return assertNever(field)
    }
  }

  #record(about: ConflictAbout): object {
    const { settings, records } = this.#board
    return this.#records.get(about) ?? (about === 'map' ? settings : (recordAt(records, about) ?? {}))
  }

  #write(about: ConflictAbout, field: DecidedField, value: ConflictValue): Settled {
    const patch = conflictPatch(about, field, value)
    const changed = { ...this.#record(about), ...(patch.op === 'add' ? {} : patch.fields) }
    this.#records.set(about, changed)
    this.#patches.push(patch)
    return DONE
  }

  #writeBoth(about: ConflictAbout, field: DecidedField, other: ConflictValue, between: string, limit: number): Settled {
    const shown = textOf(conflictValueOf(this.#record(about), field))
    const both = [shown, textOf(other)].filter((text) => text !== '').join(between)
    return refuseLonger(limit, both, shown) ?? this.#write(about, field, both)
  }

  /** What somebody felt, and what they said of it, stays readable beside what the curve shows. */
  #addToReason(about: ConflictAbout, { value, by }: ConflictSide): Settled {
    const said = typeof value === 'number' && value !== 0 ? `${value > 0 ? '+' : '−'}${Math.abs(value)}` : textOf(value)
    return said === '' ? DONE : this.#writeBoth(about, 'reason', by === '' ? said : `${by}: ${said}`, '\n', LIMITS.longText)
  }

  /** Another text becomes a note right behind; for another place, the note stands there too. */
  #copyNote(id: NoteId, { id: conflictId, other: { value, by } }: Conflict): Settled {
    const note = this.#record(id) as Note
    const copyId = copyIdOf(conflictId)
    // Somebody has decided like this before, and what they decided is not what brought the conflict back.
    if (noteOf(this.#board, copyId)) return DONE
    const isText = typeof value === 'string'
    const place = isText ? placeOfNote(this.#board, note) : this.#placeOf(value)
    const list = this.#listAt(place)
    const at = list.findIndex((candidate) => (isText ? candidate.id === id : candidate.order > orderOf(value)))
    const index = at < 0 ? list.length : at + (isText ? 1 : 0)
    const { orders, patches } = room(list, index, 1, shiftNote)
    const author = (isText && by) || (note.author ?? '')
    const copy = newNote(copyId, place, orders[0] ?? note.order, isText ? { ...note, text: value } : note, author)
    const shifted = new Map(patches.map((patch) => [patch.id, patch.fields.order]))
    const now = [...list.slice(0, index), copy, ...list.slice(index)]
    this.#lists.set(
      keyOf(place),
      now.map((other) => ({ ...other, order: shifted.get(other.id) ?? other.order })),
    )
    this.#copies += 1
    this.#patches.push(...keepColumn(this.#board, place?.columnId), ...patches, { op: 'add', record: copy })
    return DONE
  }

  /** The inbox, where the cell is no longer on the board. */
  #placeOf(value: ConflictValue): Place {
    const cell = typeof value === 'object' && value !== null ? { laneId: value.laneId, columnId: value.columnId } : null
    return cell && cellExists(this.#board, cell) ? cell : null
  }

  #listAt(place: Place): readonly Note[] {
    return this.#lists.get(keyOf(place)) ?? notesAt(this.#board, place)
  }

  #deleteAgain(id: ConflictAbout): Settled {
    if (id === 'map') return DONE
    const { stages } = this.#board
    const left = stages.filter((stage) => !this.#records.has(stage.id) || isAlive(this.#record(stage.id)))
    if (id.startsWith('stage_') && left.length <= 1) return fail('last-stage')
    const { now, who } = this.#context
    const fields = { deletedAt: now, deletedBy: who }
    this.#records.set(id, { ...this.#record(id), ...fields })
    this.#patches.push({ op: 'set', id, fields })
    return DONE
  }
}

/** The same wherever it is decided: two people who keep both apart from each other make one note. */
function copyIdOf(conflictId: ConflictId): NoteId {
  return `note_${fingerprint(conflictId)}`
}

function keyOf(place: Place): string {
  return place ? cellKey(place) : ''
}

function orderOf(value: ConflictValue): string {
  return typeof value === 'object' && value !== null ? value.order : ''
}

function textOf(value: ConflictValue): string {
  return typeof value === 'object' ? '' : String(value)
}
