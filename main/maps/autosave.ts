export interface AutosaveTimes {
  /** After the last edit. */
  readonly restMs: number
  /** After the first edit that is not in the file, however busy the hands are. */
  readonly mostMs: number
  /** After a try that failed: a full disk may have room again, a stick may be back. */
  readonly retryMs: number
}

export const AUTOSAVE_TIMES: AutosaveTimes = { restMs: 1_500, mostMs: 10_000, retryMs: 5_000 }

/** Calls `save` when the hands rest. It only decides when; what there is to save is the map's business. */
export class Autosave {
  readonly #times: AutosaveTimes
  readonly #save: () => Promise<boolean>
  #timer: NodeJS.Timeout | null = null
  #firstEdit: number | null = null
  #stopped = false

  constructor(times: AutosaveTimes, save: () => Promise<boolean>) {
    this.#times = times
    this.#save = save
  }

  edited(): void {
    const now = performance.now()
    this.#firstEdit ??= now
    this.#arm(Math.max(0, Math.min(this.#times.restMs, this.#firstEdit + this.#times.mostMs - now)))
  }

  stop(): void {
    this.#stopped = true
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  #arm(wait: number): void {
    if (this.#timer) clearTimeout(this.#timer)
    if (this.#stopped) return
    // The app may end while it waits: quitting saves by itself.
    this.#timer = setTimeout(() => void this.#run(), wait).unref()
  }

  async #run(): Promise<void> {
    this.#timer = null
    this.#firstEdit = null
    const saved = await this.#save()
    if (!saved && this.#timer === null) this.#arm(this.#times.retryMs)
  }
}
