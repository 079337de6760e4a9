import { unlink } from 'node:fs/promises'
import { fail, ok, type Result } from '../../shared/base/result'
import type { Disk } from '../files/disk'
import { errnoOf, isMissing } from '../files/errno'
import { Journal, type JournalHeader } from '../files/journal'

export interface JournalKeeperOptions {
  readonly path: string
  readonly disk?: Disk
  /** Header and whole document of a journal that is begun now. */
  readonly begin: () => { readonly header: JournalHeader; readonly state: Uint8Array }
}

/** Grown by more than this the journal is begun anew, so that a start never reads a day's work edit by edit. */
const COMPACT_BYTES = 1024 * 1024

/**
 * Keeps the edits of one open map in its journal.
 *
 * The journal is begun with the first edit, so that a map that is only looked at leaves nothing behind, and begun anew from the whole document
 * after a write to it, or beginning it anew, failed, and when it has grown.
 */
export class JournalKeeper {
  readonly #options: JournalKeeperOptions
  #journal: Journal | null = null
  #beginning: Promise<Result<null, 'journal'>> | null = null
  #begunBytes = 0
  /** What is written from here on is the last of it. */
  #ending = false

  constructor(options: JournalKeeperOptions) {
    this.#options = options
  }

  /** Resolves when the update, which the document holds already, is on disk. */
  async keep(update: Uint8Array): Promise<Result<null, 'journal'>> {
    if (this.#beginning) {
      // The state it begins with may have been taken before this update.
      const begun = await this.#beginning
      return begun.ok && this.#journal ? this.#append(this.#journal, update) : begun
    }
    if (this.#journal && !this.#journal.broken) return this.#append(this.#journal, update)
    return this.begin()
  }

  /** Write the whole document down as the new beginning. */
  begin(): Promise<Result<null, 'journal'>> {
    return this.#renew(() => this.#begin())
  }

  /** One after the other: of two at a time the older state could be the one that stays on the disk. */
  #renew(work: () => Promise<Result<null, 'journal'>>): Promise<Result<null, 'journal'>> {
    const before = this.#beginning
    const beginning = (before ? before.then(work, work) : work()).finally(() => {
      if (this.#beginning === beginning) this.#beginning = null
    })
    this.#beginning = beginning
    return beginning
  }

  /** The map file holds everything: say so, or begin anew where the journal has grown. */
  async saved(file: string, hash: string): Promise<void> {
    if (!this.#journal || this.#beginning) return
    // A mark that cannot be written leaves edits in the journal that the file has too; replaying them changes nothing.
    if (this.#hasGrown(this.#journal)) await this.#compact(this.#journal)
    else await this.#journal.mark({ what: 'saved', file, hash })
  }

  async closed(): Promise<void> {
    this.#ending = true
    await this.#beginning
    await this.#journal?.mark({ what: 'closed' })
  }

  async flush(): Promise<void> {
    await this.#beginning
    await this.#journal?.flush()
  }

  async close(): Promise<void> {
    this.#ending = true
    await this.flush()
    await this.#journal?.close()
    this.#journal = null
  }

  /** Nothing of it is needed any more. */
  async discard(): Promise<Result<null, 'journal'>> {
    await this.close()
    try {
      await unlink(this.#options.path)
      return ok(null)
    } catch (error) {
      return isMissing(error) ? ok(null) : fail('journal', errnoOf(error))
    }
  }

  /** A draft, or a map whose file cannot be written, is never saved: its journal is begun anew between two edits, which is soon done. */
  async #append(journal: Journal, update: Uint8Array): Promise<Result<null, 'journal'>> {
    const kept = await journal.update(update)
    if (this.#journal === journal && !this.#beginning && !this.#ending && this.#hasGrown(journal)) void this.#compact(journal)
    return kept
  }

  /** What cannot be made shorter is gone on with as it is, if it is still there: it holds everything, and more may fit than a new one needs. */
  #compact(journal: Journal): Promise<Result<null, 'journal'>> {
    return this.#renew(async () => {
      const begun = await this.#newJournal()
      if (!begun.ok && !journal.broken && (await journal.isInPlace(this.#options.disk))) {
        this.#begunBytes = journal.bytes
        return ok(null)
      }
      return this.#goOnWith(begun)
    })
  }

  #hasGrown(journal: Journal): boolean {
    return journal.bytes - this.#begunBytes > COMPACT_BYTES
  }

  async #begin(): Promise<Result<null, 'journal'>> {
    return this.#goOnWith(await this.#newJournal())
  }

  #newJournal(): Promise<Result<Journal, 'journal'>> {
    const { path, disk, begin } = this.#options
    const { header, state } = begin()
    return Journal.begin(path, header, state, disk)
  }

  /** The one before is not gone on with where that failed: it lacks what came meanwhile, and its file may be gone already. */
  async #goOnWith(begun: Result<Journal, 'journal'>): Promise<Result<null, 'journal'>> {
    const before = this.#journal
    this.#journal = begun.ok ? begun.value : null
    this.#begunBytes = begun.ok ? begun.value.bytes : 0
    await before?.close()
    return begun.ok ? ok(null) : begun
  }
}
