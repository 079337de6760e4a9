import { spawn, spawnSync } from 'node:child_process'
import { copyFile, mkdir, readdir, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import type { SaveStatus } from '../../../shared/ipc/contract'
import { disk, type Disk } from '../../../main/files/disk'
import { encodeRecord, readRecords } from '../../../main/files/journalRecords'
import { draftJournal, fileJournal } from '../../../main/files/journalPaths'
import { bundleNode } from '../../support/bundleNode'
import { tempFolder } from '../../support/tempFolder'
import { closeStartedApps, startApp, TestWindow, textsOf, valueOf } from './testMaps'

afterEach(closeStartedApps)

const blank = { template: 'blank', title: 'A map', language: 'en' } as const

async function savedMap(folder: string): Promise<string> {
  const file = join(folder, 'a.cjm')
  const app = await startApp(folder)
  const host = await app.maps.newMap(blank)
  await new TestWindow(host).addNote('first')
  valueOf(await host.saveAs(file))
  await host.close()
  return file
}

async function withDocumentDamaged(file: string): Promise<Buffer> {
  const json = JSON.parse(await readFile(file, 'utf8')) as object
  const bytes = Buffer.from(JSON.stringify({ ...json, doc: Buffer.from('scratched').toString('base64') }))
  await writeFile(file, bytes)
  return bytes
}

/** The real disk, on which files whose path `fails` accepts cannot be opened for now. */
function failingDisk(fails: (path: string) => boolean, code: string): Disk {
  const open = (...args: Parameters<Disk['open']>): ReturnType<Disk['open']> =>
    fails(String(args[0])) ? Promise.reject(Object.assign(new Error(code), { code })) : disk.open(...args)
  return { ...disk, open }
}

describe('a damaged file', () => {
  it('is put together again, shown, and kept in a copy before it is written', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const damaged = await withDocumentDamaged(file)
    const host = valueOf(await (await startApp(folder)).maps.openFile(file))

    expect(host.rebuilt).toBe(true)
    expect(host.status()).toEqual({ kind: 'kept' })
    expect(textsOf(host)).toEqual(['first'])
    expect((await readFile(file)).equals(damaged)).toBe(true)

    valueOf(await host.save())
    const [copy] = (await readdir(folder)).filter((name) => name.includes('.damaged-'))
    expect((await readFile(join(folder, copy!))).equals(damaged)).toBe(true)
    expect(host.rebuilt).toBe(false)
    expect(valueOf(await (await startApp(await tempFolder())).maps.openFile(file)).rebuilt).toBe(false)
  })

  it('is not written, and leaves no journal, when the person only looked at it', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const damaged = await withDocumentDamaged(file)
    const app = await startApp(folder)
    await valueOf(await app.maps.openFile(file)).close()

    expect((await readFile(file)).equals(damaged)).toBe(true)
    expect(await readdir(join(app.userData, 'journals'))).toEqual([])
  })

  it('whose journal is there opens from that, as the same map', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const window = new TestWindow(valueOf(await (await startApp(folder)).maps.openFile(file)))
    await window.addNote('second')
    await withDocumentDamaged(file)

    const host = valueOf(await (await startApp(folder)).maps.openFile(file))

    expect(host.id).toBe(window.host.id)
    expect(textsOf(host)).toEqual(['first', 'second'])
    expect(host.recovered).toBeGreaterThan(0)
  })

  it.each([
    ['was saved before, knows who changed what', true],
    ['was never saved, keeps both values where it cannot know who changed one', false],
  ])('whose journal is there opens with what somebody else wrote there since too, and where it %s', async (_what, saved) => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const window = new TestWindow(valueOf(await (await startApp(folder)).maps.openFile(file)))
    const [known] = window.host.board().inbox
    if (saved) {
      await window.addNote('before')
      valueOf(await window.host.save())
    }
    const theirs = valueOf(await (await startApp(await tempFolder())).maps.openFile(file))
    await window.addNote('ours')
    const other = new TestWindow(theirs)
    await other.setText(known!.id, 'first, edited by them')
    await other.addNote('theirs')
    valueOf(await theirs.save())
    await withDocumentDamaged(file)

    const host = valueOf(await (await startApp(folder)).maps.openFile(file))

    expect(host.id).toBe(window.host.id)
    const { conflicts } = host.board()
    expect(textsOf(host)).toEqual(saved ? ['before', 'first, edited by them', 'ours', 'theirs'] : ['first', 'ours', 'theirs'])
    expect(conflicts.map(({ shown, other: kept }) => [shown.value, kept.value])).toEqual(saved ? [] : [['first', 'first, edited by them']])
  })

  it('of which a piece is gone loses nothing that its journal has', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const first = new TestWindow(valueOf(await (await startApp(folder)).maps.openFile(file)))
    for (const text of ['second', 'third', 'fourth']) await first.addNote(text)
    valueOf(await first.host.save())
    await first.addNote('in the journal')
    const whole = await readFile(file)
    await writeFile(file, whole.subarray(0, whole.indexOf('third') + 2))

    const host = valueOf(await (await startApp(folder)).maps.openFile(file))

    expect(textsOf(host)).toEqual(['first', 'fourth', 'in the journal', 'second', 'third'])
    expect(host.board().conflicts).toEqual([])
  })

  it('that cannot be opened at all opens with the edits of its journal, and stays as it is', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const window = new TestWindow(valueOf(await (await startApp(folder)).maps.openFile(file)))
    await window.addNote('second')
    await writeFile(file, Buffer.alloc(500))

    const { maps } = await startApp(folder)
    expect(textsOf(valueOf(await maps.openFile(file)))).toEqual(['first', 'second'])
    expect((await readFile(file)).equals(Buffer.alloc(500))).toBe(true)
  })

  it('at whose place another map is now does not get the edits of the first', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const window = new TestWindow(valueOf(await (await startApp(folder)).maps.openFile(file)))
    await window.addNote('second')
    await rename(await savedMap(await tempFolder()), file)

    const { maps } = await startApp(folder)
    const other = valueOf(await maps.openFile(file))
    expect(textsOf(other)).toEqual(['first'])
    expect(other.recovered).toBe(0)
    const [left] = await maps.unfinished()
    const draft = valueOf(await maps.openUnfinished(left!.id))
    expect(draft.file).toBeNull()
    expect(textsOf(draft)).toEqual(['first', 'second'])
  })
})

describe('two copies of one map', () => {
  const all = [
    ['first', 'of the first'],
    ['first', 'of the second'],
  ]

  /** Of which the app ended before the files had the edits. */
  async function twoCopies(): Promise<{ folder: string; file: string; copy: string }> {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const copy = join(folder, 'b.cjm')
    await copyFile(file, copy)
    const { maps } = await startApp(folder)
    await new TestWindow(valueOf(await maps.openFile(file))).addNote('of the first')
    await new TestWindow(valueOf(await maps.openFile(copy))).addNote('of the second')
    return { folder, file, copy }
  }

  it('whose files another map took over come back as two drafts, each with its own edits', async () => {
    const { folder, file, copy } = await twoCopies()
    const other = await savedMap(await tempFolder())
    const { maps } = await startApp(folder)
    for (const path of [file, copy]) {
      await copyFile(other, path)
      await valueOf(await maps.openFile(path)).close()
    }
    const texts: string[][] = []
    for (const { id } of await maps.unfinished()) texts.push(textsOf(valueOf(await maps.openUnfinished(id))))
    expect(new Set(texts)).toEqual(new Set(all))
  })

  it('whose files are gone come back as two drafts, each with its own edits, at every start', async () => {
    const { folder, file, copy } = await twoCopies()
    await unlink(file)
    await unlink(copy)
    for (let start = 0; start < 3; start += 1) {
      const again = (await startApp(folder)).maps
      const texts: string[][] = []
      for (const { id } of await again.unfinished()) texts.push(textsOf(valueOf(await again.openUnfinished(id))))
      expect(new Set(texts)).toEqual(new Set(all))
    }
  })
})

describe('a journal that cannot be put out of the way', () => {
  it('of another map keeps its file closed, and nobody from the rest of the app', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const window = new TestWindow(valueOf(await (await startApp(folder)).maps.openFile(file)))
    await window.addNote('second')
    await rename(await savedMap(await tempFolder()), file)
    const refuse: Disk['rename'] = (from, to) =>
      from === fileJournal(join(folder, 'user-data'), file)
        ? Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM' }))
        : disk.rename(from, to)
    const { maps, log } = await startApp(folder, { disk: { ...disk, rename: refuse } })

    expect(await maps.openFile(file)).toMatchObject({ ok: false, code: 'unreadable' })
    expect(log).toContainEqual(expect.stringContaining('a map could not be opened'))
    const [left] = await maps.unfinished()
    expect(textsOf(valueOf(await maps.openUnfinished(left!.id)))).toEqual(['first', 'second'])
  })
})

describe('a journal that cannot be read', () => {
  it('keeps nobody from the other maps, and is not written over', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const before = await startApp(folder)
    await new TestWindow(await before.maps.newMap(blank)).addNote('draft')
    const journal = fileJournal(before.userData, file)
    await mkdir(journal)
    // Reading from a pipe waits for somebody who writes to it.
    spawnSync('mkfifo', [draftJournal(before.userData, 'map_pipe')])

    const { maps, log } = await startApp(folder)
    const [left, ...others] = await maps.unfinished()

    expect(left).toMatchObject({ draft: true })
    expect(others).toEqual([])
    expect(log.some((line) => line.includes('EISDIR'))).toBe(true)
    expect(log.some((line) => line.includes('ENXIO'))).toBe(true)
    expect(await maps.openFile(file)).toEqual({ ok: false, code: 'unreadable', detail: 'EISDIR' })
    expect(await readdir(journal)).toEqual([])
  })

  it('gives all its edits but one that is none', async () => {
    const folder = await tempFolder()
    const before = await startApp(folder)
    const host = await before.maps.newMap(blank)
    const window = new TestWindow(host)
    await window.addNote('one')
    await window.addNote('two')
    const journal = draftJournal(before.userData, host.id)
    const records = readRecords(await readFile(journal))
    const bad = { kind: 'update', sequence: 99, payload: new Uint8Array([1, 2, 3]) } as const
    await writeFile(journal, Buffer.concat([...records.slice(0, 3), bad, ...records.slice(3)].map(encodeRecord)))

    const { maps } = await startApp(folder)
    const [left] = await maps.unfinished()
    expect(textsOf(valueOf(await maps.openUnfinished(left!.id)))).toEqual(['one', 'two'])
  })
})

describe('what came back', () => {
  it('is counted in notes and other things of the map, however many letters were typed', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const before = await startApp(folder)
    const typeInto = async (window: TestWindow): Promise<void> => {
      const note = await window.addNote('')
      for (const text of ['t', 'ty', 'typ', 'type', 'typed']) await window.setText(note, text)
    }
    await typeInto(new TestWindow(valueOf(await before.maps.openFile(file))))
    await typeInto(new TestWindow(await before.maps.newMap(blank)))

    const { maps } = await startApp(folder)
    const left = await maps.unfinished()
    expect(left.filter(({ draft }) => draft)).toHaveLength(1)
    expect(left).toHaveLength(2)
    for (const { id } of left) expect(valueOf(await maps.openUnfinished(id)).recovered).toBe(1)
  })

  it('is nothing that anybody need hear of where the edit was undone, but it is written all the same', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const window = new TestWindow(valueOf(await (await startApp(folder)).maps.openFile(file)))
    const { id, text } = window.host.board().inbox[0]!
    await window.setText(id, 'changed')
    await window.setText(id, text)

    const host = valueOf(await (await startApp(folder)).maps.openFile(file))
    expect(host.recovered).toBe(0)
    expect(host.status()).toEqual({ kind: 'kept' })
  })

  it('is read once from each journal', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const before = await startApp(folder)
    await new TestWindow(valueOf(await before.maps.openFile(file))).addNote('second')
    await new TestWindow(await before.maps.newMap(blank)).addNote('draft')

    const read: string[] = []
    const readFile: Disk['readFile'] = ((...args: Parameters<Disk['readFile']>) => {
      read.push(args[0] as string)
      return disk.readFile(...args)
    }) as Disk['readFile']
    const { maps } = await startApp(folder, { disk: { ...disk, readFile } })
    const names = (): string[] => read.filter((path) => path.endsWith('.journal'))
    for (const { id } of await maps.unfinished()) valueOf(await maps.openUnfinished(id))
    expect(maps.open()).toHaveLength(2)
    expect(new Set(names()).size).toBe(2)
    expect(names()).toHaveLength(2)
  })

  it('is what was written last, when the draft was opened and edited before its turn came', async () => {
    const folder = await tempFolder()
    const draft = await (await startApp(folder)).maps.newMap(blank)
    await new TestWindow(draft).addNote('one')

    const { maps } = await startApp(folder)
    const [left] = await maps.unfinished()
    const opened = valueOf(await maps.openDraft(draft.id))
    await new TestWindow(opened).addNote('two')
    await opened.close()
    expect(textsOf(valueOf(await maps.openUnfinished(left!.id)))).toEqual(['one', 'two'])
  })
})

describe('a file that does not answer', () => {
  /** The real disk, on which nothing that is asked of that file is answered until it is back. */
  function hangingDisk(file: string): { disk: Disk; comesBack: () => void } {
    let comesBack = (): void => undefined
    const back = new Promise<void>((resolve) => (comesBack = resolve))
    const isThere = (path: unknown): Promise<void> => (path === file ? back : Promise.resolve())
    return {
      comesBack,
      disk: {
        ...disk,
        realpath: (async (path: string) => isThere(path).then(() => disk.realpath(path))) as Disk['realpath'],
        stat: (async (path: string) => isThere(path).then(() => disk.stat(path))) as Disk['stat'],
        readFile: (async (path: string) => isThere(path).then(() => disk.readFile(path))) as Disk['readFile'],
      },
    }
  }

  it('keeps nobody from the edits, which are that map’s still and get into the file when it is back', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const json = JSON.parse(await readFile(file, 'utf8')) as object
    await writeFile(file, JSON.stringify({ ...json, later: 'kept' }))
    const window = new TestWindow(valueOf(await (await startApp(folder)).maps.openFile(file)))
    await window.addNote('second')

    const share = hangingDisk(file)
    const { maps, log } = await startApp(folder, { disk: share.disk, lookMs: 10 })
    const [left] = await maps.unfinished()
    const host = valueOf(await maps.openUnfinished(left!.id))
    expect(host.file).toBe(file)
    expect(textsOf(host)).toEqual(['first', 'second'])
    expect(host.recovered).toBe(1)
    expect(log).toEqual([expect.stringContaining('does not answer')])
    await new TestWindow(host).addNote('third')

    const asked = maps.openFile(file)
    share.comesBack()
    expect(valueOf(await asked)).toBe(host)
    expect(maps.open()).toHaveLength(1)
    valueOf(await host.save())
    await host.close()
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ id: window.host.id, later: 'kept' })
    expect(textsOf(valueOf(await (await startApp(await tempFolder())).maps.openFile(file)))).toEqual(['first', 'second', 'third'])
    expect(await maps.unfinished()).toEqual([])
  })
})

describe('an edit made with another program', () => {
  it('is in the map when it is opened, and goes into the document by itself', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    await writeFile(file, (await readFile(file, 'utf8')).replace('"first"', '"by hand"'))
    const app = await startApp(folder, { autosave: { restMs: 5, mostMs: 50, retryMs: 50 } })
    const host = valueOf(await app.maps.openFile(file))
    expect(textsOf(host)).toEqual(['by hand'])
    if (host.status().kind !== 'saved')
      await new Promise((resolve) => host.onStatus((status) => status.kind === 'saved' && resolve(status)))
    await host.close()
    expect(textsOf(valueOf(await app.maps.openFile(file)))).toEqual(['by hand'])
  })

  it('while the map is open is brought in by the next save', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const host = valueOf(await (await startApp(folder)).maps.openFile(file))
    await new TestWindow(host).addNote('second')
    await writeFile(file, (await readFile(file, 'utf8')).replace('"first"', '"by hand"'))
    valueOf(await host.save())
    expect(textsOf(host)).toEqual(['by hand', 'second'])
  })
})

describe('when the disk fails', () => {
  it('of the journal, the window is told, saving still works, and the journal comes back', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    let full = true
    const app = await startApp(folder, { disk: failingDisk((path) => full && path.includes('journals'), 'ENOSPC') })
    const host = valueOf(await app.maps.openFile(file))
    const window = new TestWindow(host)

    window.document.write([{ op: 'settings', fields: { title: 'x' } }], { what: 'mapSettings', count: 1 })
    expect(await window.sent()).toEqual([{ ok: false, code: 'journal', detail: 'ENOSPC' }])
    expect(host.status()).toEqual({ kind: 'notSaved', reason: 'journal', detail: 'ENOSPC' })

    valueOf(await host.save())
    expect(host.status().kind).toBe('saved')
    full = false
    await window.addNote('second')
    expect(host.status()).toEqual({ kind: 'kept' })
    expect(textsOf(valueOf(await (await startApp(folder)).maps.openFile(file)))).toEqual(['first', 'second'])
  })

  it('of the map, the edits are kept, the reason is told, and it is saved by itself when there is room again', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const before = await readFile(file)
    let full = true
    const app = await startApp(folder, {
      autosave: { restMs: 5, mostMs: 20, retryMs: 10 },
      disk: failingDisk((path) => full && path.includes('~wayline-') && !path.includes('journals'), 'ENOSPC'),
    })
    const host = valueOf(await app.maps.openFile(file))
    const told: SaveStatus[] = []
    const until = (kind: SaveStatus['kind']): Promise<unknown> =>
      new Promise((resolve) => {
        host.onStatus((status) => {
          told.push(status)
          if (status.kind === kind) resolve(status)
        })
      })
    const failed = until('notSaved')
    await new TestWindow(host).addNote('second')
    await failed
    expect(host.status()).toEqual({ kind: 'notSaved', reason: 'disk-full', detail: 'ENOSPC' })
    expect((await readFile(file)).equals(before)).toBe(true)

    const saved = until('saved')
    full = false
    await saved
    expect(await readFile(file, 'utf8')).toContain('"second"')
    expect(await readdir(folder)).toEqual(['a.cjm', 'user-data'])
  })
})

describe('a state that a window made', () => {
  it('opens as a draft that is kept', async () => {
    const app = await startApp(await tempFolder())
    const made = await app.maps.newMap({ ...blank, title: '' })
    const host = valueOf(await app.maps.openState(made.encode(), 'Imported'))
    expect(host.board().settings.title).toBe('Imported')
    await host.close()
    expect((await app.recents.list()).map(({ name }) => name)).toContain('Imported')
  })

  it('is refused when it is none', async () => {
    const app = await startApp(await tempFolder())
    expect(await app.maps.openState(new Uint8Array([9, 9, 9]), '')).toEqual({ ok: false, code: 'damaged', detail: 'document' })
  })
})

describe('killing the app', () => {
  it('never loses an edit that was confirmed', async () => {
    const script = join(await tempFolder(), 'editor.mjs')
    await bundleNode(fileURLToPath(new URL('../../support/mapEditor.ts', import.meta.url)), script)
    for (let trial = 0; trial < 5; trial += 1) {
      const folder = await tempFolder()
      const file = await savedMap(folder)
      const child = spawn(process.execPath, [script, folder, file], { stdio: ['ignore', 'pipe', 'inherit'] })
      let confirmed: string[] = []
      child.stdout.on('data', (chunk: Buffer) => (confirmed = confirmed.concat(chunk.toString('utf8').split('\n').filter(Boolean))))
      await new Promise((ready) => child.stdout.once('data', ready))
      await new Promise((passed) => setTimeout(passed, 10 + trial * 23))
      const ended = new Promise((closed) => child.once('close', closed))
      child.kill('SIGKILL')
      await ended

      const host = valueOf(await (await startApp(folder)).maps.openFile(file))
      expect(textsOf(host)).toEqual(expect.arrayContaining(['first', ...confirmed]))
    }
  })
})
