import { createHash } from 'node:crypto'

/**
 * What a journal's records are: `header` says whose journal it is, `state` is a whole document, `update` one change (both Yjs V2), `mark` says what
 * happened to the map meanwhile.
 */
export const RECORD_KINDS = ['header', 'state', 'update', 'mark'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

export interface JournalRecord {
  readonly kind: RecordKind
  readonly sequence: number
  readonly payload: Uint8Array
}

/*
 * A record on disk: 4 bytes "WLR1", 4 length of the payload, 8 sequence, 1 kind, 32 SHA-256 of the 13 bytes before it and the payload,
 * then the payload. Numbers are little-endian. The mark at the start lets a reader find the next record behind a damaged one.
 */
const MAGIC = Buffer.from('WLR1', 'latin1')
const CHECKED = 13
const HEAD = MAGIC.length + CHECKED + 32

export function encodeRecord({ kind, sequence, payload }: JournalRecord): Uint8Array {
  const head = Buffer.alloc(HEAD)
  MAGIC.copy(head)
  head.writeUInt32LE(payload.byteLength, 4)
  head.writeBigUInt64LE(BigInt(sequence), 8)
  head.writeUInt8(RECORD_KINDS.indexOf(kind), 16)
  checksum(head.subarray(4, 4 + CHECKED), payload).copy(head, 4 + CHECKED)
  return Buffer.concat([head, payload])
}

function checksum(checked: Uint8Array, payload: Uint8Array): Buffer {
  return createHash('sha256').update(checked).update(payload).digest()
}

/** Every record whose checksum holds, in the order of the file. Never throws: a journal that was cut or scratched still gives what is whole. */
export function readRecords(bytes: Uint8Array): readonly JournalRecord[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const records: JournalRecord[] = []
  let at = 0
  while (at < file.length) {
    const found = recordAt(file, at)
    if (found) {
      records.push(found.record)
      at = found.end
      continue
    }
    // Nobody vouches for what lies before the next one.
    const next = file.indexOf(MAGIC, at + 1)
    at = next < 0 ? file.length : next
  }
  return records
}

function recordAt(file: Buffer, at: number): { readonly record: JournalRecord; readonly end: number } | null {
  if (file.length - at < HEAD || !file.subarray(at, at + MAGIC.length).equals(MAGIC)) return null
  const length = file.readUInt32LE(at + 4)
  const start = at + HEAD
  const end = start + length
  if (end > file.length) return null
  const payload = file.subarray(start, end)
  const stored = file.subarray(at + 4 + CHECKED, start)
  if (!checksum(file.subarray(at + 4, at + 4 + CHECKED), payload).equals(stored)) return null
  const kind = RECORD_KINDS[file.readUInt8(at + 16)]
  if (kind === undefined) return null
  return { record: { kind, sequence: Number(file.readBigUInt64LE(at + 8)), payload: new Uint8Array(payload) }, end }
}
