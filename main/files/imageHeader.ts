/** What an image says of itself in its first bytes. */
export interface ImageHeader {
  readonly type: ImageType
  /** Pixels. */
  readonly width: number
  readonly height: number
}

export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif'

/**
 * Read type and size out of the bytes themselves, without decoding anything: 64 KB of PNG can unfold to 2.8 GB (reliability S25).
 * Null where they are no image of these types; SVG never is one, because it can run code.
 */
export function imageHeader(bytes: Uint8Array): ImageHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return pngHeader(view) ?? gifHeader(view) ?? webpHeader(view) ?? jpegHeader(view)
}

function pngHeader(view: DataView): ImageHeader | null {
  const isPng = view.byteLength >= 24 && view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a
  if (!isPng || textAt(view, 12, 4) !== 'IHDR') return null
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
}

function gifHeader(view: DataView): ImageHeader | null {
  if (view.byteLength < 10 || !['GIF87a', 'GIF89a'].includes(textAt(view, 0, 6))) return null
  return { type: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) }
}

/** Three kinds of WebP, each with its own place for the size (RFC 9649). */
function webpHeader(view: DataView): ImageHeader | null {
  if (view.byteLength < 30 || textAt(view, 0, 4) !== 'RIFF' || textAt(view, 8, 4) !== 'WEBP') return null
  const sized = (width: number, height: number): ImageHeader => ({ type: 'image/webp', width, height })
  switch (textAt(view, 12, 4)) {
    case 'VP8X':
      return sized(1 + uint24(view, 24), 1 + uint24(view, 27))
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return view.getUint8(20) === 0x2f ? sized(1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff)) : null
    }
    case 'VP8 ': {
      const begins = view.getUint8(23) === 0x9d && view.getUint16(24) === 0x012a
      return begins ? sized(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff) : null
    }
    default:
      return null
  }
}

/** The size stands in the first frame header, behind any number of other segments. */
function jpegHeader(view: DataView): ImageHeader | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null
  for (let at = 2; at + 9 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (isFrame(marker)) return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    // A segment counts its own two bytes of length; one that says less would hold this loop for ever.
    at += marker === 0xff ? 1 : 2 + Math.max(2, view.getUint16(at + 2))
  }
  return null
}

/** Start of frame; three markers of that range are something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

function textAt(view: DataView, at: number, length: number): string {
  return String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at, length))
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000
}
