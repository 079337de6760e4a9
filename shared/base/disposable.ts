/** Undoes one subscription. Calling it twice is harmless. */
export type Dispose = () => void

/** A list of listeners that a listener may leave while it is being called. */
export class Listeners<Args extends readonly unknown[]> {
  readonly #listeners = new Set<(...args: Args) => void>()

  add(listener: (...args: Args) => void): Dispose {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  emit(...args: Args): void {
    for (const listener of [...this.#listeners]) listener(...args)
  }
}
