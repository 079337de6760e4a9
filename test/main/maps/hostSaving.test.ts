import { mkdir, readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { MapDocument } from '../../../shared/document/mapDocument'
import { openMapDocument } from '../../../shared/document/yjsDocument'
import { disk, type Disk } from '../../../main/files/disk'
import { newFrame } from '../../../main/files/envelope'
import { readJournal } from '../../../main/files/journal'
import { fileJournal } from '../../../main/files/journalPaths'
import { directCodec } from '../../../main/files/mapCodec'
import { MapFile } from '../../../main/files/mapFile'
import { openRecents } from '../../../main/files/recents'
import { HostSaving } from '../../../main/maps/hostSaving'
import type { SavingDeps } from '../../../main/maps/keeping'
import { tempFolder } from '../../support/tempFolder'
import { newId, NEVER, valueOf } from './testMaps'

const clock = (): Date => new Date()

interface Saving {
  readonly document: MapDocument
  readonly saving: HostSaving
  readonly path: string
  readonly userData: string
  readonly log: string[]
}

/** A map in a file, and its saving. */
async function savingOf(options: Partial<Pick<SavingDeps, 'disk' | 'takeIn' | 'codec'>> = {}): Promise<Saving> {
  const userData = await tempFolder()
  await mkdir(join(userData, 'journals'))
  const path = join(await tempFolder(), 'a.cjm')
  const document = openMapDocument({ clock })
  const frame = { ...newFrame('map_a'), revision: 1 }
  const file = new MapFile(path, { clock, newId, ...options })
  valueOf(await file.write(document, frame))
  const log: string[] = []
  const saving = new HostSaving(
    { document, frame, file, readOnly: false, savedAt: new Date(), repaired: false, edited: false },
    {
      userData,
      clock,
      newId,
      recents: await openRecents({ userData, home: userData, clock }),
      log: (message, error) => log.push(`${message}: ${String(error)}`),
      autosave: NEVER,
      isOpen: () => false,
      reserve: (_path, go) => go(),
      takeIn: () => undefined,
      foundOlder: () => undefined,
      leaving: async () => undefined,
      ...options,
    },
  )
  document.onUpdate(() => saving.changed())
  return { document, saving, path, userData, log }
}

function edit(document: MapDocument, title: string): void {
  document.write([{ op: 'settings', fields: { title } }], { what: 'mapSettings', count: 1 })
}

/** Somebody else writes the file, with all that the map has and another title. */
async function writeElsewhere(path: string, document: MapDocument, title: string): Promise<void> {
  const other = openMapDocument({ clock, state: document.encode() })
  edit(other, title)
  const file = new MapFile(path, { clock, newId })
  file.replaceAnything()
  valueOf(await file.write(other, { ...newFrame('map_a'), revision: 2 }))
}

/** A disk that holds up one call on a path when it is told to. */
function holdingDisk(): { disk: Disk; hold: (call: 'readFile' | 'rename', path: string) => () => void } {
  const held = new Map<string, Promise<void>>()
  const readFile = (async (...args: Parameters<Disk['readFile']>) => {
    await held.get(`readFile ${args[0] as string}`)
    return disk.readFile(...args)
  }) as Disk['readFile']
  const rename: Disk['rename'] = async (from, to) => {
    await held.get(`rename ${to as string}`)
    await disk.rename(from, to)
  }
  return {
    disk: { ...disk, readFile, rename },
    hold: (call, path) => {
      let letGo = (): void => undefined
      held.set(`${call} ${path}`, new Promise<void>((resolve) => (letGo = resolve)))
      return () => {
        held.delete(`${call} ${path}`)
        letGo()
      }
    },
  }
}

/** Until it is mended, the document cannot be turned into bytes. */
function breakEncode(document: MapDocument): { mend: () => void } {
  const { encode } = document
  document.encode = () => {
    throw new RangeError('out of memory')
  }
  return {
    mend: () => {
      document.encode = encode
    },
  }
}

describe('a fault in the middle of a write', () => {
  it('is a save that failed: logged, said, and the next one works', async () => {
    const { document, saving, path, log } = await savingOf()
    edit(document, 'Edited')
    const told: string[] = []
    saving.onStatus(({ kind }) => told.push(kind))

    const broken = breakEncode(document)
    expect(await saving.save()).toEqual({ ok: false, code: 'unknown', detail: 'RangeError' })
    expect(saving.status()).toEqual({ kind: 'notSaved', reason: 'unknown', detail: 'RangeError' })
    expect(told).toEqual(['saving', 'notSaved'])
    expect(log).toEqual([expect.stringContaining('out of memory')])

    broken.mend()
    valueOf(await saving.save())
    expect(saving.status().kind).toBe('saved')
    expect(await readFile(path, 'utf8')).toContain('"Edited"')
    await saving.close()
  })

  it('of the journal is an edit that could not be kept, and the next one is', async () => {
    const { document, saving, log } = await savingOf()
    edit(document, 'Edited')
    const broken = breakEncode(document)
    expect(await saving.keep(new Uint8Array([1]))).toEqual({ ok: false, code: 'journal', detail: 'RangeError' })
    expect(saving.status()).toEqual({ kind: 'notSaved', reason: 'journal', detail: 'RangeError' })
    expect(log).toEqual([expect.stringContaining('RangeError')])

    broken.mend()
    expect(await saving.keep(new Uint8Array([2]))).toMatchObject({ ok: true })
    expect(saving.status()).toEqual({ kind: 'kept' })
    await saving.close()
  })
})

describe('what others wrote', () => {
  it('is not called saved together with an edit that was made while it came in', async () => {
    let made: (() => void) | null = null
    const host = await savingOf({
      takeIn: (theirs, _base, taken) => {
        const update = theirs.document.encode()
        host.document.receive(update)
        void host.saving.keep(update)
        taken()
        setImmediate(() => made?.())
      },
    })
    const { document, saving, path, userData } = host
    const kept = new Promise<unknown>((resolve) => {
      made = () => {
        edit(document, 'Ours')
        saving.edited()
        resolve(saving.keep(document.encode()))
      }
    })
    await writeElsewhere(path, document, 'Theirs')
    await saving.noticed('another')
    await kept
    expect((await readJournal(fileJournal(userData, path)))?.unsaved).toBeGreaterThan(0)
    await saving.close()
  })

  it('and cannot come in for a fault of ours is logged, and said', async () => {
    const { document, saving, path, log } = await savingOf({
      takeIn: () => {
        throw new TypeError('a fault of ours')
      },
    })
    await writeElsewhere(path, document, 'Theirs')
    expect(await saving.save()).toEqual({ ok: false, code: 'unknown', detail: 'TypeError' })
    expect(log).toEqual([expect.stringContaining('a fault of ours')])
    await saving.close()
  })

  it('does not come in any more once the map is closed, whenever it was noticed', async () => {
    for (let wait = 0; wait < 20; wait += 1) {
      let closed = false
      let late = false
      const { document, saving, path } = await savingOf({
        takeIn: () => {
          late ||= closed
        },
      })
      await writeElsewhere(path, document, 'Theirs')
      const closing = saving.close().then(() => {
        closed = true
      })
      for (let turn = 0; turn < wait; turn += 1) await Promise.resolve()
      await saving.noticed('another')
      await closing
      expect(late).toBe(false)
    }
  })
})

afterEach(() => vi.useRealTimers())

describe('a disk that does not answer', () => {
  it('is told of only once the map itself is put together', async () => {
    const { disk: holding, hold } = holdingDisk()
    const codec = { ...directCodec({ clock, newId }), busy: true }
    const { document, saving, path } = await savingOf({ disk: holding, codec })
    edit(document, 'One')
    const answer = hold('readFile', path)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    const hanging = saving.save()
    await vi.waitFor(() => expect(saving.status().kind).toBe('saving'))
    vi.advanceTimersByTime(60_000)
    expect(saving.status().kind).toBe('saving')
    codec.busy = false
    vi.advanceTimersByTime(5_000)
    vi.useRealTimers()
    expect(saving.status()).toMatchObject({ reason: 'slow' })
    answer()
    valueOf(await hanging)
    expect(saving.status().kind).toBe('saved')
    await saving.close()
  })
})

describe('a disk that never answers', () => {
  it('keeps nobody from leaving the map; the journal has what the file has not', async () => {
    const { disk: holding, hold } = holdingDisk()
    const { document, saving, path, userData } = await savingOf({ disk: holding })
    document.onUpdate((update) => void saving.keep(update))
    edit(document, 'Left behind')
    saving.edited()
    const answer = hold('rename', path)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    const closing = saving.close()
    await vi.waitFor(() => expect(saving.status().kind).toBe('saving'))
    vi.advanceTimersByTime(10_000)
    vi.useRealTimers()
    await closing
    const journal = fileJournal(userData, path)
    expect((await readJournal(journal))?.header.dirty).toBe(true)
    answer()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect((await readJournal(journal))?.updates.length).toBeGreaterThan(0)
  })

  it('is no trouble any more for the map that was put back while it was waited for', async () => {
    const { disk: holding, hold } = holdingDisk()
    const { document, saving, path } = await savingOf({ disk: holding })
    edit(document, 'One')
    const answer = hold('rename', path)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    const hanging = saving.save()
    await vi.waitFor(() => expect(saving.status().kind).toBe('saving'))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(saving.status()).toMatchObject({ reason: 'slow' })
    const again = saving.saveAs(path)
    await vi.advanceTimersByTimeAsync(500)
    answer()
    await hanging
    await again
    expect(saving.status().kind).toBe('saved')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(saving.status().kind).toBe('saved')
    expect(vi.getTimerCount()).toBe(0)
    vi.useRealTimers()
    await saving.close()
  })
})

describe('a map that goes to another place while its disk does not answer', () => {
  it('has every edit there, whatever becomes of the write that hangs', async () => {
    const { disk: holding, hold } = holdingDisk()
    const { document, saving, path } = await savingOf({ disk: holding })
    const next = join(await tempFolder(), 'b.cjm')
    edit(document, 'One')
    const answer = hold('readFile', path)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    const hanging = saving.save()
    await vi.waitFor(() => expect(saving.status().kind).toBe('saving'))
    vi.advanceTimersByTime(10_000)
    vi.useRealTimers()
    expect(saving.status()).toMatchObject({ reason: 'slow' })

    const letThrough = hold('rename', next)
    const saved = saving.saveAs(next)
    // Until the copy is written but for its name.
    await vi.waitFor(async () => expect(await readdir(dirname(next))).toHaveLength(1))
    await new Promise((resolve) => setTimeout(resolve, 50))
    edit(document, 'Two')
    saving.edited()
    answer()
    await hanging
    letThrough()
    valueOf(await saved)
    await saving.close()
    expect(await readFile(next, 'utf8')).toContain('"Two"')
  })

  it('to the same place, is not called saved by the write that hung, which lacks what came after it', async () => {
    const { disk: holding, hold } = holdingDisk()
    let full = false
    const open = (async (...args: Parameters<Disk['open']>) => {
      if (full && String(args[0]).includes('~wayline-')) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
      return holding.open(...args)
    }) as Disk['open']
    const { document, saving, path } = await savingOf({ disk: { ...holding, open } })
    document.onUpdate((update) => void saving.keep(update))
    edit(document, 'One')
    const letThrough = hold('rename', path)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    const hanging = saving.save()
    await vi.waitFor(async () => expect(await readdir(dirname(path))).toHaveLength(2))
    vi.advanceTimersByTime(10_000)
    vi.useRealTimers()
    expect(saving.status()).toMatchObject({ reason: 'slow' })
    edit(document, 'Two')
    saving.edited()
    const again = saving.saveAs(path)
    await new Promise((resolve) => setTimeout(resolve, 50))
    full = true
    letThrough()
    valueOf(await hanging)
    expect(await again).toMatchObject({ ok: false, code: 'disk-full' })
    expect(saving.status().kind).not.toBe('saved')
    full = false
    await saving.close()
    expect(await readFile(path, 'utf8')).toContain('"Two"')
  })

  it('leaves the file alone that it was in, when that answers again', async () => {
    const { disk: holding, hold } = holdingDisk()
    const taken: string[] = []
    const { document, saving, path } = await savingOf({ disk: holding, takeIn: () => taken.push('theirs') })
    const next = join(await tempFolder(), 'b.cjm')
    edit(document, 'One')
    await writeElsewhere(path, document, 'Theirs')
    const before = await readFile(path)
    const answer = hold('readFile', path)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    const hanging = saving.save()
    await vi.waitFor(() => expect(saving.status().kind).toBe('saving'))
    vi.advanceTimersByTime(10_000)
    vi.useRealTimers()
    valueOf(await saving.saveAs(next))
    answer()
    expect(await hanging).toMatchObject({ ok: false, code: 'closed' })
    expect(taken).toEqual([])
    expect((await readFile(path)).equals(before)).toBe(true)
    await saving.close()
  })

  it('keeps the journal it had where none can be begun there, until the file there has every edit', async () => {
    const { disk: holding, hold } = holdingDisk()
    const next = join(await tempFolder(), 'b.cjm')
    let failing: string | null = null
    const rename: Disk['rename'] = (from, to) =>
      to === failing ? Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })) : holding.rename(from, to)
    const { document, saving, path, userData } = await savingOf({ disk: { ...holding, rename } })
    const before = fileJournal(userData, path)
    failing = fileJournal(userData, next)
    document.onUpdate((update) => void saving.keep(update))
    edit(document, 'One')

    const letThrough = hold('rename', next)
    const saved = saving.saveAs(next)
    await vi.waitFor(async () => expect(await readdir(dirname(next))).toHaveLength(1))
    await new Promise((resolve) => setTimeout(resolve, 50))
    edit(document, 'Two')
    letThrough()
    valueOf(await saved)
    expect((await readJournal(before))?.updates).toHaveLength(2)

    valueOf(await saving.save())
    expect(await readJournal(before)).toBeNull()
    await saving.close()
    expect(await readFile(next, 'utf8')).toContain('"Two"')
  })
})
