import { basename } from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result'
import type { Disk } from '../files/disk'
import { errnoOf } from '../files/errno'
import { readJournal } from '../files/journal'
import { fileJournal, journalsUnder } from '../files/journalPaths'
import { loadMap, type LoadDeps } from '../files/loadMap'
import type { Recents, RecentTarget } from '../files/recents'
import type { VersionStore } from '../files/versionStore'
import { unlinkIfThere } from '../files/unlinkIfThere'
import type { MapHost } from './mapHost'

/** Why a map is not forgotten. `unsaved`: its journal holds what no file has. */
export type ForgetFailure = 'open' | 'not-found' | 'unsaved' | 'unknown'

export interface ForgetDeps extends LoadDeps {
  readonly userData: string
  readonly disk: Disk
  readonly recents: Recents
  readonly versions: VersionStore
  readonly open: () => readonly MapHost[]
  /** Whether the map of a file's path, of a draft's id or of a journal's name is just being opened. */
  readonly isOpening: (key: string) => boolean
  /** Do something while no map begins to be opened: half of what it reads could be gone. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>
}

/** An id that the map has, or had before it was put together anew. */
interface KnownId {
  readonly mapId: string
  /** Another entry of the list, or an open map, has that id: the versions are of both, and a journal under the id may be the other's. */
  readonly shared: boolean
}

interface Found {
  readonly target: RecentTarget
  readonly ids: readonly KnownId[]
}

/**
 * Take away what a shared computer keeps of a map (S34): its journal, its versions, its picture and its entry in the list. The file stays, and so
 * does whatever another copy of the map that stays needs.
 *
 * The entry goes last, so that whatever cannot be taken away can be tried again.
 * @returns paths of the journals that are gone.
 */
export async function forgetMap(
  recentId: string,
  evenUnsaved: boolean,
  deps: ForgetDeps,
): Promise<Result<readonly string[], ForgetFailure>> {
  const target = await deps.recents.target(recentId)
  if (!target) return fail('not-found')
  // Files may be on a disk that does not answer; nobody waits for that.
  const mine = await idsOf(target, deps)
  const listed = new Set<string>()
  for (const other of await deps.recents.targetsBeside(recentId)) for (const id of await idsOf(other, deps)) listed.add(id)
  return deps.alone(() => {
    for (const host of deps.open()) if (!isTarget(target, host)) for (const id of [host.id, ...host.earlierIds]) listed.add(id)
    const ids = mine.map((mapId) => ({ mapId, shared: listed.has(mapId) }))
    return forgetTarget(recentId, evenUnsaved, { target, ids }, deps)
  })
}

async function forgetTarget(
  recentId: string,
  evenUnsaved: boolean,
  { target, ids }: Found,
  deps: ForgetDeps,
): Promise<Result<readonly string[], ForgetFailure>> {
  try {
    const journals = await journalsOf({ target, ids }, deps)
    if (isInUse(target, journals, deps)) return fail('open')
    for (const journal of journals) if (!evenUnsaved && (await holdsMore(journal, deps.disk))) return fail('unsaved')
    for (const journal of journals) await unlinkIfThere(deps.disk, journal)
    for (const { mapId, shared } of ids) {
      const versions = shared ? ok(null) : await deps.versions.forget(mapId)
      if (!versions.ok) return versions
    }
    await deps.recents.forget(recentId)
    return ok(journals)
  } catch (error) {
    return fail('unknown', errnoOf(error))
  }
}

function isTarget(target: RecentTarget, { file, id }: MapHost): boolean {
  return target.kind === 'file' ? file === target.path : file === null && id === target.mapId
}

function isInUse(target: RecentTarget, journals: readonly string[], { open, isOpening }: ForgetDeps): boolean {
  const keys = [target.kind === 'file' ? target.path : target.mapId, ...journals.map((journal) => basename(journal))]
  return keys.some((key) => isOpening(key)) || open().some((host) => isTarget(target, host))
}

/** The journals of a map: that of its file, and those under its ids, which a draft has, or a file that was found to be another map by now. */
async function journalsOf({ target, ids }: Found, { userData, disk }: ForgetDeps): Promise<readonly string[]> {
  const file = target.kind === 'file' ? target.path : null
  const journals = file === null ? [] : [fileJournal(userData, file)]
  for (const { mapId, shared } of ids) {
    for (const path of await journalsUnder(mapId, userData, disk)) {
      const header = (await readJournal(path, disk))?.header
      // What cannot be read goes by its name.
      const isOurs = header === undefined ? !shared : header.mapId === mapId && (!shared || header.file === file)
      if (isOurs) journals.push(path)
    }
  }
  return journals
}

/** The ids of a map, the present one first; none where only its file would know, and that cannot be read. */
async function idsOf(target: RecentTarget, deps: ForgetDeps): Promise<readonly string[]> {
  if (target.kind === 'draft') return [target.mapId]
  if (target.mapId !== undefined) return [target.mapId, ...(target.earlier ?? [])]
  const loaded = await loadMap(target.path, deps)
  if (!loaded.ok) return []
  loaded.value.document.destroy()
  const { id, rebuiltFrom = [] } = loaded.value.frame
  return [id, ...rebuiltFrom]
}

/** Whether a journal has edits that are in no file, as far as it says; one that cannot be read may have. */
async function holdsMore(journal: string, disk: Disk): Promise<boolean> {
  const content = await readJournal(journal, disk)
  if (!content) return false
  const { header, unsaved, savedTo } = content
  return header.file === null || unsaved > 0 || (header.dirty && savedTo === null)
}
