import { basename, dirname } from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result'
import type { MapDocument } from '../../shared/document/mapDocument'
import { openMapDocument } from '../../shared/document/yjsDocument'
import type { NewId } from '../../shared/model/ids'
import { LIMITS } from '../../shared/model/limits'
import type { Patch } from '../../shared/model/patch'
import { countsOver } from '../files/counts'
import type { Disk } from '../files/disk'
import { newFrame } from '../files/envelope'
import { errnoOf, isMissing } from '../files/errno'
import { readJournal, type JournalContent } from '../files/journal'
import { fileJournal } from '../files/journalPaths'
import type { LoadFailure, LoadedMap } from '../files/loadMap'
import type { MapCodec } from '../files/mapCodec'
import { canWrite, MapFile } from '../files/mapFile'
import type { Recents } from '../files/recents'
import { sweepStaleTemps } from '../files/temps'
import { tryOpen } from '../files/tryOpen'
import type { VersionStore } from '../files/versionStore'
import type { OpenHostOptions } from './openHost'
import { changesBetween, documentOf, replay, setAsideJournal, takeInRebuilt } from './recovery'
import { fileStateOf } from './savedMap'
import { filledUp, insteadOf } from './rescue'

export interface OpeningDeps {
  readonly userData: string
  readonly clock: () => Date
  readonly newId: NewId
  readonly disk: Disk
  readonly codec?: MapCodec
  readonly log: (message: string, error?: unknown) => void
  /** Longest that the file of an unfinished map is waited for, in milliseconds. */
  readonly lookMs: number
  readonly recents: Recents
  readonly versions: VersionStore
}

/** A file that was looked at: what it holds, and whether it may be written. */
interface Looked {
  readonly file: MapFile
  readonly loaded: LoadedMap
  readonly readOnly: boolean
  readonly linked: boolean
}

type WithJournal = Pick<OpenHostOptions, 'document' | 'frame' | 'recovered'> & { readonly asInFile: boolean }

/** What a map file is opened with, and with the edits that only its journal has. Nothing is written to the file. */
export async function openingOfFile(real: string, deps: OpeningDeps): Promise<Result<OpenHostOptions, LoadFailure>> {
  // A journal that cannot be read may not be written over either.
  const journal = await readJournalAt(fileJournal(deps.userData, real), deps)
  const looked = await look(real, deps, journal.ok ? journal.value : null)
  if (!looked.ok) return looked
  if (journal.ok) return ok(await openingOfLooked(looked.value, journal.value, deps))
  looked.value.loaded.document.destroy()
  return journal
}

/**
 * What a map is opened with whose edits were left in the journal of its file. A file that does not answer in time is not waited for: the journal
 * holds the whole map, which is that of the file all the same and is brought together with it by the first save that gets there.
 * A file that is gone, damaged, or another map by now leaves a draft.
 */
export async function openingOfLeft(file: string, content: JournalContent, deps: OpeningDeps): Promise<Result<OpenHostOptions, 'damaged'>> {
  const looking = lookAgain(file, deps)
  const looked = await inTime(looking, deps.lookMs)
  if (looked === 'late') {
    deps.log('the file of an unfinished map does not answer; the map is opened from its journal')
    void looking.then((late) => late.ok && late.value.loaded.document.destroy())
    const opening = openingOfJournal(content, deps)
    return opening.ok ? ok({ ...opening.value, file: new MapFile(file, deps), edited: true }) : opening
  }
  if (!looked.ok) return openingOfJournal(content, deps)
  const { document, frame, rebuilt } = looked.value.loaded
  const { mapId } = content.header
  if (frame.id === mapId || (rebuilt && frame.derivedFrom === mapId)) return ok(await openingOfLooked(looked.value, content, deps))
  document.destroy()
  return openingOfJournal(content, deps)
}

async function look(real: string, deps: OpeningDeps, journal: JournalContent | null): Promise<Result<Looked, LoadFailure>> {
  for (const errno of await sweepStaleTemps(deps.disk, dirname(real), deps.clock())) {
    deps.log('an old temporary file could not be removed', errno)
  }
  const file = new MapFile(real, deps)
  const read = await file.load({ newer: true })
  const loaded = read.ok ? ok(await withVersion(read.value, journal, deps)) : await insteadOf(real, read, mapIn(journal), deps)
  if (!loaded.ok) return loaded
  file.adopt(loaded.value.hash)
  const readOnly = loaded.value.newer || !(await canWrite(real, deps.disk))
  return ok({ file, loaded: loaded.value, readOnly, linked: !readOnly && (await hasOtherName(real, deps.disk)) })
}

/** Whether the disk has that very file under another name too. */
async function hasOtherName(path: string, disk: Disk): Promise<boolean> {
  try {
    return (await disk.stat(path)).nlink > 1
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/** A journal knows better than a version what the file lacks. */
async function withVersion(loaded: LoadedMap, journal: JournalContent | null, deps: OpeningDeps): Promise<LoadedMap> {
  const { rebuilt, frame } = loaded
  return rebuilt && frame.derivedFrom === (mapIn(journal) ?? '') ? loaded : filledUp(loaded, deps)
}

/** The map whose whole document a journal holds. */
function mapIn(journal: JournalContent | null): string | null {
  return journal && journal.updates.length > 0 ? journal.header.mapId : null
}

/** At a path that was real once and may be a link by now; then another map is meant. */
async function lookAgain(path: string, deps: OpeningDeps): Promise<Result<Looked, LoadFailure>> {
  try {
    if ((await deps.disk.realpath(path)) !== path) return fail('not-found')
  } catch (error) {
    return fail('unreadable', errnoOf(error))
  }
  return look(path, deps, null)
}

async function inTime<T>(work: Promise<T>, ms: number): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

async function openingOfLooked(
  { file, loaded, readOnly, linked }: Looked,
  journal: JournalContent | null,
  deps: OpeningDeps,
): Promise<OpenHostOptions> {
  const base = fileStateOf(loaded.document)
  const { document, frame, recovered, asInFile } = await withJournal(file.path, loaded, journal, deps)
  const { handEdited, repaired, modifiedAt } = loaded
  const unchanged = asInFile && !repaired && (!handEdited || readOnly)
  return {
    document,
    frame,
    file,
    base,
    readOnly,
    savedAt: unchanged ? modifiedAt : null,
    recovered,
    repaired,
    newer: loaded.newer,
    linked,
    salvage: document === loaded.document ? loaded.salvage : null,
    edited: !asInFile || handEdited,
  }
}

/** The document of the file, with the edits that only its journal has. */
async function withJournal(real: string, loaded: LoadedMap, content: JournalContent | null, deps: OpeningDeps): Promise<WithJournal> {
  const { document, frame, rebuilt, newer } = loaded
  const alone = { document, frame, recovered: 0, asInFile: true }
  // What was written to a map before a newer app took it over waits for that app.
  if (!content || newer) return alone
  const { mapId } = content.header
  if (!rebuilt && mapId === frame.id) {
    const { changed, recovered } = replay(document, content, deps.clock)
    return { document, frame, recovered, asInFile: !changed }
  }
  if (rebuilt && mapId === frame.derivedFrom) {
    // The journal has the whole document with its history, and the readable part what others wrote since.
    const kept = documentOf(content, deps.clock)
    if (kept) {
      const inFile = document.board()
      takeInRebuilt(kept.document, loaded, content, deps)
      const recovered = changesBetween(inFile, kept.document.board())
      document.destroy()
      const { derivedFrom: _none, rebuiltFrom: [_itself, ...earlier] = [], ...rest } = frame
      const before = earlier.length > 0 ? { rebuiltFrom: earlier } : {}
      return { document: kept.document, frame: { ...rest, ...before, id: mapId }, recovered, asInFile: false }
    }
  }
  await setAsideJournal(fileJournal(deps.userData, real), deps.userData, content, deps.disk)
  return alone
}

/** A journal, null where there is none; one that cannot be read is logged. */
export async function readJournalAt(
  path: string,
  { disk, log }: Pick<OpeningDeps, 'disk' | 'log'>,
): Promise<Result<JournalContent | null, 'unreadable'>> {
  try {
    return ok(await readJournal(path, disk))
  } catch (error) {
    log(`the journal ${basename(path)} cannot be read`, errnoOf(error))
    return fail('unreadable', errnoOf(error))
  }
}

/** A draft out of what a journal holds. */
export function openingOfJournal(content: JournalContent, { clock }: Pick<OpeningDeps, 'clock'>): Result<OpenHostOptions, 'damaged'> {
  const kept = documentOf(content, clock)
  if (!kept) return fail('damaged', 'document')
  const { header, unsaved, closed } = content
  const { document } = kept
  // A draft that nobody edited leaves no journal when it is closed; one that holds a named version only has no update in it.
  const edited = header.dirty || unsaved > 0 || closed
  // A journal begins with the edit that it was begun for: a note, or a whole import.
  const recovered = Math.max(edited ? 1 : 0, kept.recovered)
  return ok(openingOfDraft(document, header.mapId, { edited, recovered: closed ? 0 : recovered }))
}

/** A draft out of a state that a stranger may have made. */
export function openingOfState(state: Uint8Array, title: string, deps: OpeningDeps): Result<OpenHostOptions, 'damaged' | 'limits'> {
  if (state.byteLength > LIMITS.docBytes) return fail('limits', 'document-bytes')
  const document = tryOpen(state, deps)
  if (!document) return fail('damaged', 'document')
  const over = countsOver(document.board())
  if (over) {
    document.destroy()
    return fail('limits', over)
  }
  if (title !== '' && document.board().settings.title === '') write(document, [{ op: 'settings', fields: { title } }])
  return ok({ ...openingOfDraft(document, deps.newId('map'), { edited: true, recovered: 0 }), fresh: true })
}

/** A new draft that nobody edited yet. */
export function openingOfPatches(patches: readonly Patch[], { clock, newId }: OpeningDeps): OpenHostOptions {
  const document = openMapDocument({ clock })
  write(document, patches)
  return openingOfDraft(document, newId('map'), { edited: false, recovered: 0 })
}

function openingOfDraft(document: MapDocument, mapId: string, from: Pick<OpenHostOptions, 'edited' | 'recovered'>): OpenHostOptions {
  return { document, frame: newFrame(mapId), file: null, readOnly: false, savedAt: null, repaired: false, ...from }
}

function write(document: MapDocument, patches: readonly Patch[]): void {
  if (patches.length > 0) document.write(patches, { what: 'import', count: patches.length })
}
