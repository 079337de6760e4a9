import { Listeners, type Dispose } from '../../shared/base/disposable'
import { fail, ok, type Result } from '../../shared/base/result'
import { BadUpdate } from '../../shared/document/checkUpdate'
import type { MapDocument } from '../../shared/document/mapDocument'
import { joinUpdates } from '../../shared/document/yjsDocument'
import type { SaveStatus } from '../../shared/ipc/contract'
import type { Version } from '../../shared/ipc/versions'
import type { Board } from '../../shared/model/board'
import type { WriteFailure } from '../files/durableWrite'
import { joinVersions } from '../files/namedVersions'
import { nameOf, placeOf } from '../files/recents'
import type { VersionStore } from '../files/versionStore'
import { HostVersions, type UnnamedReason } from './hostVersions'
import { HostSaving, type SavingOptions } from './hostSaving'
import type { SavingDeps } from './keeping'
import type { CopyAction, MapSurroundings, OlderAction } from '../../shared/ipc/surroundings'
import { mergeInto, type MergeReport } from '../../shared/merge/mergeInto'
import { disk as realDisk } from '../files/disk'
import type { LoadedMap } from '../files/loadMap'
import type { SalvageReport } from '../files/salvage'
import type { SavedStates } from '../files/savedStates'
import type { CopyFailure } from './copies'
import { HostSurroundings, type SurroundingsDeps } from './hostSurroundings'
import { LastSaved } from './lastSaved'
import { OlderCopy } from './olderCopy'
import { FILE_PEER, type MapHost, type Merged, type Peer, type ReceiveFailure, type Saved, type SaveFailure } from './mapHost'

/** What a map is opened with: from a file, from a journal, or new. */
export interface OpenHostOptions extends SavingOptions {
  readonly recovered: number
  readonly salvage?: SalvageReport | null
  /** See `MapHost`. */
  readonly linked?: boolean
  readonly fresh?: boolean
}

/** How what is round an open map's file is watched, and under which name of the computer. */
export type SurroundOptions = Pick<SurroundingsDeps, 'times' | 'computer' | 'machine' | 'trash'>

export interface HostDeps extends Omit<SavingDeps, 'isOpen' | 'takeIn' | 'foundOlder' | 'leaving'> {
  readonly home: string
  /** How what is round the file is watched. Absent: not at all. */
  readonly surround?: SurroundOptions
  readonly versions: VersionStore
  readonly states: SavedStates
  /** Display name of the person at this computer; may be empty. */
  readonly who: () => string
  /** Whether another open map has that real path, or is about to. */
  readonly isOpen: (path: string, besides: MapHost) => boolean
  readonly onClosed: (host: MapHost) => void
}

/** Updates that the host itself made. */
const HOST_PEER: Peer = 'host'

/** An open map: takes in edits and passes them on; `HostSaving` puts them on disk. */
export class OpenHost implements MapHost {
  readonly handle: string
  readonly recovered: number
  readonly newer: boolean
  readonly fresh: boolean
  readonly salvage: SalvageReport | null
  readonly linked: boolean
  readonly versions: HostVersions
  readonly #deps: HostDeps
  readonly #document: MapDocument
  readonly #updates = new Listeners<[Uint8Array, Peer]>()
  readonly #merging = new Listeners<[]>()
  readonly #merged = new Listeners<[Merged]>()
  readonly #around = new Listeners<[MapSurroundings]>()
  readonly #saving: HostSaving
  readonly #lastSaved: LastSaved
  readonly #olderCopy: OlderCopy
  #surroundings: HostSurroundings | null = null
  /** A draft that nobody edited before: there is nothing of it to keep. */
  readonly #isNew: boolean
  #sender: Peer = HOST_PEER
  /** What a merge that is going on has written so far. */
  #takingIn: Uint8Array[] | null = null
  #closing: Promise<void> | null = null

  constructor(options: OpenHostOptions, deps: HostDeps) {
    this.#deps = deps
    this.#document = options.document
    this.handle = deps.newId('handle')
    this.recovered = options.recovered
    this.newer = options.newer ?? false
    this.fresh = options.fresh ?? false
    this.salvage = options.salvage ?? null
    this.linked = options.linked ?? false
    this.#saving = new HostSaving(options, {
      ...deps,
      isOpen: (path) => deps.isOpen(path, this),
      takeIn: (theirs, base, taken) => this.#takeIn(theirs, { source: theirs.handEdited ? 'hand' : 'file', name: null }, base, taken),
      // What is only looked at is not written again.
      foundOlder: (copy, saved) => {
        if (!this.readOnly) void this.#olderCopy.found(copy, saved)
      },
      leaving: () => this.#keepSaved(),
    })
    this.#lastSaved = new LastSaved({
      ...deps,
      document: this.#document,
      mapId: () => this.id,
      savedAt: () => (this.#saving.savedAt ?? deps.clock()).toISOString(),
    })
    this.#isNew = options.file === null && !options.edited
    this.versions = new HostVersions({
      ...deps,
      store: deps.versions,
      mapId: () => this.id,
      earlierIds: () => this.earlierIds,
      board: () => this.board(),
      stored: () => this.#saving.versions,
      setStored: (versions) => this.#saving.setVersions(versions),
    })
    this.#olderCopy = new OlderCopy({
      keep: (board) => this.versions.keepOlder(board),
      shared: () => this.surroundings().others.length > 0,
      savedAt: () => this.#saving.savedAt ?? deps.clock(),
      changed: () => this.#around.emit(this.surroundings()),
    })
    this.#document.onUpdate((update, origin) => {
      this.#saving.changed()
      // Before anybody hears of it. What a window sent is kept by `receive`, which answers when it is; a file that is only read has everything itself.
      if (!this.readOnly && (origin !== 'remote' || this.#sender === FILE_PEER)) void this.#saving.keep(update)
      if (this.#takingIn) this.#takingIn.push(update)
      else this.#updates.emit(update, origin === 'remote' ? this.#sender : HOST_PEER)
    })
  }

  /**
   * Put what the file does not hold into the journal, and see that it gets into the file. Called once, before any window sees the map.
   */
  async start(): Promise<void> {
    if (this.file === null && !this.#isNew) void this.versions.comeBack()
    // As it is opened: whoever wants it back wants it without the edits that follow.
    if (!this.#isNew) void this.versions.take('opened')
    // A newer app's file is only looked at, and what was put together from a damaged one is another map.
    if (this.file !== null && !this.newer) await this.#lastSaved.look()
    await this.#saving.start()
    this.#lookRound()
  }

  get id(): string {
    return this.#saving.id
  }

  get earlierIds(): readonly string[] {
    return this.#saving.earlierIds
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
    this.versions.edited()
    // Kept whether it changed anything or not: it may be waiting for another one that is still on its way.
    return this.#saving.keep(update)
  }

  save(): Promise<Result<Saved, SaveFailure>> {
    return this.#saving.save()
  }

  async saveAs(path: string): Promise<Result<Saved, SaveFailure>> {
    return this.#goTo(() => this.#saving.saveAs(path))
  }

  async #goTo(go: () => Promise<Result<Saved, SaveFailure>>): Promise<Result<Saved, SaveFailure>> {
    // A version that is just being named goes along.
    await this.versions.settled()
    const before = this.file
    const saved = await go()
    if (saved.ok && this.file !== before) {
      void this.#surroundings?.stop()
      this.#surroundings = null
      this.#lookRound()
      this.#around.emit(this.surroundings())
    }
    return saved
  }

  surroundings(): MapSurroundings {
    const older = this.#lastSaved.older ?? this.#olderCopy.shown
    return { ...(this.#surroundings?.now() ?? { others: [], copies: [] }), ...(older && { older }) }
  }

  onSurroundings(listener: (surroundings: MapSurroundings) => void): Dispose {
    return this.#around.add(listener)
  }

  async copies(action: CopyAction, ids: readonly string[]): Promise<Result<null, CopyFailure>> {
    if (action === 'goOn') return this.#goOnIn(ids[0] ?? '')
    return this.#surroundings?.[action](ids) ?? fail('not-found')
  }

  async #goOnIn(id: string): Promise<Result<null, CopyFailure>> {
    const path = this.#surroundings?.pathOf(id)
    if (path === undefined) return fail('not-found')
    const gone = await this.#goTo(() => this.#saving.goOnAt(path))
    if (gone.ok) return ok(null)
    if (gone.code === 'closed' || gone.code === 'read-only') return fail(gone.code, gone.detail)
    if (gone.detail === 'open-elsewhere') return fail('open-elsewhere')
    return gone.code === 'changed-on-disk' ? fail('unreadable', gone.detail) : fail('unknown', gone.detail)
  }

  async older(action: OlderAction): Promise<Result<null, 'closed' | 'read-only'>> {
    if (this.#saving.closed || this.#closing) return fail('closed')
    if (!this.#lastSaved.older) this.#olderCopy.decided()
    else if (action === 'keepFile') await this.#lastSaved.keepFile()
    else if (this.readOnly) return fail('read-only')
    else {
      this.#lastSaved.bringIn((document) => this.#takeIn({ document }, { source: 'saved', name: null }))
      this.#saving.edited()
    }
    this.#around.emit(this.surroundings())
    return ok(null)
  }

  onMerging(listener: () => void): Dispose {
    return this.#merging.add(listener)
  }

  onMerged(listener: (merged: Merged) => void): Dispose {
    return this.#merged.add(listener)
  }

  takeVersion(reason: UnnamedReason): Promise<Result<Version | null, WriteFailure>> {
    return this.versions.take(reason)
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
    await this.versions.settled()
    if (this.surroundings().others.length > 0) await this.#saving.makeSure()
    await this.#saving.close()
    // What came in at the very end was kept as it was before.
    await this.versions.settled()
    await this.#surroundings?.stop()
    this.#deps.onClosed(this)
    this.#document.destroy()
  }

  /** A version for people and the document for a merge, where anything changed. */
  async #keepSaved(): Promise<void> {
    if (this.newer || !this.#lastSaved.changed) return
    await this.versions.take('closed')
    if (this.file !== null && !this.readOnly) await this.#lastSaved.keep()
  }

  #lookRound(): void {
    const { surround, who, clock, newId, log, disk = realDisk, codec } = this.#deps
    if (!surround || this.file === null || this.#saving.closed) return
    const surroundings = new HostSurroundings({
      ...surround,
      file: this.file,
      mapId: this.id,
      document: this.#document,
      writable: !this.readOnly,
      who,
      clock,
      newId,
      log,
      disk,
      ...(codec && { codec }),
      isOpen: (path) => this.#deps.isOpen(path, this),
      takeIn: (theirs, name) => {
        // Nobody sees what comes in now, or would bring it into the file.
        if (this.#closing) return false
        this.#takeIn(theirs, { source: 'copy', name })
        this.#saving.setVersions(joinVersions(this.#saving.versions, theirs.frame.versions))
        this.#saving.edited()
        return true
      },
      noticed: (hash) => this.#saving.noticed(hash),
    })
    surroundings.onChange(() => this.#around.emit(this.surroundings()))
    this.#surroundings = surroundings
  }

  /** Bring another copy of the map in, whole, and tell everybody whose edits they were. */
  #takeIn(theirs: Pick<LoadedMap, 'document'>, from: Pick<Merged, 'source' | 'name'>, base?: Board, taken?: () => void): void {
    if (this.#document.holdsAllOf(theirs.document)) return taken?.()
    if (from.source === 'file') this.versions.beforeMerge()
    else void this.versions.take('merge')
    this.#merging.emit()
    const { diff, conflicts, by } = this.#merge(theirs, base, taken)
    if (from.source === 'hand') this.#saving.edited()
    if (diff.changes.length > 0 || conflicts.length > 0) this.#merged.emit({ ...from, diff, conflicts: conflicts.length, by })
    this.#surroundings?.tookIn()
  }

  /** Windows get all that a merge writes as one update: what it lists as a conflict is on no board for a moment without being listed. */
  #merge(theirs: Pick<LoadedMap, 'document'>, base: Board | undefined, taken: (() => void) | undefined): MergeReport {
    const updates: Uint8Array[] = []
    this.#sender = FILE_PEER
    this.#takingIn = updates
    try {
      const at = this.#deps.clock().toISOString()
      const report = mergeInto(this.#document, theirs.document, { at, ...(base && { base }) })
      taken?.()
      return report
    } finally {
      this.#sender = HOST_PEER
      this.#takingIn = null
      if (updates.length > 0) this.#updates.emit(joinUpdates(updates), FILE_PEER)
    }
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
