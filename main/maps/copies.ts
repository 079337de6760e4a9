import { fail, ok, type Failure, type Result } from '../../shared/base/result'
import { BadUpdate } from '../../shared/document/checkUpdate'
import type { MapSurroundings, OpenBy } from '../../shared/ipc/surroundings'
import type { MapDocument } from '../../shared/document/mapDocument'
import type { NewId } from '../../shared/model/ids'
import { anotherMap } from '../files/checkMap'
import type { SyncService } from '../files/conflictedCopyName'
import type { Disk } from '../files/disk'
import { errnoOf } from '../files/errno'
import { sha256 } from '../files/hash'
import type { MapCodec } from '../files/mapCodec'
import { loadMap, type LoadedMap, type LoadFailure } from '../files/loadMap'
import { canWrite, MapFile } from '../files/mapFile'
import type { Other } from '../files/presence'
import { Siblings, type Sibling } from '../files/siblings'
import { mendCopy, wouldChange } from './damagedCopy'

/** A copy of the open map beside it, as it is offered. */
export interface Copy {
  /** What a window calls it by. */
  readonly id: string
  readonly name: string
  readonly service: SyncService | null
  /** See `MapSurroundings`. */
  readonly state: MapSurroundings['copies'][number]['state']
  /** See `MapSurroundings`. */
  readonly damaged?: Damaged
}

type Damaged = NonNullable<MapSurroundings['copies'][number]['damaged']>

/** Why nothing became of it. The copy is as it was. With `open-by-others` goes who has it open, as `OpenBy`. */
export type CopyFailure =
  'closed' | 'not-found' | 'unreadable' | 'read-only' | 'open-elsewhere' | 'open-by-others' | 'not-merged' | 'unknown'

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
  /** Everybody else who has that path open. Throws what the disk throws. */
  readonly othersAt: (path: string) => Promise<readonly Other[]>
  /** Bring a copy into the document, and tell everybody; false where the map was closed meanwhile. */
  readonly takeIn: (theirs: LoadedMap, name: string) => boolean
  /** Put a file where the person can take it out again. */
  readonly trash: (path: string) => Promise<void>
}

/** What is known of a sibling while its file looks the same. `none`: it holds nothing new, or nothing that is a map. */
interface Verdict {
  readonly signs: string
  readonly state: 'new' | 'none' | 'merged' | 'later'
  readonly damaged?: Damaged
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
      if (verdict?.signs !== signs) return []
      const { state, damaged } = verdict
      return state === 'new' || state === 'merged' ? [{ id: idOf(path), name, service, state, ...(damaged && { damaged }) }] : []
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
      const judged = await this.#judge(path)
      // Meanwhile the person may have said what it is.
      if (judged && this.#verdicts.get(path) === before) this.#verdicts.set(path, { ...judged, signs })
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
      if (!this.#fit(loaded.value)) return fail('unreadable')
      if (!this.#deps.takeIn(loaded.value, copy.name)) return fail('closed')
    } catch (error) {
      // Nothing of it came in then.
      if (error instanceof BadUpdate) return fail('unreadable', error.message)
      throw error
    } finally {
      loaded.value.document.destroy()
    }
    this.#verdicts.set(copy.path, { signs: copy.signs, state: 'merged', ...damageOf(loaded.value) })
    return ok(null)
  }

  /** The person says that it is a map of its own: it gets an id of its own, and is never offered again, here or elsewhere. */
  async separate(id: string): Promise<Result<null, CopyFailure>> {
    const copy = this.#copy(id)
    if (!copy) return fail('not-found')
    const { newId, disk, mapId } = this.#deps
    // Whoever has it open would find another map in its place.
    const inUse = await this.#inUse(copy.path)
    if (inUse) return inUse
    if (!(await canWrite(copy.path, disk))) return fail('read-only')
    const file = new MapFile(copy.path, this.#deps)
    const loaded = await file.load()
    if (!loaded.ok) return fail('unreadable')
    const { document, frame, repaired } = loaded.value
    try {
      if (repaired) return fail('unreadable')
      if (frame.id !== mapId) return fail('not-found')
      const written = await file.write(document, anotherMap(frame, newId))
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
    const inUse = await this.#inUse(copy.path)
    if (inUse) return inUse
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

  async #inUse(path: string): Promise<Failure<CopyFailure> | null> {
    if (this.#deps.isOpen(path)) return fail('open-elsewhere')
    try {
      const [first] = await this.#deps.othersAt(path)
      return first ? fail('open-by-others', { name: first.name, computer: first.computer } satisfies OpenBy) : null
    } catch (error) {
      return fail('unknown', errnoOf(error))
    }
  }

  /** Null where nobody can tell at this moment: the file may be locked by whoever writes it. */
  async #judge(path: string): Promise<Omit<Verdict, 'signs'> | null> {
    const loaded = await this.#read(path)
    if (!loaded.ok) return loaded.code === 'unreadable' ? null : { state: 'none' }
    const { document } = loaded.value
    try {
      return { state: this.#isNews(loaded.value) ? 'new' : 'none', ...damageOf(loaded.value) }
    } finally {
      document.destroy()
    }
  }

  #isNews(theirs: LoadedMap): boolean {
    const { document: ours } = this.#deps
    if (!this.#fit(theirs)) return false
    return theirs.rebuilt ? wouldChange(ours, theirs.document, this.#deps) : !ours.holdsAllOf(theirs.document)
  }

  /** Whether there is anything to bring in of it. */
  #fit(theirs: LoadedMap): boolean {
    return !theirs.rebuilt || mendCopy(theirs, this.#deps.document, this.#deps)
  }

  async #load(path: string): Promise<Result<LoadedMap, CopyFailure>> {
    const loaded = await this.#read(path)
    if (loaded.ok) return loaded
    return fail(loaded.code === 'not-found' ? 'not-found' : 'unreadable', loaded.detail)
  }

  /** The copy, if it is one still. One that had to be put together anew has another id, and says of which map it is. */
  async #read(path: string): Promise<Result<LoadedMap, LoadFailure>> {
    const { clock, newId, disk, codec, mapId } = this.#deps
    const loaded = await loadMap(path, { clock, newId, disk, ...(codec && { codec }) })
    if (!loaded.ok) return loaded
    const { frame, rebuilt, document } = loaded.value
    if (frame.id === mapId || (rebuilt && frame.derivedFrom === mapId)) return loaded
    document.destroy()
    return fail('not-found')
  }

  #copy(id: string): Sibling | undefined {
    return this.#found.find(({ path }) => idOf(path) === id)
  }
}

function damageOf({ repaired, salvage }: LoadedMap): { readonly damaged?: Damaged } {
  if (!repaired) return {}
  return { damaged: { counts: salvage && { ...salvage, partial: salvage.partial.length } } }
}

function idOf(path: string): string {
  return `copy_${sha256(path).slice(0, 32)}`
}
