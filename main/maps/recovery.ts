import { readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { MapDocument } from '../../shared/document/mapDocument'
import { isMissing } from '../files/errno'
import { readJournal, type JournalContent } from '../files/journal'
import { draftJournal, JOURNAL_ENDING, journalFolder } from '../files/journalPaths'
import { tryOpen } from '../files/loadMap'
import { nameOf } from '../files/recents'

/** A journal that was left behind, with what it says. */
export interface LeftJournal {
  readonly path: string
  readonly content: JournalContent
}

/** The journals of maps that are not open and that hold something no file is known to hold. */
export async function leftJournals(userData: string): Promise<readonly LeftJournal[]> {
  const left: LeftJournal[] = []
  for (const name of await journalNames(userData)) {
    const path = join(journalFolder(userData), name)
    const content = await readJournal(path)
    if (content) left.push({ path, content })
  }
  return left
}

async function journalNames(userData: string): Promise<readonly string[]> {
  try {
    return (await readdir(journalFolder(userData))).filter((name) => name.endsWith(JOURNAL_ENDING)).sort()
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** Whether somebody's edits are in the journal only, as far as the journal knows. */
export function isUnfinished({ header, unsaved, savedTo, closed }: JournalContent): boolean {
  if (header.file !== null) return unsaved > 0 || (header.dirty && savedTo === null)
  // A draft that was closed by a person waits in the list of recent maps; one that nobody edited is not missed.
  return !closed && (header.dirty || unsaved > 0)
}

/** The document of a journal alone; null where its beginning is gone. */
export function documentOf({ updates }: JournalContent, clock: () => Date): MapDocument | null {
  const [state, ...rest] = updates
  const document = state ? tryOpen(state, { clock }) : null
  if (document) for (const update of rest) document.receive(update, 'load')
  return document
}

/**
 * Bring the edits of a journal into the document of its file.
 * @returns how many of them the file did not hold.
 */
export function replay(document: MapDocument, { updates }: JournalContent): number {
  let recovered = 0
  for (const update of updates) {
    let changed = false
    const dispose = document.onUpdate(() => {
      changed = true
    })
    document.receive(update, 'load')
    dispose()
    if (changed) recovered += 1
  }
  return recovered
}

/** What a person knows the map by: its file's name, or the title of a draft. */
export function nameOfLeft(content: JournalContent, clock: () => Date): string {
  if (content.header.file !== null) return nameOf(content.header.file)
  const document = documentOf(content, clock)
  const title = document?.board().settings.title ?? ''
  document?.destroy()
  return title
}

/** The journal of a map that is no longer at its path: kept under the map's id, so that the next map there cannot write over it. */
export async function setAsideJournal(path: string, userData: string, content: JournalContent): Promise<void> {
  await rename(path, draftJournal(userData, content.header.mapId))
}
