export interface Utf8Text {
  readonly text: string
  /** Characters of more than one byte: what makes a text UTF-8 rather than plain ASCII. */
  readonly multibyte: number
  /** Places that are no UTF-8; each is one U+FFFD in the text. */
  readonly broken: number
}

/** Lowest code point of a sequence with that many following bytes; anything lower is an over-long spelling. */
const LOWEST = [0, 0x80, 0x800, 0x10000] as const

/** Decode UTF-8 strictly: over-long forms, surrogates and code points past the last are broken. */
export function decodeUtf8(bytes: Uint8Array): Utf8Text {
  let text = ''
  let multibyte = 0
  let broken = 0
  let points: number[] = []
  for (let i = 0; i < bytes.length;) {
    const first = bytes[i] ?? 0
    i += 1
    const follow = followers(first)
    if (follow === 0) points.push(first)
    else {
      const point = follow === null ? null : readSequence(bytes, i, first, follow)
      if (point === null) {
        broken += 1
        points.push(0xfffd)
      } else {
        multibyte += 1
        i += follow ?? 0
        points.push(point)
      }
    }
    if (points.length >= 4_096) {
      text += String.fromCodePoint(...points)
      points = []
    }
  }
  return { text: text + String.fromCodePoint(...points), multibyte, broken }
}

/** How many bytes follow a first byte; `null` where it cannot be one. */
function followers(first: number): 0 | 1 | 2 | 3 | null {
  if (first < 0x80) return 0
  if (first >= 0xc2 && first <= 0xdf) return 1
  if (first >= 0xe0 && first <= 0xef) return 2
  return first >= 0xf0 && first <= 0xf4 ? 3 : null
}

function readSequence(bytes: Uint8Array, at: number, first: number, follow: 1 | 2 | 3): number | null {
  let point = first & (0x3f >> follow)
  for (let k = 0; k < follow; k += 1) {
    const byte = bytes[at + k] ?? 0
    if ((byte & 0xc0) !== 0x80) return null
    point = (point << 6) | (byte & 0x3f)
  }
  const isSurrogate = point >= 0xd800 && point <= 0xdfff
  return point < LOWEST[follow] || point > 0x10ffff || isSurrogate ? null : point
}
