import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { disk, type Disk } from '../../../main/files/disk'
import { Journal } from '../../../main/files/journal'
import { namedVersions } from '../../../main/files/namedVersions'
import { readMapLine } from '../../../main/files/versionFile'
import type { MapHost } from '../../../main/maps/mapHost'
import { openMapDocument } from '../../../shared/document/yjsDocument'
import type { Version } from '../../../shared/ipc/versions'
import { LIMITS } from '../../../shared/model/limits'
import { tempFolder } from '../../support/tempFolder'
import { closeStartedApps, startApp, TestWindow, textsOf, valueOf, type TestApp } from './testMaps'

const HOUR = 3_600_000

afterEach(closeStartedApps)

/** A clock that a test sets by hand. */
function handClock(): { now: number; readonly clock: () => Date } {
  const day = { now: Date.UTC(2026, 0, 15, 9), clock: () => new Date(day.now) }
  return day
}

/** A saved map that is open, and a window on it. */
async function openSaved(app: TestApp, folder: string): Promise<{ host: MapHost; window: TestWindow; file: string }> {
  const host = await app.maps.newMap({ template: 'blank', title: 'Mortgage', language: 'en' })
  const file = join(folder, 'Mortgage.cjm')
  const window = new TestWindow(host)
  await window.addNote('First')
  valueOf(await host.saveAs(file))
  return { host, window, file }
}

async function reasons(host: MapHost): Promise<string[]> {
  return (await host.versions.list()).map(({ reason }) => reason)
}

async function textsIn(host: MapHost, version: Version | undefined): Promise<string[]> {
  const map = valueOf(readMapLine(valueOf(await host.versions.read(version?.id ?? ''))))
  return map.inbox.map(({ text }) => text).sort()
}

async function filesOf(app: TestApp, host: MapHost): Promise<string[]> {
  return readdir(join(app.userData, 'versions', host.id)).then(
    (names) => names,
    () => [],
  )
}

describe('the versions of an open map', () => {
  it('keep what a colleague named while one was being named here', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder)
    const { host, window, file } = await openSaved(app, folder)
    const other = await startApp(await tempFolder())
    const theirs = valueOf(await other.maps.openFile(file))
    valueOf(await theirs.versions.name('Theirs'))
    valueOf(await theirs.save())
    await window.addNote('Second')
    const [named, saved] = await Promise.all([host.versions.name('Ours'), host.save()])
    valueOf(named)
    valueOf(saved)
    valueOf(await host.save())
    const { versions } = JSON.parse(await readFile(file, 'utf8')) as { versions: { name: string }[] }
    expect(versions.map(({ name }) => name).toSorted()).toEqual(['Ours', 'Theirs'])
    await theirs.close()
  })

  it('begin with the map as it was closed and opened, without the edits that follow', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder)
    const { host, file } = await openSaved(app, folder)
    await host.close()
    const again = valueOf(await app.maps.openFile(file))
    const window = new TestWindow(again)
    await window.addNote('Second')
    const [version] = await again.versions.list()
    expect(version).toMatchObject({ reason: 'closed', inFile: false, counts: { notes: 1 } })
    expect(await textsIn(again, version)).toEqual(['First'])
  })

  it('have nothing new when a map is opened as it was left', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder)
    const { host, file } = await openSaved(app, folder)
    await host.close()
    for (let times = 0; times < 3; times += 1) await valueOf(await app.maps.openFile(file)).close()
    const again = valueOf(await app.maps.openFile(file))
    expect(await reasons(again)).toEqual(['closed'])
  })

  it('are not made of a draft that nobody edited', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder)
    const host = await app.maps.newMap({ template: 'cjm-classic', title: '', language: 'en' })
    expect(await host.versions.list()).toEqual([])
    await host.close()
    expect(await filesOf(app, host)).toEqual([])
  })

  it('are made once an hour while the map is edited, and not while it only lies open', async () => {
    const folder = await tempFolder()
    const day = handClock()
    const app = await startApp(folder, { clock: day.clock })
    const { host, window } = await openSaved(app, folder)
    for (let minutes = 0; minutes < 180; minutes += 10) {
      day.now += HOUR / 6
      await window.addNote(`After ${minutes} minutes`)
    }
    expect(await reasons(host)).toEqual(['hourly', 'hourly', 'hourly'])
    day.now += 10 * HOUR
    expect(await reasons(host)).toHaveLength(3)
    // A clock that was set back must not stop it for a year.
    day.now -= 365 * 24 * HOUR
    await window.addNote('In another year')
    expect(await reasons(host)).toHaveLength(4)
    expect(await textsIn(host, (await host.versions.list())[0])).toContain('In another year')
  })

  it('are taken before something large as the map is at that moment, unless the newest is the same', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder, { who: 'Ann' })
    const { host, window } = await openSaved(app, folder)
    const taking = host.takeVersion('restore')
    await window.addNote('While it was written')
    expect(valueOf(await taking)).toMatchObject({ reason: 'restore', by: 'Ann', counts: { notes: 1 } })
    expect(valueOf(await host.takeVersion('import'))).toMatchObject({ reason: 'import', counts: { notes: 2 } })
    expect(valueOf(await host.takeVersion('merge'))).toBeNull()
  })

  it('keep what a person names here and in the file, where it is found on another computer', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder, { who: 'Ann' })
    const { host, window, file } = await openSaved(app, folder)
    const named = valueOf(await host.versions.name('Before the workshop'))
    expect(named).toMatchObject({ name: 'Before the workshop', by: 'Ann', reason: 'named', inFile: true })
    await window.addNote('Second')
    await host.close()

    const here = valueOf(await app.maps.openFile(file))
    expect((await here.versions.list()).find(({ id }) => id === named.id)).toEqual(named)

    const elsewhere = await tempFolder()
    const copy = join(elsewhere, 'Sent.cjm')
    await copyFile(file, copy)
    const other = valueOf(await (await startApp(elsewhere)).maps.openFile(copy))
    const found = (await other.versions.list()).find(({ id }) => id === named.id)
    expect(found).toEqual(named)
    expect(await textsIn(other, found)).toEqual(['First'])
  })

  it('keep the named ones of a draft until it has a file, and put them into it', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder)
    const draft = await app.maps.newMap({ template: 'blank', title: 'Draft', language: 'en' })
    const named = valueOf(await draft.versions.name('Kick-off'))
    await draft.close()
    const again = valueOf(await (await startApp(folder)).maps.openDraft(draft.id))
    expect((await again.versions.list()).map(({ id, inFile }) => ({ id, inFile }))).toEqual([{ id: named.id, inFile: true }])
    const file = join(folder, 'Saved.cjm')
    valueOf(await again.saveAs(file))
    const stored = JSON.parse(await readFile(file, 'utf8')) as { versions: unknown[] }
    expect(namedVersions(stored.versions)).toMatchObject([{ id: named.id, name: 'Kick-off' }])
  })

  it('save the file by itself when one is named, because that is an edit of it', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder, { autosave: { restMs: 1, mostMs: 20, retryMs: 20 } })
    const { host, file } = await openSaved(app, folder)
    const saved = new Promise<void>((resolve) => {
      host.onStatus(({ kind }) => {
        if (kind === 'saved') resolve()
      })
    })
    valueOf(await host.versions.name('Now'))
    await saved
    expect(namedVersions((JSON.parse(await readFile(file, 'utf8')) as { versions: unknown[] }).versions)).toHaveLength(1)
  })

  it('get another name, and one that was kept by itself becomes a named one', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder)
    const { host, window } = await openSaved(app, folder)
    const marked = valueOf(await host.takeVersion('import'))
    await window.addNote('Second')
    const named = valueOf(await host.versions.rename(marked?.id ?? '', 'What we had'))
    expect(named).toMatchObject({ id: marked?.id, reason: 'import', name: 'What we had', inFile: true })
    expect(await textsIn(host, named)).toEqual(['First'])
    valueOf(await host.versions.rename(named.id, 'What we had before'))
    expect((await host.versions.list()).map(({ name }) => name)).toEqual(['What we had before'])
    expect(await host.versions.rename('version_none', 'x')).toMatchObject({ ok: false, code: 'not-found' })
  })

  it('go from here and from the file when one is taken away', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder)
    const { host, file } = await openSaved(app, folder)
    const named = valueOf(await host.versions.name('Wrong'))
    valueOf(await host.save())
    expect(await host.versions.remove(named.id)).toMatchObject({ ok: true })
    expect(await host.versions.remove(named.id)).toMatchObject({ ok: false, code: 'not-found' })
    valueOf(await host.save())
    expect((JSON.parse(await readFile(file, 'utf8')) as { versions: unknown[] }).versions).toEqual([
      { id: named.id, removedAt: expect.any(String) as string },
    ])
    expect(await filesOf(app, host)).toEqual([])
  })

  it('that one took away stay away, though a colleague has the map open with them', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder)
    const { host, window, file } = await openSaved(app, folder)
    const named = valueOf(await host.versions.name('Of no use'))
    valueOf(await host.save())
    const other = await startApp(await tempFolder())
    const theirs = valueOf(await other.maps.openFile(file))
    const colleague = new TestWindow(theirs)
    valueOf(await host.versions.remove(named.id))
    valueOf(await host.save())
    await colleague.addNote('Theirs')
    valueOf(await theirs.save())
    await window.addNote('Ours')
    valueOf(await host.save())
    valueOf(await theirs.save())
    for (const one of [host, theirs]) expect((await one.versions.list()).map(({ name }) => name)).not.toContain('Of no use')
    const { versions } = JSON.parse(await readFile(file, 'utf8')) as { versions: object[] }
    expect(versions.map((entry) => Object.keys(entry))).toEqual([['id', 'removedAt']])
    await theirs.close()
  })

  it('are all there when others named theirs in the same file meanwhile', async () => {
    const folder = await tempFolder()
    const other = await tempFolder()
    const app = await startApp(folder)
    const { host, window, file } = await openSaved(app, folder)
    const theirs = valueOf(await (await startApp(other)).maps.openFile(file))
    const ours = valueOf(await host.versions.name('Ours'))
    const their = valueOf(await theirs.versions.name('Theirs'))
    valueOf(await theirs.save())
    await window.addNote('Second')
    valueOf(await host.save())
    const stored = namedVersions((JSON.parse(await readFile(file, 'utf8')) as { versions: unknown[] }).versions)
    expect(stored.map(({ id }) => id).sort()).toEqual([ours.id, their.id].sort())
    expect(new Set((await host.versions.list()).map(({ id }) => id))).toEqual(new Set([ours.id, their.id]))
  })

  it('say that a map holds no more named ones, and lose none of them', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder)
    const { host, file } = await openSaved(app, folder)
    const one = valueOf(await host.versions.name('One'))
    await host.close()
    const envelope = JSON.parse(await readFile(file, 'utf8')) as { versions: { id: string }[] }
    const many = Array.from({ length: LIMITS.namedVersions }, (_, i) => ({ ...envelope.versions[0], id: `version_${i}` }))
    await writeFile(file, JSON.stringify({ ...envelope, versions: many }))
    const full = valueOf(await app.maps.openFile(file))
    expect(await full.versions.name('One too many')).toMatchObject({ ok: false, code: 'too-many' })
    expect(await full.versions.list()).toHaveLength(LIMITS.namedVersions + 1)
    expect((await full.versions.list()).find(({ id }) => id === one.id)?.inFile).toBe(false)
  })

  it('say why one was not kept; the map is edited and saved all the same', async () => {
    const folder = await tempFolder()
    let full = false
    const failing = {
      ...disk,
      open: (async (path: string, ...more: [string, number?]) => {
        if (full && path.includes('versions') && more[0] === 'wx') throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
        return disk.open(path, ...more)
      }) as typeof disk.open,
    }
    const app = await startApp(folder, { disk: failing })
    const { host, window } = await openSaved(app, folder)
    full = true
    expect(await host.takeVersion('merge')).toMatchObject({ ok: false, code: 'disk-full' })
    expect(await host.versions.name('Not now')).toMatchObject({ ok: false, code: 'disk-full' })
    await window.addNote('Second')
    expect(await host.save()).toMatchObject({ ok: true })
    expect(app.log.join('\n')).toContain('a version could not be kept (merge)')
    expect(app.log.join('\n')).not.toContain('Second')
    full = false
    expect(await host.versions.name('Now')).toMatchObject({ ok: true })
  })

  it('are told to whoever shows them', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder)
    const { host } = await openSaved(app, folder)
    let told = 0
    host.versions.onChange(() => {
      told += 1
    })
    const named = valueOf(await host.versions.name('One'))
    valueOf(await host.versions.rename(named.id, 'Two'))
    valueOf(await host.versions.remove(named.id))
    expect(told).toBe(3)
  })

  it('are written to another file as a map of its own', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder)
    const { host, window } = await openSaved(app, folder)
    const named = valueOf(await host.versions.name('One note'))
    await window.addNote('Second')
    const map = valueOf(readMapLine(valueOf(await host.versions.read(named.id))))
    const file = join(folder, 'Copy.cjm')
    valueOf(await app.maps.writeCopy(file, map, host.id))
    const copy = valueOf(await app.maps.openFile(file))
    expect(textsOf(copy)).toEqual(['First'])
    expect(copy.id).not.toBe(host.id)
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ derivedFrom: host.id, versions: [] })
  })
})

const recentId = async (app: TestApp, name: string): Promise<string> =>
  (await app.recents.list()).find((recent) => recent.name === name)?.id ?? ''

/** Write nonsense where the file has its document: it is put together anew from its readable part. */
async function damage(file: string): Promise<void> {
  const json = JSON.parse(await readFile(file, 'utf8')) as object
  await writeFile(file, JSON.stringify({ ...json, doc: Buffer.from('scratched').toString('base64') }))
}

describe('the versions of a map that was put together anew', () => {
  it('are those from before too: listed, read, renamed and taken away', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder)
    const { host, window, file } = await openSaved(app, folder)
    const before = valueOf(await host.versions.name('Before the damage'))
    await window.addNote('Second')
    await host.takeVersion('import')
    const old = host.id
    await host.close()
    for (const damages of [1, 2]) {
      await damage(file)
      const again = valueOf(await app.maps.openFile(file))
      expect(again.rebuilt).toBe(true)
      valueOf(await again.save())
      expect(again.earlierIds).toHaveLength(damages)
      expect(again.earlierIds.at(-1)).toBe(old)
      const listed = await again.versions.list()
      const found = listed.find(({ id }) => id === before.id)
      expect(found?.name).toBe('Before the damage')
      expect(listed.filter(({ reason }) => reason === 'import')).toHaveLength(1)
      expect(await textsIn(again, found)).toEqual(['First'])
      await again.close()
    }
    const last = valueOf(await app.maps.openFile(file))
    const unnamed = (await last.versions.list()).find(({ reason }) => reason === 'import')
    valueOf(await last.versions.rename(unnamed?.id ?? '', 'Renamed'))
    valueOf(await last.versions.remove(before.id))
    const names = (await last.versions.list()).flatMap(({ name }) => name ?? [])
    expect(names).toEqual(['Renamed'])
    expect(await readdir(join(app.userData, 'versions', old))).not.toContain(`${before.id}.json.gz`)
  })

  it('are not those of the map that one was saved from under another name', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder)
    const { host, file } = await openSaved(app, folder)
    valueOf(await host.versions.name('Of the first'))
    valueOf(await host.save())
    await host.close()
    await damage(file)
    const again = valueOf(await app.maps.openFile(file))
    valueOf(await again.save())
    valueOf(await again.saveAs(join(folder, 'Another.cjm')))
    expect(again.earlierIds).toEqual([])
    expect((await again.versions.list()).every(({ inFile }) => inFile)).toBe(true)
  })

  it('are all forgotten with it, but for those that another copy of the map has', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder)
    const { host, file } = await openSaved(app, folder)
    valueOf(await host.versions.name('Secret'))
    valueOf(await host.save())
    await host.close()
    const copy = join(folder, 'Copy.cjm')
    await copyFile(file, copy)
    await damage(file)
    // Twice without saving: another map each time.
    for (let times = 0; times < 2; times += 1) await valueOf(await app.maps.openFile(file)).close()
    await valueOf(await app.maps.openFile(copy)).close()

    const folders = (): Promise<readonly string[]> => readdir(join(app.userData, 'versions'))
    expect(await folders()).toHaveLength(3)
    valueOf(await app.maps.forget(await recentId(app, 'Mortgage'), { evenUnsaved: true }))
    expect(await folders()).toEqual([host.id])
    valueOf(await app.maps.forget(await recentId(app, 'Copy'), { evenUnsaved: true }))
    expect(await folders()).toEqual([])
  })
})

describe('forgetting a map', () => {
  it('takes away journal, versions, picture and entry, and leaves the file', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder)
    const { host, file } = await openSaved(app, folder)
    valueOf(await host.versions.name('Secret'))
    await app.recents.setThumbnail(host.recentId, '<svg/>')
    await host.close()
    const before = await readFile(file)
    expect(await app.maps.forget(await recentId(app, 'Mortgage'), { evenUnsaved: false })).toMatchObject({ ok: true })
    expect(await app.recents.list()).toEqual([])
    expect(await filesOf(app, host)).toEqual([])
    expect(await readdir(join(app.userData, 'journals'))).toEqual([])
    expect(await readFile(file)).toEqual(before)
    const left = await readdir(app.userData, { recursive: true, withFileTypes: true })
    for (const entry of left.filter((found) => found.isFile())) {
      expect((await readFile(join(entry.parentPath, entry.name), 'utf8')).toLowerCase()).not.toMatch(/mortgage|secret|<svg/)
    }
  })

  it('works when the file is gone', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder)
    const { host, file } = await openSaved(app, folder)
    valueOf(await host.versions.name('Secret'))
    await host.close()
    await rm(file)
    expect(await app.maps.forget(await recentId(app, 'Mortgage'), { evenUnsaved: false })).toMatchObject({ ok: true })
    expect(await filesOf(app, host)).toEqual([])
  })

  it('is refused while the map is open', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder)
    const { host } = await openSaved(app, folder)
    const id = await recentId(app, 'Mortgage')
    expect(await app.maps.forget(id, { evenUnsaved: true })).toMatchObject({ ok: false, code: 'open' })
    expect(textsOf(host)).toEqual(['First'])
    expect(await app.maps.forget('file_none', { evenUnsaved: true })).toMatchObject({ ok: false, code: 'not-found' })
  })

  it('is refused while the map is just being opened, which then opens with everything', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder)
    const { host, file } = await openSaved(app, folder)
    valueOf(await host.versions.name('Secret'))
    await host.close()
    const id = await recentId(app, 'Mortgage')
    let goOn = (): void => undefined
    const held = new Promise<void>((resolve) => (goOn = resolve))
    let reading = false
    const readFile = (async (...args: Parameters<Disk['readFile']>) => {
      reading ||= args[0] === file
      if (args[0] === file) await held
      return disk.readFile(...args)
    }) as Disk['readFile']
    const slow = await startApp(folder, { disk: { ...disk, readFile } })
    const opening = slow.maps.openFile(file)
    await vi.waitFor(() => expect(reading).toBe(true))
    expect(await slow.maps.forget(id, { evenUnsaved: true })).toMatchObject({ ok: false, code: 'open' })
    goOn()
    expect((await valueOf(await opening).versions.list()).map(({ name }) => name)).toContain('Secret')
  })

  it('takes the journals too that were set aside for copies of the map', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder)
    const { host } = await openSaved(app, folder)
    await host.close()
    const journals = join(app.userData, 'journals')
    const state = openMapDocument({ clock: () => new Date() }).encode()
    const header = { version: 1, mapId: host.id, file: null, base: null, dirty: true } as const
    for (const name of [host.id, `${host.id}-0a1b2c3d`, `${host.id}-other`]) {
      const mapId = name.endsWith('-other') ? name : host.id
      await valueOf(await Journal.begin(join(journals, `${name}.journal`), { ...header, mapId }, state)).close()
    }
    const id = await recentId(app, 'Mortgage')
    expect(await app.maps.forget(id, { evenUnsaved: false })).toMatchObject({ ok: false, code: 'unsaved' })
    expect(await app.maps.forget(id, { evenUnsaved: true })).toMatchObject({ ok: true })
    expect(await readdir(journals)).toEqual([`${host.id}-other.journal`])
  })

  it('keeps the versions while another copy of the map is on the list or open, until that is forgotten too', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder)
    const { host, file } = await openSaved(app, folder)
    valueOf(await host.versions.name('Of both'))
    await host.close()
    const copy = join(folder, 'Copy.cjm')
    await copyFile(file, copy)
    const other = valueOf(await app.maps.openFile(copy))
    await new TestWindow(other).addNote('In the journal of the copy')

    valueOf(await app.maps.forget(await recentId(app, 'Mortgage'), { evenUnsaved: false }))
    expect(await filesOf(app, host)).not.toEqual([])
    expect(await readdir(join(app.userData, 'journals'))).toHaveLength(1)
    await other.close()
    valueOf(await app.maps.openFile(file))
    await app.maps.open()[0]?.close()
    valueOf(await app.maps.forget(await recentId(app, 'Copy'), { evenUnsaved: false }))
    expect(await filesOf(app, host)).not.toEqual([])

    valueOf(await app.maps.forget(await recentId(app, 'Mortgage'), { evenUnsaved: false }))
    expect(await filesOf(app, host)).toEqual([])
  })

  it('takes a draft, and edits that no file has, only where that was said', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder)
    const draft = await app.maps.newMap({ template: 'blank', title: 'Draft', language: 'en' })
    await new TestWindow(draft).addNote('Only here')
    await draft.close()
    expect(await app.maps.forget(draft.id, { evenUnsaved: false })).toMatchObject({ ok: false, code: 'unsaved' })
    expect(textsOf(valueOf(await app.maps.openDraft(draft.id)))).toEqual(['Only here'])
    await app.maps.open()[0]?.close()
    expect(await app.maps.forget(draft.id, { evenUnsaved: true })).toMatchObject({ ok: true })
    expect(await app.maps.openDraft(draft.id)).toMatchObject({ ok: false, code: 'not-found' })
    expect(await app.maps.unfinished()).toEqual([])

    const { host, window, file } = await openSaved(app, folder)
    await writeFile(file, 'no map any more')
    await window.addNote('In the journal only')
    await host.close()
    const id = await recentId(app, 'Mortgage')
    expect(await app.maps.forget(id, { evenUnsaved: false })).toMatchObject({ ok: false, code: 'unsaved' })
    expect(await app.maps.forget(id, { evenUnsaved: true })).toMatchObject({ ok: true })
    expect(await readFile(file, 'utf8')).toBe('no map any more')
  })
})
