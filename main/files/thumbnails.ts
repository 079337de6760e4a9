import { mkdir, readdir, readFile, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurable } from './durableWrite'
import { sha256 } from './hash'

/** Longest picture that is kept, in characters. */
export const LONGEST_THUMBNAIL = 200_000

const ENDING = '.svg'

/**
 * The pictures of the recent maps, one file each, so that opening a map does not write all of them anew.
 *
 * Nothing depends on a picture: one that cannot be written serves this run, one that cannot be read is none.
 */
export class Thumbnails {
  readonly #folder: string
  readonly #known = new Map<string, string | null>()

  private constructor(folder: string) {
    this.#folder = folder
  }

  /** @param ids of the list; pictures of others were left by a run that did not end well, and are removed. */
  static async open(userData: string, ids: readonly string[]): Promise<Thumbnails> {
    const folder = join(userData, 'thumbnails')
    const thumbnails = new Thumbnails(folder)
    const wanted = new Set(ids.map((id) => thumbnails.#path(id)))
    await unlessFails(async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const paths = (await readdir(folder)).map((name) => join(folder, name))
      await Promise.all(paths.filter((path) => path.endsWith(ENDING) && !wanted.has(path)).map((path) => unlink(path)))
    })
    return thumbnails
  }

  async get(id: string): Promise<string | null> {
    const known = this.#known.get(id)
    if (known !== undefined) return known
    let svg: string | null = null
    await unlessFails(async () => {
      const text = await readFile(this.#path(id), 'utf8')
      svg = text.length <= LONGEST_THUMBNAIL ? text : null
    })
    // It may have been given a newer one meanwhile.
    if (!this.#known.has(id)) this.#known.set(id, svg)
    return this.#known.get(id) ?? null
  }

  async set(id: string, svg: string): Promise<void> {
    if (this.#known.get(id) === svg) return
    this.#known.set(id, svg)
    await writeDurable(this.#path(id), Buffer.from(svg, 'utf8'), { mode: 0o600 })
  }

  /** The picture of a map that goes on under another id. */
  async move(from: string, to: string): Promise<void> {
    const svg = this.#known.get(from)
    this.#known.delete(from)
    if (svg === undefined) this.#known.delete(to)
    else this.#known.set(to, svg)
    await unlessFails(() => rename(this.#path(from), this.#path(to)))
  }

  async remove(id: string): Promise<void> {
    this.#known.delete(id)
    await unlessFails(() => unlink(this.#path(id)))
  }

  /** Under a hash: ids come out of a file that anybody may have written. */
  #path(id: string): string {
    return join(this.#folder, `${sha256(id).slice(0, 40)}${ENDING}`)
  }
}

async function unlessFails(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch {
    // Mostly there is no picture yet; whatever else it is, it costs no more than the picture.
  }
}
