import { chmod, copyFile, link, mkdir, readdir, readFile, rename, symlink, unlink, writeFile } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { disk, type Disk } from '../../../main/files/disk'
import { tempFolder } from '../../support/tempFolder'
import { TestBoard } from '../../support/testBoard'
import { closeStartedApps, startApp, TestWindow, textsOf, valueOf } from './testMaps'

afterEach(closeStartedApps)

const blank = { template: 'blank', title: 'Путь клиента', language: 'en' } as const

async function savedMap(folder: string, file = join(folder, 'Карта для банка.cjm')): Promise<string> {
  const app = await startApp(folder)
  const host = await app.maps.newMap(blank)
  await new TestWindow(host).addNote('first')
  valueOf(await host.saveAs(file))
  await host.close()
  return file
}

/** The same file, which cannot be synced while `fails` says so. */
function failingSync(fails: () => boolean): (file: FileHandle) => FileHandle {
  return (file) => {
    const sync = file.datasync.bind(file)
    file.datasync = () => (fails() ? Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })) : sync())
    return file
  }
}

describe('a draft', () => {
  it('is kept on this computer with every edit, without any file', async () => {
    const app = await startApp(await tempFolder())
    const host = await app.maps.newMap(blank)
    const window = new TestWindow(host)

    await window.addNote('first')

    expect(host.status()).toEqual({ kind: 'kept' })
    expect(host.name).toBeNull()
    expect(await host.save()).toEqual({ ok: false, code: 'no-file' })
  })

  it('comes back with all its edits after the app was killed', async () => {
    const folder = await tempFolder()
    const before = await startApp(folder)
    const window = new TestWindow(await before.maps.newMap(blank))
    await window.addNote('one')
    await window.addNote('two')

    const after = await startApp(folder)
    const [unfinished, ...others] = await after.maps.unfinished()

    expect(unfinished).toMatchObject({ draft: true })
    expect(others).toEqual([])
    const host = valueOf(await after.maps.openUnfinished(unfinished!.id))
    expect(textsOf(host)).toEqual(['one', 'two'])
    expect(host.recovered).toBe(2)
    expect(host.id).toBe(window.host.id)
  })

  it('that an import made is said to have come back, though nobody edited it after that', async () => {
    const folder = await tempFolder()
    const imported = valueOf(await (await startApp(folder)).maps.openState(TestBoard.workshop().document.encode(), 'Imported'))
    await imported.settle()
    const after = await startApp(folder)
    const [unfinished] = await after.maps.unfinished()
    const host = valueOf(await after.maps.openUnfinished(unfinished!.id))
    expect([host.recovered, host.board().stages.length]).toEqual([1, 2])
  })

  it('waits in the list of recent maps after it was closed, and is not called unfinished', async () => {
    const folder = await tempFolder()
    const before = await startApp(folder)
    const host = await before.maps.newMap(blank)
    await new TestWindow(host).addNote('one')
    await host.close()

    const after = await startApp(folder)
    const [recent] = await after.recents.list()

    expect(await after.maps.unfinished()).toEqual([])
    expect(recent).toMatchObject({ draft: true, missing: false, name: 'Путь клиента' })
    const again = valueOf(await after.maps.openRecent(recent!.id))
    expect(textsOf(again)).toEqual(['one'])
    expect(again.recovered).toBe(0)
  })

  it('leaves nothing behind when nobody edited it', async () => {
    const app = await startApp(await tempFolder())
    const host = await app.maps.newMap(blank)
    await host.close()

    expect(await readdir(join(app.userData, 'journals'))).toEqual([])
    expect(await app.recents.list()).toEqual([])
  })
})

describe('a draft that could not be kept', () => {
  it('says so, and is kept after all when it is closed and there is room again', async () => {
    const folder = await tempFolder()
    let full = false
    const open = (...args: Parameters<Disk['open']>): ReturnType<Disk['open']> =>
      full ? Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })) : disk.open(...args)
    const datasync = failingSync(() => full)
    const { maps } = await startApp(folder, { disk: { ...disk, open: async (...args) => datasync(await open(...args)) } })
    const host = await maps.newMap(blank)
    const window = new TestWindow(host)
    full = true
    await window.addNote('one')
    expect(host.status()).toMatchObject({ kind: 'notSaved', reason: 'journal' })

    full = false
    await host.close()

    const after = await startApp(folder)
    const [recent] = await after.recents.list()
    expect(textsOf(valueOf(await after.maps.openRecent(recent!.id)))).toEqual(['one'])
  })
})

describe('saving', () => {
  it('says saved only when the file holds every edit, and then opens with the same content', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder)
    const host = await app.maps.newMap(blank)
    const window = new TestWindow(host)
    await window.addNote('first')
    const file = join(folder, 'Карта для банка.cjm')

    const saved = valueOf(await host.saveAs(file))

    expect(host.status()).toEqual({ kind: 'saved', at: saved.savedAt })
    expect(host.name).toBe('Карта для банка')
    await window.addNote('second')
    expect(host.status()).toEqual({ kind: 'kept' })
    valueOf(await host.save())
    await host.close()
    expect(textsOf(valueOf(await (await startApp(folder)).maps.openFile(file)))).toEqual(['first', 'second'])
  })

  it('takes the draft off the list, its journal too', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder)
    const host = await app.maps.newMap(blank)
    await app.recents.setThumbnail(host.recentId, '<svg/>')
    await new TestWindow(host).addNote('first')

    valueOf(await host.saveAs(join(folder, 'a.cjm')))

    expect(await app.recents.list()).toMatchObject([{ draft: false, name: 'a', thumbnail: '<svg/>' }])
    expect(await readdir(join(app.userData, 'journals'))).toEqual([])
  })

  it('happens by itself when the hands rest', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const app = await startApp(folder, { autosave: { restMs: 5, mostMs: 50, retryMs: 50 } })
    const host = valueOf(await app.maps.openFile(file))
    const saved = new Promise((resolve) => host.onStatus((status) => status.kind === 'saved' && resolve(status)))

    await new TestWindow(host).addNote('second')
    await saved

    expect(await readFile(file, 'utf8')).toContain('"second"')
  })

  it('under another name makes another map and never writes the original again', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const app = await startApp(folder)
    const host = valueOf(await app.maps.openFile(file))
    const original = await readFile(file)
    const { id } = host
    const window = new TestWindow(host)
    await window.addNote('only in the copy')

    valueOf(await host.saveAs(join(folder, 'copy.cjm')))
    await window.addNote('and this')
    valueOf(await host.save())
    await host.close()

    expect((await readFile(file)).equals(original)).toBe(true)
    const copy = JSON.parse(await readFile(join(folder, 'copy.cjm'), 'utf8')) as Record<string, unknown>
    expect(copy).toMatchObject({ derivedFrom: id, revision: 2 })
    expect(copy['id']).not.toBe(id)
    expect(await app.maps.unfinished()).toEqual([])
  })

  it('brings in what another copy of the app wrote meanwhile, and tells the window', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const other = join(folder, 'elsewhere')
    await mkdir(other)
    const host = valueOf(await (await startApp(folder)).maps.openFile(file))
    const window = new TestWindow(host)
    const colleague = valueOf(await (await startApp(other)).maps.openFile(file))
    await new TestWindow(colleague).addNote('theirs')
    valueOf(await colleague.save())

    await window.addNote('mine')
    valueOf(await host.save())

    expect(textsOf(host)).toEqual(['first', 'mine', 'theirs'])
    expect(window.document.board().inbox.map(({ text }) => text)).toContain('theirs')
    expect(textsOf(valueOf(await (await startApp(await tempFolder())).maps.openFile(file)))).toEqual(['first', 'mine', 'theirs'])
  })

  it('is refused where another map took the place of the file, and both stay whole', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const stranger = await savedMap(await tempFolder())
    const host = valueOf(await (await startApp(folder)).maps.openFile(file))
    await new TestWindow(host).addNote('mine')
    await copyFile(stranger, file)
    const before = await readFile(file)

    expect(await host.save()).toMatchObject({ ok: false, code: 'changed-on-disk' })

    expect(host.status()).toMatchObject({ kind: 'notSaved', reason: 'changed-on-disk' })
    expect((await readFile(file)).equals(before)).toBe(true)
    valueOf(await host.saveAs(join(folder, 'mine.cjm')))
    expect(host.status().kind).toBe('saved')
  })

  it('does not make a deleted file again behind the back, and goes on when it is back', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const host = valueOf(await (await startApp(folder)).maps.openFile(file))
    await new TestWindow(host).addNote('mine')
    await rename(file, `${file}.away`)

    expect(await host.save()).toMatchObject({ ok: false, code: 'folder-missing' })
    expect(await readdir(folder)).not.toContain('Карта для банка.cjm')
    expect(host.status()).toMatchObject({ kind: 'notSaved', reason: 'folder-missing' })

    await rename(`${file}.away`, file)
    valueOf(await host.save())
    expect(host.status().kind).toBe('saved')
  })

  it('to its own name makes a deleted file again, because the person was asked', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const host = valueOf(await (await startApp(folder)).maps.openFile(file))
    const { id } = host
    await new TestWindow(host).addNote('mine')
    await unlink(file)

    valueOf(await host.saveAs(file))

    expect(host.id).toBe(id)
    expect(textsOf(valueOf(await (await startApp(await tempFolder())).maps.openFile(file)))).toEqual(['first', 'mine'])
  })
})

describe('closing', () => {
  it('brings together what was put in the place of the file in the last moment, which nobody has looked at', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const older = await readFile(file)
    const host = valueOf(await (await startApp(folder)).maps.openFile(file))
    await new TestWindow(host).addNote('second')
    valueOf(await host.save())
    // What a sync service does that takes the older one for the newer.
    await writeFile(file, older)
    await host.close()

    const again = valueOf(await (await startApp(folder)).maps.openFile(file))
    expect(textsOf(again)).toEqual(['first', 'second'])
    expect(again.recovered).toBe(0)
    expect(await readdir(join(folder, 'user-data', 'journals'))).toEqual([])
  })

  it.each([
    ['gone', (file: string) => unlink(file)],
    ['damaged', async (file: string) => writeFile(file, (await readFile(file)).subarray(0, 200))],
  ])('leaves the journal where the file is %s in the last moment: it may be all there is', async (_how, harm) => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const host = valueOf(await (await startApp(folder)).maps.openFile(file))
    await new TestWindow(host).addNote('second')
    valueOf(await host.save())
    await harm(file)
    await host.close()

    const after = await startApp(folder)
    const [unfinished] = await after.maps.unfinished()
    expect(textsOf(valueOf(await after.maps.openUnfinished(unfinished!.id)))).toEqual(['first', 'second'])
  })

  it('of a map that was only looked at reads nothing and leaves nothing behind', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const host = valueOf(await (await startApp(folder)).maps.openFile(file))
    await unlink(file)
    await host.close()
    expect(await readdir(join(folder, 'user-data', 'journals'))).toEqual([])
  })
})

describe('opening', () => {
  it('a map that is just being closed waits until that is written, and gives a host that takes edits', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const { maps } = await startApp(folder)
    const before = valueOf(await maps.openFile(file))
    await new TestWindow(before).addNote('second')

    const closing = before.close()
    const again = valueOf(await maps.openFile(file))
    await closing

    expect(again).not.toBe(before)
    const window = new TestWindow(again)
    await window.addNote('third')
    expect(window.texts()).toEqual(['first', 'second', 'third'])
  })

  it('gives one host for one file, however it is named', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    await symlink(file, join(folder, 'link.cjm'))
    const { maps } = await startApp(folder)

    const [a, b, c] = await Promise.all([maps.openFile(file), maps.openFile(file), maps.openFile(join(folder, 'link.cjm'))])

    expect(valueOf(a)).toBe(valueOf(b))
    expect(valueOf(c)).toBe(valueOf(a))
    expect(maps.open()).toHaveLength(1)
  })

  it('is no place for another map while it is being opened', async () => {
    const folder = await tempFolder()
    const file = join(folder, 'a.cjm')
    let answer = (): void => undefined
    let reading: Promise<void> | null = null
    const readFile = (async (...args: Parameters<Disk['readFile']>) => {
      if (args[0] === file) await reading
      return disk.readFile(...args)
    }) as Disk['readFile']
    const { maps } = await startApp(folder, { disk: { ...disk, readFile } })
    const first = await maps.newMap({ template: 'blank', title: 'First', language: 'en' })
    valueOf(await first.saveAs(file))
    await first.close()
    const second = await maps.newMap({ template: 'blank', title: 'Second', language: 'en' })
    reading = new Promise((resolve) => (answer = resolve))
    const opening = maps.openFile(file)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await second.saveAs(file)).toMatchObject({ ok: false, detail: 'open-elsewhere' })
    answer()
    expect(valueOf(await opening).board().settings.title).toBe('First')
  })

  it('knows whose file a path is, through links and before the file is there', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const { maps } = await startApp(folder)
    const host = valueOf(await maps.openFile(file))
    await symlink(file, join(folder, 'link.cjm'))
    await symlink(folder, join(folder, 'here'))

    for (const path of [file, join(folder, 'link.cjm'), join(folder, 'here', basename(file))]) expect(await maps.openAt(path)).toBe(host)
    expect(await maps.openAt(join(folder, 'other.cjm'))).toBeUndefined()
    expect(await maps.openAt(join(folder, 'nowhere', 'other.cjm'))).toBeUndefined()
    await unlink(file)
    expect(await maps.openAt(join(folder, 'link.cjm'))).toBe(host)
  })

  it('brings back the edits that the file does not have after the app was killed, and saves them', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const before = await startApp(folder)
    const window = new TestWindow(valueOf(await before.maps.openFile(file)))
    await window.addNote('second')
    await window.addNote('third')

    const after = await startApp(folder)
    expect(await after.maps.unfinished()).toMatchObject([{ draft: false }])
    const host = valueOf(await after.maps.openFile(file))

    expect(textsOf(host)).toEqual(['first', 'second', 'third'])
    expect(host.recovered).toBe(2)
    expect(host.status()).toEqual({ kind: 'kept' })
    valueOf(await host.save())
    expect(await after.maps.unfinished()).toEqual([])
    await host.close()
    expect(valueOf(await after.maps.openFile(file)).recovered).toBe(0)
  })

  it('recovers the edits as a draft when the file is gone', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const window = new TestWindow(valueOf(await (await startApp(folder)).maps.openFile(file)))
    await window.addNote('second')
    await unlink(file)

    const after = await startApp(folder)
    const [left] = await after.maps.unfinished()
    const host = valueOf(await after.maps.openUnfinished(left!.id))

    expect(host.file).toBeNull()
    expect(textsOf(host)).toEqual(['first', 'second'])
    expect(await after.maps.unfinished()).toEqual([])
  })

  it('does not call a map unfinished after a clean quit', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const app = await startApp(folder)
    const host = valueOf(await app.maps.openFile(file))
    await new TestWindow(host).addNote('second')
    await app.maps.settle()
    await host.close()

    expect(await (await startApp(folder)).maps.unfinished()).toEqual([])
    expect(await readdir(join(app.userData, 'journals'))).toEqual([])
  })

  it('shows a read-only file, refuses edits of it, for root too, and saves it under another name', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    await chmod(file, 0o444)
    const host = valueOf(await (await startApp(folder)).maps.openFile(file))

    expect(host.readOnly).toBe(true)
    const window = new TestWindow(host)
    window.document.write([{ op: 'settings', fields: { title: 'x' } }], { what: 'mapSettings', count: 1 })
    expect(await window.sent()).toEqual([{ ok: false, code: 'read-only' }])
    valueOf(await host.saveAs(join(folder, 'mine.cjm')))
    expect(host.readOnly).toBe(false)
  })

  it('knows of a file that has another name too, until it is saved', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const other = join(folder, 'other name.cjm')
    await link(file, other)
    const before = await readFile(other)
    const { maps } = await startApp(folder)
    const host = valueOf(await maps.openFile(file))
    expect(host.linked).toBe(true)
    await new TestWindow(host).addNote('second')
    valueOf(await host.save())
    await host.close()
    expect((await readFile(other)).equals(before)).toBe(true)
    expect(valueOf(await maps.openFile(file)).linked).toBe(false)
  })

  it('keeps what a newer version wrote beside the map', async () => {
    const folder = await tempFolder()
    const file = await savedMap(folder)
    const json = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>
    await writeFile(file, JSON.stringify({ ...json, later: { things: [1, 2] } }))
    const host = valueOf(await (await startApp(folder)).maps.openFile(file))
    await new TestWindow(host).addNote('second')
    valueOf(await host.save())

    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ later: { things: [1, 2] } })
  })
})

describe('an update', () => {
  it('that is no update is refused and changes nothing', async () => {
    const app = await startApp(await tempFolder())
    const host = await app.maps.newMap(blank)
    const before = host.encode()

    expect(await host.receive(new Uint8Array([1, 2, 3]), 'window-1')).toMatchObject({ ok: false, code: 'bad-update' })
    expect(host.encode()).toEqual(before)
  })

  it('reaches the other windows, not the one it came from', async () => {
    const app = await startApp(await tempFolder())
    const host = await app.maps.newMap(blank)
    const [one, two] = [new TestWindow(host, 'one'), new TestWindow(host, 'two')]
    await one.addNote('hello')

    expect(two.document.board()).toEqual(one.document.board())
  })

  it('after the map was closed is refused', async () => {
    const app = await startApp(await tempFolder())
    const host = await app.maps.newMap(blank)
    const update = host.encode()
    await host.close()

    expect(await host.receive(update, 'window-1')).toEqual({ ok: false, code: 'closed' })
  })
})
