import { fail, ok, type Failure, type Result } from '../../shared/base/result'
import { openMapDocument } from '../../shared/document/yjsDocument'
import { readableMap } from '../../shared/export/readableMap'
import { ReadableMap } from '../../shared/export/readableSchema'
import type { NewId } from '../../shared/model/ids'
import { rebuiltMap } from '../files/checkMap'
import { countsOf } from '../files/counts'
import type { Disk } from '../files/disk'
import { newFrame } from '../files/envelope'
import { applyMap } from '../files/fileDocument'
import { hashOf } from '../files/fileHash'
import type { LoadedMap, LoadFailure } from '../files/loadMap'
import { recentIdOf, type Recents } from '../files/recents'
import { parseStrictJson } from '../files/strictJson'
import { addMissing, notesOf, withoutNotes } from '../files/unionMap'
import type { VersionStore } from '../files/versionStore'

export interface RescueDeps {
  readonly clock: () => Date
  readonly newId: NewId
  readonly disk: Disk
  readonly recents: Recents
  readonly versions: VersionStore
}

/**
 * A damaged map with the notes that the file lost and this computer's last version of it still has. What the file says itself stands: it is the
 * newer of the two. Only of a note of which a piece is missing the whole one is better.
 */
export async function filledUp(loaded: LoadedMap, deps: RescueDeps): Promise<LoadedMap> {
  const { salvage, document, frame } = loaded
  if (!salvage || salvage.whole) return loaded
  const version = await lastVersion(frame.derivedFrom ?? frame.id, deps.versions)
  if (!version) return loaded
  const known = new Set<string | undefined>(notesOf(version).map(({ id }) => id))
  const mended = new Set<string>(salvage.partial.filter((id) => known.has(id)))
  applyMap(document, addMissing(withoutNotes(readableMap(document.board()), mended), version), deps)
  const notes = salvage.notes - mended.size
  const fromVersion = countsOf(document.board()).notes - notes
  const missing = salvage.missing === null ? null : Math.max(0, salvage.notes + salvage.missing - notes - fromVersion)
  return { ...loaded, salvage: { ...salvage, notes, partial: salvage.partial.filter((id) => !mended.has(id)), fromVersion, missing } }
}

/**
 * The map that was in a file of which nothing can be read: as this computer last kept it. The file is known by its place in the list of recent maps.
 * The same failure where there is nothing.
 * @param journalled id of the map whose edits are in the journal of that file, if there is one: with the journal comes the whole map.
 */
export async function insteadOf(
  path: string,
  failure: Failure<LoadFailure>,
  journalled: string | null,
  deps: RescueDeps,
): Promise<Result<LoadedMap, LoadFailure>> {
  if (failure.code !== 'damaged' && failure.code !== 'foreign') return failure
  const target = await deps.recents.target(recentIdOf({ kind: 'file', path }))
  const mapId = journalled ?? target?.mapId
  const version = mapId === undefined ? null : await lastVersion(mapId, deps.versions)
  if (mapId === undefined || (!version && journalled === null)) return failure
  const hash = await hashOf(deps.disk, path)
  if (hash === null) return fail('not-found')

  const document = openMapDocument({ clock: deps.clock })
  if (version) applyMap(document, version, deps)
  return ok({
    document,
    state: document.encode(),
    frame: rebuiltMap(newFrame(mapId), deps.newId),
    hash,
    modifiedAt: deps.clock(),
    handEdited: false,
    repaired: true,
    rebuilt: true,
    newer: false,
    salvage: {
      notes: 0,
      unplaced: 0,
      partial: [],
      whole: false,
      added: 0,
      other: 0,
      fromVersion: countsOf(document.board()).notes,
      missing: null,
    },
    problems: [],
  })
}

/** The newest version of a map that this computer keeps and can still read. */
async function lastVersion(mapId: string, versions: VersionStore): Promise<ReadableMap | null> {
  for (const { id } of await versions.list(mapId)) {
    const read = await versions.read(mapId, id)
    const json = read.ok ? parseStrictJson(read.value) : read
    const map = json.ok ? ReadableMap.safeParse(json.value) : null
    if (map?.success) return map.data
  }
  return null
}
