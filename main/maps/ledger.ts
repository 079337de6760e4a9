import type { EnvelopeFrame } from '../files/envelope'
import { MOST_IDS } from '../files/checkMap'
import type { JournalHeader } from '../files/journal'
import { recentIdOf } from '../files/recents'
import { FileTrouble } from './fileTrouble'
import type { SavedMap } from './savedMap'

export interface LedgerOptions {
  readonly frame: EnvelopeFrame
  readonly readOnly: boolean
  /** A newer app made the file: it is only looked at, and copied as it is. */
  readonly newer?: boolean
  /** Whether a person made or edited it: a draft that nobody did is not kept when it is closed. */
  readonly edited: boolean
  /** When the file was last written, if the document is as it is in the file. */
  readonly savedAt: Date | null
}

/** Where one open map is, and what of its document is in the file there. */
export class Ledger {
  /** The file, and what it holds beside the document; null for a draft. */
  saved: SavedMap | null = null
  readOnly: boolean
  readonly newer: boolean
  edited: boolean
  closed = false
  readonly trouble = new FileTrouble()
  /** Of the map; `saved` has the newest once there is a file. */
  #frame: EnvelopeFrame
  #savedAt: Date | null
  /** Counts the changes of the document; the file holds them all when the two are equal. */
  #version = 0
  #savedVersion: number

  constructor({ frame, readOnly, newer, edited, savedAt }: LedgerOptions) {
    this.#frame = frame
    this.readOnly = readOnly
    this.newer = newer ?? false
    this.edited = edited
    this.#savedAt = savedAt
    this.#savedVersion = savedAt ? 0 : -1
  }

  get frame(): EnvelopeFrame {
    return this.saved?.frame ?? this.#frame
  }

  get id(): string {
    return this.frame.id
  }

  /** Ids that the map had before it was put together anew. */
  get earlierIds(): readonly string[] {
    return (this.frame.rebuiltFrom ?? []).slice(0, MOST_IDS)
  }

  get file(): string | null {
    return this.saved?.file.path ?? null
  }

  get recentId(): string {
    return recentIdOf(this.file === null ? { kind: 'draft', mapId: this.id } : { kind: 'file', path: this.file })
  }

  /** When the file was last written, as far as it holds the document. */
  get savedAt(): Date | null {
    return this.#savedAt
  }

  get version(): number {
    return this.#version
  }

  /** Whether the document holds what no file does. */
  get dirty(): boolean {
    return this.saved === null || this.trouble.told || this.#version !== this.#savedVersion
  }

  /** The document has changed. */
  changed(): void {
    this.#version += 1
  }

  /** The file holds what was last turned into bytes, or found to be there. */
  holds({ snapshot }: SavedMap, since: Date): void {
    this.#savedVersion = snapshot
    this.#savedAt = since
  }

  /** The file does not hold everything, whether the document changed or not since it did. */
  lacks(): void {
    this.#savedVersion = -1
  }

  setVersions(versions: readonly unknown[]): void {
    if (this.saved) this.saved.setVersions(versions)
    else this.#frame = { ...this.#frame, versions: [...versions] }
  }

  /** What a journal that is begun now says of the map. */
  header(): Omit<JournalHeader, 'version'> {
    return { mapId: this.id, file: this.file, base: this.saved?.file.hash ?? null, dirty: this.saved ? this.dirty : this.edited }
  }
}
