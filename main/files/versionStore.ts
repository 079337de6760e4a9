import { mkdir, rmdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result'
import { KEEP, versionsToDrop, type KeptVersion } from '../../shared/versions/keepVersions'
import { disk as realDisk, type Disk } from './disk'
import { writeDurable, type WriteFailure } from './durableWrite'
import { errnoOf, isMissing } from './errno'
import { sweepStaleTemps } from './temps'
import { decodeVersion, encodeVersion, HEAD_BYTES, readHead, type VersionHead } from './versionFile'

const ENDING = '.json.gz'

export interface VersionStoreDeps {
  readonly userData: string
  readonly clock: () => Date
  readonly disk?: Disk
  /** Told of what cannot be read or thinned out; never with text of a map. */
  readonly log: (message: string, error?: unknown) => void
}

/** What is in the folder: a version, or a file of ours that is damaged. */
interface Found extends KeptVersion {
  readonly path: string
  readonly head: VersionHead | null
}

/**
 * The earlier versions of every map, in the user-data folder: `versions/<map>/<version>.json.gz`, private to the person.
 *
 * Each is a file of its own and written durably, so that a damaged one hides no other, and there is no list beside them that could be lost.
 */
export class VersionStore {
  readonly #folder: string
  readonly #disk: Disk
  readonly #clock: () => Date
  readonly #log: VersionStoreDeps['log']
  /** Only this process writes there, so that what was read once stands until it is changed here. Null where the folder cannot be read. */
  readonly #known = new Map<string, Promise<readonly Found[] | null>>()
  #queue: Promise<unknown> = Promise.resolve()

  constructor({ userData, clock, disk = realDisk, log }: VersionStoreDeps) {
    this.#folder = join(userData, 'versions')
    this.#clock = clock
    this.#disk = disk
    this.#log = log
  }

  /** Those of a map that can be read, newest first. */
  async list(mapId: string): Promise<readonly VersionHead[]> {
    const found = (await this.#find(mapId)) ?? []
    return found.flatMap(({ head }) => (head ? [head] : [])).toSorted((a, b) => b.sequence - a.sequence || (a.id < b.id ? -1 : 1))
  }

  /** The JSON of the readable part, as it was kept. */
  async read(mapId: string, id: string): Promise<Result<Uint8Array, 'not-found' | 'damaged'>> {
    try {
      const version = await decodeVersion(await this.#disk.readFile(this.#path(mapId, id)))
      return version ? ok(version.map) : fail('damaged')
    } catch (error) {
      return isMissing(error) ? fail('not-found') : fail('damaged', errnoOf(error))
    }
  }

  /** Keep one more, as the newest of its map, and thin out the rest. */
  add(head: Omit<VersionHead, 'version' | 'sequence'>, map: Uint8Array): Promise<Result<VersionHead, WriteFailure>> {
    return this.#inTurn(async () => {
      // Without knowing the others it would be numbered as the oldest.
      if ((await this.#find(head.mapId)) === null) return fail('unknown', 'unreadable-folder')
      const [newest] = await this.list(head.mapId)
      const added = await this.#write({ version: 1, sequence: (newest?.sequence ?? -1) + 1, ...head }, map)
      if (added.ok) await this.#thinOut(head.mapId)
      return added
    })
  }

  /** Give one another name; it is kept for ever then. */
  rename(
    mapId: string,
    id: string,
    { name, by }: { readonly name: string; readonly by: string | undefined },
  ): Promise<Result<VersionHead, WriteFailure | 'not-found' | 'damaged'>> {
    return this.#inTurn(async () => {
      const head = (await this.list(mapId)).find((version) => version.id === id)
      if (!head) return fail('not-found')
      const map = await this.read(mapId, id)
      return map.ok ? this.#write({ ...head, name, ...(by === undefined ? {} : { by }) }, map.value) : map
    })
  }

  remove(mapId: string, id: string): Promise<Result<null, 'not-found' | 'unknown'>> {
    return this.#inTurn(async () => {
      const found = (await this.#find(mapId))?.find(({ head }) => head?.id === id)
      if (!found) return fail('not-found')
      const gone = await this.#unlink([found])
      return gone === null ? ok(null) : fail('unknown', gone)
    })
  }

  /** Take away everything that is kept of a map, what is damaged too. */
  forget(mapId: string): Promise<Result<null, 'unknown'>> {
    return this.#inTurn(async () => {
      const folder = join(this.#folder, mapId)
      this.#known.delete(mapId)
      try {
        for (const name of await this.#disk.readdir(folder)) await this.#disk.unlink(join(folder, name))
        await rmdir(folder)
        return ok(null)
      } catch (error) {
        return isMissing(error) ? ok(null) : fail('unknown', errnoOf(error))
      }
    })
  }

  /** One change at a time: the next number and what may go both depend on what is there. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work)
    // A change that failed is told to whoever asked for it; the next one has its turn all the same.
    this.#queue = turn.then(undefined, () => undefined)
    return turn
  }

  async #write(head: VersionHead, map: Uint8Array): Promise<Result<VersionHead, WriteFailure>> {
    const path = this.#path(head.mapId, head.id)
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    } catch (error) {
      return fail('folder-missing', errnoOf(error))
    }
    const before = (await this.#find(head.mapId)) ?? []
    const bytes = await encodeVersion(head, map)
    const written = await writeDurable(path, bytes, { mode: 0o600, disk: this.#disk })
    if (!written.ok) return written
    const now = [...before.filter((known) => known.path !== path), foundOf(path, head.mapId, head, bytes.byteLength)]
    this.#known.set(head.mapId, Promise.resolve(now))
    return ok(head)
  }

  /** What cannot be taken away now is tried again with the next version. */
  async #thinOut(mapId: string): Promise<void> {
    for (const errno of await sweepStaleTemps(this.#disk, join(this.#folder, mapId), this.#clock())) {
      this.#log('an old temporary file could not be removed', errno)
    }
    try {
      await this.#drop((await this.#find(mapId)) ?? [])
      if ((await this.#bytes()) > KEEP.bytes) {
        const all = await Promise.all((await this.#maps()).map((map) => this.#find(map)))
        await this.#drop(all.flatMap((found) => found ?? []))
      }
    } catch (error) {
      this.#log('old versions could not be thinned out', errnoOf(error))
    }
  }

  async #drop(found: readonly Found[]): Promise<void> {
    const errno = await this.#unlink(versionsToDrop(found))
    if (errno !== null) this.#log('an old version could not be removed', errno)
  }

  /** @returns why the last one that stayed did so; null where all are gone. */
  async #unlink(found: readonly Found[]): Promise<string | null> {
    let failure: string | null = null
    for (const { path, mapId } of found) {
      try {
        await this.#disk.unlink(path)
      } catch (error) {
        if (!isMissing(error)) {
          failure = errnoOf(error)
          continue
        }
      }
      const left = (await this.#find(mapId))?.filter((known) => known.path !== path)
      if (left) this.#known.set(mapId, Promise.resolve(left))
    }
    return failure
  }

  /** Null where the folder cannot be read; the next time it may be. */
  async #find(mapId: string): Promise<readonly Found[] | null> {
    const known = this.#known.get(mapId)
    if (known) return known
    const finding = this.#look(mapId)
    this.#known.set(mapId, finding)
    const found = await finding
    if (found === null && this.#known.get(mapId) === finding) this.#known.delete(mapId)
    return found
  }

  async #look(mapId: string): Promise<readonly Found[] | null> {
    const found: Found[] = []
    const names = await this.#names(join(this.#folder, mapId))
    if (names === null) return null
    for (const name of names) {
      const path = join(this.#folder, mapId, name)
      try {
        const { size } = await this.#disk.stat(path)
        found.push(foundOf(path, mapId, await readHead(await this.#beginning(path)), size))
      } catch (error) {
        // It may be readable the next time, so it is neither shown nor taken for damaged.
        this.#log('a version cannot be read', errnoOf(error))
      }
    }
    return found
  }

  async #beginning(path: string): Promise<Uint8Array> {
    const file = await this.#disk.open(path, 'r')
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  }

  async #bytes(): Promise<number> {
    let bytes = 0
    for (const mapId of await this.#maps()) {
      const folder = join(this.#folder, mapId)
      for (const name of (await this.#names(folder)) ?? []) bytes += (await this.#disk.stat(join(folder, name))).size
    }
    return bytes
  }

  async #maps(): Promise<readonly string[]> {
    const names = (await this.#entries(this.#folder)) ?? []
    return names.filter((name) => /^[A-Za-z0-9_-]{1,64}$/.test(name))
  }

  async #names(folder: string): Promise<readonly string[] | null> {
    return (await this.#entries(folder))?.filter((name) => name.endsWith(ENDING)) ?? null
  }

  /** Null where it cannot be read; one that is not there yet is empty. */
  async #entries(folder: string): Promise<readonly string[] | null> {
    try {
      return await this.#disk.readdir(folder)
    } catch (error) {
      if (isMissing(error)) return []
      this.#log('the folder of versions cannot be read', errnoOf(error))
      return null
    }
  }

  #path(mapId: string, id: string): string {
    return join(this.#folder, mapId, id + ENDING)
  }
}

/** A file that somebody put there under another name, or from another map, is as good as damaged. */
function foundOf(path: string, mapId: string, read: VersionHead | null, bytes: number): Found {
  const head = read?.mapId === mapId && basename(path) === read.id + ENDING ? read : null
  const { sequence = -1, at = '', name } = head ?? {}
  return { id: basename(path), mapId, path, head, bytes, sequence, at, named: name !== undefined }
}
