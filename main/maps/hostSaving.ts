import type { Dispose } from '../../shared/base/disposable'
import type { Result } from '../../shared/base/result'
import type { MapDocument } from '../../shared/document/mapDocument'
import type { SaveStatus } from '../../shared/ipc/contract'
import { disk as realDisk } from '../files/disk'
import type { MapFile } from '../files/mapFile'
import { Autosave } from './autosave'
import { FileFollower, isTrouble } from './fileFollower'
import { FileWriter } from './fileWriter'
import { HostJournal } from './hostJournal'
import type { Keeping, SavingDeps } from './keeping'
import { Ledger, type LedgerOptions } from './ledger'
import type { Saved, SaveFailure } from './mapHost'
import { MapMover, newSavedMap } from './mapMover'
import { whenTooLong } from './patience'
import type { FileState } from './savedMap'
import { SaveQueue } from './saveQueue'
import { SaveState } from './saveState'

/** Where the document of a map stands when it is opened. */
export interface SavingOptions extends LedgerOptions {
  readonly document: MapDocument
  readonly file: MapFile | null
  /** What the file holds, where that was read. */
  readonly base?: FileState
  readonly repaired: boolean
}

/** Longer than it takes from the last look at a file to its replacement, on a slow network disk too. */
const SURE_MS = 400

/** After this long a disk that does not answer keeps nobody from leaving; a little after the person was told of it. */
const SETTLE_MS = 6_000

/** Keeps one open map in its journal and in its file, and knows what can truly be said of both. */
export class HostSaving {
  readonly #keeping: Keeping
  readonly #writer: FileWriter
  readonly #follower: FileFollower
  readonly #mover: MapMover

  constructor(options: SavingOptions, given: SavingDeps) {
    const deps = { ...given, disk: given.disk ?? realDisk }
    const { document, file } = options
    const { userData, log, disk } = deps
    const ledger = new Ledger(options)
    if (file) ledger.saved = newSavedMap({ deps, ledger }, file, options)
    const queue = new SaveQueue(log)
    const state = new SaveState(() => ({ dirty: ledger.dirty, savedAt: ledger.savedAt, preparing: deps.codec?.busy ?? false }))
    const journal = new HostJournal({ userData, log, document, state, disk, header: () => ledger.header() })
    const autosave = new Autosave(
      deps.autosave,
      async () => ledger.closed || !ledger.saved || (await queue.add(() => this.#writer.save('whenItWorks'))).ok,
    )
    this.#keeping = { document, deps, ledger, journal, state, queue, autosave }
    this.#writer = new FileWriter(this.#keeping)
    this.#follower = new FileFollower(this.#keeping)
    this.#mover = new MapMover(this.#keeping, this.#writer)
  }

  /** Put what the file does not hold into the journal, and see that it gets into the file. */
  async start(): Promise<void> {
    const { ledger, journal, autosave } = this.#keeping
    if (!ledger.dirty) return
    await journal.begin()
    // What was put together from a damaged file is written when the person edits it or says so.
    if (ledger.saved && !ledger.readOnly && !this.rebuilt) autosave.edited()
  }

  get id(): string {
    return this.#keeping.ledger.id
  }

  /** Ids that the map had before it was put together anew. */
  get earlierIds(): readonly string[] {
    return this.#keeping.ledger.earlierIds
  }

  get file(): string | null {
    return this.#keeping.ledger.file
  }

  get recentId(): string {
    return this.#keeping.ledger.recentId
  }

  get readOnly(): boolean {
    return this.#keeping.ledger.readOnly
  }

  get rebuilt(): boolean {
    return this.#keeping.ledger.saved?.repaired ?? false
  }

  get closed(): boolean {
    return this.#keeping.ledger.closed
  }

  status(): SaveStatus {
    return this.#keeping.state.status()
  }

  onStatus(listener: (status: SaveStatus) => void): Dispose {
    return this.#keeping.state.onStatus(listener)
  }

  /** When the file was last written with all of the document; null where it was not. */
  get savedAt(): Date | null {
    return this.#keeping.ledger.savedAt
  }

  /** The document has changed. */
  changed(): void {
    this.#keeping.ledger.changed()
  }

  /** A person edited the map. */
  edited(): void {
    const { ledger, autosave } = this.#keeping
    ledger.edited = true
    if (ledger.saved) autosave.edited()
  }

  /** `versions` of the file, as they are to be written with it. */
  get versions(): readonly unknown[] {
    return this.#keeping.ledger.frame.versions
  }

  setVersions(versions: readonly unknown[]): void {
    if (versions === this.versions) return
    const { ledger, state } = this.#keeping
    ledger.setVersions(versions)
    if (ledger.readOnly) return
    this.changed()
    this.edited()
    state.tell()
  }

  /** Resolves when the update, which the document holds already, is on disk. */
  keep(update: Uint8Array): Promise<Result<null, 'journal'>> {
    return this.#keeping.journal.keep(update)
  }

  save(): Promise<Result<Saved, SaveFailure>> {
    return this.#keeping.queue.add(() => this.#writer.save('always'))
  }

  saveAs(path: string): Promise<Result<Saved, SaveFailure>> {
    return this.#mover.saveAs(path)
  }

  /** The file has another name by now: the map goes on there. */
  goOnAt(path: string): Promise<Result<Saved, SaveFailure>> {
    return this.#mover.goOnAt(path)
  }

  /** What is at the place of the file now; see `FileFollower`. */
  noticed(hash: string | null): Promise<void> {
    return this.#follower.noticed(hash)
  }

  /** Everything is in the journal and, where that can be, in the file. A disk that does not answer is waited for a while, and no longer. */
  async settle(): Promise<void> {
    await this.#settled(() => this.#settle())
  }

  /** @returns whether the work came to its end. */
  #settled(work: () => Promise<void>): Promise<boolean> {
    const { state, deps } = this.#keeping
    return new Promise((resolve, reject) => {
      const end = whenTooLong(
        // Who was told already, and leaves all the same, has waited.
        state.slow ? 0 : SETTLE_MS,
        () => deps.codec?.busy ?? false,
        () => resolve(false),
      )
      work()
        .finally(end)
        .then(() => resolve(true), reject)
    })
  }

  async #settle(): Promise<void> {
    const { ledger, journal, state, queue } = this.#keeping
    await journal.flush()
    // What could not be kept may find room by now, and a draft has no other place.
    if (state.unkept) await journal.begin()
    if (ledger.saved && !ledger.readOnly && ledger.edited && ledger.dirty) await this.save()
    await queue.settled()
  }

  /**
   * Whoever watches the file may not have looked since somebody put another one there, or took it away; nobody looks any more from here on. What the
   * file lacks is written, and where it cannot be, the journal stays with all of it.
   */
  async #settleForGood(): Promise<void> {
    await this.#settle()
    const { ledger, journal } = this.#keeping
    const { saved } = ledger
    if (ledger.closed || !saved || ledger.readOnly || !ledger.edited) return
    const looked = await this.#follower.look(saved)
    // It hung for so long that nobody waits any more, and the journal was left as it is.
    if (this.closed) return
    if (looked.ok) await this.#settle()
    else if (isTrouble(looked)) {
      ledger.lacks()
      await journal.begin()
    }
  }

  /**
   * Others write the same file: theirs may have gone over ours in the moment between their look at the file and their write. Wait until that
   * would have happened, and take in what is there then; what it lacks is written by the next `settle`.
   */
  async makeSure(): Promise<void> {
    const answers = await this.#settled(() => this.#settle())
    const { saved, readOnly, edited } = this.#keeping.ledger
    if (!answers || !saved || readOnly || !edited) return
    await new Promise((resolve) => setTimeout(resolve, SURE_MS))
    await this.#follower.look(saved)
  }

  /** Settle, then let go of file and journal. What hangs has the journal to be read from at the next start. */
  async close(): Promise<void> {
    const { ledger, autosave, queue } = this.#keeping
    const answers = await this.#settled(() => this.#settleForGood())
    ledger.closed = true
    autosave.stop()
    // A look at the file may have begun in the very last moment.
    if (answers) await queue.settled()
    else ledger.saved?.leave()
    // As long as the journal is there: whatever happens meanwhile, one of the two has it all.
    await this.#keeping.deps.leaving()
    await this.#leaveJournal()
  }

  /** A journal stays behind only where it holds something that no file does. */
  async #leaveJournal(): Promise<void> {
    const { ledger, journal, document, deps } = this.#keeping
    const holds = ledger.edited && (!ledger.saved || ledger.dirty)
    await journal.leave(holds)
    if (ledger.saved) return
    if (holds) await deps.recents.touch({ kind: 'draft', mapId: ledger.id }, document.board().settings.title)
    else await deps.recents.forget(ledger.recentId)
  }
}
