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

export interface DurableAdapterOptions<T> {
  readonly read: () => Promise<T | null>
  readonly encode: (data: T) => Uint8Array
  readonly write: (bytes: Uint8Array) => Promise<Result<Written, WriteFailure>>
}

interface Waiting {
  bytes: Uint8Array
  readonly done: Promise<void>
}

/**
 * The lowdb adapter of every file we write: one write at a time, and of those that wait only the newest.
 *
 * The data is turned into bytes when `write` is called, so a later change of the same object is not half in it. A promise resolves when
 * its own data, or newer, is on disk, and never waits for writes that were asked for after that.
 */
export class DurableAdapter<T> implements Adapter<T> {
  readonly #options: DurableAdapterOptions<T>
  #running: Promise<void> | null = null
  #waiting: Waiting | null = null

  constructor(options: DurableAdapterOptions<T>) {
    this.#options = options
  }

  read(): Promise<T | null> {
    return this.#options.read()
  }

  write(data: T): Promise<void> {
    const bytes = this.#options.encode(data)
    if (this.#waiting) {
      this.#waiting.bytes = bytes
      return this.#waiting.done
    }
    if (!this.#running) return this.#start(bytes)
    const waiting: Waiting = { bytes, done: this.#afterRunning(this.#running) }
    this.#waiting = waiting
    return waiting.done
  }

  /** The write before may fail: that is for whoever asked for it, and no reason to skip this one. */
  async #afterRunning(running: Promise<void>): Promise<void> {
    await running.then(undefined, () => undefined)
    const next = this.#waiting
    this.#waiting = null
    if (next) await this.#start(next.bytes)
  }

  #start(bytes: Uint8Array): Promise<void> {
    const running = this.#write(bytes).finally(() => {
      if (this.#running === running) this.#running = null
    })
    this.#running = running
    return running
  }

  async #write(bytes: Uint8Array): Promise<void> {
    const written = await this.#options.write(bytes)
    if (!written.ok) throw new WriteError(written)
  }
}
