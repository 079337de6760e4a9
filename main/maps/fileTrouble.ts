import type { Failure } from '../../shared/base/result'
import type { SaveFailure } from './mapHost'

/** How long something may be wrong with a file before it is said: another program may be writing it, or putting another in its place. */
const GRACE_MS = 1_000

interface Found {
  /** Hash of the content that cannot be brought in; null where there is no file. */
  readonly hash: string | null
  readonly failure: Failure<SaveFailure>
  readonly since: number
}

/** What is wrong with the file of an open map: it is away, or cannot be brought together with the map. */
export class FileTrouble {
  #found: Found | null = null
  /** The person has heard of what was found last. */
  #said = false
  #told = false

  /** Whether the person knows that something is wrong: nothing that was safe in the file can be called so any more. */
  get told(): boolean {
    return this.#told
  }

  /** Whether anything is wrong, told or not. */
  get any(): boolean {
    return this.#found !== null
  }

  /** Whether that content of the file, null for none at all, is known to be wrong. */
  isAbout(hash: string | null): boolean {
    return this.#found?.hash === hash
  }

  found(hash: string | null, failure: Failure<SaveFailure>): void {
    // What is wrong in another way by now has been wrong for long enough.
    this.#found = { hash, failure, since: this.#told ? -Infinity : performance.now() }
    this.#said = false
  }

  /** What the person has to be told now; null where there is nothing, or nothing new. */
  due(): Failure<SaveFailure> | null {
    if (!this.#found || this.#said || performance.now() - this.#found.since < GRACE_MS) return null
    this.#said = true
    this.#told = true
    return this.#found.failure
  }

  /** All is well. Whether the person had been told of something else. */
  over(): boolean {
    const told = this.#told
    this.#found = null
    this.#said = false
    this.#told = false
    return told
  }
}
