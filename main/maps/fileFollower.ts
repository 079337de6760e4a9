import { fail, ok, type Failure, type Result } from '../../shared/base/result'
import type { Keeping } from './keeping'
import type { SaveFailure } from './mapHost'
import type { SavedMap } from './savedMap'

/** Follows what others do to the file of one open map. */
export class FileFollower {
  readonly #keeping: Keeping

  constructor(keeping: Keeping) {
    this.#keeping = keeping
  }

  /**
   * What is at the place of the file now, as whoever watches it says again and again: bring in what somebody else wrote, and say what cannot
   * be. A file that another program is just writing, or puts another in the place of, is nothing to speak of.
   * @param hash null where there is no file.
   */
  async noticed(hash: string | null): Promise<void> {
    const { ledger } = this.#keeping
    const { saved, trouble } = ledger
    // A newer app's file is only looked at, and never brought together with anything.
    if (ledger.closed || !saved || ledger.newer) return
    if (hash === saved.file.hash) {
      if (trouble.any) this.#foundWell()
      return
    }
    if (!trouble.isAbout(hash)) {
      const looked = await this.look(saved)
      if (looked.ok || !isTrouble(looked)) return
      trouble.found(hash, looked)
    }
    await this.#tellTrouble()
  }

  /** Look at the file when it is its turn, and bring in what somebody else wrote. */
  look(saved: SavedMap): Promise<Result<null, SaveFailure>> {
    return this.#keeping.queue.add(() => this.#look(saved))
  }

  async #look(saved: SavedMap): Promise<Result<null, SaveFailure>> {
    const { ledger, journal, document } = this.#keeping
    if (ledger.closed || ledger.saved !== saved) return fail('closed')
    const brought = await saved.bringIn(document)
    if (!brought.ok) return brought
    const { lacks, alikeSince } = brought.value
    if (lacks && !ledger.readOnly) await this.#owe()
    await journal.flush()
    if (alikeSince) ledger.holds(saved, alikeSince)
    this.#foundWell()
    if (alikeSince && !ledger.dirty) await journal.saved(saved.file.path, saved.file.hash)
    return ok(null)
  }

  async #owe(): Promise<void> {
    const { ledger, journal } = this.#keeping
    ledger.lacks()
    if (!ledger.edited) await journal.begin()
    ledger.edited = true
  }

  /** The file is there, and what it holds the document holds too. */
  #foundWell(): void {
    const { ledger, state, autosave } = this.#keeping
    if (ledger.trouble.over()) state.endSaving(null)
    state.tell()
    if (ledger.edited && ledger.dirty && !ledger.readOnly) autosave.edited()
  }

  async #tellTrouble(): Promise<void> {
    const { ledger, state, journal } = this.#keeping
    const failure = ledger.trouble.due()
    if (!failure) return
    if (!ledger.readOnly) {
      // What was safe in the file is so no longer, for whoever only looked at it too: the journal has all of it from here on.
      ledger.edited = true
      await journal.begin()
    }
    state.endSaving(failure)
    state.tell()
  }
}

/** Whether something is wrong with the file, and not only with the look at it. */
export function isTrouble({ code }: Failure<SaveFailure>): boolean {
  return code === 'folder-missing' || code === 'changed-on-disk'
}
