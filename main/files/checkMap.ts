import { fail, ok, type Result } from '../../shared/base/result'
import type { MapDocument } from '../../shared/document/mapDocument'
import { openMapDocument } from '../../shared/document/yjsDocument'
import { handEdits } from '../../shared/export/handEdits'
import { readableMap } from '../../shared/export/readableMap'
import { ReadableMap } from '../../shared/export/readableSchema'
import type { NewId } from '../../shared/model/ids'
import { LIMITS } from '../../shared/model/limits'
import { countsOver } from './counts'
import { Envelope, FILE_FORMAT, APP, digestOf, frameOf, type EnvelopeFrame } from './envelope'
import { sha256 } from './hash'
import type { LoadFailure } from './loadMap'
import { parseStrictJson } from './strictJson'
import { tryOpen } from './tryOpen'

/** What was made of a stranger's bytes: plain data, so that a worker can hand it over. */
export interface CheckedMap {
  /** A whole document (Yjs V2) that opened and is within every limit. */
  readonly state: Uint8Array
  readonly frame: EnvelopeFrame
  /** SHA-256 of the file's bytes: what it must still be when it is written. */
  readonly hash: string
  /** The readable part was edited by hand; the state holds those edits now and is newer than the file's. */
  readonly handEdited: boolean
  /** A part of the file was damaged. The state was made of what was whole; the file's bytes are worth keeping. */
  readonly repaired: boolean
  /** That part was the document: its history is gone, and the map has a new id. */
  readonly rebuilt: boolean
}

export interface CheckDeps {
  readonly clock: () => Date
  readonly newId: NewId
  /** The document of this file hung or blew up whoever opened it; it is not touched. */
  readonly withoutDocument?: boolean
}

/**
 * Read the bytes of a map file. Every bound is checked before what it bounds is built (S19-S24).
 *
 * It may take long or never end where the bytes want it to: `MapCodec` runs it where that harms nobody.
 */
export function checkMap(bytes: Uint8Array, deps: CheckDeps): Result<CheckedMap, LoadFailure> {
  const json = parseStrictJson(bytes)
  if (!json.ok) return fail(json.code === 'html' || json.code === 'other-kind' ? 'foreign' : 'damaged', json.code)
  const kind = kindOf(json.value)
  if (kind !== 'ours') return kind === 'newer' ? fail('too-new') : fail('foreign', 'not-a-map')

  const whole = Envelope.safeParse(json.value)
  const envelope = whole.success ? whole : Envelope.extend({ map: EmptyOnDamage }).safeParse(json.value)
  if (!envelope.success) return fail('damaged', 'schema')

  const opened = openDocument(envelope.data, whole.success, deps)
  if (!opened.ok) return opened
  const { document, repaired, rebuilt } = opened.value
  try {
    if (document.problems().some((problem) => problem.id === 'formats')) return fail('too-new')
    const over = countsOver(document.board())
    if (over) return fail('limits', over)

    const handEdited = whole.success && !repaired && digestOf((json.value as Envelope).map) !== envelope.data.digest
    if (handEdited) applyMap(document, envelope.data.map, deps)
    const frame = frameOf(envelope.data)
    return ok({
      state: handEdited || rebuilt ? document.encode() : opened.value.state,
      frame: rebuilt ? anotherMap(frame, deps.newId) : frame,
      hash: sha256(bytes),
      handEdited,
      repaired,
      rebuilt,
    })
  } finally {
    document.destroy()
  }
}

function kindOf(value: unknown): 'ours' | 'newer' | 'foreign' {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'foreign'
  const { app, format } = value as Record<string, unknown>
  if (app !== APP || typeof format !== 'number') return 'foreign'
  return format > FILE_FORMAT ? 'newer' : 'ours'
}

/** A readable part that cannot be read; the document then stands alone. */
const EmptyOnDamage = ReadableMap.catch(() => EMPTY)
const EMPTY: ReadableMap = { title: '', kind: 'cjm', state: 'as-is', personas: [], stages: [], lanes: [], inbox: [] }

/**
 * A document that was made anew shares no history with other copies of the map. Under the old id a merge would take it for one of them
 * and drop one side's records, so it is another map.
 */
export function anotherMap(frame: EnvelopeFrame, newId: NewId): EnvelopeFrame {
  return { ...frame, id: newId('map'), derivedFrom: frame.id, revision: 0 }
}

interface Opened {
  readonly document: MapDocument
  readonly state: Uint8Array
  readonly repaired: boolean
  /** Made of the readable part, without the history of the document. */
  readonly rebuilt: boolean
}

/** The document of the file; where it is damaged, one made of the readable part. */
function openDocument(envelope: Envelope, readable: boolean, deps: CheckDeps): Result<Opened, LoadFailure> {
  const state = Buffer.from(envelope.doc, 'base64')
  if (state.byteLength > LIMITS.docBytes) return fail('limits', 'document-bytes')
  const vouched = deps.withoutDocument ? null : vouchedDocument(state, envelope, deps)
  if (vouched) return ok({ document: vouched.document, state, repaired: !readable || !vouched.hashed, rebuilt: false })
  if (!readable) return fail('damaged', 'document')
  const document = openMapDocument({ clock: deps.clock })
  applyMap(document, envelope.map, deps)
  return ok({ document, state, repaired: true, rebuilt: true })
}

/** A document whose hash fits. Where the hash itself may be what is damaged: one that says what the digest of the readable part says. */
function vouchedDocument(
  state: Uint8Array,
  { docHash, digest }: Pick<Envelope, 'docHash' | 'digest'>,
  deps: CheckDeps,
): { readonly document: MapDocument; readonly hashed: boolean } | null {
  const document = tryOpen(state, deps)
  if (!document) return null
  if (sha256(state) === docHash) return { document, hashed: true }
  if (digestOf(readableMap(document.board())) === digest) return { document, hashed: false }
  document.destroy()
  return null
}

export function applyMap(document: MapDocument, map: ReadableMap, { clock, newId }: CheckDeps): void {
  const patches = handEdits(document.board(), map, { now: clock().toISOString(), newId })
  if (patches.length > 0) document.write(patches, { what: 'import', count: patches.length })
}
