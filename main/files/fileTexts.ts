import { decodeText } from '../../shared/import/decode'

const SIGNS = [
  /"app"\s*:\s*"wayline"/,
  /"docHash"\s*:\s*"/,
  /"digest"\s*:\s*"/,
  /"map"\s*:\s*\{/,
  /"lanes"\s*:\s*\[/,
  /"(?:note|lane)_\w+"/,
]

/** Whether a text is what is left of a map. Any JSON may hold one of these signs; a page or a picture holds none. */
function isOfMap(text: string): boolean {
  return SIGNS.filter((sign) => sign.test(text)).length >= 2
}

/**
 * What a damaged map file may say: in whatever encoding another program left it, and where it holds an unfinished merge, as either side of it.
 * Nothing where there is nothing of a map in it.
 */
export function fileTexts(bytes: Uint8Array): readonly string[] {
  for (const read of READINGS) {
    const text = read(bytes)
    if (text !== null && isOfMap(text)) return sidesOf(text.replace(/^\ufeff/, ''))
  }
  return []
}

const READINGS: readonly ((bytes: Uint8Array) => string | null)[] = [
  (bytes) => decoded(bytes),
  (bytes) => Buffer.from(bytes).toString('utf16le'),
  (bytes) => (bytes.byteLength % 2 === 0 ? Buffer.from(bytes).swap16().toString('utf16le') : null),
  // Zero bytes are where a disk wrote nothing. As ends of lines they end what stands before them.
  (bytes) => decoded(withoutZeros(bytes)),
  (bytes) => Buffer.from(withoutZeros(bytes)).toString('utf8'),
]

function decoded(bytes: Uint8Array): string | null {
  const text = decodeText(bytes)
  return text.ok ? text.value.text : null
}

function withoutZeros(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => (byte === 0 ? 0x0a : byte))
}

const OURS = /^<{7}(?: .*)?$/
const BASE = /^\|{7}(?: .*)?$/
const MIDDLE = /^={7}$/
const THEIRS = /^>{7}(?: .*)?$/

/** Git and its like write both sides of what they could not merge between marks, line by line. */
function sidesOf(text: string): readonly string[] {
  if (!/^<{7}/m.test(text)) return [text]
  const ours: string[] = []
  const theirs: string[] = []
  let side: 'both' | 'ours' | 'base' | 'theirs' = 'both'
  for (const line of text.split(/\r?\n/)) {
    if (OURS.test(line)) side = 'ours'
    else if (side !== 'both' && BASE.test(line)) side = 'base'
    else if (side !== 'both' && MIDDLE.test(line)) side = 'theirs'
    else if (side !== 'both' && THEIRS.test(line)) side = 'both'
    else {
      if (side === 'both' || side === 'ours') ours.push(line)
      if (side === 'both' || side === 'theirs') theirs.push(line)
    }
  }
  return [ours.join('\n'), theirs.join('\n')]
}
