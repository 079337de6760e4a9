import { fingerprint } from '../base/fingerprint'
import type { Board } from '../model/board'
import type { NoteId } from '../model/note'
import type { ReadableMap, ReadableNote } from './readableSchema'

interface Placed {
  readonly note: ReadableNote
  /** The cell or the inbox. */
  readonly list: string
}

/**
 * The id that each note of a readable map goes by; null for one that is there twice.
 *
 * Somebody who writes a note by hand may leave its id out, or copy a line with the id in it and write other words there. Then the note that
 * reads as before keeps the id, and the copy is a note of its own. Its id follows from where it stands and what it says, so that everybody who
 * reads the map gives it the same one, and whoever saves it without an id once more means the same note.
 */
export function noteIds(board: Board, map: ReadableMap): ReadonlyMap<ReadableNote, NoteId | null> {
  const placed = placedNotes(map)
  const ids = new Map<ReadableNote, NoteId | null>()
  const taken = new Set<string>()
  for (const [id, copies] of copiesById(placed)) {
    const text = board.records.note.get(id)?.text
    const own = copies.find(({ note }) => note.text === text) ?? copies[0]
    if (!own) continue
    taken.add(id)
    ids.set(own.note, id)
    for (const { note, list } of copies) if (note !== own.note && note.text === own.note.text && list === own.list) ids.set(note, null)
  }
  for (const { note, list } of placed) {
    if (ids.has(note)) continue
    let nth = 1
    let id = idFrom(list, note.text, nth)
    while (taken.has(id)) id = idFrom(list, note.text, (nth += 1))
    taken.add(id)
    ids.set(note, id)
  }
  return ids
}

function idFrom(list: string, text: string, nth: number): NoteId {
  return `note_${fingerprint(JSON.stringify([list, text, nth]))}`
}

function placedNotes(map: ReadableMap): readonly Placed[] {
  const inCells = map.lanes.flatMap(({ id, cells }) =>
    cells.flatMap(({ column, notes }) => notes.map((note): Placed => ({ note, list: `${id}|${column}` }))),
  )
  return [...inCells, ...map.inbox.map((note): Placed => ({ note, list: 'inbox' }))]
}

function copiesById(placed: readonly Placed[]): ReadonlyMap<NoteId, readonly Placed[]> {
  const copies = new Map<NoteId, Placed[]>()
  for (const one of placed) {
    const { id } = one.note
    if (id === undefined) continue
    const known = copies.get(id)
    if (known) known.push(one)
    else copies.set(id, [one])
  }
  return copies
}
