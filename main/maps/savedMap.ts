import { fail, ok, type Result } from '../../shared/base/result'
import { BadUpdate } from '../../shared/document/checkUpdate'
import type { MapDocument } from '../../shared/document/mapDocument'
import type { Board } from '../../shared/model/board'
import type { NewId } from '../../shared/model/ids'
import type { Disk } from '../files/disk'
import { writeFailureOf } from '../files/durableWrite'
import type { EnvelopeFrame } from '../files/envelope'
import { loadMap, type LoadedMap } from '../files/loadMap'
import type { MapCodec } from '../files/mapCodec'
import type { MapFile } from '../files/mapFile'
import { frameHoldsAllOf, mergeFrames } from '../files/mergeFrames'
import type { SaveFailure } from './mapHost'

export interface SavedMapDeps {
  readonly clock: () => Date
  readonly newId: NewId
  readonly disk: Disk
  readonly codec?: MapCodec
  /**
   * Bring what somebody else wrote to the file into the document, and tell everybody.
   * @param base what both had in common: the file as it was last read or written here, if they knew it.
   * @param taken called when the document holds it, before anything else can change the document.
   */
  readonly takeIn: (theirs: LoadedMap, base: Board | undefined, taken: () => void) => void
  /** Somebody put an older copy there: it holds nothing that the document lacks, and not all that was saved in the file. */
  readonly foundOlder: (copy: Board, saved: Board) => void
  /** Counts the changes of the document. */
  readonly version: () => number
}

/** What was done about the file on disk. */
export interface BroughtIn {
  /** When the file was written, if somebody else wrote it and it holds everything that the document holds: there is nothing to write. */
  readonly alikeSince: Date | null
  /** The file lacks something that the document holds, though it may have had it once: somebody wrote over it, or put an older one there. */
  readonly lacks: boolean
}

const AS_IT_WAS: BroughtIn = { alikeSince: null, lacks: false }

export interface SavedMapOptions {
  readonly frame: EnvelopeFrame
  readonly repaired: boolean
  /** What the file holds, where that was read. */
  readonly base?: FileState
}

/** What a file held at a moment: how it reads, and what its writer knew. */
export interface FileState {
  readonly board: Board
  readonly vector: Uint8Array
}

export function fileStateOf(document: MapDocument): FileState {
  return { board: document.board(), vector: document.stateVector() }
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
  #base: FileState | undefined
  #snapshot = 0
  #left = false

  constructor(file: MapFile, { frame, repaired, base }: SavedMapOptions, deps: SavedMapDeps) {
    this.file = file
    this.#frame = frame
    this.#repaired = repaired
    this.#base = base
    this.#deps = deps
  }

  get frame(): EnvelopeFrame {
    return this.#frame
  }

  /** The version of the document that was last turned into bytes, or found to be what the file holds: edits after it are not in the file. */
  get snapshot(): number {
    return this.#snapshot
  }

  /** The map is at another place from here on. What hangs here at this moment neither writes nor brings anything in when it goes on. */
  leave(): void {
    this.#left = true
  }

  /** What the next write puts into `versions` of the file. */
  setVersions(versions: readonly unknown[]): void {
    this.#frame = { ...this.#frame, versions: [...versions] }
  }

  /** A part of the file was damaged when it was read, and it has not been written since. */
  get repaired(): boolean {
    return this.#repaired
  }

  async write(document: MapDocument): Promise<Result<null, SaveFailure>> {
    for (let attempt = 0; attempt < MERGES; attempt += 1) {
      const ready = await this.bringIn(document)
      if (!ready.ok) return ready
      if (ready.value.alikeSince) return ok(null)
      if (this.#left) return fail('closed')
      const written = await this.#put(document)
      if (written.ok || written.code !== 'changed-on-disk') return written
    }
    return fail('changed-on-disk', 'busy')
  }

  /** The person chose this place anew: a file that was deleted is made again, and one that is no map of ours any more gives way to it. */
  async writeAgain(document: MapDocument): Promise<Result<null, SaveFailure>> {
    try {
      if ((await this.file.look()) !== 'missing') {
        const written = await this.write(document)
        if (written.ok || written.code !== 'changed-on-disk' || written.detail === 'busy') return written
        const kept = await this.file.keepDamagedCopy()
        if (!kept.ok) return kept
      }
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
    const base = fileStateOf(document)
    const writing = this.file.write(document, frame)
    const snapshot = this.#deps.version()
    const written = await writing
    if (!written.ok) return written
    // Not before: another write may have begun while this one hung, and what that one holds is not in the file.
    this.#snapshot = snapshot
    // Its versions may be others by now.
    this.#frame = { ...this.#frame, revision: frame.revision }
    this.#base = base
    this.#repaired = false
    return ok(null)
  }

  /** See that what is on disk is what we know, and bring in what somebody else wrote. */
  async bringIn(document: MapDocument): Promise<Result<BroughtIn, SaveFailure>> {
    let found: Awaited<ReturnType<MapFile['look']>>
    try {
      found = await this.file.look()
    } catch (error) {
      return writeFailureOf(error)
    }
    if (found === 'missing') return fail('folder-missing', 'ENOENT')
    if (found === 'changed') return this.#merge(document)
    const kept = this.#repaired ? await this.file.keepDamagedCopy() : ok(null)
    return kept.ok ? ok(AS_IT_WAS) : kept
  }

  async #merge(document: MapDocument): Promise<Result<BroughtIn, SaveFailure>> {
    const loaded = await loadMap(this.file.path, this.#deps)
    if (!loaded.ok) return fail('changed-on-disk', loaded.code)
    const { document: theirs, frame, hash, repaired, handEdited, modifiedAt } = loaded.value
    try {
      if (this.#left) return fail('closed')
      if (repaired) return fail('changed-on-disk', 'damaged')
      if (frame.id !== this.#frame.id) return fail('changed-on-disk', 'another-map')
      const read = fileStateOf(theirs)
      // What they never had is no common ground: that we left it as it is says nothing of what we wrote.
      const base = this.#base && theirs.knows(this.#base.vector) ? this.#base.board : undefined
      if (this.#base && !base && !handEdited && document.holdsAllOf(theirs) && frameHoldsAllOf(this.#frame, frame)) {
        this.#deps.foundOlder(read.board, this.#base.board)
      }
      let alike = false
      this.#deps.takeIn(loaded.value, base, () => {
        // Of what was edited by hand the file says only how it reads, until it is written.
        alike = !handEdited && theirs.holdsAllOf(document) && frameHoldsAllOf(frame, this.#frame)
        if (alike) this.#snapshot = this.#deps.version()
      })
      this.#base = read
      this.#frame = mergeFrames(this.#frame, frame)
      this.file.adopt(hash)
      return ok({ alikeSince: alike ? modifiedAt : null, lacks: !alike })
    } catch (error) {
      if (error instanceof BadUpdate) return fail('changed-on-disk', 'damaged')
      throw error
    } finally {
      theirs.destroy()
    }
  }
}
