import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import type { Result } from '../../shared/base/result'
import { LIMITS } from '../../shared/model/limits'
import { KEEP } from '../../shared/versions/keepVersions'
import type { Disk } from './disk'
import { writeDurable, type WriteFailure } from './durableWrite'
import { errnoOf, isMissing } from './errno'
import { sha256 } from './hash'
import { parseStrictJson } from './strictJson'
import { unlinkIfThere } from './unlinkIfThere'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

const NAME = 'saved.state.gz'
const HEAD_BYTES = 1024 * 1024

const Head = z.object({
  version: z.literal(1),
  mapId: z.string(),
  at: z.iso.datetime(),
  /** State vector of the document, base64. */
  vector: z.base64(),
  /** SHA-256 of the state. */
  hash: z.string(),
})

/** The newest document of a map that was saved on this computer. */
export interface SavedState {
  /** ISO date-time at which it was saved. */
  readonly at: string
  readonly vector: Uint8Array
  /** Yjs V2. */
  readonly state: Uint8Array
}

export interface SavedStatesDeps {
  readonly userData: string
  readonly disk: Disk
  /** Never with text of a map. */
  readonly log: (message: string, error?: unknown) => void
}

/**
 * The document of each map as it was last saved here, in the folder of its versions: `versions/<map>/saved.state.gz`. A version is what people read;
 * this one can be merged, because it has the history. One a map, and those not used for longest go where all together are too many bytes.
 */
export class SavedStates {
  readonly #folder: string
  readonly #deps: SavedStatesDeps

  constructor(deps: SavedStatesDeps) {
    this.#folder = join(deps.userData, 'versions')
    this.#deps = deps
  }

  /** Null where there is none, or none that can be read; the latter is logged. */
  async read(mapId: string): Promise<SavedState | null> {
    try {
      const text = await unpack(await this.#deps.disk.readFile(this.#path(mapId)), { maxOutputLength: LIMITS.docBytes + HEAD_BYTES })
      const end = text.indexOf('\n')
      const json = parseStrictJson(text.subarray(0, Math.max(0, end)))
      const head = json.ok ? Head.safeParse(json.value) : null
      const state = text.subarray(end + 1)
      if (head?.success && head.data.mapId === mapId && head.data.hash === sha256(state)) {
        return { at: head.data.at, vector: Buffer.from(head.data.vector, 'base64'), state }
      }
      this.#deps.log('what was saved last is damaged')
    } catch (error) {
      if (!isMissing(error)) this.#deps.log('what was saved last cannot be read', errnoOf(error))
    }
    return null
  }

  /** Keep it in the place of the one before. */
  async write(mapId: string, { at, vector, state }: SavedState): Promise<Result<unknown, WriteFailure>> {
    const path = this.#path(mapId)
    const head = { version: 1, mapId, at, vector: Buffer.from(vector).toString('base64'), hash: sha256(state) }
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const bytes = await pack(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), state]), { level: 1 })
    const written = await writeDurable(path, bytes, { mode: 0o600, disk: this.#deps.disk })
    if (written.ok) await this.#thinOut(path)
    return written
  }

  async #thinOut(stays: string): Promise<void> {
    const { disk, log } = this.#deps
    try {
      const found: { readonly path: string; readonly size: number; readonly mtimeMs: number }[] = []
      for (const map of await disk.readdir(this.#folder)) {
        const path = join(this.#folder, map, NAME)
        const stat = await disk.stat(path).catch(() => null)
        if (stat?.isFile()) found.push({ path, size: stat.size, mtimeMs: stat.mtimeMs })
      }
      let bytes = 0
      for (const { path, size } of found.toSorted((a, b) => b.mtimeMs - a.mtimeMs)) {
        bytes += size
        if (bytes > KEEP.savedBytes && path !== stays) await unlinkIfThere(disk, path)
      }
    } catch (error) {
      log('old saved states could not be thinned out', errnoOf(error))
    }
  }

  #path(mapId: string): string {
    return join(this.#folder, mapId, NAME)
  }
}
