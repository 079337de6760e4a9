import * as Y from 'yjs'
import { LIMITS } from '../model/limits'

/** Bytes that are not an update, or one that would harm the document. Nothing was changed. */
export class BadUpdate extends Error {
  override readonly name = 'BadUpdate'
}

/** Clocks of real people stay far below; one at the top would poison its client id for good. */
const CLOCK_LIMIT = 2 ** 31

/**
 * Look an update over before anything of it is applied.
 *
 * Yjs applies as it decodes, so garbage that breaks off in the middle would leave half an edit behind.
 * @throws BadUpdate
 */
export function checkUpdate(update: Uint8Array): void {
  if (update.byteLength > LIMITS.docBytes) throw new BadUpdate(`too large: ${update.byteLength} bytes`)
  const { structs, ds } = decode(update)
  for (const struct of structs) {
    if (!fits(struct.id.clock, struct.length)) throw new BadUpdate('a clock is out of range')
  }
  for (const ranges of ds.clients.values()) {
    for (const range of ranges) if (!fits(range.clock, range.len)) throw new BadUpdate('a deletion is out of range')
  }
}

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdateV2> {
  try {
    return Y.decodeUpdateV2(update)
  } catch (error) {
    throw new BadUpdate('not a Yjs V2 update', { cause: error })
  }
}

function fits(clock: number, length: number): boolean {
  return clock >= 0 && length >= 0 && clock + length < CLOCK_LIMIT
}
