import { decodeAs, type CodePage } from './codePages'

/** Encodings as which programs take UTF-8 by mistake. */
const TAKEN_FOR: readonly CodePage[] = ['windows-1252', 'windows-1251', 'windows-1250', 'iso-8859-2', 'ibm866', 'macintosh']

const BEYOND = /[^\0-\x7f]/gu

/**
 * What was UTF-8, was read in another encoding and saved as UTF-8 once more ("cafÃ©"), as it was before; `null` where it is no such text.
 *
 * Every letter beyond ASCII must be part of such a pair: no language has one by chance, let alone all.
 */
export function decodedTwice(text: string): string | null {
  const beyond = text.match(BEYOND)
  if (!beyond) return null
  for (const page of TAKEN_FOR) {
    const bytes = bytesOf(text, page)
    const once = bytes && decodeAs(bytes, 'utf-8')
    if (once !== null && !once.includes('\uFFFD') && (once.match(BEYOND)?.length ?? 0) < beyond.length) return once
  }
  return null
}

/** The bytes that give this text in that code page; `null` where there are none. */
function bytesOf(text: string, page: CodePage): Uint8Array | null {
  const byteOf = bytesByChar(page)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    const byte = code < 0x80 ? code : byteOf.get(text.charAt(i))
    if (byte === undefined) return null
    bytes[i] = byte
  }
  return bytes
}

const KNOWN = new Map<CodePage, ReadonlyMap<string, number>>()

function bytesByChar(page: CodePage): ReadonlyMap<string, number> {
  const known = KNOWN.get(page)
  if (known) return known
  const made = new Map<string, number>()
  for (let byte = 0x80; byte <= 0xff; byte += 1) made.set(decodeAs(Uint8Array.of(byte), page), byte)
  KNOWN.set(page, made)
  return made
}
