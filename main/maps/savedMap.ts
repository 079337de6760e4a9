import { fail, ok, type Result } from '../../shared/base/result'
import type { MapDocument } from '../../shared/document/mapDocument'
import type { NewId } from '../../shared/model/ids'
import type { Disk } from '../files/disk'
import { writeFailureOf } from '../files/durableWrite'
import type { EnvelopeFrame } from '../files/envelope'
import { loadMap } from '../files/loadMap'
import type { MapFile } from '../files/mapFile'
import type { SaveFailure } from './mapHost'

export interface SavedMapDeps {
  readonly clock: () => Date
  readonly newId: NewId
  readonly disk: Disk
  /** Bring what somebody else wrote into the document, and tell everybody. */
  readonly takeOver: (theirs: Uint8Array) => Promise<void>
  /** Called when the document was turned into bytes: edits from here on are not in the file. */
  readonly onSnapshot: () => void
}

/** How often a file that changes under our hands is brought together before the person is told. */
const MERGES = 3

/**
 * The file of an open map and what it holds beside the document: compares before it writes, merges what another copy of the app wrote, and
 * overwrites nothing else.
 */
export class SavedMap {
  readonly file: MapFile
  readonly #deps: SavedMapDeps
  #frame: EnvelopeFrame
  #repaired: boolean

  constructor(file: MapFile, frame: EnvelopeFrame, repaired: boolean, deps: SavedMapDeps) {
    this.file = file
    this.#frame = frame
    this.#repaired = repaired
    this.#deps = deps
  }

  get frame(): EnvelopeFrame {
    return this.#frame
  }

  /** A part of the file was damaged when it was read, and it has not been written since. */
  get repaired(): boolean {
    return this.#repaired
  }

  async write(document: MapDocument): Promise<Result<null, SaveFailure>> {
    for (let attempt = 0; attempt < MERGES; attempt += 1) {
      const ready = await this.#prepare()
      if (!ready.ok) return ready
      const written = await this.#put(document)
      if (written.ok || written.code !== 'changed-on-disk') return written
    }
    return fail('changed-on-disk', 'busy')
  }

  /** The person chose this place anew: a file that was deleted is made again. */
  async writeAgain(document: MapDocument): Promise<Result<null, SaveFailure>> {
    try {
      if ((await this.file.look()) !== 'missing') return await this.write(document)
    } catch (error) {
      return writeFailureOf(error)
    }
    return this.replace(document)
  }

  /** Write whatever is there: the person chose the place. */
  replace(document: MapDocument): Promise<Result<null, SaveFailure>> {
    this.file.replaceAnything()
    return this.#put(document)
  }

  async #put(document: MapDocument): Promise<Result<null, SaveFailure>> {
    const frame = { ...this.#frame, revision: this.#frame.revision + 1 }
    const writing = this.file.write(document, frame)
    this.#deps.onSnapshot()
    const written = await writing
    if (!written.ok) return written
    this.#frame = frame
    this.#repaired = false
    return ok(null)
  }

  /** See that what is on disk is what we know, and bring in what somebody else wrote. */
  async #prepare(): Promise<Result<null, SaveFailure>> {
    try {
      const found = await this.file.look()
      if (found === 'missing') return fail('folder-missing', 'ENOENT')
      if (found === 'changed') return await this.#merge()
    } catch (error) {
      return writeFailureOf(error)
    }
    return this.#repaired ? this.file.keepDamagedCopy() : ok(null)
  }

  async #merge(): Promise<Result<null, SaveFailure>> {
    const loaded = await loadMap(this.file.path, this.#deps)
    if (!loaded.ok) return fail('changed-on-disk', loaded.detail ?? loaded.code)
    const { document, frame, hash, repaired } = loaded.value
    const theirs = document.encode()
    document.destroy()
    if (repaired) return fail('changed-on-disk', 'damaged')
    if (frame.id !== this.#frame.id) return fail('changed-on-disk', 'another-map')
    await this.#deps.takeOver(theirs)
    this.#frame = { ...frame, revision: Math.max(frame.revision, this.#frame.revision) }
    this.file.adopt(hash)
    return ok(null)
  }
}
