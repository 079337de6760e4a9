import { createHash } from 'node:crypto'
import type { MapDocument } from '../../shared/document/mapDocument'
import { openMapDocument } from '../../shared/document/yjsDocument'
import { handEdits } from '../../shared/export/handEdits'
import type { ReadableMap } from '../../shared/export/readableSchema'
import { FORMAT } from '../../shared/migrations/registry'
import { makeNewId, type NewId } from '../../shared/model/ids'

/**
 * Take in what somebody edited in the readable part of a file.
 *
 * Everybody who has the file open takes the same edits in, each on a computer of their own. So the edits are written as if one person, whose
 * name follows from the file, had made them: everywhere the same records with the same writings, which merge into one.
 * @param document what the file's document holds, unchanged.
 * @param fileHash SHA-256 of the file's bytes.
 */
export function takeHandEdits(document: MapDocument, map: ReadableMap, fileHash: string, { clock }: { readonly clock: () => Date }): void {
  // Deletions name the day: a time would be another one on every computer.
  const now = `${clock().toISOString().slice(0, 10)}T00:00:00.000Z`
  const patches = handEdits(document.board(), map, { now, newId: idsFrom(fileHash) })
  if (patches.length === 0) return
  const clientId = digest(JSON.stringify([fileHash, FORMAT, patches])).readUInt32BE(0)
  const editor = openMapDocument({ clock, state: document.encode(), clientId })
  try {
    editor.write(patches, { what: 'import', count: patches.length })
    document.receive(editor.encodeSince(document.stateVector()), 'load')
  } finally {
    editor.destroy()
  }
}

/** The same ids in the same order for the same file. */
function idsFrom(fileHash: string): NewId {
  let made = 0
  return makeNewId((count) => {
    made += 1
    return digest(`${fileHash} ${made}`).subarray(0, count)
  })
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
