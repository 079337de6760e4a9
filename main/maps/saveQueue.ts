import { fail, type Result } from '../../shared/base/result'
import { errnoOf } from '../files/errno'
import type { SaveFailure } from './mapHost'

type Work<T> = () => Promise<Result<T, SaveFailure>>

/** What one open map does with its file, one after another; a failed one does not stop the next. */
export class SaveQueue {
  readonly #log: (message: string, error?: unknown) => void
  #last: Promise<unknown> = Promise.resolve()

  constructor(log: (message: string, error?: unknown) => void) {
    this.#log = log
  }

  add<T>(work: Work<T>): Promise<Result<T, SaveFailure>> {
    const run = this.#last.then(() => this.guarded(work))
    this.#last = run
    return run
  }

  /** A fault of ours in the middle of a write is a write that failed: it is logged, said, and the next one is tried. */
  async guarded<T>(work: Work<T>): Promise<Result<T, SaveFailure>> {
    try {
      return await work()
    } catch (error) {
      this.#log('a save failed unexpectedly', error)
      return fail('unknown', errnoOf(error))
    }
  }

  /** Wait no longer for what hangs. */
  letGo(): void {
    this.#last = Promise.resolve()
  }

  /** Resolves when all that was asked for so far is done. */
  async settled(): Promise<void> {
    await this.#last
  }
}
