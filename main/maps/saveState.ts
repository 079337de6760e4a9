import { Listeners, type Dispose } from '../../shared/base/disposable'
import type { Failure, Result } from '../../shared/base/result'
import type { SaveStatus } from '../../shared/ipc/contract'
import type { SaveFailure } from './mapHost'
import { whenTooLong } from './patience'

/** After that long a write that still waits for the disk is told as one that does not come to its end, in milliseconds. */
const SLOW_MS = 4_000

type NotSaved = Extract<SaveStatus, { kind: 'notSaved' }>

/** What the document and its file say of themselves. */
export interface SaveFacts {
  /** Whether the document holds what no file does. */
  readonly dirty: boolean
  /** When the file was last read back and compared. */
  readonly savedAt: Date | null
  /** Whether a large map is being put together, which takes its time and says nothing of the disk. */
  readonly preparing: boolean
}

/** What can truly be said of an open map's edits at this moment, and who wants to hear of it. */
export class SaveState {
  readonly #facts: () => SaveFacts
  readonly #listeners = new Listeners<[SaveStatus]>()
  /** Updates on their way to the journal. */
  #keeping = 0
  #journalFailed: string | null = null
  #saving = false
  /** The write under way takes so long that the person has to know. */
  #slow = false
  #endWait: Dispose | null = null
  #notSaved: NotSaved | null = null
  #told = ''

  constructor(facts: () => SaveFacts) {
    this.#facts = facts
  }

  /** Whether the last try to write the file failed. */
  get failed(): boolean {
    return this.#notSaved !== null
  }

  /** Whether the write under way takes longer than anybody should wait for. */
  get slow(): boolean {
    return this.#slow
  }

  /** Whether the last update is not in the journal. */
  get unkept(): boolean {
    return this.#journalFailed !== null
  }

  status(): SaveStatus {
    const { dirty, savedAt } = this.#facts()
    if (this.#slow && this.#journalFailed === null) return { kind: 'notSaved', reason: 'slow', detail: '' }
    if (this.#saving) return { kind: 'saving' }
    if (dirty && this.#journalFailed !== null) return { kind: 'notSaved', reason: 'journal', detail: this.#journalFailed }
    if (dirty && this.#notSaved) return this.#notSaved
    if (this.#keeping > 0) return { kind: 'keeping' }
    return !dirty && savedAt ? { kind: 'saved', at: savedAt.toISOString() } : { kind: 'kept' }
  }

  /** Follow an update on its way to the journal. */
  async keep(kept: Promise<Result<null, 'journal'>>): Promise<Result<null, 'journal'>> {
    this.#keeping += 1
    this.tell()
    const result = await kept
    this.#keeping -= 1
    this.#journalFailed = result.ok ? null : String(result.detail)
    this.tell()
    return result
  }

  /** @param visibly a try that nobody asked for, after one that failed, shows itself only when it works. */
  startSaving(visibly: boolean): void {
    this.#saving = visibly
    // One that hung may still be waited for.
    this.#endWait?.()
    this.#endWait = whenTooLong(
      SLOW_MS,
      () => this.#facts().preparing,
      () => {
        this.#slow = true
        this.tell()
      },
    )
    this.tell()
  }

  /** @param failure what is to be said until the next write; null if it worked, or was to a place that the map is not at. */
  endSaving(failure: Failure<SaveFailure> | null): void {
    this.#saving = false
    this.#slow = false
    this.#endWait?.()
    this.#endWait = null
    this.#notSaved = failure && notSavedFor(failure)
  }

  onStatus(listener: (status: SaveStatus) => void): Dispose {
    return this.#listeners.add(listener)
  }

  /** Tell whoever listens, if there is something new to tell. */
  tell(): void {
    const status = this.status()
    const told = JSON.stringify(status)
    if (told === this.#told) return
    this.#told = told
    this.#listeners.emit(status)
  }
}

function notSavedFor({ code, detail }: Failure<SaveFailure>): NotSaved {
  const reason = code === 'closed' || code === 'no-file' ? 'unknown' : code
  return { kind: 'notSaved', reason, detail: typeof detail === 'string' ? detail : code }
}
