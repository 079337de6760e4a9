import type { FileHandle } from 'node:fs/promises'
import { z } from 'zod'
import { fail, ok, type Result } from '../../shared/base/result'
import { LIMITS } from '../../shared/model/limits'
import { disk as realDisk, type Disk } from './disk'
import { writeAll, writeDurable } from './durableWrite'
import { errnoOf, isMissing } from './errno'
import { encodeRecord, readRecords, type JournalRecord, type RecordKind } from './journalRecords'

/** Whose journal it is, and what its first state stands on. */
export const JournalHeader = z.object({
  version: z.literal(1),
  mapId: z.string(),
  /** Real path of the map file; null for a draft. */
  file: z.string().nullable(),
  /** Hash of the map file when the journal was begun; null for a draft. */
  base: z.string().nullable(),
  /** Whether the state at its beginning holds edits that the map file does not. For a draft: whether anybody edited it. */
  dirty: z.boolean(),
})
export type JournalHeader = z.infer<typeof JournalHeader>

const Mark = z.discriminatedUnion('what', [
  /** Everything up to here is in the map file, which was read back and has this hash. */
  z.object({ what: z.literal('saved'), file: z.string(), hash: z.string() }),
  /** The map was closed by a person, not by a crash. */
  z.object({ what: z.literal('closed') }),
])
export type Mark = z.infer<typeof Mark>

/** What a journal says after a start of the app. */
export interface JournalContent {
  readonly header: JournalHeader
  /** The whole document, then every update since, in order. */
  readonly updates: readonly Uint8Array[]
  /** Updates after the last `saved` mark. */
  readonly unsaved: number
  readonly savedTo: string | null
  readonly closed: boolean
}

interface Queued {
  readonly bytes: Uint8Array
  readonly done: (result: Result<null, 'journal'>) => void
}

/**
 * The append-only journal of one open map.
 *
 * `update` and `mark` resolve when their record is on the disk itself. Records that come while a sync is under way go together with the next one, so the
 * oldest unsynced edit is never older than one sync (4 ms on an SSD) and fast typing costs no more syncs than the disk can do. After a failed
 * write the journal is broken for good: a half record may be at its end. Make a new one from the document.
 */
export class Journal {
  readonly path: string
  readonly #file: FileHandle
  #position: number
  #sequence: number
  #queue: Queued[] = []
  #flushing: Promise<void> | null = null
  #broken: string | null = null
  #closed = false

  private constructor(path: string, file: FileHandle, position: number, sequence: number) {
    this.path = path
    this.#file = file
    this.#position = position
    this.#sequence = sequence
  }

  /** Begin a journal with a whole document, in the place of an older one if there is one; at every moment one of the two is there. */
  static async begin(path: string, header: JournalHeader, state: Uint8Array, disk: Disk = realDisk): Promise<Result<Journal, 'journal'>> {
    const said = Buffer.from(JSON.stringify(header))
    const records = [
      encodeRecord({ kind: 'header', sequence: 0, payload: said }),
      encodeRecord({ kind: 'state', sequence: 1, payload: state }),
      // Once more: without it nobody knows whose edits the rest are, and a scratch seldom hits both.
      encodeRecord({ kind: 'header', sequence: 2, payload: said }),
    ]
    const bytes = Buffer.concat(records)
    const written = await writeDurable(path, bytes, { mode: 0o600, disk })
    if (!written.ok) return fail('journal', written.detail ?? written.code)
    try {
      return ok(new Journal(path, await disk.open(path, 'r+'), bytes.byteLength, records.length))
    } catch (error) {
      return fail('journal', errnoOf(error))
    }
  }

  /** Bytes in the file: what has to be read at the next start. */
  get bytes(): number {
    return this.#position
  }

  /** Whether what is written here is still the file at its path, and no other one took its place. */
  async isInPlace(disk: Disk = realDisk): Promise<boolean> {
    try {
      const [here, there] = await Promise.all([this.#file.stat(), disk.stat(this.path)])
      return here.ino === there.ino && here.dev === there.dev
    } catch (error) {
      if (isMissing(error)) return false
      throw error
    }
  }

  get broken(): boolean {
    return this.#broken !== null
  }

  update(update: Uint8Array): Promise<Result<null, 'journal'>> {
    return this.#append('update', update)
  }

  mark(mark: Mark): Promise<Result<null, 'journal'>> {
    return this.#append('mark', Buffer.from(JSON.stringify(mark)))
  }

  async flush(): Promise<void> {
    while (this.#flushing) await this.#flushing
  }

  async close(): Promise<void> {
    await this.flush()
    if (this.#closed) return
    this.#closed = true
    await this.#file.close()
  }

  #append(kind: RecordKind, payload: Uint8Array): Promise<Result<null, 'journal'>> {
    if (this.#broken !== null || this.#closed) return Promise.resolve(fail('journal', this.#broken ?? 'closed'))
    const bytes = encodeRecord({ kind, sequence: this.#sequence, payload })
    this.#sequence += 1
    return new Promise((done) => {
      this.#queue.push({ bytes, done })
      this.#flushing ??= this.#drain()
    })
  }

  async #drain(): Promise<void> {
    while (this.#queue.length > 0) {
      const batch = this.#queue
      this.#queue = []
      const result = await this.#write(Buffer.concat(batch.map((queued) => queued.bytes)))
      for (const queued of batch) queued.done(result)
    }
    // In the same turn as the last look at the queue: whoever is told next may append, and has to find nobody flushing.
    this.#flushing = null
  }

  async #write(bytes: Uint8Array): Promise<Result<null, 'journal'>> {
    if (this.#broken !== null) return fail('journal', this.#broken)
    try {
      await writeAll(this.#file, bytes, this.#position)
      await this.#file.datasync()
      this.#position += bytes.byteLength
      return ok(null)
    } catch (error) {
      this.#broken = errnoOf(error)
      return fail('journal', this.#broken)
    }
  }
}

/**
 * Read a journal; null where there is none, or none of its records can be trusted. Throws what the disk throws, and of what is no file or is
 * larger than any of ours: it is not read, and may not be written over either.
 */
export async function readJournal(path: string, disk: Disk = realDisk): Promise<JournalContent | null> {
  let bytes: Uint8Array
  try {
    const found = await disk.stat(path)
    // Whoever reads a pipe may wait for ever.
    if (!found.isFile()) throw notRead(found.isDirectory() ? 'EISDIR' : 'ENXIO')
    if (found.size > LIMITS.journalBytes) throw notRead('EFBIG')
    bytes = await disk.readFile(path)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
  return journalContent(bytes)
}

/** As the system says it. */
function notRead(code: string): Error {
  return Object.assign(new Error(`a journal that is not read: ${code}`), { code })
}

export function journalContent(bytes: Uint8Array): JournalContent | null {
  const records = readRecords(bytes)
  const header = headerAmong(records)
  if (!header) return null

  const updates: Uint8Array[] = []
  let unsaved = 0
  let savedTo: string | null = null
  let closed = false
  for (const record of records) {
    if (record.kind === 'state' || record.kind === 'update') {
      updates.push(record.payload)
      if (record.kind === 'update') unsaved += 1
      closed = false
    } else if (record.kind === 'mark') {
      const mark = Mark.safeParse(jsonOf(record))
      if (!mark.success) continue
      if (mark.data.what === 'closed') closed = true
      else {
        unsaved = 0
        savedTo = mark.data.file
      }
    }
  }
  return { header, updates, unsaved, savedTo, closed }
}

function headerAmong(records: readonly JournalRecord[]): JournalHeader | null {
  for (const record of records) {
    const header = record.kind === 'header' ? JournalHeader.safeParse(jsonOf(record)) : null
    if (header?.success) return header.data
  }
  return null
}

function jsonOf(record: JournalRecord): unknown {
  try {
    return JSON.parse(Buffer.from(record.payload).toString('utf8'))
  } catch {
    // Its checksum held, so another version of the app wrote something else there; the reader passes over it.
    return null
  }
}
