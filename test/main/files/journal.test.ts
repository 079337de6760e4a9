import { spawnSync } from 'node:child_process'
import { appendFile, mkdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../../shared/model/limits'
import { disk, type Disk } from '../../../main/files/disk'
import { Journal, journalContent, readJournal, type JournalHeader } from '../../../main/files/journal'
import { encodeRecord, readRecords } from '../../../main/files/journalRecords'
import { tempFolder } from '../../support/tempFolder'

const HEADER: JournalHeader = { version: 1, mapId: 'map_a', file: null, base: null, dirty: false }
const STATE = Buffer.from('the whole document')

async function journalOf(...updates: string[]): Promise<{ path: string; journal: Journal }> {
  const path = join(await tempFolder(), 'map_a.journal')
  const begun = await Journal.begin(path, HEADER, STATE)
  if (!begun.ok) throw new Error(begun.code)
  for (const update of updates) expect(await begun.value.update(Buffer.from(update))).toEqual({ ok: true, value: null })
  return { path, journal: begun.value }
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8')
}

describe('a journal', () => {
  it('gives back its header, its document and every update in order', async () => {
    const { path, journal } = await journalOf('one', 'two')
    await journal.close()
    const content = await readJournal(path)
    expect(content).toMatchObject({ header: HEADER, unsaved: 2, savedTo: null, closed: false })
    expect(content?.updates.map(textOf)).toEqual(['the whole document', 'one', 'two'])
  })

  it('that is no file is not read, and nobody waits for whoever might write to it', async () => {
    const folder = await tempFolder()
    const [sub, pipe] = [join(folder, 'map_a.journal'), join(folder, 'map_b.journal')]
    await mkdir(sub)
    spawnSync('mkfifo', [pipe])
    await expect(readJournal(sub)).rejects.toMatchObject({ code: 'EISDIR' })
    expect((await stat(pipe)).isFIFO()).toBe(true)
    await expect(readJournal(pipe)).rejects.toMatchObject({ code: 'ENXIO' })
  })

  it('that is larger than any of ours is not read', async () => {
    const path = join(await tempFolder(), 'map_a.journal')
    await writeFile(path, '')
    await truncate(path, LIMITS.journalBytes + 1)
    await expect(readJournal(path)).rejects.toMatchObject({ code: 'EFBIG' })
  })

  it('is for its owner only', async () => {
    const { path, journal } = await journalOf()
    await journal.close()
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it('keeps hundreds of updates that come at once, in order', async () => {
    const { path, journal } = await journalOf()
    const texts = Array.from({ length: 300 }, (_, index) => `update ${index}`)
    const answers = await Promise.all(texts.map((text) => journal.update(Buffer.from(text))))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    await journal.close()
    expect((await readJournal(path))?.updates.slice(1).map(textOf)).toEqual(texts)
  })

  it('knows what was saved, and that it was closed', async () => {
    const { path, journal } = await journalOf('one')
    await journal.mark({ what: 'saved', file: '/maps/a.cjm', hash: 'x' })
    await journal.update(Buffer.from('two'))
    expect(await readJournal(path)).toMatchObject({ unsaved: 1, savedTo: '/maps/a.cjm', closed: false })
    await journal.mark({ what: 'closed' })
    await journal.close()
    expect(await readJournal(path)).toMatchObject({ unsaved: 1, closed: true })
  })

  it('is still known by its second header when the first one is scratched', async () => {
    const { path, journal } = await journalOf('one', 'two')
    await journal.close()
    const bytes = await readFile(path)
    bytes.fill(0, 0, 100)
    await writeFile(path, bytes)
    const content = await readJournal(path)
    expect(content).toMatchObject({ header: HEADER, unsaved: 2 })
    expect(content?.updates.map(textOf)).toEqual(['the whole document', 'one', 'two'])
  })

  it('gives everything before a torn end', async () => {
    const { path, journal } = await journalOf('one')
    await journal.close()
    await appendFile(path, encodeRecord({ kind: 'update', sequence: 9, payload: Buffer.from('half') }).subarray(0, 51))
    const content = await readJournal(path)
    expect(content?.updates.map(textOf)).toEqual(['the whole document', 'one'])
  })

  it('passes over a record that its checksum refutes, and uses those behind it', async () => {
    const { path, journal } = await journalOf('one', 'damaged', 'three')
    await journal.close()
    const bytes = await readFile(path)
    bytes[bytes.indexOf('damaged') + 2]! ^= 0x40
    await writeFile(path, bytes)
    expect((await readJournal(path))?.updates.map(textOf)).toEqual(['the whole document', 'one', 'three'])
  })

  it('says that it failed on a full disk, to everyone, from then on', async () => {
    let full = false
    const open = async (...args: Parameters<Disk['open']>): ReturnType<Disk['open']> => {
      const file = await disk.open(...args)
      const write = file.write.bind(file) as (...inner: unknown[]) => Promise<unknown>
      Object.assign(file, {
        write: (...inner: unknown[]) => (full ? Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' })) : write(...inner)),
      })
      return file
    }
    const begun = await Journal.begin(join(await tempFolder(), 'a.journal'), HEADER, STATE, { ...disk, open })
    if (!begun.ok) throw new Error(begun.code)
    const journal = begun.value
    full = true
    const failed = { ok: false, code: 'journal', detail: 'ENOSPC' }
    expect(await Promise.all([journal.update(STATE), journal.update(STATE)])).toEqual([failed, failed])
    full = false
    expect(await journal.update(STATE)).toEqual(failed)
    await journal.close()
  })

  it('of somebody else is no journal', async () => {
    const path = join(await tempFolder(), 'a.journal')
    expect(await readJournal(path)).toBeNull()
    await writeFile(path, 'hello')
    expect(await readJournal(path)).toBeNull()
  })
})

describe('the records of a journal', () => {
  const payloads = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 8 })
  const encode = (list: readonly Uint8Array[]): Buffer =>
    Buffer.concat(list.map((payload, sequence) => encodeRecord({ kind: 'update', sequence, payload })))

  it('cut at any byte are a prefix of what was written', () => {
    fc.assert(
      fc.property(payloads, fc.nat(), (list, cut) => {
        const bytes = encode(list)
        const read = readRecords(bytes.subarray(0, cut % (bytes.length + 1)))
        expect(read.map(({ payload }) => [...payload])).toEqual(list.slice(0, read.length).map((payload) => [...payload]))
        expect(read.map(({ sequence }) => sequence)).toEqual(list.slice(0, read.length).map((_, index) => index))
      }),
    )
  })

  it('with one byte changed lose one record at most, and never give a wrong one', () => {
    fc.assert(
      fc.property(payloads, fc.nat(), fc.integer({ min: 1, max: 255 }), (list, where, mask) => {
        const bytes = encode(list)
        const at = where % bytes.length
        bytes[at] = bytes[at]! ^ mask
        const records = readRecords(bytes)
        expect(records.length).toBeGreaterThanOrEqual(list.length - 1)
        for (const { sequence, payload } of records) expect([...payload]).toEqual([...list[sequence]!])
      }),
    )
  })

  it('are read from any bytes without a throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void journalContent(bytes)))
  })
})
