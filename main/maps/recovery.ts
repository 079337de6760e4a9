import { readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { BadUpdate } from '../../shared/document/checkUpdate'
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

/**
 * Every journal that can be read.
 * @param unreadable told of each other one: it must not keep anybody from the rest of their maps, or from the app.
 */
export async function leftJournals(userData: string, unreadable: (name: string, error: unknown) => void): Promise<readonly LeftJournal[]> {
  const left: LeftJournal[] = []
  for (const name of await journalNames(userData)) {
    const path = join(journalFolder(userData), name)
    try {
      const content = await readJournal(path)
      if (content) left.push({ path, content })
    } catch (error) {
      unreadable(name, error)
    }
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
  if (document) takeIn(document, rest)
  return document
}

/**
 * Bring the edits of a journal into the document of its file.
 * @returns about how many of them the file did not hold; 0 only if it held them all.
 */
export function replay(document: MapDocument, { header, updates, unsaved, savedTo }: JournalContent): number {
  let changed = false
  const dispose = document.onUpdate(() => {
    changed = true
  })
  takeIn(document, updates)
  dispose()
  // The document it begins with holds the edit that it was begun for.
  return changed ? Math.max(1, unsaved + (header.dirty && savedTo === null ? 1 : 0)) : 0
}

/** All updates as one, because each alone would build a board; where one of them is bad, every other. */
function takeIn(document: MapDocument, updates: readonly Uint8Array[]): void {
  try {
    document.receiveAll(updates, 'load')
  } catch (error) {
    if (!(error instanceof BadUpdate)) throw error
    for (const update of updates) receiveUnlessBad(document, update)
  }
}

function receiveUnlessBad(document: MapDocument, update: Uint8Array): void {
  try {
    document.receive(update, 'load')
  } catch (error) {
    // Its bytes are as they were written, so it was never part of the map: the host refused it then as it is refused now.
    if (!(error instanceof BadUpdate)) throw error
  }
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
