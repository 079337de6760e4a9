import * as Y from 'yjs'
import { BadUpdate, checkUpdate } from './checkUpdate'

/** So many edits of our own without one from outside, and a fresh copy costs less than catching up. */
const CATCH_UP_LIMIT = 1_000

/**
 * A second copy of the document on which every update from outside is tried first.
 *
 * Yjs applies as it goes: an update can decode well, be applied half and then throw, and there is no way back.
 */
export class Rehearsal {
  readonly #doc: Y.Doc
  #copy: Y.Doc | null = null
  /** What the document itself has written since the last try. */
  #missing: Uint8Array[] = []

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  /** Tell of an update that did not come from outside, so that the copy can take it over. */
  follow(update: Uint8Array): void {
    if (!this.#copy) return
    this.#missing.push(update)
    if (this.#missing.length > CATCH_UP_LIMIT) this.#forget()
  }

  /**
   * The caller has to apply the update to the document next.
   * @throws BadUpdate where that would harm it; nothing was changed then.
   */
  try(update: Uint8Array): void {
    checkUpdate(update)
    const copy = this.#caughtUp()
    try {
      Y.applyUpdateV2(copy, update)
    } catch (error) {
      this.#forget()
      throw new BadUpdate('an update that does not fit together', { cause: error })
    }
  }

  destroy(): void {
    this.#forget()
  }

  #caughtUp(): Y.Doc {
    if (this.#copy) {
      for (const update of this.#missing) Y.applyUpdateV2(this.#copy, update)
    } else {
      this.#copy = new Y.Doc()
      Y.applyUpdateV2(this.#copy, Y.encodeStateAsUpdateV2(this.#doc))
    }
    this.#missing = []
    return this.#copy
  }

  #forget(): void {
    this.#copy?.destroy()
    this.#copy = null
    this.#missing = []
  }
}
