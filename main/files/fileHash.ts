import { createHash } from 'node:crypto'
import type { Stats } from 'node:fs'
import { LIMITS } from '../../shared/model/limits'
import type { Disk } from './disk'
import { isMissing } from './errno'
import { sha256InPieces } from './hash'

/** The hash of what is at a path, read in one go; null where nothing is. See `insteadOfHash` for what is not read. */
export async function hashOf(disk: Disk, path: string): Promise<string | null> {
  try {
    return insteadOfHash(await disk.stat(path)) ?? (await sha256InPieces(await disk.readFile(path)))
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/**
 * What stands for the hash of a thing that is no map, whatever is in it, and is the same while that looks the same: a pipe or a device, whose
 * reader may wait for ever, and a file too large to be one of ours. Null for a file that has to be read.
 */
export function insteadOfHash(found: Stats): string | null {
  if (!found.isFile()) return 'not-a-file'
  return found.size > LIMITS.fileBytes ? `too-large ${found.size} ${found.mtimeMs}` : null
}

const PIECE_BYTES = 256 * 1024

/** The hash of a file that is read again and again, piece by piece so that nothing else has to wait for it. */
export async function hashInPieces(disk: Disk, path: string): Promise<string> {
  const hash = createHash('sha256')
  const file = await disk.open(path, 'r')
  try {
    const piece = new Uint8Array(PIECE_BYTES)
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, PIECE_BYTES)
      if (bytesRead === 0) return hash.digest('hex')
      hash.update(piece.subarray(0, bytesRead))
    }
  } finally {
    await file.close()
  }
}
