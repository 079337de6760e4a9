import { Listeners, type Dispose } from '../../shared/base/disposable'
import { fail, type Result } from '../../shared/base/result'
import { BadUpdate } from '../../shared/document/checkUpdate'
import type { MapDocument } from '../../shared/document/mapDocument'
import type { SaveStatus } from '../../shared/ipc/contract'
import type { Board } from '../../shared/model/board'
import { nameOf, placeOf } from '../files/recents'
import { HostSaving, type SavingDeps, type SavingOptions } from './hostSaving'
import { FILE_PEER, type MapHost, type Peer, type ReceiveFailure, type Saved, type SaveFailure } from './mapHost'

/** What a map is opened with: from a file, from a journal, or new. */
export interface OpenHostOptions extends SavingOptions {
  readonly recovered: number
}

export interface HostDeps extends Omit<SavingDeps, 'isOpen' | 'takeOver'> {
  readonly home: string
  /** Whether another open map has that real path. */
  readonly isOpen: (path: string, besides: MapHost) => boolean
  readonly onClosed: (host: MapHost) => void
}

/** Updates that the host itself made. */
const HOST_PEER: Peer = 'host'

/** An open map: takes in edits and passes them on; `HostSaving` puts them on disk. */
export class OpenHost implements MapHost {
  readonly handle: string
  readonly recovered: number
  readonly #deps: HostDeps
  readonly #document: MapDocument
  readonly #updates = new Listeners<[Uint8Array, Peer]>()
  readonly #saving: HostSaving
  #sender: Peer = HOST_PEER
  #closing: Promise<void> | null = null

  constructor(options: OpenHostOptions, deps: HostDeps) {
    this.#deps = deps
    this.#document = options.document
    this.handle = deps.newId('handle')
    this.recovered = options.recovered
    this.#saving = new HostSaving(options, {
      ...deps,
      isOpen: (path) => deps.isOpen(path, this),
      takeOver: (theirs) => this.#apply(theirs, FILE_PEER),
    })
    this.#document.onUpdate((update, origin) => {
      this.#saving.changed()
      this.#updates.emit(update, origin === 'remote' ? this.#sender : HOST_PEER)
      if (origin !== 'remote') void this.#saving.keep(update)
    })
  }

  /**
   * Put what the file does not hold into the journal, and see that it gets into the file. Called once, before any window sees the map.
   */
  start(): Promise<void> {
    return this.#saving.start()
  }

  get id(): string {
    return this.#saving.id
  }

  get file(): string | null {
    return this.#saving.file
  }

  get name(): string | null {
    return this.file === null ? null : nameOf(this.file)
  }

  get place(): string | null {
    return this.file === null ? null : placeOf(this.file, this.#deps.home)
  }

  get recentId(): string {
    return this.#saving.recentId
  }

  get readOnly(): boolean {
    return this.#saving.readOnly
  }

  get rebuilt(): boolean {
    return this.#saving.rebuilt
  }

  board(): Board {
    return this.#document.board()
  }

  encode(): Uint8Array {
    return this.#document.encode()
  }

  status(): SaveStatus {
    return this.#saving.status()
  }

  async receive(update: Uint8Array, peer: Peer): Promise<Result<null, ReceiveFailure>> {
    if (this.#saving.closed) return fail('closed')
    if (this.readOnly) return fail('read-only')
    try {
      this.#apply(update, peer)
    } catch (error) {
      if (error instanceof BadUpdate) return fail('bad-update', error.message)
      throw error
    }
    this.#saving.edited()
    // Kept whether it changed anything or not: it may be waiting for another one that is still on its way.
    return this.#saving.keep(update)
  }

  save(): Promise<Result<Saved, SaveFailure>> {
    return this.#saving.save()
  }

  saveAs(path: string): Promise<Result<Saved, SaveFailure>> {
    return this.#saving.saveAs(path)
  }

  onUpdate(listener: (update: Uint8Array, peer: Peer) => void): Dispose {
    return this.#updates.add(listener)
  }

  onStatus(listener: (status: SaveStatus) => void): Dispose {
    return this.#saving.onStatus(listener)
  }

  get closing(): Promise<void> | null {
    return this.#closing
  }

  settle(): Promise<void> {
    return this.#saving.settle()
  }

  close(): Promise<void> {
    this.#closing ??= this.#close().catch((error: unknown) => {
      this.#closing = null
      throw error
    })
    return this.#closing
  }

  async #close(): Promise<void> {
    await this.#saving.close()
    this.#deps.onClosed(this)
    this.#document.destroy()
  }

  #apply(update: Uint8Array, peer: Peer): void {
    this.#sender = peer
    try {
      this.#document.receive(update, 'remote')
    } finally {
      this.#sender = HOST_PEER
    }
  }
}
