import { z } from 'zod'
import { checkedFiles } from './commandLine'

/**
 * What a second instance gives to the first before it ends: names of files and nothing else.
 *
 * Electron cuts the message at its first zero byte, and letters beyond Latin-1 as well as empty lists are written
 * with zero bytes in it. So the list travels as one word of ASCII.
 */
export function packFiles(files: readonly string[]): { readonly files: string } {
  return { files: encodeURIComponent(JSON.stringify(files)) }
}

const Packed = z.object({ files: z.string().max(1_000_000) })

/** The names of local files in a message, which any program of this computer may have sent. */
export function unpackFiles(message: unknown): readonly string[] {
  const packed = Packed.safeParse(message)
  if (!packed.success) return []
  try {
    const files: unknown = JSON.parse(decodeURIComponent(packed.data.files))
    return Array.isArray(files) ? checkedFiles(files, '/') : []
  } catch {
    // Not one of our instances: there is nothing to open.
    return []
  }
}
