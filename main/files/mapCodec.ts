import type { Result } from '../../shared/base/result'
import { openMapDocument } from '../../shared/document/yjsDocument'
import { checkMap, type CheckedMap } from './checkMap'
import { encodeEnvelope, wrap, type EnvelopeFrame } from './envelope'
import type { CheckDeps } from './fileDocument'
import type { LoadFailure } from './loadMap'

/** A document at one moment: its state a while ago, and what was written to it since. */
export interface DocumentMoment {
  readonly state: Uint8Array
  readonly updates: readonly Uint8Array[]
  /** The state vector at that moment, which the two have to add up to. */
  readonly vector: Uint8Array
}

/** A map file ready to be written. */
export interface EncodedMap {
  readonly bytes: Uint8Array
  /** The document that is in it. */
  readonly state: Uint8Array
}

/**
 * Turns bytes into maps and maps into bytes, where that neither holds up nor endangers whoever asks: in a worker (`WorkerCodec`), or at once
 * (`directCodec`).
 */
export interface MapCodec {
  /** Whether it is at work, for whichever map: who waits for it waits for no disk. */
  readonly busy: boolean
  check(bytes: Uint8Array): Promise<Result<CheckedMap, LoadFailure>>
  /** @throws Error where the moment does not add up; the document itself has to be encoded then. */
  encode(moment: DocumentMoment, frame: EnvelopeFrame): Promise<EncodedMap>
}

/** For unit tests, and inside the worker. */
export function directCodec(deps: CheckDeps): MapCodec {
  return {
    busy: false,
    check: async (bytes) => checkMap(bytes, deps),
    encode: async (moment, frame) => encodeMoment(moment, frame, deps),
  }
}

export function encodeMoment({ state, updates, vector }: DocumentMoment, frame: EnvelopeFrame, { clock }: CheckDeps): EncodedMap {
  const document = openMapDocument({ clock, state })
  try {
    document.receiveAll(updates, 'load')
    if (!Buffer.from(document.stateVector()).equals(vector)) throw new Error('the updates do not lead to the document')
    const envelope = wrap(document, frame)
    return { bytes: encodeEnvelope(envelope), state: Buffer.from(envelope.doc, 'base64') }
  } finally {
    document.destroy()
  }
}
