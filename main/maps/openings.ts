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
import { errnoOf } from '../files/errno'
import { readJournal, type JournalContent } from '../files/journal'
import { fileJournal } from '../files/journalPaths'
import { loadMap, tryOpen, type LoadFailure, type LoadedMap } from '../files/loadMap'
import { canWrite, MapFile } from '../files/mapFile'
import { sweepStaleTemps } from '../files/temps'
import type { OpenHostOptions } from './openHost'
import { documentOf, replay, setAsideJournal } from './recovery'

export interface OpeningDeps {
  readonly userData: string
  readonly clock: () => Date
  readonly newId: NewId
  readonly disk: Disk
  readonly log: (message: string, error?: unknown) => void
}

type WithJournal = Pick<OpenHostOptions, 'document' | 'frame' | 'recovered'>

/** What a map file is opened with, and with the edits that only its journal has. Nothing is written to the file. */
export async function openingOfFile(real: string, deps: OpeningDeps): Promise<Result<OpenHostOptions, LoadFailure>> {
  for (const errno of await sweepStaleTemps(deps.disk, dirname(real), deps.clock())) {
    deps.log('an old temporary file could not be removed', errno)
  }
  const file = new MapFile(real, deps)
  const loaded = await file.load()
  if (!loaded.ok) return loaded
  const readOnly = !(await canWrite(real, deps.disk))
  const journalled = await withJournal(real, loaded.value, deps)
  if (!journalled.ok) {
    loaded.value.document.destroy()
    return journalled
  }
  const { recovered } = journalled.value
  const { handEdited, repaired, modifiedAt } = loaded.value
  const asInFile = recovered === 0 && !repaired && (!handEdited || readOnly)
  return ok({
    ...journalled.value,
    file,
    readOnly,
    savedAt: asInFile ? modifiedAt : null,
    repaired,
    edited: recovered > 0 || handEdited,
  })
}

/** The document of the file, with the edits that only its journal has; a journal that cannot be read may not be written over either. */
async function withJournal(real: string, loaded: LoadedMap, deps: OpeningDeps): Promise<Result<WithJournal, 'unreadable'>> {
  const { document, frame, rebuilt } = loaded
  const path = fileJournal(deps.userData, real)
  const read = await readJournalAt(path, deps)
  if (!read.ok) return read
  const content = read.value
  if (!content) return ok({ document, frame, recovered: 0 })
  const { mapId } = content.header
  if (!rebuilt && mapId === frame.id) return ok({ document, frame, recovered: replay(document, content) })
  if (rebuilt && mapId === frame.derivedFrom) {
    // The journal has the whole document with its history; what was put together from the readable part is not needed.
    const kept = documentOf(content, deps.clock)
    if (kept) {
      document.destroy()
      const { derivedFrom: _none, ...rest } = frame
      return ok({ document: kept, frame: { ...rest, id: mapId }, recovered: Math.max(1, content.unsaved) })
    }
  }
  await setAsideJournal(path, deps.userData, content)
  return ok({ document, frame, recovered: 0 })
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

/** Whether the file at that path can be opened and is the map of that id. */
export async function isStill(path: string, mapId: string, deps: OpeningDeps): Promise<boolean> {
  const loaded = await loadMap(path, deps)
  if (!loaded.ok) return false
  loaded.value.document.destroy()
  const { id, derivedFrom } = loaded.value.frame
  return id === mapId || (loaded.value.rebuilt && derivedFrom === mapId)
}

/** A draft out of what a journal holds. */
export function openingOfJournal(content: JournalContent, { clock }: OpeningDeps): Result<OpenHostOptions, 'damaged'> {
  const document = documentOf(content, clock)
  if (!document) return fail('damaged', 'document')
  const { header, unsaved, closed } = content
  return ok(openingOfDraft(document, header.mapId, { edited: header.dirty || unsaved > 0, recovered: closed ? 0 : unsaved }))
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
  return ok(openingOfDraft(document, deps.newId('map'), { edited: true, recovered: 0 }))
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
