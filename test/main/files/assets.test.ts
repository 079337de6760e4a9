import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unfitAssets } from '../../../main/files/assets'
import { sha256 } from '../../../main/files/hash'
import { imageHeader } from '../../../main/files/imageHeader'

function png(width: number, height: number): Buffer {
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  const start = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  return Buffer.concat([start, size, Buffer.from('0800000000', 'hex'), deflateSync(Buffer.alloc(width))])
}

function gif(width: number, height: number): Buffer {
  const bytes = Buffer.from('GIF89a\0\0\0\0\0\0\0', 'latin1')
  bytes.writeUInt16LE(width, 6)
  bytes.writeUInt16LE(height, 8)
  return bytes
}

/** With two segments before its frame, as cameras write them. */
function jpeg(width: number, height: number, frame = 'c0'): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt16BE(height, 0)
  size.writeUInt16BE(width, 2)
  return Buffer.concat([Buffer.from(`ffd8fffe000668656c6cffc400040000ff${frame}001108`, 'hex'), size, Buffer.from('03', 'hex')])
}

function webp(kind: string, rest: string): Buffer {
  return Buffer.concat([Buffer.from(`RIFF\0\0\0\0WEBP${kind}\0\0\0\0`, 'latin1'), Buffer.from(rest, 'hex')])
}

const asset = (type: string, bytes: Buffer) => ({ [sha256(bytes)]: { type, data: bytes.toString('base64') } })

describe('the header of an image', () => {
  it.each([
    ['PNG', png(640, 480), { type: 'image/png', width: 640, height: 480 }],
    ['GIF', gif(640, 480), { type: 'image/gif', width: 640, height: 480 }],
    ['JPEG', jpeg(640, 480), { type: 'image/jpeg', width: 640, height: 480 }],
    ['progressive JPEG', jpeg(640, 480, 'c2'), { type: 'image/jpeg', width: 640, height: 480 }],
    ['WebP, extended', webp('VP8X', '100000007f0200df0100'), { type: 'image/webp', width: 640, height: 480 }],
    ['WebP, lossless', webp('VP8L', '2f7fc27700000000000000'), { type: 'image/webp', width: 640, height: 480 }],
    ['WebP, lossy', webp('VP8 ', '3001009d012a8002e001'), { type: 'image/webp', width: 640, height: 480 }],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), null],
    ['nothing', Buffer.alloc(0), null],
  ])('of %s is read out of its bytes', (_name, bytes, header) => {
    expect(imageHeader(bytes)).toEqual(header)
  })

  it('never fails and never hangs, whatever the bytes', () => {
    const starts = [png(1, 1), gif(1, 1), jpeg(1, 1), webp('VP8X', '')].map((bytes) => [...bytes.subarray(0, 16)])
    const bytes = fc.tuple(fc.constantFrom(...starts, []), fc.uint8Array({ maxLength: 300 }))
    fc.assert(
      fc.property(bytes, ([start, rest]) => {
        const header = imageHeader(Uint8Array.from([...start, ...rest]))
        return header === null || header.width >= 0
      }),
    )
  })
})

describe('assets of a map file', () => {
  it('are fit where they are what they say, and small enough to be decoded', () => {
    expect(unfitAssets({ ...asset('image/png', png(640, 480)), ...asset('image/jpeg', jpeg(8_000, 5_000)) })).toEqual([])
  })

  it.each([
    ['a bomb of 64 KB that unfolds to 2.8 GB', asset('image/png', png(23_000, 23_000))],
    ['one too long a side', asset('image/png', png(20_000, 1))],
    ['no size', asset('image/png', png(0, 10))],
    ['another type than it says', asset('image/gif', png(640, 480))],
    ['SVG', asset('image/svg+xml', Buffer.from('<svg/>'))],
    ['another name than its hash', { con: { type: 'image/png', data: png(1, 1).toString('base64') } }],
    ['too many bytes', asset('image/gif', Buffer.concat([gif(10, 10), Buffer.alloc(20 * 1024 * 1024)]))],
    ['no object at all', { a: null }],
  ])('are not: %s', (_why, assets) => {
    expect(unfitAssets(assets)).toEqual(Object.keys(assets))
  })
})
