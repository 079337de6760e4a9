import { rename } from 'node:fs/promises'
import { Low } from 'lowdb'
import type { z } from 'zod'
import { ok, type Result } from '../../shared/base/result'
import { disk } from './disk'
import { DurableAdapter, WriteError } from './durableAdapter'
import { writeDurable, type WriteFailure } from './durableWrite'
import { isMissing } from './errno'
import { prettyJson } from './jsonText'
import { parseStrictJson } from './strictJson'

export interface JsonStoreOptions<T> {
  readonly path: string
  readonly schema: z.ZodType<T>
  readonly empty: T
  readonly clock: () => Date
}

/** A small file of ours in the user-data folder, kept by lowdb. */
export interface JsonStore<T> {
  get(): T
  /** Takes the value on at once; the answer tells whether it is on disk. */
  set(value: T): Promise<Result<null, WriteFailure>>
  /** Resolves when nothing is being written any more. */
  settled(): Promise<void>
}

/**
 * Open such a file. One that cannot be read is set aside under another name and the app goes on with what is `empty`: settings must never
 * keep anybody from their maps.
 */
export async function openJsonStore<T>({ path, schema, empty, clock }: JsonStoreOptions<T>): Promise<JsonStore<T>> {
  const adapter = new DurableAdapter<T>({
    read: () => readOrSetAside(path, schema, clock),
    encode: (data) => Buffer.from(`${prettyJson(data)}\n`, 'utf8'),
    write: (bytes) => writeDurable(path, bytes, { mode: 0o600 }),
  })
  const low = new Low<T>(adapter, empty)
  await low.read()
  let writing: Promise<unknown> = Promise.resolve()
  return {
    get: () => low.data,
    set(value) {
      low.data = value
      const written = writeOf(low)
      // A write that goes wrong is for whoever asked for it.
      writing = Promise.allSettled([writing, written])
      return written
    },
    async settled() {
      await writing
    },
  }
}

async function writeOf<T>(low: Low<T>): Promise<Result<null, WriteFailure>> {
  try {
    await low.write()
    return ok(null)
  } catch (error) {
    if (error instanceof WriteError) return error.failure
    throw error
  }
}

async function readOrSetAside<T>(path: string, schema: z.ZodType<T>, clock: () => Date): Promise<T | null> {
  const bytes = await bytesAt(path)
  if (bytes === 'nothing') return null
  const json = bytes === 'unreadable' ? null : parseStrictJson(bytes)
  const parsed = json?.ok ? schema.safeParse(json.value) : null
  if (parsed?.success) return parsed.data
  try {
    await rename(path, `${path}.damaged-${clock().toISOString().replaceAll(':', '')}`)
  } catch {
    // It stays where it is and this run goes on without it; the next `set` says whether it can be written.
  }
  return null
}

async function bytesAt(path: string): Promise<Uint8Array | 'nothing' | 'unreadable'> {
  try {
    return await disk.readFile(path)
  } catch (error) {
    return isMissing(error) ? 'nothing' : 'unreadable'
  }
}
