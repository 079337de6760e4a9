import { fail, ok, type Result } from '../../shared/base/result'
import type { MapDocument } from '../../shared/document/mapDocument'
import type { Disk } from '../files/disk'
import { errnoOf } from '../files/errno'
import { readJournal, type JournalHeader } from '../files/journal'
import { draftJournal, fileJournal } from '../files/journalPaths'
import { JournalKeeper } from './journalKeeper'
import { isUnfinished, setAsideJournal, type LeftJournal } from './recovery'
import type { SaveState } from './saveState'

export interface HostJournalDeps {
  readonly userData: string
  readonly document: MapDocument
  readonly state: SaveState
  readonly disk: Disk
  readonly log: (message: string, error?: unknown) => void
  /** Where the map is now, and what of it is in its file. */
  readonly header: () => Omit<JournalHeader, 'version'>
}

/** The journal of one open map, wherever the map is; the status follows what becomes of every edit. */
export class HostJournal {
  readonly #deps: HostJournalDeps
  #keeper: JournalKeeper
  /** Of the place before this one, where none could be begun here: it has the edits that are not in the file here yet. */
  #before: JournalKeeper | null = null

  constructor(deps: HostJournalDeps) {
    this.#deps = deps
    this.#keeper = this.#newKeeper()
  }

  /** Resolves when the update, which the document holds already, is on disk. */
  keep(update: Uint8Array): Promise<Result<null, 'journal'>> {
    return this.#track(this.#keeper.keep(update))
  }

  /** Write the whole document down as the new beginning. */
  begin(): Promise<Result<null, 'journal'>> {
    return this.#track(this.#keeper.begin())
  }

  flush(): Promise<void> {
    return this.#keeper.flush()
  }

  /** The file holds everything. */
  async saved(file: string, hash: string | null): Promise<void> {
    await this.#keeper.saved(file, hash ?? '')
    await this.discardBefore()
  }

  /** The journal of a map that was at the place of a file before, where it has edits that no file has. Null where there is none. */
  async leftAt(file: string): Promise<Result<LeftJournal | null, 'unknown'>> {
    const path = fileJournal(this.#deps.userData, file)
    try {
      const content = await readJournal(path, this.#deps.disk)
      return ok(content && isUnfinished(content) ? { path, content } : null)
    } catch (error) {
      return fail('unknown', errnoOf(error))
    }
  }

  /** Out of the way of the journal that is begun here: its map comes back by itself at the next start. */
  async setAside({ path, content }: LeftJournal): Promise<void> {
    await setAsideJournal(path, this.#deps.userData, content, this.#deps.disk)
  }

  /** The map is at another place from here on. The journal it had stays until what it holds is safe there. */
  moved(): void {
    this.#before = this.#keeper
    this.#keeper = this.#newKeeper()
  }

  /** After a move: what the file does not hold goes into the journal here, or stays in the one before. */
  async beginAfterMove(): Promise<void> {
    if ((await this.begin()).ok) await this.discardBefore()
    else await this.#before?.close()
  }

  async discardBefore(): Promise<void> {
    const before = this.#before
    this.#before = null
    const discarded = await before?.discard()
    if (discarded?.ok === false) this.#deps.log('the journal of the map before could not be removed', discarded.detail)
  }

  /** @param holds what no file does: then the journal stays behind. */
  async leave(holds: boolean): Promise<void> {
    if (holds) {
      await this.#keeper.closed()
      await this.#keeper.close()
      return
    }
    const discarded = await this.#keeper.discard()
    if (!discarded.ok) this.#deps.log('a journal that is not needed could not be removed', discarded.detail)
  }

  async #track(kept: Promise<Result<null, 'journal'>>): Promise<Result<null, 'journal'>> {
    const { state, log } = this.#deps
    const result = await state.keep(kept.catch((error: unknown) => fail('journal', errnoOf(error))))
    if (!result.ok) log('the journal cannot be written', result.detail)
    return result
  }

  #newKeeper(): JournalKeeper {
    const { userData, disk, document, header } = this.#deps
    const { file, mapId } = header()
    const path = file === null ? draftJournal(userData, mapId) : fileJournal(userData, file)
    return new JournalKeeper({ path, disk, begin: () => ({ header: { version: 1, ...header() }, state: document.encode() }) })
  }
}
