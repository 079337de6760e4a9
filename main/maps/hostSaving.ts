import type { Dispose } from '../../shared/base/disposable'
import { fail, ok, type Failure, type Result } from '../../shared/base/result'
import type { MapDocument } from '../../shared/document/mapDocument'
import type { SaveStatus } from '../../shared/ipc/contract'
import type { Board } from '../../shared/model/board'
import type { NewId } from '../../shared/model/ids'
import type { Disk } from '../files/disk'
import { anotherMap, MOST_IDS } from '../files/checkMap'
import { resolveTarget, writeFailureOf } from '../files/durableWrite'
import { disk as realDisk } from '../files/disk'
import type { EnvelopeFrame } from '../files/envelope'
import type { JournalHeader } from '../files/journal'
import type { MapCodec } from '../files/mapCodec'
import type { LoadedMap } from '../files/loadMap'
import { MapFile } from '../files/mapFile'
import { nameOf, recentIdOf, type Recents } from '../files/recents'
import { Autosave, type AutosaveTimes } from './autosave'
import { FileTrouble } from './fileTrouble'
import { HostJournal } from './hostJournal'
import type { Saved, SaveFailure } from './mapHost'
import { whenTooLong } from './patience'
import { SavedMap, type FileState, type SavedMapOptions } from './savedMap'
import { SaveQueue } from './saveQueue'
import { SaveState } from './saveState'

/** Where the document of a map stands when it is opened. */
export interface SavingOptions {
  readonly document: MapDocument
  readonly frame: EnvelopeFrame
  readonly file: MapFile | null
  /** What the file holds, where that was read. */
  readonly base?: FileState
  readonly readOnly: boolean
  /** When the file was last written, if the document is as it is in the file. */
  readonly savedAt: Date | null
  readonly repaired: boolean
  /** A newer app made the file: it is only looked at, and copied as it is. */
  readonly newer?: boolean
  /** Whether a person made or edited it: a draft that nobody did is not kept when it is closed. */
  readonly edited: boolean
}

export interface SavingDeps {
  readonly userData: string
  readonly clock: () => Date
  readonly newId: NewId
  readonly recents: Recents
  readonly log: (message: string, error?: unknown) => void
  readonly autosave: AutosaveTimes
  readonly disk?: Disk
  readonly codec?: MapCodec
  /** Whether another open map has that real path, or is about to. */
  readonly isOpen: (path: string) => boolean
  /** Goes to a real path while no other map can be opened or written there. */
  readonly reserve: <T>(path: string, go: () => Promise<T>) => Promise<T>
  /** Bring what somebody else wrote into the document, and tell everybody; see `SavedMap`. */
  readonly takeIn: (theirs: LoadedMap, base: Board | undefined, taken: () => void) => void
}

/** Longer than it takes from the last look at a file to its replacement, on a slow network disk too. */
const SURE_MS = 400

/** After this long a disk that does not answer keeps nobody from leaving; a little after the person was told of it. */
const SETTLE_MS = 6_000

/** Keeps one open map in its journal and in its file, and knows what can truly be said of both. */
export class HostSaving {
  readonly #deps: SavingDeps
  readonly #document: MapDocument
  readonly #state: SaveState
  readonly #autosave: Autosave
  readonly #journal: HostJournal
  /** Of the map; `#saved` has the newest once there is a file. */
  #frame: EnvelopeFrame
  #saved: SavedMap | null
  readonly #newer: boolean
  #readOnly: boolean
  #edited: boolean
  #savedAt: Date | null
  /** Counts the changes of the document; the file holds them all when the two are equal. */
  #version = 0
  #savedVersion: number
  readonly #trouble = new FileTrouble()
  readonly #queue: SaveQueue
  #closed = false

  constructor(options: SavingOptions, deps: SavingDeps) {
    this.#deps = deps
    this.#queue = new SaveQueue(deps.log)
    this.#state = new SaveState(() => ({ dirty: this.#isDirty(), savedAt: this.#savedAt, preparing: deps.codec?.busy ?? false }))
    this.#document = options.document
    this.#frame = options.frame
    this.#saved = options.file ? this.#newSaved(options.file, options) : null
    this.#readOnly = options.readOnly
    this.#newer = options.newer ?? false
    this.#edited = options.edited
    this.#savedAt = options.savedAt
    this.#savedVersion = options.savedAt ? 0 : -1
    const { userData, log } = deps
    const { document } = options
    this.#journal = new HostJournal({ userData, log, document, state: this.#state, disk: this.#disk(), header: () => this.#header() })
    this.#autosave = new Autosave(
      deps.autosave,
      async () => this.#closed || !this.#saved || (await this.#queue.add(() => this.#save(true))).ok,
    )
  }

  /** Put what the file does not hold into the journal, and see that it gets into the file. */
  async start(): Promise<void> {
    if (!this.#isDirty()) return
    await this.#journal.begin()
    // What was put together from a damaged file is written when the person edits it or says so.
    if (this.#saved && !this.#readOnly && !this.rebuilt) this.#autosave.edited()
  }

  get id(): string {
    return this.#saved?.frame.id ?? this.#frame.id
  }

  /** Ids that the map had before it was put together anew. */
  get earlierIds(): readonly string[] {
    return ((this.#saved?.frame ?? this.#frame).rebuiltFrom ?? []).slice(0, MOST_IDS)
  }

  get file(): string | null {
    return this.#saved?.file.path ?? null
  }

  get recentId(): string {
    return recentIdOf(this.file === null ? { kind: 'draft', mapId: this.id } : { kind: 'file', path: this.file })
  }

  get readOnly(): boolean {
    return this.#readOnly
  }

  get rebuilt(): boolean {
    return this.#saved?.repaired ?? false
  }

  get closed(): boolean {
    return this.#closed
  }

  status(): SaveStatus {
    return this.#state.status()
  }

  onStatus(listener: (status: SaveStatus) => void): Dispose {
    return this.#state.onStatus(listener)
  }

  /** The document has changed. */
  changed(): void {
    this.#version += 1
  }

  /** A person edited the map. */
  edited(): void {
    this.#edited = true
    if (this.#saved) this.#autosave.edited()
  }

  /** `versions` of the file, as they are to be written with it. */
  get versions(): readonly unknown[] {
    return (this.#saved?.frame ?? this.#frame).versions
  }

  setVersions(versions: readonly unknown[]): void {
    if (versions === this.versions) return
    if (this.#saved) this.#saved.setVersions(versions)
    else this.#frame = { ...this.#frame, versions: [...versions] }
    if (this.#readOnly) return
    this.changed()
    this.edited()
    this.#state.tell()
  }

  /** Resolves when the update, which the document holds already, is on disk. */
  keep(update: Uint8Array): Promise<Result<null, 'journal'>> {
    return this.#journal.keep(update)
  }

  save(): Promise<Result<Saved, SaveFailure>> {
    return this.#queue.add(() => this.#save(false))
  }

  saveAs(path: string): Promise<Result<Saved, SaveFailure>> {
    // A disk that does not answer must not keep the map from another one.
    if (this.#state.slow) this.#queue.letGo()
    return this.#queue.add(() => this.#saveAs(path))
  }

  /** The file has another name by now: the map goes on there, with what else is in it. The id stays, for it is the same map. */
  goOnAt(path: string): Promise<Result<Saved, SaveFailure>> {
    return this.#queue.add(async () => {
      const saved = this.#saved
      if (this.#closed || !saved) return fail('closed')
      if (this.#deps.isOpen(path)) return fail('unknown', 'open-elsewhere')
      const next = this.#newSaved(new MapFile(path, { ...this.#deps, disk: this.#disk() }), { frame: saved.frame, repaired: false })
      return this.#deps.reserve(path, () => this.#moveTo(next, () => next.write(this.#document), this.recentId))
    })
  }

  /**
   * What is at the place of the file now, as whoever watches it says again and again: bring in what somebody else wrote, and say what cannot
   * be. A file that another program is just writing, or puts another in the place of, is nothing to speak of.
   * @param hash null where there is no file.
   */
  async noticed(hash: string | null): Promise<void> {
    const saved = this.#saved
    // A newer app's file is only looked at, and never brought together with anything.
    if (this.#closed || !saved || this.#newer) return
    if (hash === saved.file.hash) {
      if (this.#trouble.any) this.#foundWell()
      return
    }
    if (!this.#trouble.isAbout(hash)) {
      const looked = await this.#queue.add(() => this.#look(saved))
      if (looked.ok || !isTrouble(looked)) return
      this.#trouble.found(hash, looked)
    }
    await this.#tellTrouble()
  }

  async #look(saved: SavedMap): Promise<Result<null, SaveFailure>> {
    if (this.#closed || this.#saved !== saved) return fail('closed')
    const brought = await saved.bringIn(this.#document)
    if (!brought.ok) return brought
    if (brought.value.lacks && !this.#readOnly) await this.#owe()
    await this.#journal.flush()
    if (brought.value.alikeSince) {
      this.#savedVersion = saved.snapshot
      this.#savedAt = brought.value.alikeSince
    }
    this.#foundWell()
    if (brought.value.alikeSince && !this.#isDirty()) await this.#journal.saved(saved.file.path, saved.file.hash)
    return ok(null)
  }

  /** The file does not hold everything, whether the document changed or not since it did. */
  async #owe(): Promise<void> {
    this.#savedVersion = -1
    if (!this.#edited) await this.#journal.begin()
    this.#edited = true
  }

  /** The file is there, and what it holds the document holds too. */
  #foundWell(): void {
    if (this.#trouble.over()) this.#state.endSaving(null)
    this.#state.tell()
    if (this.#edited && this.#isDirty() && !this.#readOnly) this.#autosave.edited()
  }

  async #tellTrouble(): Promise<void> {
    const failure = this.#trouble.due()
    if (!failure) return
    if (!this.#readOnly) {
      // What was safe in the file is so no longer, for whoever only looked at it too: the journal has all of it from here on.
      this.#edited = true
      await this.#journal.begin()
    }
    this.#state.endSaving(failure)
    this.#state.tell()
  }

  /** Everything is in the journal and, where that can be, in the file. A disk that does not answer is waited for a while, and no longer. */
  async settle(): Promise<void> {
    await this.#settled()
  }

  /** @returns whether that came to its end. */
  #settled(work: () => Promise<void> = () => this.#settle()): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const end = whenTooLong(
        // Who was told already, and leaves all the same, has waited.
        this.#state.slow ? 0 : SETTLE_MS,
        () => this.#deps.codec?.busy ?? false,
        () => resolve(false),
      )
      work()
        .finally(end)
        .then(() => resolve(true), reject)
    })
  }

  async #settle(): Promise<void> {
    await this.#journal.flush()
    // What could not be kept may find room by now, and a draft has no other place.
    if (this.#state.unkept) await this.#journal.begin()
    if (this.#saved && !this.#readOnly && this.#edited && this.#isDirty()) await this.save()
    await this.#queue.settled()
  }

  /**
   * Whoever watches the file may not have looked since somebody put another one there, or took it away; nobody looks any more from here on. What the
   * file lacks is written, and where it cannot be, the journal stays with all of it.
   */
  async #settleForGood(): Promise<void> {
    await this.#settle()
    const saved = this.#saved
    if (this.#closed || !saved || this.#readOnly || !this.#edited) return
    const looked = await this.#queue.add(() => this.#look(saved))
    // It hung for so long that nobody waits any more, and the journal was left as it is.
    if (this.#closed) return
    if (looked.ok) await this.#settle()
    else if (isTrouble(looked)) {
      this.#savedVersion = -1
      await this.#journal.begin()
    }
  }

  /**
   * Others write the same file: theirs may have gone over ours in the moment between their look at the file and their write. Wait until that
   * would have happened, and take in what is there then; what it lacks is written by the next `settle`.
   */
  async makeSure(): Promise<void> {
    const answers = await this.#settled()
    const saved = this.#saved
    if (!answers || !saved || this.#readOnly || !this.#edited) return
    await new Promise((resolve) => setTimeout(resolve, SURE_MS))
    await this.#queue.add(() => this.#look(saved))
  }

  /** Settle, then let go of file and journal. What hangs has the journal to be read from at the next start. */
  async close(): Promise<void> {
    const answers = await this.#settled(() => this.#settleForGood())
    this.#closed = true
    this.#autosave.stop()
    // A look at the file may have begun in the very last moment.
    if (answers) await this.#queue.settled()
    else this.#saved?.leave()
    await this.#leaveJournal()
  }

  /** A journal stays behind only where it holds something that no file does. */
  async #leaveJournal(): Promise<void> {
    const holds = this.#edited && (!this.#saved || this.#isDirty())
    await this.#journal.leave(holds)
    if (this.#saved) return
    if (holds) await this.#deps.recents.touch({ kind: 'draft', mapId: this.id }, this.#document.board().settings.title)
    else await this.#deps.recents.forget(this.recentId)
  }

  #isDirty(): boolean {
    return this.#saved === null || this.#trouble.told || this.#version !== this.#savedVersion
  }

  async #save(byItself: boolean): Promise<Result<Saved, SaveFailure>> {
    const saved = this.#saved
    if (this.#closed) return fail('closed')
    if (!saved) return fail('no-file')
    if (this.#readOnly) return fail('read-only')
    return this.#showing(!(byItself && this.#state.failed), saved, () => saved.write(this.#document))
  }

  /** Write, and let the status say what came of it. */
  async #showing(visibly: boolean, saved: SavedMap, write: () => Promise<Result<null, SaveFailure>>): Promise<Result<Saved, SaveFailure>> {
    this.#state.startSaving(visibly)
    const result = await this.#queue.guarded(async () => {
      const written = await write()
      // It hung for so long that the map is at another place by now, of which this says nothing, or is closed.
      if (this.#saved !== saved || this.#closed) return fail('closed')
      return written.ok ? ok(await this.#wrote(saved)) : written
    })
    if (this.#saved !== saved || this.#closed) return result
    this.#state.endSaving(result.ok ? null : result)
    this.#state.tell()
    return result
  }

  async #wrote(saved: SavedMap): Promise<Saved> {
    this.#savedVersion = saved.snapshot
    this.#savedAt = this.#deps.clock()
    this.#trouble.over()
    if (this.#isDirty()) this.#autosave.edited()
    else {
      await this.#journal.saved(saved.file.path, saved.file.hash)
    }
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
    if (this.#deps.isOpen(target)) return fail('unknown', 'open-elsewhere')
    const saved = this.#saved
    if (saved && this.#newer) return this.#copyTo(target, saved)
    if (saved?.file.path === target) return this.#showing(true, saved, () => saved.writeAgain(this.#document))

    const frame = saved ? anotherMap(saved.frame, this.#deps.newId) : this.#frame
    const file = new MapFile(target, { ...this.#deps, disk: this.#disk() })
    const next = this.#newSaved(file, { frame, repaired: false })
    return this.#deps.reserve(target, () => this.#moveTo(next, () => next.replace(this.#document), saved ? undefined : this.recentId))
  }

  /** A copy of a newer app's file, byte for byte; what is looked at stays what it is. */
  async #copyTo(target: string, { file }: SavedMap): Promise<Result<Saved, SaveFailure>> {
    const copied = target === file.path ? ok(null) : await file.copyTo(target)
    return copied.ok ? ok({ savedAt: this.#deps.clock().toISOString() }) : copied
  }

  /**
   * From here on the map is that file; the one before is never written again. Stays where it is if the file cannot be written.
   * @param instead what is in the list of recent maps until now, where it is nowhere else any more.
   */
  async #moveTo(
    next: SavedMap,
    write: () => Promise<Result<null, SaveFailure>>,
    instead: string | undefined,
  ): Promise<Result<Saved, SaveFailure>> {
    const left = await this.#journal.leftAt(next.file.path)
    if (!left.ok) return left
    const written = await write()
    if (!written.ok) return written
    if (left.value) await this.#journal.setAside(left.value)
    // Before anything is begun here: it may have been this very place.
    await this.#journal.discardBefore()
    this.#saved?.leave()
    this.#saved = next
    this.#readOnly = false
    this.#state.endSaving(null)
    this.#journal.moved()
    const saved = await this.#wrote(next)
    if (this.#isDirty()) await this.#journal.beginAfterMove()
    const { path } = next.file
    await this.#deps.recents.touch({ kind: 'file', path, mapId: this.id, earlier: this.earlierIds }, nameOf(path), instead)
    this.#state.tell()
    return ok(saved)
  }

  #newSaved(file: MapFile, options: SavedMapOptions): SavedMap {
    return new SavedMap(file, options, {
      clock: this.#deps.clock,
      newId: this.#deps.newId,
      disk: this.#disk(),
      takeIn: this.#deps.takeIn,
      version: () => this.#version,
    })
  }

  #header(): Omit<JournalHeader, 'version'> {
    return {
      mapId: this.id,
      file: this.file,
      base: this.#saved?.file.hash ?? null,
      dirty: this.#saved ? this.#isDirty() : this.#edited,
    }
  }

  #disk(): Disk {
    return this.#deps.disk ?? realDisk
  }
}

/** Whether something is wrong with the file, and not only with the look at it. */
function isTrouble({ code }: Failure<SaveFailure>): boolean {
  return code === 'folder-missing' || code === 'changed-on-disk'
}
