import { z } from 'zod'
import { readableMap } from '../../shared/export/readableMap'
import { ReadableMap } from '../../shared/export/readableSchema'
import type { MapDocument } from '../../shared/document/mapDocument'
import { LIMITS } from '../../shared/model/limits'
import { countsOf } from './counts'
import { sha256 } from './hash'
import { canonicalJson, prettyJson } from './jsonText'
import { NamedVersion } from './namedVersions'
import { RemovedVersion } from './removedVersions'

/** The format of the file round the document; the document counts its own. A reader refuses a higher one. */
export const FILE_FORMAT = 1
export const APP = 'wayline'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const MapId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

/** What a file has beside its document; it outlives the document's changes. Fields that this version does not know are kept. */
export const Frame = z.looseObject({
  format: z.literal(FILE_FORMAT),
  app: z.literal(APP),
  /** Of the map: copies of one file share it, and can be brought together again. */
  id: MapId,
  /** Counts the times the file was written. */
  revision: z.number().int().min(0),
  /** The id of the map this one was saved from under another name. */
  derivedFrom: MapId.optional(),
  /** Ids that the map had before it was put together anew from a damaged file, the last one first: its earlier versions are under those. */
  rebuiltFrom: z.array(MapId).optional(),
  /** Named versions. What does not read like one is kept as it is: a later version of the app may have put it there. */
  versions: z
    .array(z.union([NamedVersion, RemovedVersion, z.unknown()]))
    .max(LIMITS.versionEntries)
    .default([]),
  assets: z.record(z.string(), z.unknown()).default({}),
})
export type EnvelopeFrame = z.infer<typeof Frame>

/** A map file, as `docs/format.md` describes it. */
export const Envelope = Frame.extend({
  /** What was written, so that of a damaged file it can be said what is missing. Nothing is read from it otherwise. */
  counts: z.object({ notes: z.number().int().min(0) }).optional(),
  map: ReadableMap,
  /** SHA-256 of the canonical JSON of `map` as the app wrote it: another value means that somebody edited `map` by hand. */
  digest: Hash,
  /** SHA-256 of the bytes of `doc`. */
  docHash: Hash,
  /** The document: one Yjs V2 update, base64. */
  doc: z.base64(),
})
export type Envelope = z.infer<typeof Envelope>

export function newFrame(id: string): EnvelopeFrame {
  return { format: FILE_FORMAT, app: APP, id, revision: 0, versions: [], assets: {} }
}

export function frameOf(envelope: Envelope): EnvelopeFrame {
  const { counts: _counts, map: _map, digest: _digest, docHash: _docHash, doc: _doc, ...frame } = envelope
  return frame
}

/** The envelope of a document, ready to be written. */
export function wrap(document: MapDocument, frame: EnvelopeFrame): Envelope {
  const board = document.board()
  const map = readableMap(board)
  const doc = document.encode()
  return {
    ...frame,
    counts: { notes: countsOf(board).notes },
    map,
    digest: digestOf(map),
    docHash: sha256(doc),
    doc: Buffer.from(doc.buffer, doc.byteOffset, doc.byteLength).toString('base64'),
  }
}

export function digestOf(map: unknown): string {
  return sha256(canonicalJson(map))
}

/** The text of the file: what people read comes first, the document last but for what this version does not know. */
export function encodeEnvelope(envelope: Envelope): Uint8Array {
  const { format, app, id, revision, derivedFrom, rebuiltFrom, counts, map, digest, docHash, doc, versions, assets, ...unknown } = envelope
  const ordered = { format, app, id, revision, derivedFrom, rebuiltFrom, counts, ...unknown, map, digest, versions, assets, docHash, doc }
  return Buffer.from(`${prettyJson(ordered)}\n`, 'utf8')
}
