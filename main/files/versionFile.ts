import { promisify } from 'node:util'
import { constants, gunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import { fail, ok, type Result } from '../../shared/base/result'
import { readableMap } from '../../shared/export/readableMap'
import { ReadableMap } from '../../shared/export/readableSchema'
import { VERSION_REASONS, VersionCounts } from '../../shared/ipc/versions'
import type { Board } from '../../shared/model/board'
import { LIMITS } from '../../shared/model/limits'
import { parseStrictJson } from './strictJson'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

/** What a version file says of itself in its first line. */
export const VersionHead = z.object({
  version: z.literal(1),
  id: Id,
  mapId: Id,
  /** Counts the versions of a map on this computer. */
  sequence: z.number().int().min(0),
  at: z.iso.datetime(),
  reason: z.enum(VERSION_REASONS),
  name: z.string().max(LIMITS.title).optional(),
  by: z.string().max(LIMITS.title).optional(),
  counts: VersionCounts,
  /** SHA-256 of the second line: equal versions are not kept twice. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
})
export type VersionHead = z.infer<typeof VersionHead>

/** The first line is within so many bytes of the packed file, whatever names are in it. */
export const HEAD_BYTES = 16 * 1024
const HEAD_UNPACKED = 32 * 1024 * 1024

/** The readable part of a board as one line of JSON. Equal boards give equal lines. */
export function mapLine(board: Board): Uint8Array {
  return Buffer.from(JSON.stringify(readableMap(board)), 'utf8')
}

/** A version file: gzip of two lines of JSON, what it is and the readable part of the map. `zcat` shows it. */
export function encodeVersion(head: VersionHead, map: Uint8Array): Promise<Uint8Array> {
  return pack(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`, 'utf8'), map, Buffer.from('\n')]))
}

/** The first line out of the beginning of a version file; null where it cannot be read. */
export async function readHead(beginning: Uint8Array): Promise<VersionHead | null> {
  try {
    const text = await unpack(beginning, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: HEAD_UNPACKED })
    return headIn(text)
  } catch {
    // zlib says "these are no bytes of mine" by throwing.
    return null
  }
}

/** A whole version file, its checksum looked at; null where it is damaged. */
export async function decodeVersion(bytes: Uint8Array): Promise<{ readonly head: VersionHead; readonly map: Uint8Array } | null> {
  const text = await unpackBounded(bytes)
  const head = text && headIn(text)
  if (!text || !head) return null
  const start = text.indexOf('\n') + 1
  const end = text.indexOf('\n', start)
  return { head, map: text.subarray(start, end < 0 ? text.length : end) }
}

function headIn(text: Buffer): VersionHead | null {
  const end = text.indexOf('\n')
  const json = end < 0 ? null : parseStrictJson(text.subarray(0, end))
  const head = json?.ok ? VersionHead.safeParse(json.value) : null
  return head?.success ? head.data : null
}

/** The map of a version as it is put into a map file. */
export async function packMap(map: Uint8Array): Promise<string> {
  return (await pack(map)).toString('base64')
}

/** Undoes `packMap`; never makes more of it than a map file may hold. */
export async function unpackMap(packed: string): Promise<Uint8Array | null> {
  return unpackBounded(Buffer.from(packed, 'base64'))
}

async function unpackBounded(bytes: Uint8Array): Promise<Buffer | null> {
  try {
    return await unpack(bytes, { maxOutputLength: LIMITS.fileBytes })
  } catch {
    // Damaged, cut off, or larger than any map is: zlib says it by throwing.
    return null
  }
}

/** The readable part that the bytes of a version hold, checked as a stranger's file is. */
export function readMapLine(bytes: Uint8Array): Result<ReadableMap, 'damaged'> {
  const json = parseStrictJson(bytes)
  const map = json.ok ? ReadableMap.safeParse(json.value) : null
  return map?.success ? ok(map.data) : fail('damaged')
}
