import { Listeners, type Dispose } from '../../shared/base/disposable'
import { fail, ok, type Result } from '../../shared/base/result'
import type { Version, VersionReason } from '../../shared/ipc/versions'
import type { Board } from '../../shared/model/board'
import type { NewId } from '../../shared/model/ids'
import { countsOf } from '../files/counts'
import type { WriteFailure } from '../files/durableWrite'
import { sha256 } from '../files/hash'
import { namedVersions, readNamed, withNamed, withoutNamed, type NamedVersion } from '../files/namedVersions'
import { mapLine, packMap, readMapLine, type VersionHead } from '../files/versionFile'
import { shownHead, shownNamed, versionList } from '../files/versionList'
import type { VersionStore } from '../files/versionStore'

/** What the app keeps a version before, or when. */
export type UnnamedReason = Exclude<VersionReason, 'named'>

/** Why a version was not kept. `too-many`: the map file may hold no more named ones. */
export type KeepFailure = 'too-many' | WriteFailure

export interface HostVersionsDeps {
  readonly store: VersionStore
  readonly clock: () => Date
  readonly newId: NewId
  /** Display name of the person at this computer. */
  readonly who: () => string
  readonly log: (message: string, error?: unknown) => void
  readonly mapId: () => string
  /** Ids that the map had before it was put together anew: this computer has earlier versions under those too. */
  readonly earlierIds: () => readonly string[]
  readonly board: () => Board
  /** `versions` of the map file, as they are to be written. */
  readonly stored: () => readonly unknown[]
  readonly setStored: (versions: readonly unknown[]) => void
}

const HOUR_MS = 60 * 60 * 1000

/** Of a file that somebody else writes every few seconds not every state is worth keeping. */
const MERGE_PAUSE_MS = 5 * 60 * 1000

/** The earlier versions of one open map: those on this computer, and the named ones in its file. */
export class HostVersions {
  readonly #deps: HostVersionsDeps
  readonly #listeners = new Listeners<[]>()
  #queue: Promise<unknown> = Promise.resolve()
  /** When the last one was due, whether anything had to be kept then or not. */
  #lastAt: number

  constructor(deps: HostVersionsDeps) {
    this.#deps = deps
    this.#lastAt = deps.clock().getTime()
  }

  /** Newest first. */
  async list(): Promise<readonly Version[]> {
    await this.#queue
    return versionList(await this.#heads(), this.#deps.stored())
  }

  /** The readable part of one as JSON, checked. */
  async read(id: string): Promise<Result<Uint8Array, 'not-found' | 'damaged'>> {
    await this.#queue
    const here = await this.#readHere(id)
    if (here.ok && readMapLine(here.value).ok) return here
    const named = await readNamed(this.#deps.stored(), id)
    if (named.ok) return readMapLine(named.value).ok ? named : fail('damaged')
    return here.ok ? fail('damaged') : here
  }

  /**
   * Keep the map as it is at this moment, unless the newest version is the same; null then.
   *
   * A failure is for whoever is about to do something large; it is logged here too, because most callers go on all the same.
   */
  take(reason: UnnamedReason): Promise<Result<Version | null, WriteFailure>> {
    const board = this.#deps.board()
    this.#lastAt = this.#deps.clock().getTime()
    return this.#inTurn(async () => {
      const map = mapLine(board)
      const [newest] = await this.#deps.store.list(this.#deps.mapId())
      if (newest?.digest === sha256(map)) return ok(null)
      const by = reason === 'restore' || reason === 'import' ? this.#by() : {}
      const added = await this.#deps.store.add({ ...this.#head(board, map), reason, ...by }, map)
      if (!added.ok) {
        this.#deps.log(`a version could not be kept (${reason})`, added.detail ?? added.code)
        return added
      }
      this.#listeners.emit()
      return ok(shownHead(added.value, false))
    })
  }

  /**
   * Keep what was in the place of the map's file.
   * @returns the id of the version that it is, which may be the newest one; null where it could not be kept.
   */
  keepOlder(board: Board): Promise<string | null> {
    return this.#inTurn(async () => {
      const map = mapLine(board)
      const [newest] = await this.#deps.store.list(this.#deps.mapId())
      if (newest?.digest === sha256(map)) return newest.id
      const added = await this.#deps.store.add({ ...this.#head(board, map), reason: 'older' }, map)
      if (!added.ok) {
        this.#deps.log('an older copy of a file could not be kept', added.detail ?? added.code)
        return null
      }
      this.#listeners.emit()
      return added.value.id
    })
  }

  /** Keep the map as it is at this moment under a name, here and in its file. */
  name(name: string): Promise<Result<Version, KeepFailure>> {
    const board = this.#deps.board()
    return this.#inTurn(async () => {
      const map = mapLine(board)
      const head = { ...this.#head(board, map), reason: 'named' as const, name, ...this.#by() }
      const entry = await this.#entryOf(head, map)
      const room = withNamed(this.#deps.stored(), entry)
      if (!room.ok) return room
      const added = await this.#deps.store.add(head, map)
      if (!added.ok) return added
      const stored = this.#putStored(entry)
      this.#listeners.emit()
      return stored.ok ? ok(shownHead(added.value, true)) : stored
    })
  }

  /** Give one another name; one that was kept by itself is then kept for ever, and in the file. */
  rename(id: string, name: string): Promise<Result<Version, KeepFailure | 'not-found' | 'damaged'>> {
    return this.#inTurn(async () => {
      const head = await this.#headOf(id)
      const map = await this.#readStored(id)
      if (!map.ok) return map
      const before = namedVersions(this.#deps.stored()).find((version) => version.id === id)
      const named = head ?? before
      if (!named) return fail('not-found')
      const entry = await this.#entryOf({ ...named, name, ...this.#by() }, map.value)
      const room = withNamed(this.#deps.stored(), entry)
      if (!room.ok) return room
      const renamed = head && (await this.#deps.store.rename(head.mapId, id, { name, by: this.#by().by }))
      if (renamed && !renamed.ok) return renamed
      const stored = this.#putStored(entry)
      this.#listeners.emit()
      if (!stored.ok) return stored
      return ok(renamed ? shownHead(renamed.value, true) : shownNamed({ ...named, ...this.#by(), name }))
    })
  }

  remove(id: string): Promise<Result<null, 'not-found' | 'unknown'>> {
    return this.#inTurn(async () => {
      const inFile = namedVersions(this.#deps.stored()).some((version) => version.id === id)
      const head = await this.#headOf(id)
      const removed = await this.#deps.store.remove(head?.mapId ?? this.#deps.mapId(), id)
      if (!removed.ok && !(inFile && removed.code === 'not-found')) return removed
      if (inFile) this.#deps.setStored(withoutNamed(this.#deps.stored(), id, this.#deps.clock().toISOString()))
      this.#listeners.emit()
      return ok(null)
    })
  }

  onChange(listener: () => void): Dispose {
    return this.#listeners.add(listener)
  }

  /** A person edited the map: once an hour of that is kept. A clock that was set back counts as an hour too. */
  edited(): void {
    if (this.#sinceLast() >= HOUR_MS) void this.take('hourly')
  }

  /** The file brought edits of others, which are about to be taken in. Of many such moments in a row the first is kept. */
  beforeMerge(): void {
    if (this.#sinceLast() >= MERGE_PAUSE_MS) void this.take('merge')
  }

  #sinceLast(): number {
    return Math.abs(this.#deps.clock().getTime() - this.#lastAt)
  }

  /** A draft has no file to hold its named versions between two runs; they come back from this computer. */
  comeBack(): Promise<void> {
    return this.#inTurn(async () => {
      const mapId = this.#deps.mapId()
      for (const head of (await this.#deps.store.list(mapId)).filter(({ name }) => name !== undefined).reverse()) {
        const map = await this.#deps.store.read(mapId, head.id)
        if (!map.ok) continue
        this.#putStored(await this.#entryOf({ ...head, name: head.name ?? '' }, map.value))
      }
    })
  }

  /** Resolves when everything that was asked for is on disk, or has failed. */
  settled(): Promise<unknown> {
    return this.#queue
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work)
    // A fault is for whoever asked; those who wait for their turn go on.
    this.#queue = turn.then(undefined, () => undefined)
    return turn
  }

  #head(board: Board, map: Uint8Array): Omit<VersionHead, 'version' | 'sequence' | 'reason'> {
    const { inbox: _inbox, ...counts } = countsOf(board)
    const { newId, clock, mapId } = this.#deps
    return { id: newId('version'), mapId: mapId(), at: clock().toISOString(), counts, digest: sha256(map) }
  }

  #by(): { readonly by?: string } {
    const who = this.#deps.who()
    return who === '' ? {} : { by: who }
  }

  /** Into what the file holds by now: while a version was written here, somebody else's may have come in. */
  #putStored(entry: NamedVersion): Result<null, 'too-many'> {
    const stored = withNamed(this.#deps.stored(), entry)
    if (!stored.ok) return stored
    this.#deps.setStored(stored.value)
    return ok(null)
  }

  async #entryOf(
    { id, name, at, by, counts }: Pick<VersionHead, 'id' | 'at' | 'counts' | 'by'> & { readonly name: string },
    map: Uint8Array,
  ): Promise<NamedVersion> {
    const namedAt = this.#deps.clock().toISOString()
    return { id, name, at, namedAt, ...(by === undefined ? {} : { by }), counts, map: await packMap(map) }
  }

  async #readStored(id: string): Promise<Result<Uint8Array, 'not-found' | 'damaged'>> {
    const here = await this.#readHere(id)
    return here.ok ? here : readNamed(this.#deps.stored(), id)
  }

  /** Newest first, as far as anybody can tell: what was kept under an earlier id is older. */
  async #heads(): Promise<readonly VersionHead[]> {
    const heads = new Map<string, VersionHead>()
    for (const mapId of this.#mapIds())
      for (const head of await this.#deps.store.list(mapId)) heads.set(head.id, heads.get(head.id) ?? head)
    return [...heads.values()]
  }

  async #headOf(id: string): Promise<VersionHead | undefined> {
    return (await this.#heads()).find((head) => head.id === id)
  }

  /** Asked for by its name: to list them all for each one that is looked at would take long where there are hundreds. */
  async #readHere(id: string): Promise<Result<Uint8Array, 'not-found' | 'damaged'>> {
    for (const mapId of this.#mapIds()) {
      const read = await this.#deps.store.read(mapId, id)
      if (read.ok || read.code !== 'not-found') return read
    }
    return fail('not-found')
  }

  #mapIds(): readonly string[] {
    return [this.#deps.mapId(), ...this.#deps.earlierIds()]
  }
}
