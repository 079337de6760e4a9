import type { Adapter } from 'lowdb'
import type { Failure, Result } from '../../shared/base/result'
import type { WriteFailure, Written } from './durableWrite'

/** lowdb's adapters can only throw, so a failed write travels through lowdb in this and is a value again behind it. */
export class WriteError extends Error {
  readonly failure: Failure<WriteFailure>

  constructor(failure: Failure<WriteFailure>) {
    super(failure.code)
    this.name = 'WriteError'
    this.failure = failure
  }
}

export interface DurableAdapterOptions<T, Moment = Uint8Array> {
  readonly read: () => Promise<T | null>
  /** What the data is at this moment; in bytes, or as what bytes are made of. */
  readonly encode: (data: T) => Moment
  readonly write: (moment: Moment) => Promise<Result<Written, WriteFailure>>
}

interface Waiting<Moment> {
  moment: Moment
  readonly done: Promise<void>
}

/**
 * The lowdb adapter of every file we write: one write at a time, and of those that wait only the newest.
 *
 * The moment is taken when `write` is called, so a later change of the same object is not half in it. A promise resolves when
 * its own data, or newer, is on disk, and never waits for writes that were asked for after that.
 */
export class DurableAdapter<T, Moment = Uint8Array> implements Adapter<T> {
  readonly #options: DurableAdapterOptions<T, Moment>
  #running: Promise<void> | null = null
  #waiting: Waiting<Moment> | null = null

  constructor(options: DurableAdapterOptions<T, Moment>) {
    this.#options = options
  }

  read(): Promise<T | null> {
    return this.#options.read()
  }

  write(data: T): Promise<void> {
    const moment = this.#options.encode(data)
    if (this.#waiting) {
      this.#waiting.moment = moment
      return this.#waiting.done
    }
    if (!this.#running) return this.#start(moment)
    const waiting: Waiting<Moment> = { moment, done: this.#afterRunning(this.#running) }
    this.#waiting = waiting
    return waiting.done
  }

  /** The write before may fail: that is for whoever asked for it, and no reason to skip this one. */
  async #afterRunning(running: Promise<void>): Promise<void> {
    await running.then(undefined, () => undefined)
    const next = this.#waiting
    this.#waiting = null
    if (next) await this.#start(next.moment)
  }

  #start(moment: Moment): Promise<void> {
    const running = this.#write(moment).finally(() => {
      if (this.#running === running) this.#running = null
    })
    this.#running = running
    return running
  }

  async #write(moment: Moment): Promise<void> {
    const written = await this.#options.write(moment)
    if (!written.ok) throw new WriteError(written)
  }
}
