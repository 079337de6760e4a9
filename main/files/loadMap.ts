import { fail, ok, type Result } from '../../shared/base/result'
import type { MapDocument, Problem } from '../../shared/document/mapDocument'
import { openMapDocument } from '../../shared/document/yjsDocument'
import type { NewId } from '../../shared/model/ids'
import { LIMITS } from '../../shared/model/limits'
import type { CheckedMap } from './checkMap'
import { disk as realDisk, type Disk } from './disk'
import { errnoOf, isMissing } from './errno'
import { directCodec, type MapCodec } from './mapCodec'

/** Why a file is not opened as a map. `detail` is a key `openDetail.<detail>` of i18n, or an errno. */
export type LoadFailure = 'not-found' | 'unreadable' | 'damaged' | 'foreign' | 'too-new' | 'too-large' | 'limits'

export interface LoadedMap extends CheckedMap {
  readonly document: MapDocument
  readonly modifiedAt: Date
  /** Records of the document that could not be read. */
  readonly problems: readonly Problem[]
}

export interface LoadDeps {
  readonly clock: () => Date
  readonly newId: NewId
  readonly disk?: Disk
  /** Who reads a stranger's bytes and encodes large maps. Absent: done at once, right here. */
  readonly codec?: MapCodec
}

export interface LoadOptions {
  /** A newer app's file is opened as far as it is understood: for looking only. Else it is `too-new`. */
  readonly newer?: boolean
}

/** Open a map file from a stranger. Nothing is written, and only what the codec vouches for is opened here. */
export async function loadMap(path: string, deps: LoadDeps, { newer = false }: LoadOptions = {}): Promise<Result<LoadedMap, LoadFailure>> {
  const read = await readBounded(path, deps.disk ?? realDisk)
  if (!read.ok) return read
  const checked = await (deps.codec ?? directCodec(deps)).check(read.value.bytes)
  if (checked.ok && checked.value.newer && !newer) return fail('too-new')
  return checked.ok ? ok(openChecked(checked.value, read.value.modifiedAt, deps)) : checked
}

interface FileBytes {
  readonly bytes: Uint8Array
  readonly modifiedAt: Date
}

async function readBounded(path: string, disk: Disk): Promise<Result<FileBytes, LoadFailure>> {
  try {
    const found = await disk.stat(path)
    if (found.isDirectory()) return fail('unreadable', 'folder')
    if (!found.isFile()) return fail('unreadable', 'ENXIO')
    if (found.size > LIMITS.fileBytes) return fail('too-large', found.size)
    return ok({ bytes: await disk.readFile(path), modifiedAt: found.mtime })
  } catch (error) {
    if (isMissing(error)) return fail('not-found')
    const errno = errnoOf(error)
    return fail('unreadable', errno === 'EACCES' || errno === 'EPERM' ? 'no-rights' : errno)
  }
}

/** A document of its own out of what was checked. */
export function openChecked(checked: CheckedMap, modifiedAt: Date, { clock }: Pick<LoadDeps, 'clock'>): LoadedMap {
  const document = openMapDocument({ clock, state: checked.state, vouched: true })
  return { ...checked, document, modifiedAt, problems: document.problems() }
}
