import { constants } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { Low } from 'lowdb'
import { fail, ok, type Failure, type Result } from '../../shared/base/result'
import type { MapDocument } from '../../shared/document/mapDocument'
import { LIMITS } from '../../shared/model/limits'
import { countsOver } from './counts'
import { disk as realDisk, type Disk } from './disk'
import { DocumentMoments } from './documentMoments'
import { DurableAdapter, WriteError } from './durableAdapter'
import { writeDurable, writeFailureOf, type WriteFailure } from './durableWrite'
import { encodeEnvelope, wrap, type EnvelopeFrame } from './envelope'
import { hashOf } from './fileHash'
import { sha256 } from './hash'
import { loadMap, type LoadDeps, type LoadedMap, type LoadFailure, type LoadOptions } from './loadMap'

/** A document of less is turned into bytes at once: that takes a few milliseconds. */
const SMALL_BYTES = 256 * 1024

/** What lowdb holds for a map file: the live document, and what the file has beside it. */
interface Stored {
  readonly document: MapDocument
  readonly frame: EnvelopeFrame
}

class LoadError extends Error {
  readonly failure: Failure<LoadFailure>

  constructor(failure: Failure<LoadFailure>) {
    super(failure.code)
    this.name = 'LoadError'
    this.failure = failure
  }
}

/**
 * One map file, read and written by lowdb through the durable adapter.
 *
 * It knows the hash of what it last read or wrote, and never replaces anything else: what somebody else put there is for the caller to
 * bring together first.
 */
export class MapFile {
  /** Real path, links resolved. */
  readonly path: string
  readonly #deps: LoadDeps
  readonly #disk: Disk
  #low: Low<Stored> | null = null
  /** Undefined: nothing is known of what is there, and it may be replaced. */
  #hash: string | undefined
  #moments: DocumentMoments | null = null

  constructor(path: string, deps: LoadDeps) {
    this.path = path
    this.#deps = deps
    this.#disk = deps.disk ?? realDisk
  }

  /** Hash of what was last read or written; null where nothing was yet. */
  get hash(): string | null {
    return this.#hash ?? null
  }

  async load(options: LoadOptions = {}): Promise<Result<LoadedMap, LoadFailure>> {
    let loaded: LoadedMap | null = null
    const adapter = this.#adapter(async () => {
      const result = await loadMap(this.path, this.#deps, options)
      if (!result.ok) throw new LoadError(result)
      loaded = result.value
      return result.value
    })
    try {
      // lowdb asks for data to begin with; there is none before the file was read, and nothing looks at it.
      const low = new Low<Stored>(adapter, {} as Stored)
      await low.read()
      this.#low = low
    } catch (error) {
      if (error instanceof LoadError) return error.failure
      throw error
    }
    if (!loaded) throw new Error('the adapter read nothing')
    const { hash, document, state } = loaded as LoadedMap
    this.#hash = hash
    this.#momentsOf(document, () => state)
    return ok(loaded as LoadedMap)
  }

  /** Whether the file is still what was last read or written here. Throws what the disk throws. */
  async look(): Promise<'same' | 'changed' | 'missing'> {
    const hash = await hashOf(this.#disk, this.path)
    if (hash === null) return 'missing'
    return hash === this.#hash ? 'same' : 'changed'
  }

  /** What is there now was taken into the document; it may be replaced. */
  adopt(hash: string): void {
    this.#hash = hash
  }

  /** Whatever is there may be replaced, nothing at all too: the person was asked. */
  replaceAnything(): void {
    this.#hash = undefined
  }

  async write(document: MapDocument, frame: EnvelopeFrame): Promise<Result<null, WriteFailure>> {
    const over = countsOver(document.board())
    if (over) return fail('too-large', over)
    this.#low ??= new Low<Stored>(
      this.#adapter(async () => null),
      { document, frame },
    )
    this.#low.data = { document, frame }
    try {
      await this.#low.write()
      return ok(null)
    } catch (error) {
      if (error instanceof WriteError) return error.failure
      throw error
    }
  }

  /** Write the file as it is, byte for byte, to another place; what is there is replaced. */
  async copyTo(path: string): Promise<Result<null, WriteFailure>> {
    try {
      const bytes = await this.#bytes()
      if (!bytes.ok) return bytes
      const copied = await writeDurable(path, bytes.value, { disk: this.#disk })
      return copied.ok ? ok(null) : copied
    } catch (error) {
      return writeFailureOf(error)
    }
  }

  /** Keep a copy of the file beside it, as it is, before it is written for the first time after a repair. */
  async keepDamagedCopy(): Promise<Result<null, WriteFailure>> {
    try {
      const bytes = await this.#bytes()
      if (!bytes.ok) return bytes
      const ending = extname(this.path)
      const name = `${basename(this.path, ending).slice(0, 100)}.damaged-${sha256(bytes.value).slice(0, 8)}${ending}`
      const copied = await writeDurable(join(dirname(this.path), name), bytes.value, { expected: null, disk: this.#disk })
      // Under the name of its hash it is there already: the same bytes, kept by an earlier try.
      return copied.ok || copied.code === 'changed-on-disk' ? ok(null) : copied
    } catch (error) {
      return writeFailureOf(error)
    }
  }

  /** Whoever reads a pipe may wait for ever. */
  async #bytes(): Promise<Result<Uint8Array, WriteFailure>> {
    const found = await this.#disk.stat(this.path)
    return found.isFile() ? ok(await this.#disk.readFile(this.path)) : fail('unknown', 'not-a-file')
  }

  #adapter(read: () => Promise<Stored | null>): DurableAdapter<Stored, () => Promise<Uint8Array>> {
    return new DurableAdapter({
      read,
      encode: ({ document, frame }) => this.#encoder(document, frame),
      write: async (encode) => {
        const bytes = await encode()
        if (bytes.byteLength > LIMITS.fileBytes) return fail('too-large', bytes.byteLength)
        const expected = this.#hash === undefined ? {} : { expected: this.#hash }
        const written = await writeDurable(this.path, bytes, { ...expected, disk: this.#disk })
        if (written.ok) this.#hash = written.value.hash
        return written
      },
    })
  }

  /** What gives the bytes of the document as it is now. A large one is put together by the codec, from what was written to it since. */
  #encoder(document: MapDocument, frame: EnvelopeFrame): () => Promise<Uint8Array> {
    const { codec } = this.#deps
    const moments = this.#momentsOf(document, () => document.encode())
    if (!codec || moments.bytes < SMALL_BYTES) {
      const bytes = encodeEnvelope(wrap(document, frame))
      return async () => bytes
    }
    const moment = moments.now()
    return async () => {
      try {
        const { bytes, state } = await codec.encode(moment, frame)
        moments.renew(moment, state)
        return bytes
      } catch {
        // Whatever kept the codec from it: the document itself is here, with all that was written to it meanwhile.
        this.#forget(moments)
        return encodeEnvelope(wrap(document, frame))
      }
    }
  }

  #momentsOf(document: MapDocument, state: () => Uint8Array): DocumentMoments {
    if (this.#moments?.document === document) return this.#moments
    if (this.#moments) this.#forget(this.#moments)
    this.#moments = new DocumentMoments(document, state())
    return this.#moments
  }

  #forget(moments: DocumentMoments): void {
    moments.dispose()
    if (this.#moments === moments) this.#moments = null
  }
}

/** Whether the map may be written where it is: the file's own mode counts, for root too, and its folder must take a new file. */
export async function canWrite(path: string, disk: Disk = realDisk): Promise<boolean> {
  try {
    const { mode } = await disk.stat(path)
    if ((mode & 0o222) === 0) return false
    await disk.access(path, constants.W_OK)
    await disk.access(dirname(path), constants.W_OK)
    return true
  } catch {
    // `access` answers "no" by throwing, whatever the reason.
    return false
  }
}
