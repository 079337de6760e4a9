import * as Y from 'yjs'
import { BadUpdate, checkUpdate } from './checkUpdate'

/**
 * A second copy of the document on which every update is tried first.
 *
 * Yjs applies as it goes: an update can decode well, be applied half and then throw, and there is no way back. The
 * copy only ever lacks what was written since the last update came in, so keeping it costs as much as the update.
 */
export class Rehearsal {
  readonly #doc: Y.Doc
  #copy: Y.Doc | null = null

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  /** @throws BadUpdate where the document would be harmed; nothing was changed then. */
  try(update: Uint8Array): void {
    checkUpdate(update)
    const copy = (this.#copy ??= new Y.Doc())
    Y.applyUpdateV2(copy, Y.encodeStateAsUpdateV2(this.#doc, Y.encodeStateVector(copy)))
    try {
      Y.applyUpdateV2(copy, update)
    } catch (error) {
      this.#copy = null
      copy.destroy()
      throw new BadUpdate('an update that does not fit together', { cause: error })
    }
  }

  destroy(): void {
    this.#copy?.destroy()
  }
}
