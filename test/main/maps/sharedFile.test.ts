import { chmod, copyFile, mkdir, readdir, readFile, rename, truncate, unlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ReadableMap } from '../../../shared/export/readableSchema'
import type { NoteId } from '../../../shared/model/note'
import { disk as realDisk, type Disk } from '../../../main/files/disk'
import { sha256 } from '../../../main/files/hash'
import type { MapHost, Merged } from '../../../main/maps/mapHost'
import { tempFolder } from '../../support/tempFolder'
import { closeStartedApps, NEVER, startApp, TestWindow, textsOf, valueOf, type TestApp } from './testMaps'

afterEach(closeStartedApps)

const QUICK = { pollMs: 5, hashMs: 50, calmMs: 1, beatMs: 20 }
const AUTOSAVE = { restMs: 10, mostMs: 50, retryMs: 20 }
const WAIT = { timeout: 15_000, interval: 10 }

interface Person {
  readonly app: TestApp
  readonly host: MapHost
  readonly window: TestWindow
  /** What came in from others, in order. */
  readonly merged: Merged[]
  readonly trashed: string[]
}

/** Sees who else is there, and nothing of what they do to the file. */
const BLIND = { ...QUICK, pollMs: 1e8, hashMs: 1e8, calmMs: 1e8 }

function machineOf(computer: string): string {
  return sha256(computer).slice(0, 8)
}

/** Somebody at a computer of their own, with the file open. */
async function personAt(
  computer: string,
  file: string,
  { autosave = AUTOSAVE, times = QUICK, disk = realDisk }: { autosave?: typeof AUTOSAVE; times?: typeof QUICK; disk?: Disk } = {},
): Promise<Person> {
  const folder = join(await tempFolder(), computer)
  await mkdir(folder)
  const trashed: string[] = []
  const trash = async (path: string): Promise<void> => {
    trashed.push(path)
    await unlink(path)
  }
  const app = await startApp(folder, {
    autosave,
    disk,
    who: `Person of ${computer}`,
    surround: { times, computer, machine: machineOf(computer), trash },
  })
  const host = valueOf(await app.maps.openFile(file))
  const merged: Merged[] = []
  host.onMerged((one) => merged.push(one))
  return { app, host, window: new TestWindow(host, 'window-1', `Person of ${computer}`), merged, trashed }
}

async function sharedMap(notes: readonly string[] = ['first']): Promise<string> {
  const app = await startApp(await tempFolder())
  const host = await app.maps.newMap({ template: 'blank', title: 'Shared', language: 'en' })
  const window = new TestWindow(host)
  for (const [index, text] of notes.entries()) await window.addNote(text, `note_${index}`)
  const file = join(await tempFolder(), 'Карта.cjm')
  valueOf(await host.saveAs(file))
  await host.close()
  return file
}

async function textsIn(file: string): Promise<readonly string[]> {
  const app = await startApp(await tempFolder())
  const host = valueOf(await app.maps.openFile(file))
  const texts = textsOf(host)
  await host.close()
  return texts
}

const DELETION = { what: 'deleteNotes', count: 1 } as const

/** As Git leaves a file in which two branches changed the same line. */
function withMarkers(text: string): string {
  const [first, second, ...rest] = text.split('\n')
  return [first, '<<<<<<< ours', second, '=======', second, '>>>>>>> theirs', ...rest].join('\n')
}

/** Resolves when the file holds exactly these notes, and each of them shows exactly these. */
async function allHave(texts: readonly string[], file: string, ...people: readonly Person[]): Promise<void> {
  await vi.waitFor(async () => {
    for (const { host } of people) expect(textsOf(host)).toEqual(texts)
    for (const { host } of people) expect(host.status().kind).toBe('saved')
    expect(await textsIn(file)).toEqual(texts)
  }, WAIT)
}

describe('a file that got another name', () => {
  it('is offered as what it is, and the map goes on there with all that was written to either', async () => {
    const file = await sharedMap(['first'])
    const anna = await personAt('PC-1', file)
    const renamed = join(dirname(file), 'Карта 2.cjm')
    await rename(file, renamed)
    await anna.window.addNote('while it was away')
    await vi.waitFor(() => expect(anna.host.status()).toMatchObject({ reason: 'folder-missing' }), WAIT)
    await vi.waitFor(() => expect(anna.host.surroundings().copies).toMatchObject([{ name: 'Карта 2.cjm', state: 'renamed' }]), WAIT)
    // Somebody else writes to it meanwhile, under its new name.
    const boris = await personAt('PC-2', renamed)
    await boris.window.addNote('under the new name')
    const { id } = anna.host
    valueOf(await anna.host.copies('goOn', [anna.host.surroundings().copies[0]!.id]))
    await allHave(['first', 'under the new name', 'while it was away'], renamed, anna, boris)
    expect([anna.host.name, anna.host.id]).toEqual(['Карта 2', id])
    expect((await readdir(dirname(file))).filter((name) => name.endsWith('.cjm'))).toEqual(['Карта 2.cjm'])
    expect((await anna.app.recents.list()).map(({ name }) => name)).toEqual(['Карта 2'])
    await anna.window.addNote('and goes on')
    await vi.waitFor(async () => expect(await textsIn(renamed)).toContain('and goes on'), WAIT)
    await anna.host.close()
    expect((await readdir(join(anna.app.userData, 'journals'))).length).toBe(0)
  })

  it('is no rename where the map itself is still there, or where there are two of them', async () => {
    const file = await sharedMap(['first'])
    const anna = await personAt('PC-1', file)
    await copyFile(file, join(dirname(file), 'a.cjm'))
    await vi.waitFor(() => expect(anna.host.surroundings().copies).toEqual([]), WAIT)
    await copyFile(file, join(dirname(file), 'b.cjm'))
    await unlink(file)
    await vi.waitFor(() => expect(anna.host.status()).toMatchObject({ reason: 'folder-missing' }), WAIT)
    expect(anna.host.surroundings().copies.filter(({ state }) => state === 'renamed')).toEqual([])
    expect(await anna.host.copies('goOn', ['copy_unknown'])).toMatchObject({ code: 'not-found' })
  })
})

describe('one file, several people', () => {
  it('ends with every edit at everybody (R16)', async () => {
    const file = await sharedMap([])
    const people = await Promise.all(['PC-1', 'PC-2', 'PC-3'].map((computer) => personAt(computer, file)))
    const texts: string[] = []
    for (let round = 0; round < 15; round += 1) {
      await Promise.all(
        people.map(({ window }, index) => {
          const text = `${index} wrote ${String(round).padStart(2, '0')}`
          texts.push(text)
          return window.addNote(text)
        }),
      )
    }
    await allHave(texts.toSorted(), file, ...people)
    for (const { window, host } of people) expect(window.document.board()).toEqual(host.board())
  })

  it('comes to rest: nobody writes what everybody has', async () => {
    const file = await sharedMap()
    const [anna, boris] = [await personAt('PC-1', file), await personAt('PC-2', file)]
    await anna.window.addNote('second')
    await allHave(['first', 'second'], file, anna, boris)
    const { revision } = JSON.parse(await readFile(file, 'utf8')) as { revision: number }
    // Long enough for many looks at the file.
    const looks = boris.host.status()
    for (let look = 0; look < 20; look += 1) await new Promise((resolve) => setTimeout(resolve, 10))
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ revision })
    expect(boris.host.status()).toEqual(looks)
  })

  it('is left only when it holds everything, though somebody wrote over it at the same moment', async () => {
    const file = await sharedMap(['first'])
    const older = await readFile(file)
    const [anna, boris] = [
      await personAt('PC-1', file, { autosave: NEVER, times: BLIND }),
      await personAt('PC-2', file, { autosave: NEVER, times: BLIND }),
    ]
    await vi.waitFor(() => expect(anna.host.surroundings().others).toHaveLength(1), WAIT)
    await anna.window.addNote('second')
    valueOf(await anna.host.save())
    await writeFile(file, older)
    await anna.host.close()
    expect(await textsIn(file)).toEqual(['first', 'second'])
    await boris.host.close()
  })

  it('tells who changed how much, once, and not what one did oneself', async () => {
    const file = await sharedMap()
    const [anna, boris] = [await personAt('PC-1', file), await personAt('PC-2', file)]
    await anna.window.addNote('second')
    await allHave(['first', 'second'], file, anna, boris)
    expect(boris.merged).toHaveLength(1)
    expect(boris.merged[0]).toMatchObject({
      source: 'file',
      by: ['Person of PC-1'],
      conflicts: 0,
      diff: { counts: { added: 1, changed: 0 } },
    })
    expect(anna.merged).toEqual([])
  })

  it('keeps both texts of a note that two changed apart, and lists them for both (R18)', async () => {
    const file = await sharedMap(['first'])
    // Neither writes by itself, as if both were offline.
    const [anna, boris] = [await personAt('PC-1', file, { autosave: NEVER }), await personAt('PC-2', file, { autosave: NEVER })]
    const note: NoteId = 'note_0'
    await anna.window.setText(note, 'as Anna says')
    await boris.window.setText(note, 'as Boris says')
    valueOf(await anna.host.save())
    valueOf(await boris.host.save())
    await vi.waitFor(() => expect(anna.host.board().conflicts).toHaveLength(1), WAIT)
    const [conflict] = anna.host.board().conflicts
    expect(boris.host.board().conflicts).toMatchObject([{ id: conflict!.id }])
    expect(new Set([conflict!.shown.value, conflict!.other.value])).toEqual(new Set(['as Anna says', 'as Boris says']))
    expect([...anna.merged, ...boris.merged].some(({ conflicts }) => conflicts === 1)).toBe(true)
  })

  it('keeps both texts too where the app of one ended before its text was in the file', async () => {
    const file = await sharedMap(['first'])
    const anna = await personAt('PC-1', file, { autosave: NEVER, times: BLIND })
    const boris = await personAt('PC-2', file, { autosave: NEVER, times: BLIND })
    await anna.window.setText('note_0', 'as Anna says')
    await boris.window.setText('note_0', 'as Boris says')
    valueOf(await boris.host.save())
    // A second app over the same folder is Anna's after it was killed.
    const again = await startApp(join(anna.app.userData, '..'))
    const host = valueOf(await again.maps.openFile(file))
    const [conflict, ...more] = host.board().conflicts
    expect(more).toEqual([])
    expect(new Set([conflict?.shown.value, conflict?.other.value])).toEqual(new Set(['as Anna says', 'as Boris says']))
  })

  it.each(['text', 'deleted'])(
    'keeps what was in the file already when a copy of before was put over it with another %s',
    async (field) => {
      const file = await sharedMap(['first'])
      const elsewhere = join(await tempFolder(), 'Карта.cjm')
      await copyFile(file, elsewhere)
      const anna = await personAt('PC-1', file, { autosave: NEVER, times: BLIND })
      const boris = await personAt('PC-2', elsewhere, { autosave: NEVER, times: BLIND })
      await anna.window.setText('note_0', 'words of Anna')
      valueOf(await anna.host.save())
      if (field === 'text') await boris.window.setText('note_0', 'words of Boris')
      else boris.window.document.write([{ op: 'set', id: 'note_0', fields: { deletedAt: '2026-01-16T09:00:00.000Z' } }], DELETION)
      await boris.window.sent()
      valueOf(await boris.host.save())
      // A sync tool lets the last one win.
      await copyFile(elsewhere, file)
      valueOf(await anna.host.save())
      const { conflicts } = anna.host.board()
      expect(conflicts).toMatchObject([{ about: 'note_0', field }])
      expect(textsOf(anna.host)).toHaveLength(1)
      const kept = [...textsOf(anna.host), conflicts[0]?.shown.value, conflicts[0]?.other.value]
      expect(kept).toContain('words of Anna')
    },
  )

  it('brings a note back that one deleted and the other went on with', async () => {
    const file = await sharedMap(['first'])
    const [anna, boris] = [await personAt('PC-1', file, { autosave: NEVER }), await personAt('PC-2', file, { autosave: NEVER })]
    await anna.window.setText('note_0', 'still needed')
    boris.window.document.write([{ op: 'set', id: 'note_0', fields: { deletedAt: new Date().toISOString() } }], {
      what: 'deleteNotes',
      count: 1,
    })
    await boris.window.sent()
    valueOf(await boris.host.save())
    valueOf(await anna.host.save())
    await vi.waitFor(() => expect(textsOf(boris.host)).toEqual(['still needed']), WAIT)
    expect(textsOf(anna.host)).toEqual(['still needed'])
    expect(boris.host.board().conflicts).toMatchObject([{ field: 'deleted' }])
  })

  it('takes in what somebody wrote into the file by hand, at everybody, once', async () => {
    const file = await sharedMap(['first'])
    const [anna, boris] = [await personAt('PC-1', file), await personAt('PC-2', file)]
    const json = JSON.parse(await readFile(file, 'utf8')) as { map: ReadableMap & { inbox: { id?: string; text: string }[] } }
    json.map.inbox[0]!.text = 'first, by hand'
    json.map.inbox.push({ text: 'second, by hand' })
    await writeFile(file, JSON.stringify(json))
    await allHave(['first, by hand', 'second, by hand'], file, anna, boris)
    expect([...anna.merged, ...boris.merged].map(({ source }) => source)).toContain('hand')
  })

  it('shows a file that may not be written as others change it', async () => {
    const file = await sharedMap(['first'])
    const anna = await personAt('PC-1', file)
    const reader = await startApp(await tempFolder(), {
      surround: { times: QUICK, computer: 'PC-2', machine: machineOf('PC-2'), trash: async () => undefined },
    })
    const host = valueOf(await reader.maps.openFile(file))
    await anna.window.addNote('second')
    await vi.waitFor(() => expect(textsOf(host)).toEqual(['first', 'second']), WAIT)
  })
})

describe('a file that is not what it was', () => {
  it('because it was replaced is brought together with what is being written (R14)', async () => {
    const file = await sharedMap(['first'])
    const before = join(await tempFolder(), 'before.cjm')
    await copyFile(file, before)
    const elsewhere = await personAt('PC-9', before)
    await elsewhere.window.addNote('from git')
    await elsewhere.host.close()

    const anna = await personAt('PC-1', file)
    await anna.window.addNote('mine')
    await rename(before, file)
    await allHave(['first', 'from git', 'mine'], file, anna)
  })

  it('because somebody wrote an older one over it gets back what it lacks', async () => {
    const file = await sharedMap(['first'])
    const older = await readFile(file)
    const [anna, boris] = [await personAt('PC-1', file), await personAt('PC-2', file)]
    await anna.window.addNote('second')
    await allHave(['first', 'second'], file, anna, boris)
    // Nothing of it is new to anybody.
    await writeFile(file, older)
    await allHave(['first', 'second'], file, anna, boris)
  })

  it('because somebody put an older one there gets back what it lacks from whoever only looks at it', async () => {
    const file = await sharedMap(['first'])
    const older = await readFile(file)
    const writer = await personAt('PC-1', file)
    await writer.window.addNote('second')
    await allHave(['first', 'second'], file, writer)
    await writer.host.close()
    const reader = await personAt('PC-2', file)
    await writeFile(file, older)
    await allHave(['first', 'second'], file, reader)
  })

  it('because it was deleted is said, is not made again by itself, and is well again when it is back (R15)', async () => {
    const file = await sharedMap(['first'])
    const anna = await personAt('PC-1', file)
    const away = join(await tempFolder(), 'away.cjm')
    await rename(file, away)
    await vi.waitFor(() => expect(anna.host.status()).toMatchObject({ kind: 'notSaved', reason: 'folder-missing' }), WAIT)
    await anna.window.addNote('while it was away')
    expect(await readdir(dirname(file))).not.toContain('Карта.cjm')
    await rename(away, file)
    await allHave(['first', 'while it was away'], file, anna)
  })

  it('because it was deleted keeps the whole map on this computer, for the next start too', async () => {
    const file = await sharedMap(['first'])
    const anna = await personAt('PC-1', file)
    await unlink(file)
    await vi.waitFor(() => expect(anna.host.status()).toMatchObject({ kind: 'notSaved', reason: 'folder-missing' }), WAIT)

    const after = await startApp(dirname(anna.app.userData))
    const [left] = await after.maps.unfinished()
    expect(textsOf(valueOf(await after.maps.openUnfinished(left!.id)))).toEqual(['first'])
  })

  it('because it was deleted leaves its map on this computer though nobody edited it and it was closed', async () => {
    const file = await sharedMap(['first'])
    const anna = await personAt('PC-1', file)
    await unlink(file)
    await vi.waitFor(() => expect(anna.host.status().kind).toBe('notSaved'), WAIT)
    await anna.host.close()

    const after = await startApp(dirname(anna.app.userData))
    const [left] = await after.maps.unfinished()
    expect(textsOf(valueOf(await after.maps.openUnfinished(left!.id)))).toEqual(['first'])
  })

  it('because it was deleted is made again when the person says so', async () => {
    const file = await sharedMap(['first'])
    const anna = await personAt('PC-1', file)
    await unlink(file)
    await vi.waitFor(() => expect(anna.host.status().kind).toBe('notSaved'), WAIT)
    valueOf(await anna.host.saveAs(file))
    await allHave(['first'], file, anna)
  })

  it.each([
    ['truncated', async (file: string) => truncate(file, 100), 'damaged'],
    ['emptied', async (file: string) => truncate(file, 0), 'damaged'],
    ['overwritten with zeros', async (file: string) => writeFile(file, new Uint8Array(5_000)), 'damaged'],
    ['left in the middle of a merge', async (file: string) => writeFile(file, withMarkers(await readFile(file, 'utf8'))), 'damaged'],
    ['another map by now', async (file: string) => copyFile(await sharedMap(['stranger']), file), 'another-map'],
  ])('because it was %s is said and left alone, and gives way when the person says so (R15)', async (_how, spoil, detail) => {
    const file = await sharedMap(['first'])
    const anna = await personAt('PC-1', file)
    await spoil(file)
    const spoilt = await readFile(file)
    await vi.waitFor(() => expect(anna.host.status()).toEqual({ kind: 'notSaved', reason: 'changed-on-disk', detail }), WAIT)
    await anna.window.addNote('mine')
    expect(await anna.host.save()).toMatchObject({ ok: false, code: 'changed-on-disk' })
    expect((await readFile(file)).equals(spoilt)).toBe(true)

    valueOf(await anna.host.saveAs(file))

    await allHave(['first', 'mine'], file, anna)
    const kept = (await readdir(dirname(file))).find((name) => name.includes('.damaged-'))
    expect((await readFile(join(dirname(file), kept!))).equals(spoilt)).toBe(true)
  })

  it('for a moment only, because another program is writing it, is not spoken of', async () => {
    const file = await sharedMap(['first'])
    const anna = await personAt('PC-1', file)
    const whole = await readFile(file)
    const told: string[] = []
    anna.host.onStatus(({ kind }) => told.push(kind))
    for (let part = 0; part < 10; part += 1) {
      await writeFile(file, whole.subarray(0, (whole.length * part) / 10))
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    await writeFile(file, whole)
    await anna.window.addNote('after it')
    await allHave(['after it', 'first'], file, anna)
    expect(told).not.toContain('notSaved')
  })
})

describe('who else has the file open', () => {
  it('is shown while they have it', async () => {
    const file = await sharedMap()
    const anna = await personAt('PC-1', file)
    expect(anna.host.surroundings().others).toEqual([])
    const boris = await personAt('PC-2', file)
    await vi.waitFor(() => expect(anna.host.surroundings().others).toMatchObject([{ name: 'Person of PC-2', computer: 'PC-2' }]), WAIT)
    await boris.host.close()
    await vi.waitFor(() => expect(anna.host.surroundings().others).toEqual([]), WAIT)
    await anna.host.close()
    expect(await readdir(dirname(file))).toEqual(['Карта.cjm'])
  })

  it('goes along to another place', async () => {
    const file = await sharedMap()
    const anna = await personAt('PC-1', file)
    const next = join(await tempFolder(), 'next.cjm')
    valueOf(await anna.host.saveAs(next))
    await vi.waitFor(async () => expect(await readdir(dirname(file))).toEqual(['Карта.cjm']), WAIT)
    await vi.waitFor(async () => expect(await readdir(dirname(next))).toHaveLength(2), WAIT)
  })
})

describe('copies beside the map', () => {
  /** What a sync service leaves: the file as somebody else wrote it, under another name. */
  async function withCopy(file: string, name: string, text: string): Promise<string> {
    const apart = join(await tempFolder(), 'apart.cjm')
    await copyFile(file, apart)
    const app = await startApp(await tempFolder())
    const host = valueOf(await app.maps.openFile(apart))
    await new TestWindow(host).addNote(text)
    valueOf(await host.save())
    await host.close()
    const copy = join(dirname(file), name)
    await rename(apart, copy)
    return copy
  }

  it('are not offered where nothing can be written: what came from one would be gone with the window, and the copy in the bin', async () => {
    const file = await sharedMap(['first'])
    await withCopy(file, 'Карта (2).cjm', 'second')
    await chmod(file, 0o444)
    const anna = await personAt('PC-1', file)

    expect(anna.host.readOnly).toBe(true)
    // Answered after another look.
    expect(await anna.host.copies('later', ['copy_0'])).toMatchObject({ ok: false })
    expect(anna.host.surroundings().copies).toEqual([])
  })

  it('are offered with their service, brought in, and kept until the person throws them away (R17)', async () => {
    const file = await sharedMap(['first'])
    const copies = [
      await withCopy(file, "Карта (Ann's conflicted copy 2026-11-22).cjm", 'by Ann'),
      await withCopy(file, 'Карта.sync-conflict-20261122-101530-ABCDEFG.cjm', 'by Bob'),
    ]
    const anna = await personAt('PC-1', file)
    await vi.waitFor(() => expect(anna.host.surroundings().copies).toHaveLength(2), WAIT)
    const offered = anna.host.surroundings().copies
    expect(offered.map(({ service, state }) => [service, state])).toEqual([
      ['Dropbox', 'new'],
      ['Syncthing', 'new'],
    ])
    const ids = offered.map(({ id }) => id)
    const bytes = await Promise.all(copies.map((copy) => readFile(copy)))

    valueOf(await anna.host.copies('merge', ids))

    await allHave(['by Ann', 'by Bob', 'first'], file, anna)
    expect(anna.merged.map(({ source, name }) => [source, name])).toEqual([
      ['copy', "Карта (Ann's conflicted copy 2026-11-22).cjm"],
      ['copy', 'Карта.sync-conflict-20261122-101530-ABCDEFG.cjm'],
    ])
    expect(await Promise.all(copies.map((copy) => readFile(copy)))).toEqual(bytes)
    expect(anna.host.surroundings().copies.map(({ state }) => state)).toEqual(['merged', 'merged'])

    valueOf(await anna.host.copies('trash', ids))
    expect(anna.trashed.toSorted()).toEqual(copies.toSorted())
    expect(anna.host.surroundings().copies).toEqual([])
  })

  it('that are still being read when the map is closed do not come in, and leave no journal behind', async () => {
    const file = await sharedMap(['first'])
    const copy = await withCopy(file, 'Карта (2).cjm', 'second')
    let held: Promise<void> | null = null
    const readFile = (async (...args: Parameters<Disk['readFile']>) => {
      if (args[0] === copy) await held
      return realDisk.readFile(...args)
    }) as Disk['readFile']
    const anna = await personAt('PC-1', file, { disk: { ...realDisk, readFile } })
    await vi.waitFor(() => expect(anna.host.surroundings().copies).toHaveLength(1), WAIT)
    const ids = anna.host.surroundings().copies.map(({ id }) => id)
    let goOn = (): void => undefined
    held = new Promise<void>((resolve) => (goOn = resolve))

    const merging = anna.host.copies('merge', ids)
    await anna.host.close()
    goOn()

    expect(await merging).toMatchObject({ ok: false })
    expect(anna.merged).toEqual([])
    expect(await readdir(join(anna.app.userData, 'journals'))).toEqual([])
  })

  it('are not offered where the map holds all of them', async () => {
    const file = await sharedMap(['first'])
    await copyFile(file, join(dirname(file), 'Карта (1).cjm'))
    const anna = await personAt('PC-1', file)
    await withCopy(file, 'Карта (2).cjm', 'new')
    await vi.waitFor(() => expect(anna.host.surroundings().copies.map(({ name }) => name)).toEqual(['Карта (2).cjm']), WAIT)
  })

  it('that the person calls a map of its own get an id of their own, and are offered to nobody any more (R19)', async () => {
    const file = await sharedMap(['first'])
    const copy = await withCopy(file, 'Another client.cjm', 'only there')
    const [anna, boris] = [await personAt('PC-1', file), await personAt('PC-2', file)]
    await vi.waitFor(() => expect(boris.host.surroundings().copies).toHaveLength(1), WAIT)
    await vi.waitFor(() => expect(anna.host.surroundings().copies).toHaveLength(1), WAIT)

    valueOf(await anna.host.copies('separate', [anna.host.surroundings().copies[0]!.id]))

    expect(anna.host.surroundings().copies).toEqual([])
    await vi.waitFor(() => expect(boris.host.surroundings().copies).toEqual([]), WAIT)
    const json = JSON.parse(await readFile(copy, 'utf8')) as { id: string; derivedFrom: string }
    expect(json.derivedFrom).toBe(anna.host.id)
    expect(json.id).not.toBe(anna.host.id)
    expect(await textsIn(copy)).toEqual(['first', 'only there'])
    expect(textsOf(anna.host)).toEqual(['first'])
  })

  it('that somebody else has open are no map of its own, and stay where they are: she would be thrown out of them', async () => {
    const file = await sharedMap(['first'])
    const copy = await withCopy(file, 'Another client.cjm', 'only there')
    const [anna, boris] = [await personAt('PC-1', file), await personAt('PC-2', copy)]
    await vi.waitFor(() => expect(anna.host.surroundings().copies).toHaveLength(1), WAIT)
    const { id } = anna.host.surroundings().copies[0]!
    const before = await readFile(copy)
    const refused = { ok: false, code: 'open-by-others', detail: { name: 'Person of PC-2', computer: 'PC-2' } }
    await vi.waitFor(async () => expect(await anna.host.copies('separate', [id])).toMatchObject(refused), WAIT)
    expect(await readFile(copy)).toEqual(before)
    valueOf(await anna.host.copies('merge', [id]))
    expect(await anna.host.copies('trash', [id])).toMatchObject(refused)

    await boris.host.close()
    valueOf(await anna.host.copies('separate', [id]))
    expect(JSON.parse(await readFile(copy, 'utf8'))).toMatchObject({ derivedFrom: anna.host.id })
  })

  it('are not asked about again after "later", until they change', async () => {
    const file = await sharedMap(['first'])
    const copy = await withCopy(file, 'Карта (1).cjm', 'new')
    const anna = await personAt('PC-1', file)
    await vi.waitFor(() => expect(anna.host.surroundings().copies).toHaveLength(1), WAIT)
    const { id } = anna.host.surroundings().copies[0]!
    valueOf(await anna.host.copies('later', [id]))
    expect(anna.host.surroundings().copies).toEqual([])
    await withCopy(copy, 'Карта (1).cjm', 'newer')
    await vi.waitFor(() => expect(anna.host.surroundings().copies).toHaveLength(1), WAIT)
  })

  it('that changed since they were brought in are not thrown away', async () => {
    const file = await sharedMap(['first'])
    const copy = await withCopy(file, 'Карта (1).cjm', 'new')
    const anna = await personAt('PC-1', file)
    await vi.waitFor(() => expect(anna.host.surroundings().copies).toHaveLength(1), WAIT)
    const { id } = anna.host.surroundings().copies[0]!
    valueOf(await anna.host.copies('merge', [id]))
    await withCopy(copy, 'Карта (1).cjm', 'newer')
    expect(await anna.host.copies('trash', [id])).toMatchObject({ ok: false, code: 'not-merged' })
    expect(anna.trashed).toEqual([])
  })

  it('of hundreds of merges leave every note once', async () => {
    const file = await sharedMap(['first'])
    const names = Array.from({ length: 12 }, (_, index) => `Карта (conflicted copy 2025-04-10 0936${String(index).padStart(2, '0')}).cjm`)
    for (const name of names) await withCopy(file, name, name)
    const anna = await personAt('PC-1', file)
    await vi.waitFor(() => expect(anna.host.surroundings().copies).toHaveLength(names.length), WAIT)
    const ids = anna.host.surroundings().copies.map(({ id }) => id)
    valueOf(await anna.host.copies('merge', ids))
    valueOf(await anna.host.copies('merge', ids))
    await allHave([...names, 'first'].toSorted(), file, anna)
  })
})
