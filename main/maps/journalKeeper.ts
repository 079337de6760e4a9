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

/** Longer than this the journal is begun anew after a save, so that a start never reads a day's work edit by edit. */
const COMPACT_BYTES = 1024 * 1024

/**
 * Keeps the edits of one open map in its journal.
 *
 * The journal is begun with the first edit, so that a map that is only looked at leaves nothing behind, and begun anew from the whole document
 * after a write to it, or beginning it anew, failed.
 */
export class JournalKeeper {
  readonly #options: JournalKeeperOptions
  #journal: Journal | null = null
  #beginning: Promise<Result<null, 'journal'>> | null = null
  #begunBytes = 0

  constructor(options: JournalKeeperOptions) {
    this.#options = options
  }

  /** Resolves when the update, which the document holds already, is on disk. */
  async keep(update: Uint8Array): Promise<Result<null, 'journal'>> {
    if (this.#beginning) {
      // The state it begins with may have been taken before this update.
      const begun = await this.#beginning
      return begun.ok && this.#journal ? this.#journal.update(update) : begun
    }
    if (this.#journal && !this.#journal.broken) return this.#journal.update(update)
    return this.begin()
  }

  /** Write the whole document down as the new beginning. */
  begin(): Promise<Result<null, 'journal'>> {
    const beginning = this.#begin().finally(() => {
      if (this.#beginning === beginning) this.#beginning = null
    })
    this.#beginning = beginning
    return beginning
  }

  /** The map file holds everything: say so, or begin anew where the journal has grown. */
  async saved(file: string, hash: string): Promise<void> {
    if (!this.#journal || this.#beginning) return
    // A mark that cannot be written leaves edits in the journal that the file has too; replaying them changes nothing.
    if (this.#journal.bytes - this.#begunBytes > COMPACT_BYTES) await this.begin()
    else await this.#journal.mark({ what: 'saved', file, hash })
  }

  async closed(): Promise<void> {
    await this.#beginning
    await this.#journal?.mark({ what: 'closed' })
  }

  async flush(): Promise<void> {
    await this.#beginning
    await this.#journal?.flush()
  }

  async close(): Promise<void> {
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

  async #begin(): Promise<Result<null, 'journal'>> {
    const before = this.#journal
    const { header, state } = this.#options.begin()
    const begun = await Journal.begin(this.#options.path, header, state, this.#options.disk)
    // The one before is not gone on with where that failed: it lacks what came meanwhile, and its file may be gone already.
    this.#journal = begun.ok ? begun.value : null
    this.#begunBytes = begun.ok ? begun.value.bytes : 0
    await before?.close()
    return begun.ok ? ok(null) : begun
  }
}
