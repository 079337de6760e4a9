import type { Result } from '../../shared/base/result'
import { openMapDocument } from '../../shared/document/yjsDocument'
import { handEdits } from '../../shared/export/handEdits'
import type { ReadableMap } from '../../shared/export/readableSchema'
import type { Disk } from '../files/disk'
import { newFrame } from '../files/envelope'
import { MapFile } from '../files/mapFile'
import type { LoadDeps } from '../files/loadMap'
import { resolveTarget, writeFailureOf, type WriteFailure } from '../files/durableWrite'

/**
 * Write an earlier version as a map of its own. Whatever is at `path` is replaced: whoever asked for the path has asked about that too.
 *
 * It has no history in common with the map it is of, so it gets another id.
 */
export async function writeVersionCopy(
  path: string,
  map: ReadableMap,
  derivedFrom: string,
  deps: LoadDeps & { readonly disk: Disk },
): Promise<Result<null, WriteFailure>> {
  const document = openMapDocument({ clock: deps.clock })
  try {
    const patches = handEdits(document.board(), map, { now: deps.clock().toISOString() })
    if (patches.length > 0) document.write(patches, { what: 'import', count: patches.length })
    const file = new MapFile(await resolveTarget(deps.disk, path), deps)
    file.replaceAnything()
    return await file.write(document, { ...newFrame(deps.newId('map')), derivedFrom, revision: 1 })
  } catch (error) {
    return writeFailureOf(error)
  } finally {
    document.destroy()
  }
}
