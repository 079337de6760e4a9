// Small readers and writers of tar, zip and asar, so that the first set-up needs no package.
import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'

/** The first entry of an unpacked tar whose name matches. */
export function readFromTar(tar, pattern) {
  for (let at = 0; at + 512 <= tar.length;) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '')
    if (!name) break
    const size = parseInt(tar.toString('ascii', at + 124, at + 136), 8)
    if (pattern.test(name)) return tar.subarray(at + 512, at + 512 + size)
    at += 512 + Math.ceil(size / 512) * 512
  }
  throw new Error(`no entry like ${pattern} in the package`)
}

/** Unpacks what `place` gives a path for; every entry is checked against its size and, where Node can, its CRC. */
export function unzip(zip, place) {
  let end = zip.length - 22
  while (end >= 0 && zip.readUInt32LE(end) !== 0x06054b50) end -= 1
  if (end < 0) throw new Error('not a zip')
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('damaged zip directory')
    const [method, crc] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 16)]
    const [packed, size] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)]
    const [nameLength, extraLength, commentLength] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)]
    const mode = zip.readUInt32LE(at + 38) >>> 16
    const local = zip.readUInt32LE(at + 42)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    at += 46 + nameLength + extraLength + commentLength
    if (name.endsWith('/')) continue
    if (name.split('/').includes('..') || path.isAbsolute(name)) throw new Error(`zip entry leaves its folder: ${name}`)
    const target = place(name)
    if (!target) continue
    if ((mode & 0o170000) === 0o120000) throw new Error(`zip entry is a link: ${name}`)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const raw = zip.subarray(start, start + packed)
    const data = method === 0 ? raw : zlib.inflateRawSync(raw, { maxOutputLength: Math.max(size, 1) })
    if (data.length !== size) throw new Error(`zip entry has the wrong size: ${name}`)
    if (zlib.crc32 && zlib.crc32(data) !== crc) throw new Error(`zip entry is damaged: ${name}`)
    fs.mkdirSync(path.dirname(target), { recursive: true })
    fs.writeFileSync(target, data, { mode: mode & 0o111 ? 0o755 : 0o644 })
  }
}

/** An asar archive of a few flat files. */
export function makeAsar(files) {
  const head = { files: {} }
  const bodies = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const body = Buffer.from(text)
    head.files[name] = { size: body.length, offset: String(offset) }
    bodies.push(body)
    offset += body.length
  }
  const json = Buffer.from(JSON.stringify(head))
  const padding = (4 - (json.length % 4)) % 4
  const sizes = Buffer.alloc(16)
  sizes.writeUInt32LE(4, 0)
  sizes.writeUInt32LE(8 + json.length + padding, 4)
  sizes.writeUInt32LE(4 + json.length + padding, 8)
  sizes.writeUInt32LE(json.length, 12)
  return Buffer.concat([sizes, json, Buffer.alloc(padding), ...bodies])
}
