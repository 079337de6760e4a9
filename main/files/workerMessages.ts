import type { Result } from '../../shared/base/result'
import type { CheckedMap } from './checkMap'
import type { EnvelopeFrame } from './envelope'
import type { LoadFailure } from './loadMap'
import type { DocumentMoment, EncodedMap } from './mapCodec'

/** What `WorkerCodec` asks of its worker. */
export type Job =
  | { readonly what: 'check'; readonly bytes: Uint8Array; readonly withoutDocument: boolean }
  | { readonly what: 'encode'; readonly moment: DocumentMoment; readonly frame: EnvelopeFrame }

/** What the worker answers; `threw`: a fault of ours. */
export type Answer =
  | { readonly what: 'checked'; readonly result: Result<CheckedMap, LoadFailure> }
  | { readonly what: 'encoded'; readonly encoded: EncodedMap }
  | { readonly what: 'threw'; readonly message: string }
