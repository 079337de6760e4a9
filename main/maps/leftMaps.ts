import { unlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { ok, type Result } from '../../shared/base/result'
import { errnoOf } from '../files/errno'
import type { JournalContent } from '../files/journal'
import { journalFolder } from '../files/journalPaths'
import { readJournalAt, type OpeningDeps } from './openings'
import { isUnfinished, leftJournals } from './recovery'

/** A map whose edits are on this computer only: the app ended before its file, or anybody, had them. */
export interface UnfinishedMap {
  /** Give it to `openUnfinished`. */
  readonly id: string
  readonly draft: boolean
}

/** The journals of maps that nobody has open: what they say, by the names of their files. */
export class LeftMaps {
  readonly #deps: OpeningDeps
  /** What they said when they were read, until the map is opened, by whichever way. */
  readonly #known = new Map<string, JournalContent>()

  constructor(deps: OpeningDeps) {
    this.#deps = deps
  }

  /** @param inUse paths of the journals of open maps. */
  async list(inUse: ReadonlySet<string>): Promise<readonly UnfinishedMap[]> {
    const { userData, recents, disk, log } = this.#deps
    const unfinished: UnfinishedMap[] = []
    const unreadable = (name: string, error: unknown): void => log(`the journal ${name} cannot be read`, errnoOf(error))
    for (const { path, content } of await leftJournals(userData, disk, unreadable)) {
      const { mapId, file } = content.header
      // A draft that is nowhere in the list could not be found again, however it was closed.
      const isLeft = isUnfinished(content) || (file === null && !(await recents.target(mapId)))
      if (inUse.has(path) || !isLeft) continue
      const id = basename(path)
      this.#known.set(id, content)
      unfinished.push({ id, draft: file === null })
    }
    return unfinished
  }

  /** Read again where the map was opened meanwhile, for more may have been written. */
  async read(id: string): Promise<Result<JournalContent | null, 'unreadable'>> {
    const known = this.#known.get(id)
    if (known) return ok(known)
    const read = await readJournalAt(this.#pathOf(id), this.#deps)
    if (read.ok && read.value) this.#known.set(id, read.value)
    return read
  }

  /** @param journal path or name of a journal that is written anew, or gone. */
  forget(journal: string): void {
    this.#known.delete(basename(journal))
  }

  /** Where that fails the map comes back once more at the next start, which harms nobody. */
  async remove(id: string): Promise<void> {
    try {
      await unlink(this.#pathOf(id))
    } catch (error) {
      this.#deps.log('a journal that is not needed could not be removed', errnoOf(error))
    }
  }

  #pathOf(id: string): string {
    return join(journalFolder(this.#deps.userData), basename(id))
  }
}
