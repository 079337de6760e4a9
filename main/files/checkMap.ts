import { fail, ok, type Result } from '../../shared/base/result'
import type { MapDocument } from '../../shared/document/mapDocument'
import { openMapDocument } from '../../shared/document/yjsDocument'
import { readableMap } from '../../shared/export/readableMap'
import { ReadableMap } from '../../shared/export/readableSchema'
import type { NewId } from '../../shared/model/ids'
import { LIMITS } from '../../shared/model/limits'
import { countsOver } from './counts'
import { Envelope, FILE_FORMAT, APP, digestOf, frameOf, type EnvelopeFrame } from './envelope'
import { applyMap, vouchedDocument, type CheckDeps } from './fileDocument'
import { isGarbled } from './garbled'
import { sha256 } from './hash'
import type { LoadFailure } from './loadMap'
import { salvage, type SalvageReport } from './salvage'
import { idsFrom, takeHandEdits } from './takeHandEdits'
import { parseStrictJson, type JsonFault } from './strictJson'

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
  /** A newer app made it: to be looked at, never to be written, because what this app does not know of it would be lost. */
  readonly newer: boolean
  /** What was found where the file was no JSON any more. */
  readonly salvage: SalvageReport | null
}

/**
 * Read the bytes of a map file. Every bound is checked before what it bounds is built (S19-S24).
 *
 * It may take long or never end where the bytes want it to: `MapCodec` runs it where that harms nobody.
 */
export function checkMap(bytes: Uint8Array, deps: CheckDeps): Result<CheckedMap, LoadFailure> {
  const read = readWhole(bytes, deps)
  if (read.ok || (read.code !== 'damaged' && read.code !== 'foreign') || HOSTILE.has(String(read.detail))) return read
  const salvaged = salvage(bytes, alike(bytes, deps))
  if (!salvaged) return read
  const { document, frame, rebuilt, report } = salvaged
  return vouch(document, {
    frame: rebuilt ? rebuiltMap(frame, deps.newId) : frame,
    hash: sha256(bytes),
    handEdited: false,
    repaired: true,
    rebuilt,
    newer: false,
    salvage: report,
  })
}

/** What has lost its id gets the same one whenever and wherever this file is read, so that nothing comes in twice by being read twice. */
function alike(bytes: Uint8Array, deps: CheckDeps): CheckDeps {
  return { ...deps, newId: idsFrom(sha256(bytes)) }
}

/** No accident makes these: whoever did means harm, and nothing of it is looked at. */
const HOSTILE: ReadonlySet<string> = new Set<JsonFault>(['forbidden-key', 'too-deep', 'too-many-keys'])

function readWhole(bytes: Uint8Array, deps: CheckDeps): Result<CheckedMap, LoadFailure> {
  const json = parseStrictJson(bytes)
  if (!json.ok) return fail(json.code === 'html' || json.code === 'other-kind' ? 'foreign' : 'damaged', json.code)
  const kind = kindOf(json.value)
  if (kind === 'foreign') return fail('foreign', 'not-a-map')
  if (kind === 'newer') return readNewer(bytes, deps)

  if (hasTooManyVersions(json.value)) return fail('limits', 'versions')
  const whole = Envelope.safeParse(json.value)
  const envelope = whole.success ? whole : Envelope.extend({ map: EmptyOnDamage }).safeParse(json.value)
  if (!envelope.success) return fail('damaged', 'schema')

  const opened = openDocument(envelope.data, whole.success, alike(bytes, deps))
  if (!opened.ok) return opened
  const { document, repaired, rebuilt } = opened.value
  // Before anything is built on it; what a hand edited is counted afterwards.
  const over = countsOver(document.board())
  if (over) {
    document.destroy()
    return fail('limits', over)
  }
  const differs = whole.success && !repaired && digestOf((json.value as Envelope).map) !== envelope.data.digest
  const garbled = differs && isGarbled(envelope.data.map, readableMap(document.board()))
  const handEdited = differs && !garbled
  if (handEdited) takeHandEdits(document, envelope.data.map, sha256(bytes), deps)
  const frame = frameOf(envelope.data)
  return vouch(
    document,
    {
      frame: rebuilt ? rebuiltMap(frame, deps.newId) : frame,
      hash: sha256(bytes),
      handEdited,
      repaired: repaired || garbled,
      rebuilt,
      newer: false,
      salvage: null,
    },
    handEdited || rebuilt ? undefined : opened.value.state,
  )
}

/** As much of a newer app's file as this one understands: its document if it is one, else the records it knows. */
function readNewer(bytes: Uint8Array, deps: CheckDeps): Result<CheckedMap, LoadFailure> {
  const read = salvage(bytes, deps, { edits: false })
  if (!read) return fail('too-new')
  return vouch(read.document, {
    frame: read.frame,
    hash: sha256(bytes),
    handEdited: false,
    repaired: false,
    rebuilt: false,
    newer: true,
    salvage: null,
  })
}

/** The document within every limit, as bytes; it is let go of. */
function vouch(document: MapDocument, rest: Omit<CheckedMap, 'state'>, state?: Uint8Array): Result<CheckedMap, LoadFailure> {
  try {
    const newer = rest.newer || document.problems().some((problem) => problem.id === 'formats')
    const over = countsOver(document.board())
    return over ? fail('limits', over) : ok({ ...rest, newer, state: state ?? document.encode() })
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

/** Wayline keeps entries that it does not understand, but not any number of them: it goes through them whenever a copy is merged. */
function hasTooManyVersions(value: unknown): boolean {
  const { versions } = value as { readonly versions?: unknown }
  return Array.isArray(versions) && versions.length > LIMITS.versionEntries
}

/** A readable part that cannot be read; the document then stands alone. */
const EmptyOnDamage = ReadableMap.catch(() => EMPTY)
const EMPTY: ReadableMap = { title: '', kind: 'cjm', state: 'as-is', personas: [], stages: [], lanes: [], inbox: [] }

/** The frame of a map of its own that was made of another one: whatever becomes of the two, they are not brought together. */
export function anotherMap(frame: EnvelopeFrame, newId: NewId): EnvelopeFrame {
  const { rebuiltFrom: _ofTheOther, ...rest } = frame
  return { ...rest, id: newId('map'), derivedFrom: frame.id, revision: 0 }
}

/** A map may be put together anew again and again; so many of its ids are known. */
export const MOST_IDS = 20

/**
 * A document that was made anew shares no history with other copies of the map. Under the old id a merge would take it for one of them
 * and drop one side's records, so it is another map. To whoever has it, it is the same one, with the same past.
 */
export function rebuiltMap(frame: EnvelopeFrame, newId: NewId): EnvelopeFrame {
  return { ...anotherMap(frame, newId), rebuiltFrom: [frame.id, ...(frame.rebuiltFrom ?? [])].slice(0, MOST_IDS) }
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
