import { createHash } from 'node:crypto'
import type { MapDocument } from '../../shared/document/mapDocument'
import { openMapDocument } from '../../shared/document/yjsDocument'
import { handEdits } from '../../shared/export/handEdits'
import type { ReadableMap } from '../../shared/export/readableSchema'
import { FORMAT } from '../../shared/migrations/registry'
import { kindOfId } from '../../shared/model/board'
import { makeNewId, type NewId } from '../../shared/model/ids'
import type { Patch } from '../../shared/model/patch'

/**
 * Take in what somebody edited in the readable part of a file.
 *
 * Everybody who has the file open takes the same edits in, each on a computer of their own. So the edits are written as if one person, whose
 * name follows from the file, had made them: everywhere the same records with the same writings, which merge into one.
 *
 * A text editor that has the file open saves a note without an id again and again, each time in another file. So such a note has an id and a
 * writer that follow from such notes alone, and is the same one each time.
 * @param document what the file's document holds, unchanged.
 * @param fileHash SHA-256 of the file's bytes.
 */
export function takeHandEdits(document: MapDocument, map: ReadableMap, fileHash: string, { clock }: { readonly clock: () => Date }): void {
  // Deletions name the day: a time would be another one on every computer.
  const now = `${clock().toISOString().slice(0, 10)}T00:00:00.000Z`
  const known = new Set<string | undefined>(
    [...map.lanes.flatMap(({ cells }) => cells.flatMap(({ notes }) => notes)), ...map.inbox].map(({ id }) => id),
  )
  const isNameless = (patch: Patch): boolean => patch.op === 'add' && kindOfId(patch.record.id) === 'note' && !known.has(patch.record.id)
  const patches = handEdits(document.board(), map, { now, keepsSettings: true })
  writeAs([FORMAT], patches.filter(isNameless), document, clock)
  writeAs(
    [fileHash, FORMAT],
    patches.filter((patch) => !isNameless(patch)),
    document,
    clock,
  )
}

/** Write into a document as a client whose number follows from what is written. */
function writeAs(name: readonly (string | number)[], patches: readonly Patch[], document: MapDocument, clock: () => Date): void {
  if (patches.length === 0) return
  const clientId = digest(JSON.stringify([...name, patches])).readUInt32BE(0)
  const editor = openMapDocument({ clock, state: document.encode(), clientId })
  try {
    editor.write(patches, { what: 'import', count: patches.length })
    document.receive(editor.encodeSince(document.stateVector()), 'load')
  } finally {
    editor.destroy()
  }
}

/** The same ids in the same order for the same file. */
export function idsFrom(fileHash: string): NewId {
  let made = 0
  return makeNewId((count) => {
    made += 1
    return digest(`${fileHash} ${made}`).subarray(0, count)
  })
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
