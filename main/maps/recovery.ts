import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { BadUpdate } from '../../shared/document/checkUpdate'
import type { MapDocument } from '../../shared/document/mapDocument'
import { diffBoards } from '../../shared/analysis/boardDiff'
import { mergeInto } from '../../shared/merge/mergeInto'
import { readableMap } from '../../shared/export/readableMap'
import type { Board } from '../../shared/model/board'
import type { NewId } from '../../shared/model/ids'
import type { Disk } from '../files/disk'
import { isMissing } from '../files/errno'
import { applyMap } from '../files/fileDocument'
import { isGarbled } from '../files/garbled'
import { readJournal, type JournalContent } from '../files/journal'
import { copyJournal, draftJournal, JOURNAL_ENDING, journalFolder } from '../files/journalPaths'
import type { LoadedMap } from '../files/loadMap'
import { tryOpen } from '../files/tryOpen'
import { addMissing, withoutNotes } from '../files/unionMap'

/** A journal that was left behind, with what it says. */
export interface LeftJournal {
  readonly path: string
  readonly content: JournalContent
}

/**
 * Every journal that can be read.
 * @param unreadable told of each other one: it must not keep anybody from the rest of their maps, or from the app.
 */
export async function leftJournals(
  userData: string,
  disk: Disk,
  unreadable: (name: string, error: unknown) => void,
): Promise<readonly LeftJournal[]> {
  const left: LeftJournal[] = []
  for (const name of await journalNames(userData)) {
    const path = join(journalFolder(userData), name)
    try {
      const content = await readJournal(path, disk)
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

/** A document with what a journal brought into it. */
export interface Replayed {
  readonly document: MapDocument
  /** How many records of the board the journal changed, as a person would count them. */
  readonly recovered: number
}

/** The document of a journal alone; null where its beginning is gone. It counts what came after the beginning. */
export function documentOf({ updates }: Pick<JournalContent, 'updates'>, clock: () => Date): Replayed | null {
  const [state, ...rest] = updates
  const document = state ? tryOpen(state, { clock }) : null
  if (!document) return null
  const before = document.board()
  takeIn(document, rest)
  return { document, recovered: changesBetween(before, document.board()) }
}

/**
 * Bring the edits of a journal into the document of its file. Somebody else may have written the file since: where both changed one thing, both
 * values are kept, as in every merge.
 * @returns `changed`: whether the document holds anything now that the file does not, be it an edit and its undoing.
 */
export function replay(
  document: MapDocument,
  content: JournalContent,
  clock: () => Date,
): { readonly changed: boolean; readonly recovered: number } {
  let changed = false
  const dispose = document.onUpdate(() => {
    changed = true
  })
  const before = document.board()
  const kept = documentOf(content, clock)?.document
  const apart = kept !== undefined && !document.sharesHistoryWith(kept)
  if (kept) mergeInto(document, kept, { at: clock().toISOString() })
  kept?.destroy()
  // An update that waits for one which only the file has is in no document but this one.
  if (!apart) takeIn(document, content.updates)
  dispose()
  return { changed, recovered: changed ? changesBetween(before, document.board()) : 0 }
}

/** What the file held when it was last known to hold everything that the journal has; null where it never was. */
function lastInFile({ header, updates, unsaved, savedTo }: JournalContent, clock: () => Date): Board | null {
  if (savedTo === null && header.dirty) return null
  const known = documentOf({ updates: updates.slice(0, updates.length - unsaved) }, clock)?.document
  const board = known?.board() ?? null
  known?.destroy()
  return board
}

/**
 * Bring what a damaged file still says into the document of its journal, for others may have written it since. What the damage took away is not
 * something that anybody deleted, and half of a note is not what anybody wrote.
 * @param rebuilt put together from the readable part of the file; it is changed.
 */
export function takeInRebuilt(
  kept: MapDocument,
  { document: rebuilt, salvage }: Pick<LoadedMap, 'document' | 'salvage'>,
  content: JournalContent,
  deps: { readonly clock: () => Date; readonly newId: NewId },
): void {
  if (salvage?.notes === 0) return
  const base = lastInFile(content, deps.clock)
  const was = base && readableMap(base)
  if (was && isGarbled(readableMap(rebuilt.board()), was)) return
  if (salvage) {
    const whole = withoutNotes(readableMap(rebuilt.board()), new Set<string>(salvage.partial))
    applyMap(rebuilt, was ? addMissing(whole, was) : whole, deps)
  }
  mergeInto(kept, rebuilt, { at: deps.clock().toISOString(), ...(base && { base }) })
}

/** In how many records two boards differ, as a person would count them: however many letters of a note were typed, it is one. */
export function changesBetween(before: Board, after: Board): number {
  return diffBoards(before, after).changes.length
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

/**
 * The journal of a map that is no longer at its path: kept under the map's id, so that the next map there cannot write over it, and beside another
 * one of that id, which is of a copy of the map.
 */
export async function setAsideJournal(path: string, userData: string, { header: { mapId } }: JournalContent, disk: Disk): Promise<void> {
  const own = draftJournal(userData, mapId)
  await disk.rename(path, (await isThere(own, disk)) ? copyJournal(userData, mapId, randomBytes(4).toString('hex')) : own)
}

/** Whether anything is at a path, a link to nothing too. Throws what the disk throws where nobody can tell. */
export async function isThere(path: string, disk: Disk): Promise<boolean> {
  try {
    await disk.lstat(path)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}
