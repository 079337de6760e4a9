import { Listeners, type Dispose } from '../../shared/base/disposable'
import { fail, ok, type Result } from '../../shared/base/result'
import { BadUpdate } from '../../shared/document/checkUpdate'
import type { MapDocument } from '../../shared/document/mapDocument'
import type { SaveStatus } from '../../shared/ipc/contract'
import type { Board } from '../../shared/model/board'
import type { NewId } from '../../shared/model/ids'
import type { Disk } from '../files/disk'
import { resolveTarget, writeFailureOf } from '../files/durableWrite'
import { disk as realDisk } from '../files/disk'
import type { EnvelopeFrame } from '../files/envelope'
import type { JournalHeader } from '../files/journal'
import { draftJournal, fileJournal } from '../files/journalPaths'
import { loadMap } from '../files/loadMap'
import { MapFile } from '../files/mapFile'
import { nameOf, placeOf, recentIdOf, type Recents } from '../files/recents'
import { Autosave, type AutosaveTimes } from './autosave'
import { JournalKeeper } from './journalKeeper'
import { FILE_PEER, type MapHost, type Peer, type ReceiveFailure, type Saved, type SaveFailure } from './mapHost'

/** What a map is opened with: from a file, from a journal, or new. */
export interface OpenHostOptions {
  readonly document: MapDocument
  readonly frame: EnvelopeFrame
  readonly file: MapFile | null
  readonly readOnly: boolean
  /** When the file was last written, if the document is as it is in the file. */
  readonly savedAt: Date | null
  readonly recovered: number
  readonly repaired: boolean
  /** Whether a person made or edited it: a draft that nobody did is not kept when it is closed. */
  readonly edited: boolean
}

export interface HostDeps {
  readonly userData: string
  readonly home: string
  readonly clock: () => Date
  readonly newId: NewId
  readonly recents: Recents
  readonly log: (message: string, error?: unknown) => void
  readonly autosave: AutosaveTimes
  readonly disk?: Disk
  /** Whether another open map has that real path. */
  readonly isOpen: (path: string, besides: MapHost) => boolean
  readonly onClosed: (host: MapHost) => void
}

type NotSaved = Extract<SaveStatus, { kind: 'notSaved' }>

/** Updates that the host itself made. */
const HOST_PEER: Peer = 'host'

/** How often a file that changes under our hands is brought together before the person is told. */
const MERGES = 3

export class OpenHost implements MapHost {
  readonly handle: string
  readonly recovered: number
  readonly #deps: HostDeps
  readonly #document: MapDocument
  readonly #updates = new Listeners<[Uint8Array, Peer]>()
  readonly #statuses = new Listeners<[SaveStatus]>()
  readonly #autosave: Autosave
  #keeper: JournalKeeper
  #frame: EnvelopeFrame
  #file: MapFile | null
  #readOnly: boolean
  #repaired: boolean
  #edited: boolean
  #savedAt: Date | null
  /** Counts the changes of the document; the file holds them all when the two are equal. */
  #version = 0
  #savedVersion: number
  #keeping = 0
  #saving = false
  #notSaved: NotSaved | null = null
  #journalFailed: string | null = null
  #told = ''
  #sender: Peer = HOST_PEER
  #queue: Promise<unknown> = Promise.resolve()
  #closed = false

  constructor(options: OpenHostOptions, deps: HostDeps) {
    this.#deps = deps
    this.#document = options.document
    this.#frame = options.frame
    this.#file = options.file
    this.#readOnly = options.readOnly
    this.#repaired = options.repaired
    this.#edited = options.edited
    this.#savedAt = options.savedAt
    this.#savedVersion = options.savedAt ? 0 : -1
    this.handle = deps.newId('handle')
    this.recovered = options.recovered
    this.#keeper = this.#newKeeper()
    this.#autosave = new Autosave(
      deps.autosave,
      async () => this.#closed || !this.#file || (await this.#enqueue(() => this.#save(true))).ok,
    )
    this.#document.onUpdate((update, origin) => {
      this.#version += 1
      this.#updates.emit(update, origin === 'remote' ? this.#sender : HOST_PEER)
      if (origin !== 'remote') void this.#keep(update)
    })
  }

  /**
   * Put what the file does not hold into the journal, and see that it gets into the file. Called once, before any window sees the map.
   */
  async start(): Promise<void> {
    if (!this.#isDirty()) return
    await this.#track(this.#keeper.begin())
    // What was put together from a damaged file is written when the person edits it or says so.
    if (this.#file && !this.#readOnly && !this.#repaired) this.#autosave.edited()
  }

  get id(): string {
    return this.#frame.id
  }

  get file(): string | null {
    return this.#file?.path ?? null
  }

  get name(): string | null {
    return this.#file ? nameOf(this.#file.path) : null
  }

  get place(): string | null {
    return this.#file ? placeOf(this.#file.path, this.#deps.home) : null
  }

  get recentId(): string {
    return recentIdOf(this.#file ? { kind: 'file', path: this.#file.path } : { kind: 'draft', mapId: this.id })
  }

  get readOnly(): boolean {
    return this.#readOnly
  }

  get rebuilt(): boolean {
    return this.#repaired
  }

  board(): Board {
    return this.#document.board()
  }

  encode(): Uint8Array {
    return this.#document.encode()
  }

  status(): SaveStatus {
    const dirty = this.#isDirty()
    if (this.#saving) return { kind: 'saving' }
    if (dirty && this.#journalFailed !== null) return { kind: 'notSaved', reason: 'journal', detail: this.#journalFailed }
    if (dirty && this.#notSaved) return this.#notSaved
    if (this.#keeping > 0) return { kind: 'keeping' }
    if (!dirty && this.#savedAt) return { kind: 'saved', at: this.#savedAt.toISOString() }
    return { kind: 'kept' }
  }

  async receive(update: Uint8Array, peer: Peer): Promise<Result<null, ReceiveFailure>> {
    if (this.#closed) return fail('closed')
    if (this.#readOnly) return fail('read-only')
    try {
      this.#apply(update, peer)
    } catch (error) {
      if (error instanceof BadUpdate) return fail('bad-update', error.message)
      throw error
    }
    this.#edited = true
    if (this.#file) this.#autosave.edited()
    // Kept whether it changed anything or not: it may be waiting for another one that is still on its way.
    return this.#keep(update)
  }

  save(): Promise<Result<Saved, SaveFailure>> {
    return this.#enqueue(() => this.#save(false))
  }

  saveAs(path: string): Promise<Result<Saved, SaveFailure>> {
    return this.#enqueue(() => this.#saveAs(path))
  }

  onUpdate(listener: (update: Uint8Array, peer: Peer) => void): Dispose {
    return this.#updates.add(listener)
  }

  onStatus(listener: (status: SaveStatus) => void): Dispose {
    return this.#statuses.add(listener)
  }

  async settle(): Promise<void> {
    await this.#keeper.flush()
    if (this.#file && !this.#readOnly && this.#edited && this.#isDirty()) await this.save()
    await this.#queue
  }

  async close(): Promise<void> {
    if (this.#closed) return
    await this.settle()
    if (this.#closed) return
    this.#closed = true
    this.#autosave.stop()
    await this.#leaveJournal()
    this.#deps.onClosed(this)
    this.#document.destroy()
  }

  /** A journal stays behind only where it holds something that no file does. */
  async #leaveJournal(): Promise<void> {
    if (this.#edited && (!this.#file || this.#isDirty())) {
      await this.#keeper.closed()
      await this.#keeper.close()
      if (!this.#file) await this.#deps.recents.touch({ kind: 'draft', mapId: this.id }, this.board().settings.title)
      return
    }
    const discarded = await this.#keeper.discard()
    if (!discarded.ok) this.#deps.log('a journal that is not needed could not be removed', discarded.detail)
    if (!this.#file) await this.#deps.recents.forget(this.recentId)
  }

  #apply(update: Uint8Array, peer: Peer): void {
    this.#sender = peer
    try {
      this.#document.receive(update, 'remote')
    } finally {
      this.#sender = HOST_PEER
    }
  }

  #keep(update: Uint8Array): Promise<Result<null, 'journal'>> {
    return this.#track(this.#keeper.keep(update))
  }

  async #track(kept: Promise<Result<null, 'journal'>>): Promise<Result<null, 'journal'>> {
    this.#keeping += 1
    this.#tell()
    const result = await kept
    this.#keeping -= 1
    this.#journalFailed = result.ok ? null : String(result.detail)
    if (!result.ok) this.#deps.log('the journal cannot be written', result.detail)
    this.#tell()
    return result
  }

  #isDirty(): boolean {
    return this.#file === null || this.#version !== this.#savedVersion
  }

  /** Writes go one after another; a failed one does not stop the next. */
  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#queue.then(work)
    this.#queue = run.then(undefined, (error: unknown) => this.#deps.log('a save failed unexpectedly', error))
    return run
  }

  async #save(byItself: boolean): Promise<Result<Saved, SaveFailure>> {
    if (this.#closed) return fail('closed')
    if (!this.#file) return fail('no-file')
    if (this.#readOnly) return fail('read-only')
    // A try that nobody asked for, after one that failed, shows itself only when it works.
    this.#saving = !(byItself && this.#notSaved)
    this.#tell()
    const result = await this.#write(this.#file)
    this.#saving = false
    if (result.ok) this.#notSaved = null
    else this.#notSaved = notSavedFor(result.code, result.detail)
    this.#tell()
    return result
  }

  async #write(file: MapFile): Promise<Result<Saved, SaveFailure>> {
    for (let attempt = 0; attempt < MERGES; attempt += 1) {
      const ready = await this.#prepare(file)
      if (!ready.ok) return ready
      const version = this.#version
      const frame = { ...this.#frame, revision: this.#frame.revision + 1 }
      const written = await file.write(this.#document, frame)
      if (written.ok) return ok(await this.#wrote(file, frame, version))
      if (written.code !== 'changed-on-disk') return written
    }
    return fail('changed-on-disk', 'busy')
  }

  /** See that what is on disk is what we know, and bring in what somebody else wrote. */
  async #prepare(file: MapFile): Promise<Result<null, SaveFailure>> {
    try {
      const found = await file.look()
      if (found === 'missing') return fail('folder-missing', 'ENOENT')
      if (found === 'changed') return await this.#merge(file)
    } catch (error) {
      return writeFailureOf(error)
    }
    return this.#repaired ? file.keepDamagedCopy() : ok(null)
  }

  async #merge(file: MapFile): Promise<Result<null, SaveFailure>> {
    const loaded = await loadMap(file.path, { clock: this.#deps.clock, newId: this.#deps.newId, disk: this.#disk() })
    if (!loaded.ok) return fail('changed-on-disk', loaded.detail ?? loaded.code)
    const { document, frame, hash, repaired } = loaded.value
    const theirs = document.encode()
    document.destroy()
    if (repaired) return fail('changed-on-disk', 'damaged')
    if (frame.id !== this.#frame.id) return fail('changed-on-disk', 'another-map')
    this.#apply(theirs, FILE_PEER)
    const kept = await this.#keep(theirs)
    if (!kept.ok) this.#deps.log('what another program wrote is not in the journal', kept.detail)
    this.#frame = { ...frame, revision: Math.max(frame.revision, this.#frame.revision) }
    file.adopt(hash)
    return ok(null)
  }

  async #wrote(file: MapFile, frame: EnvelopeFrame, version: number): Promise<Saved> {
    this.#frame = frame
    this.#savedVersion = version
    this.#savedAt = this.#deps.clock()
    this.#repaired = false
    if (this.#isDirty()) this.#autosave.edited()
    else await this.#keeper.saved(file.path, file.hash ?? '')
    return { savedAt: this.#savedAt.toISOString() }
  }

  async #saveAs(path: string): Promise<Result<Saved, SaveFailure>> {
    if (this.#closed) return fail('closed')
    let target: string
    try {
      target = await resolveTarget(this.#disk(), path)
    } catch (error) {
      return writeFailureOf(error)
    }
    if (this.#deps.isOpen(target, this)) return fail('unknown', 'open-elsewhere')
    if (target === this.#file?.path) return this.#saveAgain(this.#file)

    const file = new MapFile(target, { clock: this.#deps.clock, newId: this.#deps.newId, disk: this.#disk() })
    const { frame: before, id: recentBefore } = { frame: this.#frame, id: this.recentId }
    const frame = this.#file ? { ...before, id: this.#deps.newId('map'), derivedFrom: before.id, revision: 1 } : { ...before, revision: 1 }
    const version = this.#version
    this.#saving = true
    this.#tell()
    const written = await file.write(this.#document, frame)
    this.#saving = false
    if (!written.ok) {
      this.#tell()
      return written
    }
    const wasDraft = this.#file === null
    await this.#moveTo(file, frame, version)
    const name = nameOf(target)
    await this.#deps.recents.touch({ kind: 'file', path: target }, name, wasDraft ? recentBefore : undefined)
    this.#tell()
    return ok({ savedAt: (this.#savedAt ?? this.#deps.clock()).toISOString() })
  }

  /** To the file it has already: the person was asked, so one that was deleted is made again. */
  async #saveAgain(file: MapFile): Promise<Result<Saved, SaveFailure>> {
    try {
      if ((await file.look()) === 'missing') file.replaceAnything()
      else return await this.#save(false)
    } catch (error) {
      return writeFailureOf(error)
    }
    const version = this.#version
    const frame = { ...this.#frame, revision: this.#frame.revision + 1 }
    const written = await file.write(this.#document, frame)
    if (!written.ok) return written
    this.#notSaved = null
    const saved = await this.#wrote(file, frame, version)
    this.#tell()
    return ok(saved)
  }

  /** From here on the map is that file; the one before is never written again. */
  async #moveTo(file: MapFile, frame: EnvelopeFrame, version: number): Promise<void> {
    const before = this.#keeper
    this.#file = file
    this.#frame = frame
    this.#readOnly = false
    this.#repaired = false
    this.#notSaved = null
    this.#savedVersion = version
    this.#savedAt = this.#deps.clock()
    this.#keeper = this.#newKeeper()
    if (this.#isDirty()) {
      await this.#track(this.#keeper.begin())
      this.#autosave.edited()
    }
    const discarded = await before.discard()
    if (!discarded.ok) this.#deps.log('the journal of the map before could not be removed', discarded.detail)
  }

  #newKeeper(): JournalKeeper {
    const { userData } = this.#deps
    const path = this.#file ? fileJournal(userData, this.#file.path) : draftJournal(userData, this.id)
    return new JournalKeeper({ path, disk: this.#disk(), begin: () => ({ header: this.#header(), state: this.#document.encode() }) })
  }

  #header(): JournalHeader {
    return {
      version: 1,
      mapId: this.id,
      file: this.file,
      base: this.#file?.hash ?? null,
      dirty: this.#file ? this.#isDirty() : this.#edited,
    }
  }

  #disk(): Disk {
    return this.#deps.disk ?? realDisk
  }

  /** Tell the windows, if there is something new to tell. */
  #tell(): void {
    const status = this.status()
    const told = JSON.stringify(status)
    if (told === this.#told) return
    this.#told = told
    this.#statuses.emit(status)
  }
}

function notSavedFor(code: SaveFailure, detail: unknown): NotSaved {
  const reason = code === 'closed' || code === 'no-file' ? 'unknown' : code
  return { kind: 'notSaved', reason, detail: typeof detail === 'string' ? detail : code }
}
