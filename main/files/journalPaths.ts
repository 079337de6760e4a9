import { join } from 'node:path'
import type { Disk } from './disk'
import { isMissing } from './errno'
import { sha256 } from './hash'

export const JOURNAL_ENDING = '.journal'

export function journalFolder(userData: string): string {
  return join(userData, 'journals')
}

/** The journal of a map that has no file yet. */
export function draftJournal(userData: string, mapId: string): string {
  return join(journalFolder(userData), `${mapId}${JOURNAL_ENDING}`)
}

/** Another journal under the id of a map of which there is a journal already: that of a copy of the map. */
export function copyJournal(userData: string, mapId: string, chance: string): string {
  return draftJournal(userData, `${mapId}-${chance}`)
}

/** The journals that lie under the id of a map: its own, and those of its copies. */
export async function journalsUnder(mapId: string, userData: string, disk: Disk): Promise<readonly string[]> {
  const ofCopy = /^-[0-9a-f]{8}$/u
  const isOf = (id: string): boolean => id === mapId || (id.startsWith(mapId) && ofCopy.test(id.slice(mapId.length)))
  try {
    const names = await disk.readdir(journalFolder(userData))
    const ids = names.filter((name) => name.endsWith(JOURNAL_ENDING)).map((name) => name.slice(0, -JOURNAL_ENDING.length))
    return ids.filter(isOf).map((id) => draftJournal(userData, id))
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** The journal of a map file, by its real path: two copies of one map have one journal each. */
export function fileJournal(userData: string, realPath: string): string {
  return join(journalFolder(userData), `file-${sha256(realPath).slice(0, 40)}${JOURNAL_ENDING}`)
}
