import { fail, ok, type Result } from '../../shared/base/result'
import type { Disk } from '../files/disk'
import { errnoOf, isMissing } from '../files/errno'
import { readJournal } from '../files/journal'
import { draftJournal, fileJournal } from '../files/journalPaths'
import { loadMap, type LoadDeps } from '../files/loadMap'
import type { Recents, RecentTarget } from '../files/recents'
import type { VersionStore } from '../files/versionStore'
import type { MapHost } from './mapHost'

/** Why a map is not forgotten. `unsaved`: its journal holds what no file has. */
export type ForgetFailure = 'open' | 'not-found' | 'unsaved' | 'unknown'

export interface ForgetDeps extends LoadDeps {
  readonly userData: string
  readonly disk: Disk
  readonly recents: Recents
  readonly versions: VersionStore
  readonly open: () => readonly MapHost[]
}

/**
 * Take away what a shared computer keeps of a map (S34): its journal, its versions, its picture and its entry in the list. The file stays.
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
  const path = target.kind === 'file' ? target.path : null
  const mapId = await mapIdOf(target, deps)
  if (deps.open().some((host) => (path !== null && host.file === path) || host.id === mapId)) return fail('open')
  const journals = [
    ...(path === null ? [] : [fileJournal(deps.userData, path)]),
    // The journal of a draft, or of a file that was found to be another map by now.
    ...(mapId === undefined ? [] : [draftJournal(deps.userData, mapId)]),
  ]
  try {
    for (const journal of journals) if (!evenUnsaved && (await holdsMore(journal, deps.disk))) return fail('unsaved')
    for (const journal of journals) await unlinkIfThere(journal, deps.disk)
  } catch (error) {
    return fail('unknown', errnoOf(error))
  }
  if (mapId !== undefined) {
    const versions = await deps.versions.forget(mapId)
    if (!versions.ok) return versions
  }
  await deps.recents.forget(recentId)
  return ok(journals)
}

/** The id of the map; undefined where only its file would know, and that cannot be read. */
async function mapIdOf(target: RecentTarget, deps: ForgetDeps): Promise<string | undefined> {
  if (target.mapId !== undefined) return target.mapId
  if (target.kind === 'draft') return undefined
  const loaded = await loadMap(target.path, deps)
  if (!loaded.ok) return undefined
  loaded.value.document.destroy()
  return loaded.value.frame.id
}

/** Whether a journal has edits that are in no file, as far as it says; one that cannot be read may have. */
async function holdsMore(journal: string, disk: Disk): Promise<boolean> {
  const content = await readJournal(journal, disk)
  if (!content) return false
  const { header, unsaved, savedTo } = content
  return header.file === null || unsaved > 0 || (header.dirty && savedTo === null)
}

async function unlinkIfThere(path: string, disk: Disk): Promise<void> {
  try {
    await disk.unlink(path)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}
