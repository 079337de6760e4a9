import type { MapDocument } from '../../shared/document/mapDocument'
import { handEdits } from '../../shared/export/handEdits'
import { readableMap } from '../../shared/export/readableMap'
import type { ReadableMap } from '../../shared/export/readableSchema'
import type { NewId } from '../../shared/model/ids'
import { digestOf, type Envelope } from './envelope'
import { sha256 } from './hash'
import { tryOpen } from './tryOpen'

export interface CheckDeps {
  readonly clock: () => Date
  readonly newId: NewId
  /** The document of this file hung or blew up whoever opened it; it is not touched. */
  readonly withoutDocument?: boolean
}

/** A document whose hash fits. Where the hash itself may be what is damaged: one that says what the digest of the readable part says. */
export function vouchedDocument(
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

/** Edit the document so that it says what the readable part says. */
export function applyMap(document: MapDocument, map: ReadableMap, { clock }: Pick<CheckDeps, 'clock'>): void {
  const patches = handEdits(document.board(), map, { now: clock().toISOString() })
  if (patches.length > 0) document.write(patches, { what: 'import', count: patches.length })
}
