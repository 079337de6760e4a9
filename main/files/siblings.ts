import { constants } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { conflictedCopyOf, type SyncService } from './conflictedCopyName'
import type { Disk } from './disk'
import { APP } from './envelope'

/** Another file of the same map in the same folder. */
export interface Sibling {
  readonly path: string
  readonly name: string
  /** Whose way of naming copies it has; null where a person may have made it. */
  readonly service: SyncService | null
  /** Size, time and number of the file: while they are the same its content need not be read again. */
  readonly signs: string
}

const MAP_ENDING = '.cjm'
/** The id stands at the beginning of every map. */
const HEAD_BYTES = 4_096
/** Of a folder with more maps only those are looked into whose names say most. */
const MOST_HEADS = 200

/** What the head of a file said, by path, for as long as the file looks the same. */
type Heads = Map<string, { readonly signs: string; readonly mapId: string | null }>

/**
 * The other files of a map beside it: what sync services leave when two people change a map apart, and copies that people made.
 *
 * The id in the file proves that it is the same map; its name only says where to look first and what to call it.
 */
export class Siblings {
  readonly #file: string
  readonly #disk: Disk
  #heads: Heads = new Map()
  #own: string | null = null

  constructor(file: string, disk: Disk) {
    this.#file = file
    this.#disk = disk
  }

  /** Whether the map itself was there at the last `find`. */
  get hasOwn(): boolean {
    return this.#own !== null
  }

  /** Those there are now, the surest first. Throws what the disk throws where the folder cannot be read. */
  async find(mapId: string): Promise<readonly Sibling[]> {
    const folder = dirname(this.#file)
    const own = basename(this.#file)
    const names = (await this.#disk.readdir(folder))
      .filter((name) => extname(name).toLowerCase() === MAP_ENDING && name !== own)
      .map((name) => ({ name, service: conflictedCopyOf(name, own) }))
      .toSorted((a, b) => Number(a.service === null) - Number(b.service === null) || (a.name < b.name ? -1 : 1))
    this.#own = await this.#numberOf(this.#file)
    const heads: Heads = new Map()
    const found: Sibling[] = []
    for (const { name, service } of names.slice(0, MOST_HEADS)) {
      const path = join(folder, name)
      const head = await this.#headOf(path, this.#own)
      if (!head) continue
      heads.set(path, head)
      if (head.mapId === mapId) found.push({ path, name, service, signs: head.signs })
    }
    this.#heads = heads
    return found
  }

  async #numberOf(path: string): Promise<string | null> {
    try {
      const { dev, ino } = await this.#disk.stat(path)
      return `${dev} ${ino}`
    } catch {
      // The map itself is away; its copies may be all there is.
      return null
    }
  }

  /** Null for what is no file of its own: a folder, a link, a second name of the map itself, or what cannot be read. */
  async #headOf(path: string, self: string | null): Promise<{ signs: string; mapId: string | null } | null> {
    try {
      const before = await this.#disk.lstat(path)
      if (!before.isFile() || `${before.dev} ${before.ino}` === self) return null
      const signs = `${before.size} ${before.mtimeMs} ${before.ctimeMs} ${before.ino}`
      const known = this.#heads.get(path)
      if (known?.signs === signs) return known
      const handle = await this.#disk.open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
      try {
        const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0)
        return { signs, mapId: mapIdIn(Buffer.from(buffer.buffer, 0, bytesRead).toString('utf8')) }
      } finally {
        await handle.close()
      }
    } catch {
      // Gone again, or not for us to read: there is nothing to offer then.
      return null
    }
  }
}

/** The id of the map whose file begins like this; a sign only, for the file is read whole before anything is done with it. */
function mapIdIn(head: string): string | null {
  if (!/^\uFEFF?\s*\{/.test(head) || !new RegExp(`"app"\\s*:\\s*"${APP}"`).test(head)) return null
  return /"id"\s*:\s*"([A-Za-z0-9_-]{1,64})"/.exec(head)?.[1] ?? null
}
