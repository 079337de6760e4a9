import { mkdir } from 'node:fs/promises'
import { basename } from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result'
import type { Language } from '../../shared/i18n/translator'
import { samplePatches, templatePatches } from '../../shared/import/template'
import { readableMap } from '../../shared/export/readableMap'
import type { ReadableMap } from '../../shared/export/readableSchema'
import type { NewId } from '../../shared/model/ids'
import type { Patch } from '../../shared/model/patch'
import type { TemplateId } from '../../shared/model/templateIds'
import { anotherMap } from '../files/checkMap'
import { disk as realDisk, type Disk } from '../files/disk'
import { resolveTarget, type WriteFailure } from '../files/durableWrite'
import { errnoOf, isMissing } from '../files/errno'
import type { JournalContent } from '../files/journal'
import { draftJournal, fileJournal, journalFolder } from '../files/journalPaths'
import { loadMap, type LoadFailure } from '../files/loadMap'
import type { MapCodec } from '../files/mapCodec'
import { nameOf, type Recents } from '../files/recents'
import { SavedStates } from '../files/savedStates'
import { VersionStore } from '../files/versionStore'
import { AUTOSAVE_TIMES, type AutosaveTimes } from './autosave'
import { forgetMap, type ForgetFailure } from './forgetMap'
import { LeftMaps, type UnfinishedMap } from './leftMaps'
import type { MapHost } from './mapHost'
import { OpenHost, type OpenHostOptions, type SurroundOptions } from './openHost'
import {
  openingOfFile,
  openingOfJournal,
  openingOfLeft,
  openingOfPatches,
  openingOfState,
  readJournalAt,
  type OpeningDeps,
} from './openings'
import { isThere } from './recovery'
import { writeVersionCopy } from './versionCopy'

/** Why a file did not open; `detail` is a key `openDetail.<detail>` of i18n, or an errno. The file is untouched. */
export type OpenFailure = LoadFailure

export interface MapsDeps {
  /** Folder for journals; made if it is missing. */
  readonly userData: string
  /** The person's home folder, left out of what is shown as a place. */
  readonly home: string
  readonly clock: () => Date
  readonly newId: NewId
  readonly recents: Recents
  /** Told of failures that no caller waits for. Never with note text. */
  readonly log: (message: string, error?: unknown) => void
  /** Display name of the person at this computer, for what is kept under a name. */
  readonly who?: () => string
  readonly autosave?: AutosaveTimes
  /** How what is round the files of open maps is watched. Absent: not at all. */
  readonly surround?: SurroundOptions
  readonly disk?: Disk
  readonly codec?: MapCodec
  /** Longest that the file of an unfinished map is waited for, in milliseconds. */
  readonly lookMs?: number
}

/** A local disk answers at once, a network that is there within a second or two. */
const LOOK_MS = 3_000

/** All open maps of the app. */
export interface Maps {
  /** The same real file gives the same host, however it is named. */
  openFile(path: string): Promise<Result<MapHost, OpenFailure>>
  /** What a file says without opening it, and what its map says by now where it is open. Nothing is written. */
  read(path: string): Promise<Result<ReadableMap, OpenFailure>>
  newMap(options: { readonly template: TemplateId; readonly title: string; readonly language: Language }): Promise<MapHost>
  openSample(language: Language): Promise<MapHost>
  /** A draft from a state a window made of an import, checked like a stranger's file. */
  openState(state: Uint8Array, title: string): Promise<Result<MapHost, 'damaged' | 'limits'>>
  /** A draft by its id in the list of recent maps. */
  openDraft(id: string): Promise<Result<MapHost, OpenFailure>>
  /** By id of the list of recent maps: a file or a draft. */
  openRecent(id: string): Promise<Result<MapHost, OpenFailure>>
  unfinished(): Promise<readonly UnfinishedMap[]>
  openUnfinished(id: string): Promise<Result<MapHost, OpenFailure>>
  open(): readonly MapHost[]
  /** The open map whose file that is or would be, however it is named. */
  openAt(path: string): Promise<MapHost | undefined>
  /** Write an earlier version of a map to another file, as a map of its own. */
  writeCopy(path: string, version: ReadableMap, derivedFrom: string): Promise<Result<null, WriteFailure>>
  /** Take away everything that this computer keeps of a map of that list besides its file. */
  forget(recentId: string, options: { readonly evenUnsaved: boolean }): Promise<Result<null, ForgetFailure>>
  /** Before quitting: everything is in its journal and, where that can be, in its file. */
  settle(): Promise<void>
}

export function createMaps(deps: MapsDeps): Maps {
  return new OpenMaps(deps)
}

class OpenMaps implements Maps {
  readonly #deps: MapsDeps & OpeningDeps
  readonly #versions: VersionStore
  readonly #hosts = new Map<string, MapHost>()
  readonly #left: LeftMaps
  /** Openings under way, by real path or map id: two of one map at a time give one host. */
  readonly #opening = new Map<string, Promise<Result<MapHost, OpenFailure>>>()
  /** Real paths that open maps are just going to. */
  readonly #reserved = new Map<string, Promise<unknown>>()
  /** What is opened meanwhile waits for it. */
  #forgetting: Promise<unknown> = Promise.resolve()

  constructor(deps: MapsDeps) {
    this.#versions = new VersionStore(deps)
    this.#deps = { ...deps, disk: deps.disk ?? realDisk, lookMs: deps.lookMs ?? LOOK_MS, versions: this.#versions }
    this.#left = new LeftMaps(this.#deps)
  }

  async openFile(path: string): Promise<Result<MapHost, OpenFailure>> {
    const found = await realPathOf(path, this.#deps.disk)
    if (!found.ok) return found
    const real = found.value
    // Whoever goes there has the file when it is done, or has not made it.
    await Promise.allSettled([this.#reserved.get(real)])
    const open = await this.#whoHas((host) => host.file === real)
    if (open) return ok(open)
    return this.#once(real, async () => {
      const opening = await openingOfFile(real, this.#deps)
      return opening.ok ? ok(await this.#host(opening.value)) : opening
    })
  }

  async read(path: string): Promise<Result<ReadableMap, OpenFailure>> {
    const real = await realPathOf(path, this.#deps.disk)
    if (!real.ok) return real
    const open = this.open().find((host) => host.file === real.value)
    if (open) return ok(readableMap(open.board()))
    const loaded = await loadMap(real.value, this.#deps)
    if (!loaded.ok) return loaded
    const map = readableMap(loaded.value.document.board())
    loaded.value.document.destroy()
    return ok(map)
  }

  async newMap({ template, title, language }: Parameters<Maps['newMap']>[0]): Promise<MapHost> {
    const titled: Patch[] = title === '' ? [] : [{ op: 'settings', fields: { title } }]
    return this.#newDraft([...templatePatches(template, language, this.#deps.newId), ...titled], { fresh: true })
  }

  async openSample(language: Language): Promise<MapHost> {
    return this.#newDraft(samplePatches(language, this.#deps.newId), { fresh: false })
  }

  async openState(state: Uint8Array, title: string): Promise<Result<MapHost, 'damaged' | 'limits'>> {
    const opening = openingOfState(state, title, this.#deps)
    return opening.ok ? ok(await this.#host(opening.value)) : opening
  }

  openDraft(id: string): Promise<Result<MapHost, OpenFailure>> {
    return this.#openDraft(id, () => readJournalAt(draftJournal(this.#deps.userData, id), this.#deps))
  }

  async #openDraft(id: string, read: () => Promise<Result<JournalContent | null, 'unreadable'>>): Promise<Result<MapHost, OpenFailure>> {
    const open = await this.#whoHas((host) => host.file === null && host.id === id)
    if (open) return ok(open)
    return this.#once(id, async () => {
      const journal = await read()
      if (!journal.ok) return journal
      return journal.value ? this.#openJournal(journal.value) : fail('not-found')
    })
  }

  async openRecent(id: string): Promise<Result<MapHost, OpenFailure>> {
    const target = await this.#deps.recents.target(id)
    if (!target) return fail('not-found')
    return target.kind === 'file' ? this.openFile(target.path) : this.openDraft(target.mapId)
  }

  unfinished(): Promise<readonly UnfinishedMap[]> {
    return this.#left.list(new Set(this.open().map((host) => journalOf(host, this.#deps.userData))))
  }

  async openUnfinished(id: string): Promise<Result<MapHost, OpenFailure>> {
    const left = await this.#left.read(id)
    if (!left.ok) return left
    if (!left.value) return fail('not-found')
    const { file, mapId } = left.value.header
    const { userData } = this.#deps
    // A draft, or the edits of a map that another one took the place of.
    if (id === basename(draftJournal(userData, mapId))) return this.#openDraft(mapId, () => this.#left.read(id))
    const path = file !== null && id === basename(fileJournal(userData, file)) ? file : null
    const open = path === null ? undefined : await this.#whoHas((host) => host.file === path)
    if (open) return ok(open)
    return this.#once(path ?? id, async () => {
      const journal = await this.#left.read(id)
      if (!journal.ok) return journal
      if (!journal.value) return fail('not-found')
      const opening = path === null ? openingOfJournal(journal.value, this.#deps) : await openingOfLeft(path, journal.value, this.#deps)
      if (!opening.ok) return opening
      const host = await this.#host(await this.#withOwnJournal(opening.value))
      this.#left.forget(id)
      // As a draft it has a journal under its own name from now on, unless that could not be written.
      if (host.file === null && host.status().kind !== 'notSaved') await this.#left.remove(id)
      return ok(host)
    })
  }

  /** A draft by whose id there is one already, out of another copy of the same map: it becomes another map, for both would write one journal. */
  async #withOwnJournal(options: OpenHostOptions): Promise<OpenHostOptions> {
    const { userData, newId, disk } = this.#deps
    if (options.file !== null) return options
    const path = draftJournal(userData, options.frame.id)
    const taken = this.open().some((host) => journalOf(host, userData) === path) || (await isThere(path, disk))
    return taken ? { ...options, frame: anotherMap(options.frame, newId) } : options
  }

  open(): readonly MapHost[] {
    return [...this.#hosts.values()]
  }

  async openAt(path: string): Promise<MapHost | undefined> {
    try {
      const real = await resolveTarget(this.#deps.disk, path)
      return this.open().find(({ file }) => file === real)
    } catch (error) {
      this.#deps.log('where a file would be written is not known', errnoOf(error))
      return undefined
    }
  }

  writeCopy(path: string, version: ReadableMap, derivedFrom: string): Promise<Result<null, WriteFailure>> {
    return writeVersionCopy(path, version, derivedFrom, this.#deps)
  }

  async forget(recentId: string, { evenUnsaved }: { readonly evenUnsaved: boolean }): Promise<Result<null, ForgetFailure>> {
    const forgotten = await forgetMap(recentId, evenUnsaved, {
      ...this.#deps,
      open: () => this.open(),
      isOpening: (key) => this.#opening.has(key),
      alone: (work) => {
        const forgetting = work()
        this.#forgetting = Promise.allSettled([this.#forgetting, forgetting])
        return forgetting
      },
    })
    if (!forgotten.ok) return forgotten
    for (const journal of forgotten.value) this.#left.forget(journal)
    return ok(null)
  }

  async settle(): Promise<void> {
    await Promise.all(this.open().map((host) => host.settle()))
  }

  /** The host that has a map already. One that is letting go of it may still be writing; it is waited for and does not count. */
  async #whoHas(isMap: (host: MapHost) => boolean): Promise<MapHost | undefined> {
    for (;;) {
      const host = this.open().find(isMap)
      if (!host?.closing) return host
      // Why closing failed is for whoever asked for it; the host is open again then.
      await host.closing.then(undefined, () => undefined)
    }
  }

  #once(key: string, work: () => Promise<Result<MapHost, OpenFailure>>): Promise<Result<MapHost, OpenFailure>> {
    const known = this.#opening.get(key)
    if (known) return known
    const opening = this.#unlessThrown(work).finally(() => this.#opening.delete(key))
    this.#opening.set(key, opening)
    return opening
  }

  /** Whatever goes wrong with one map, it must keep nobody from the others, or from the app. */
  async #unlessThrown(work: () => Promise<Result<MapHost, OpenFailure>>): Promise<Result<MapHost, OpenFailure>> {
    try {
      await this.#forgetting
      return await work()
    } catch (error) {
      this.#deps.log('a map could not be opened', error)
      return fail('unreadable', errnoOf(error))
    }
  }

  async #newDraft(patches: readonly Patch[], { fresh }: { readonly fresh: boolean }): Promise<MapHost> {
    return this.#host({ ...openingOfPatches(patches, this.#deps), fresh })
  }

  async #openJournal(content: JournalContent): Promise<Result<MapHost, OpenFailure>> {
    const opening = openingOfJournal(content, this.#deps)
    return opening.ok ? ok(await this.#host(opening.value)) : opening
  }

  async #host(options: OpenHostOptions): Promise<MapHost> {
    const { userData, recents, log } = this.#deps
    try {
      await mkdir(journalFolder(userData), { recursive: true, mode: 0o700 })
    } catch (error) {
      // The first edit will say that it cannot be kept; looking at the map needs no journal.
      log('the folder of the journals cannot be made', errnoOf(error))
    }
    const host = new OpenHost(options, {
      ...this.#deps,
      versions: this.#versions,
      states: new SavedStates(this.#deps),
      who: this.#deps.who ?? (() => ''),
      autosave: this.#deps.autosave ?? AUTOSAVE_TIMES,
      isOpen: (path, besides) =>
        this.open().some((other) => other !== besides && other.file === path) ||
        (besides.file !== path && (this.#opening.has(path) || this.#reserved.has(path))),
      reserve: (path, go) => {
        const going = go().finally(() => this.#reserved.delete(path))
        this.#reserved.set(path, going)
        return going
      },
      onClosed: (closed) => this.#hosts.delete(closed.handle),
    })
    this.#hosts.set(host.handle, host)
    this.#left.forget(journalOf(host, userData))
    await host.start()
    const { file } = host
    if (file === null) await recents.touch({ kind: 'draft', mapId: host.id }, host.board().settings.title)
    else await recents.touch({ kind: 'file', path: file, mapId: host.id, earlier: host.earlierIds }, nameOf(file))
    return host
  }
}

function journalOf({ file, id }: MapHost, userData: string): string {
  return file === null ? draftJournal(userData, id) : fileJournal(userData, file)
}

async function realPathOf(path: string, disk: Disk): Promise<Result<string, 'not-found' | 'unreadable'>> {
  try {
    return ok(await disk.realpath(path))
  } catch (error) {
    return isMissing(error) ? fail('not-found') : fail('unreadable', errnoOf(error))
  }
}
