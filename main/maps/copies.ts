import { fail, ok, type Result } from '../../shared/base/result'
import type { MapSurroundings } from '../../shared/ipc/surroundings'
import type { MapDocument } from '../../shared/document/mapDocument'
import type { NewId } from '../../shared/model/ids'
import type { SyncService } from '../files/conflictedCopyName'
import type { Disk } from '../files/disk'
import { errnoOf } from '../files/errno'
import { sha256 } from '../files/hash'
import type { MapCodec } from '../files/mapCodec'
import { loadMap, type LoadedMap } from '../files/loadMap'
import { canWrite, MapFile } from '../files/mapFile'
import { Siblings, type Sibling } from '../files/siblings'

/** A copy of the open map beside it, as it is offered. */
export interface Copy {
  /** What a window calls it by. */
  readonly id: string
  readonly name: string
  readonly service: SyncService | null
  /** See `MapSurroundings`. */
  readonly state: MapSurroundings['copies'][number]['state']
}

/** Why nothing became of it. The copy is as it was. */
export type CopyFailure = 'closed' | 'not-found' | 'unreadable' | 'read-only' | 'open-elsewhere' | 'not-merged' | 'unknown'

export interface CopiesDeps {
  /** Real path of the map. */
  readonly file: string
  readonly mapId: string
  readonly document: MapDocument
  readonly clock: () => Date
  readonly newId: NewId
  readonly disk: Disk
  readonly codec?: MapCodec
  /** Whether an open map has that path. */
  readonly isOpen: (path: string) => boolean
  /** Bring a copy into the document, and tell everybody; false where the map was closed meanwhile. */
  readonly takeIn: (theirs: LoadedMap, name: string) => boolean
  /** Put a file where the person can take it out again. */
  readonly trash: (path: string) => Promise<void>
}

/** What is known of a sibling while its file looks the same. `none`: it holds nothing new, or cannot be read. */
interface Verdict {
  readonly signs: string
  readonly state: 'new' | 'none' | 'merged' | 'later'
}

/**
 * The copies of a map that lie beside it: found, offered, brought in, told apart, thrown away.
 *
 * The id inside the file says that it is this map. One that holds nothing the map does not have is not worth a question.
 */
export class Copies {
  readonly #deps: CopiesDeps
  readonly #siblings: Siblings
  readonly #verdicts = new Map<string, Verdict>()
  #found: readonly Sibling[] = []

  constructor(deps: CopiesDeps) {
    this.#deps = deps
    this.#siblings = new Siblings(deps.file, deps.disk)
  }

  /** Those to offer, after the last `look`. */
  list(): readonly Copy[] {
    const [only, ...others] = this.#found
    if (only && others.length === 0 && !this.#siblings.hasOwn) {
      return [{ id: idOf(only.path), name: only.name, service: only.service, state: 'renamed' }]
    }
    return this.#found.flatMap(({ path, name, service, signs }): Copy[] => {
      const verdict = this.#verdicts.get(path)
      const state = verdict?.signs === signs ? verdict.state : 'none'
      return state === 'new' || state === 'merged' ? [{ id: idOf(path), name, service, state }] : []
    })
  }

  /** Where a listed copy is. */
  pathOf(id: string): string | undefined {
    return this.#copy(id)?.path
  }

  /** Look what is there now. Throws what the disk throws where the folder cannot be read. */
  async look(): Promise<void> {
    const found = await this.#siblings.find(this.#deps.mapId)
    for (const { path, signs } of found) {
      const before = this.#verdicts.get(path)
      if (before?.signs === signs) continue
      const state = await this.#judge(path)
      // Meanwhile the person may have said what it is.
      if (this.#verdicts.get(path) === before) this.#verdicts.set(path, { signs, state })
    }
    const there = new Set(found.map(({ path }) => path))
    for (const path of this.#verdicts.keys()) if (!there.has(path)) this.#verdicts.delete(path)
    this.#found = found
  }

  /** The map holds more than before: what was new in a copy may be in it by now. */
  forgetVerdicts(): void {
    for (const [path, { state }] of this.#verdicts) if (state === 'new') this.#verdicts.delete(path)
  }

  /** Bring a copy into the map. The file stays. */
  async merge(id: string): Promise<Result<null, CopyFailure>> {
    const copy = this.#copy(id)
    if (!copy) return fail('not-found')
    const loaded = await this.#load(copy.path)
    if (!loaded.ok) return loaded
    try {
      if (!this.#deps.takeIn(loaded.value, copy.name)) return fail('closed')
    } finally {
      loaded.value.document.destroy()
    }
    this.#verdicts.set(copy.path, { signs: copy.signs, state: 'merged' })
    return ok(null)
  }

  /** The person says that it is a map of its own: it gets an id of its own, and is never offered again, here or elsewhere. */
  async separate(id: string): Promise<Result<null, CopyFailure>> {
    const copy = this.#copy(id)
    if (!copy) return fail('not-found')
    const { newId, disk, isOpen, mapId } = this.#deps
    if (isOpen(copy.path)) return fail('open-elsewhere')
    if (!(await canWrite(copy.path, disk))) return fail('read-only')
    const file = new MapFile(copy.path, this.#deps)
    const loaded = await file.load()
    if (!loaded.ok) return fail('unreadable')
    const { document, frame, repaired } = loaded.value
    try {
      if (repaired) return fail('unreadable')
      if (frame.id !== mapId) return fail('not-found')
      const written = await file.write(document, { ...frame, id: newId('map'), derivedFrom: frame.id, revision: 0 })
      return written.ok ? ok(null) : fail(written.code === 'read-only' ? 'read-only' : 'unknown', written.detail)
    } finally {
      document.destroy()
    }
  }

  /** Not now: it is not offered again while it is as it is and the map is open. */
  later(id: string): Result<null, CopyFailure> {
    const copy = this.#copy(id)
    if (!copy) return fail('not-found')
    this.#verdicts.set(copy.path, { signs: copy.signs, state: 'later' })
    return ok(null)
  }

  /** Throw a copy away that the map holds all of, which is made sure of once more. */
  async trash(id: string): Promise<Result<null, CopyFailure>> {
    const copy = this.#copy(id)
    if (!copy) return fail('not-found')
    if (this.#deps.isOpen(copy.path)) return fail('open-elsewhere')
    const loaded = await this.#load(copy.path)
    if (!loaded.ok) return loaded
    const held = this.#deps.document.holdsAllOf(loaded.value.document) && !loaded.value.repaired
    loaded.value.document.destroy()
    if (!held) return fail('not-merged')
    try {
      await this.#deps.trash(copy.path)
      return ok(null)
    } catch (error) {
      return fail('unknown', errnoOf(error))
    }
  }

  async #judge(path: string): Promise<Verdict['state']> {
    const loaded = await this.#load(path)
    if (!loaded.ok) return 'none'
    const news = !this.#deps.document.holdsAllOf(loaded.value.document)
    loaded.value.document.destroy()
    return news ? 'new' : 'none'
  }

  async #load(path: string): Promise<Result<LoadedMap, CopyFailure>> {
    const { clock, newId, disk, codec, mapId } = this.#deps
    const loaded = await loadMap(path, { clock, newId, disk, ...(codec && { codec }) })
    if (!loaded.ok) return fail(loaded.code === 'not-found' ? 'not-found' : 'unreadable')
    if (loaded.value.frame.id === mapId) return loaded
    loaded.value.document.destroy()
    return fail('not-found')
  }

  #copy(id: string): Sibling | undefined {
    return this.#found.find(({ path }) => idOf(path) === id)
  }
}

function idOf(path: string): string {
  return `copy_${sha256(path).slice(0, 32)}`
}
