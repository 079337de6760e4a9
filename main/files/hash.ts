import { createHash } from 'node:crypto'

/** SHA-256 in hexadecimal: how a file, a document or a readable part is known again. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

const PIECE = 4 * 1024 * 1024

/** The same of bytes that may be many: others get their turn every few milliseconds. */
export async function sha256InPieces(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256')
  for (let at = 0; at < bytes.byteLength; at += PIECE) {
    if (at > 0) await new Promise((resolve) => setImmediate(resolve))
    hash.update(bytes.subarray(at, at + PIECE))
  }
  return hash.digest('hex')
}
