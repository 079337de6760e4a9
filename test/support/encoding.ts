import { decodeAs, isSingleByte, type CodePage } from '../../shared/import/codePages'

const tables = new Map<CodePage, ReadonlyMap<string, readonly number[]>>()

/** Bytes of a text in a code page; throws where it has no such character. */
export function encodeAs(text: string, page: CodePage): Uint8Array {
  const table = tableOf(page)
  return Uint8Array.from(
    [...text].flatMap((char) => {
      const bytes = table.get(char)
      if (!bytes) throw new RangeError(`${page} has no ${char}`)
      return bytes
    }),
  )
}

/** Made by decoding every character that one or two bytes can be. */
function tableOf(page: CodePage): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(page)
  if (known) return known
  const table = new Map<string, readonly number[]>()
  const add = (...bytes: number[]): void => {
    const char = decodeAs(Uint8Array.from(bytes), page)
    if ([...char].length === 1 && char !== '\uFFFD' && !table.has(char)) table.set(char, bytes)
  }
  for (let byte = 0; byte <= 0xff; byte += 1) add(byte)
  if (!isSingleByte(page)) for (let lead = 0x81; lead <= 0xfe; lead += 1) for (let trail = 0x40; trail <= 0xfe; trail += 1) add(lead, trail)
  tables.set(page, table)
  return table
}
