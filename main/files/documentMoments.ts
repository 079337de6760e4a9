import type { Dispose } from '../../shared/base/disposable'
import type { MapDocument } from '../../shared/document/mapDocument'
import type { DocumentMoment } from './mapCodec'

/** More than this of updates, and a fresh state costs less than carrying them along. */
const MOST_BYTES = 4 * 1024 * 1024

/**
 * What it takes to put a document together elsewhere: a state of it, and every update since.
 *
 * To encode a large document costs hundreds of milliseconds, in which nobody could type; to remember what was written to it costs nothing.
 */
export class DocumentMoments {
  readonly document: MapDocument
  readonly #dispose: Dispose
  #state: Uint8Array
  #updates: Uint8Array[] = []
  #updateBytes = 0

  /** @param state the whole document as it is now; nothing was written to it since. */
  constructor(document: MapDocument, state: Uint8Array) {
    this.document = document
    this.#state = state
    this.#dispose = document.onUpdate((update) => {
      this.#updates.push(update)
      this.#updateBytes += update.byteLength
    })
  }

  /** About how large the document is. */
  get bytes(): number {
    return this.#state.byteLength + this.#updateBytes
  }

  now(): DocumentMoment {
    if (this.#updateBytes > Math.max(MOST_BYTES, this.#state.byteLength)) this.#restart(this.document.encode(), this.#updates.length)
    return { state: this.#state, updates: [...this.#updates], vector: this.document.stateVector() }
  }

  /** That moment was put together: what comes is told from there. */
  renew({ state: before, updates }: DocumentMoment, state: Uint8Array): void {
    if (before === this.#state) this.#restart(state, updates.length)
  }

  dispose(): void {
    this.#dispose()
  }

  #restart(state: Uint8Array, without: number): void {
    this.#state = state
    this.#updates = this.#updates.slice(without)
    this.#updateBytes = this.#updates.reduce((sum, update) => sum + update.byteLength, 0)
  }
}
