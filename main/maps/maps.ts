import { mkdir, unlink } from 'node:fs/promises'
import { basename } from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result'
import type { Language } from '../../shared/i18n/translator'
import { samplePatches, templatePatches } from '../../shared/import/template'
import type { NewId } from '../../shared/model/ids'
import type { Patch } from '../../shared/model/patch'
import type { TemplateId } from '../../shared/model/templateIds'
import { disk as realDisk, type Disk } from '../files/disk'
import { errnoOf, isMissing } from '../files/errno'
import type { JournalContent } from '../files/journal'
import { draftJournal, fileJournal, journalFolder } from '../files/journalPaths'
import type { LoadFailure } from '../files/loadMap'
import { nameOf, type Recents } from '../files/recents'
import { AUTOSAVE_TIMES, type AutosaveTimes } from './autosave'
import type { MapHost } from './mapHost'
import { OpenHost, type OpenHostOptions } from './openHost'
import { isStill, openingOfFile, openingOfJournal, openingOfPatches, openingOfState, readJournalAt, type OpeningDeps } from './openings'
import { isUnfinished, leftJournals, nameOfLeft } from './recovery'

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
  readonly autosave?: AutosaveTimes
  readonly disk?: Disk
}

/** A map whose edits are on this computer only: the app ended before its file, or anybody, had them. */
export interface UnfinishedMap {
  /** Give it to `openUnfinished`. */
  readonly id: string
  /** Name of its file, or the title of a draft. */
  readonly name: string
  readonly draft: boolean
}

/** All open maps of the app. */
export interface Maps {
  /** The same real file gives the same host, however it is named. */
  openFile(path: string): Promise<Result<MapHost, OpenFailure>>
  newMap(options: {
    readonly template: TemplateId
    readonly title: string
    readonly language: Language
  }): Promise<Result<MapHost, 'unknown'>>
  openSample(language: Language): Promise<Result<MapHost, 'unknown'>>
  /** A draft from a state a window made of an import, checked like a stranger's file. */
  openState(state: Uint8Array, title: string): Promise<Result<MapHost, 'damaged' | 'limits' | 'unknown'>>
  /** A draft by its id in the list of recent maps. */
  openDraft(id: string): Promise<Result<MapHost, OpenFailure>>
  /** By id of the list of recent maps: a file or a draft. */
  openRecent(id: string): Promise<Result<MapHost, OpenFailure>>
  unfinished(): Promise<readonly UnfinishedMap[]>
  openUnfinished(id: string): Promise<Result<MapHost, OpenFailure>>
  open(): readonly MapHost[]
  /** Before quitting: everything is in its journal and, where that can be, in its file. */
  settle(): Promise<void>
}

export function createMaps(deps: MapsDeps): Maps {
  return new OpenMaps(deps)
}

class OpenMaps implements Maps {
  readonly #deps: MapsDeps & OpeningDeps
  readonly #hosts = new Map<string, MapHost>()
  /** Openings under way, by real path or map id: two of one map at a time give one host. */
  readonly #opening = new Map<string, Promise<Result<MapHost, OpenFailure>>>()

  constructor(deps: MapsDeps) {
    this.#deps = { ...deps, disk: deps.disk ?? realDisk }
  }

  async openFile(path: string): Promise<Result<MapHost, OpenFailure>> {
    let real: string
    try {
      real = await this.#deps.disk.realpath(path)
    } catch (error) {
      if (isMissing(error)) return fail('not-found')
      return fail('unreadable', errnoOf(error))
    }
    const open = await this.#whoHas((host) => host.file === real)
    if (open) return ok(open)
    return this.#once(real, async () => {
      const opening = await openingOfFile(real, this.#deps)
      return opening.ok ? ok(await this.#host(opening.value)) : opening
    })
  }

  async newMap({ template, title, language }: Parameters<Maps['newMap']>[0]): Promise<Result<MapHost, 'unknown'>> {
    const titled: Patch[] = title === '' ? [] : [{ op: 'settings', fields: { title } }]
    return this.#newDraft([...templatePatches(template, language, this.#deps.newId), ...titled])
  }

  async openSample(language: Language): Promise<Result<MapHost, 'unknown'>> {
    return this.#newDraft(samplePatches(language, this.#deps.newId))
  }

  async openState(state: Uint8Array, title: string): Promise<Result<MapHost, 'damaged' | 'limits' | 'unknown'>> {
    const opening = openingOfState(state, title, this.#deps)
    return opening.ok ? ok(await this.#host(opening.value)) : opening
  }

  async openDraft(id: string): Promise<Result<MapHost, OpenFailure>> {
    const open = await this.#whoHas((host) => host.file === null && host.id === id)
    if (open) return ok(open)
    return this.#once(id, async () => {
      const read = await readJournalAt(draftJournal(this.#deps.userData, id), this.#deps)
      if (!read.ok) return read
      return read.value ? this.#openJournal(read.value) : fail('not-found')
    })
  }

  async openRecent(id: string): Promise<Result<MapHost, OpenFailure>> {
    const target = await this.#deps.recents.target(id)
    if (!target) return fail('not-found')
    return target.kind === 'file' ? this.openFile(target.path) : this.openDraft(target.mapId)
  }

  async unfinished(): Promise<readonly UnfinishedMap[]> {
    const listed = new Set((await this.#deps.recents.list()).map(({ id }) => id))
    const { userData } = this.#deps
    const inUse = new Set(this.open().map(({ file, id }) => (file === null ? draftJournal(userData, id) : fileJournal(userData, file))))
    const left = await leftJournals(userData, this.#unreadable)
    return left
      .filter(({ path, content }) => {
        if (inUse.has(path)) return false
        const { mapId, file } = content.header
        // A draft that is nowhere in the list could not be found again, however it was closed.
        return isUnfinished(content) || (file === null && !listed.has(mapId))
      })
      .map(({ path, content }) => ({
        id: basename(path),
        name: nameOfLeft(content, this.#deps.clock),
        draft: content.header.file === null,
      }))
  }

  async openUnfinished(id: string): Promise<Result<MapHost, OpenFailure>> {
    const left = (await leftJournals(this.#deps.userData, this.#unreadable)).find(({ path }) => basename(path) === id)
    if (!left) return fail('not-found')
    const { file, mapId } = left.content.header
    if (file === null) return this.openDraft(mapId)
    if (await isStill(file, mapId, this.#deps)) return this.openFile(file)
    // Its file is gone, damaged, or another map by now: what the journal holds is whole, and becomes a draft.
    return this.#once(mapId, async () => {
      const opened = await this.#openJournal(left.content)
      if (opened.ok && left.path !== draftJournal(this.#deps.userData, mapId)) await unlink(left.path)
      return opened
    })
  }

  open(): readonly MapHost[] {
    return [...this.#hosts.values()]
  }

  async settle(): Promise<void> {
    await Promise.all(this.open().map((host) => host.settle()))
  }

  readonly #unreadable = (name: string, error: unknown): void => this.#deps.log(`the journal ${name} cannot be read`, errnoOf(error))

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
    const opening = work().finally(() => this.#opening.delete(key))
    this.#opening.set(key, opening)
    return opening
  }

  async #newDraft(patches: readonly Patch[]): Promise<Result<MapHost, 'unknown'>> {
    return ok(await this.#host(openingOfPatches(patches, this.#deps)))
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
      autosave: this.#deps.autosave ?? AUTOSAVE_TIMES,
      isOpen: (path, besides) => this.open().some((other) => other !== besides && other.file === path),
      onClosed: (closed) => this.#hosts.delete(closed.handle),
    })
    this.#hosts.set(host.handle, host)
    await host.start()
    const { file } = host
    if (file === null) await recents.touch({ kind: 'draft', mapId: host.id }, host.board().settings.title)
    else await recents.touch({ kind: 'file', path: file }, nameOf(file))
    return host
  }
}
