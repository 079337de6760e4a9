import { join } from 'node:path'
import { sha256 } from './hash'

export const JOURNAL_ENDING = '.journal'

export function journalFolder(userData: string): string {
  return join(userData, 'journals')
}

/** The journal of a map that has no file yet. */
export function draftJournal(userData: string, mapId: string): string {
  return join(journalFolder(userData), `${mapId}${JOURNAL_ENDING}`)
}

/** The journal of a map file, by its real path: two copies of one map have one journal each. */
export function fileJournal(userData: string, realPath: string): string {
  return join(journalFolder(userData), `file-${sha256(realPath).slice(0, 40)}${JOURNAL_ENDING}`)
}
