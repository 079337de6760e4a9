/** Undoes one subscription. Calling it twice is harmless. */
export type Dispose = () => void

/** Listeners that may come and go while they are being called: who left is not called any more, who came is called next time. */
export class Listeners<Args extends readonly unknown[]> {
  readonly #listeners = new Set<(...args: Args) => void>()

  add(listener: (...args: Args) => void): Dispose {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  emit(...args: Args): void {
    const listeners = [...this.#listeners]
    for (const listener of listeners) if (this.#listeners.has(listener)) listener(...args)
  }
}
