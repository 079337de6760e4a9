import { fail, ok, type Result } from '../../shared/base/result'
import type { Keeping } from './keeping'
import type { Saved, SaveFailure } from './mapHost'
import type { SavedMap } from './savedMap'

/** How a write shows itself: one that nobody asked for, after one that failed, only when it works. */
export type Showing = 'always' | 'whenItWorks'

/** Writes the file of one open map, and says what came of it. */
export class FileWriter {
  readonly #keeping: Keeping

  constructor(keeping: Keeping) {
    this.#keeping = keeping
  }

  async save(showing: Showing): Promise<Result<Saved, SaveFailure>> {
    const { ledger, document } = this.#keeping
    const { saved } = ledger
    if (ledger.closed) return fail('closed')
    if (!saved) return fail('no-file')
    if (ledger.readOnly) return fail('read-only')
    return this.show(showing, saved, () => saved.write(document))
  }

  /** Write, and let the status say what came of it. */
  async show(showing: Showing, saved: SavedMap, write: () => Promise<Result<null, SaveFailure>>): Promise<Result<Saved, SaveFailure>> {
    const { ledger, state, queue } = this.#keeping
    // It hung for so long that the map is at another place by now, of which this says nothing, or is closed.
    const isLate = (): boolean => ledger.saved !== saved || ledger.closed
    state.startSaving(showing === 'always' || !state.failed)
    const result = await queue.guarded(async () => {
      const written = await write()
      if (isLate()) return fail('closed')
      return written.ok ? ok(await this.wrote(saved)) : written
    })
    if (isLate()) return result
    state.endSaving(result.ok ? null : result)
    state.tell()
    return result
  }

  /** The file holds what was just turned into bytes; what came after that is written when the hands rest. */
  async wrote(saved: SavedMap): Promise<Saved> {
    const { ledger, journal, autosave, deps } = this.#keeping
    const savedAt = deps.clock()
    ledger.holds(saved, savedAt)
    ledger.trouble.over()
    if (ledger.dirty) autosave.edited()
    else await journal.saved(saved.file.path, saved.file.hash)
    return { savedAt: savedAt.toISOString() }
  }
}
