import { readFile, readdir, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { MapHost } from '../../../main/maps/mapHost'
import { tempFolder } from '../../support/tempFolder'
import { closeStartedApps, startApp, TestWindow, textsOf, valueOf, type TestApp } from './testMaps'

afterEach(closeStartedApps)

const NOTES = ['one', 'two', 'three', 'four', 'five'] as const

interface Scene {
  readonly app: TestApp
  readonly file: string
  /** The file as it was before the five notes. */
  readonly before: Buffer
}

/** A map with one note, and a session in which five more were written, saved and the map closed. */
async function savedAndClosed(): Promise<Scene> {
  const app = await startApp(await tempFolder())
  const draft = await app.maps.newMap({ template: 'blank', title: 'Tour', language: 'en' })
  await new TestWindow(draft).addNote('zero')
  const file = join(await tempFolder(), 'Tour.cjm')
  valueOf(await draft.saveAs(file))
  await draft.close()
  const before = await readFile(file)
  await session(app, file, async (window) => {
    for (const text of NOTES) await window.addNote(text)
  })
  return { app, file, before }
}

async function session(app: TestApp, file: string, work: (window: TestWindow, host: MapHost) => Promise<unknown>): Promise<void> {
  const host = valueOf(await app.maps.openFile(file))
  await work(new TestWindow(host), host)
  if (!host.readOnly) valueOf(await host.save())
  await host.close()
}

const ALL = ['zero', ...NOTES].toSorted()

describe('a session that was saved and closed', () => {
  it('comes back where the file became empty', async () => {
    const { app, file } = await savedAndClosed()
    await truncate(file, 0)
    const host = valueOf(await app.maps.openFile(file))
    expect(textsOf(host)).toEqual(ALL)
    expect(host.salvage?.fromVersion).toBe(6)
  })

  it('comes back where the file was cut to a third', async () => {
    const { app, file } = await savedAndClosed()
    await truncate(file, Math.floor((await stat(file)).size / 3))
    expect(textsOf(valueOf(await app.maps.openFile(file)))).toEqual(ALL)
  })

  it('is offered where an older copy is in its place, and comes back when it is wanted', async () => {
    const { app, file, before } = await savedAndClosed()
    await writeFile(file, before)
    const host = valueOf(await app.maps.openFile(file))
    expect(textsOf(host)).toEqual(['zero'])
    expect(host.surroundings().older).toMatchObject({ notes: 5, changes: 5 })
    valueOf(await host.older('bringIn'))
    expect(textsOf(host)).toEqual(ALL)
    expect(host.board().conflicts).toEqual([])
    expect(host.surroundings().older).toBeUndefined()
    valueOf(await host.save())
    await host.close()
    const again = valueOf(await app.maps.openFile(file))
    expect(textsOf(again)).toEqual(ALL)
    expect(again.surroundings().older).toBeUndefined()
  })

  it('leaves an older copy as it is that somebody put there on purpose, and does not ask again', async () => {
    const { app, file, before } = await savedAndClosed()
    await writeFile(file, before)
    await session(app, file, async (_window, host) => valueOf(await host.older('keepFile')))
    const host = valueOf(await app.maps.openFile(file))
    expect(textsOf(host)).toEqual(['zero'])
    expect(host.surroundings().older).toBeUndefined()
    const versions = await host.versions.list()
    expect(versions.find(({ reason }) => reason === 'closed')?.counts.notes).toBe(6)
  })

  it('is offered again, with what was written meanwhile, as long as nobody decides', async () => {
    const { app, file, before } = await savedAndClosed()
    await writeFile(file, before)
    await session(app, file, async (window) => window.addNote('meanwhile'))
    const host = valueOf(await app.maps.openFile(file))
    expect(host.surroundings().older).toMatchObject({ notes: 5 })
    valueOf(await host.older('bringIn'))
    expect(textsOf(host)).toEqual([...ALL, 'meanwhile'].toSorted())
  })

  it('keeps both texts of a note, and when it was saved here, as long as nobody decides', async () => {
    const { app, file } = await savedAndClosed()
    await session(app, file, async (window) => window.addNote('text', 'note_both'))
    const before = await readFile(file)
    await session(app, file, async (window) => window.setText('note_both', 'saved here'))
    await writeFile(file, before)
    let at: string | undefined
    // Which of two texts Yjs settles on is chance.
    for (const text of ['meanwhile', 'meanwhile again', 'and once more']) {
      await session(app, file, async (window, host) => {
        at ??= host.surroundings().older?.at
        await window.setText('note_both', text)
      })
    }
    const host = valueOf(await app.maps.openFile(file))
    expect(host.surroundings().older?.at).toBe(at)
    valueOf(await host.older('bringIn'))
    const texts = host.board().conflicts.flatMap(({ shown, other }) => [shown.value, other.value])
    expect(texts).toContain('saved here')
    expect([...texts, ...textsOf(host)]).toContain('and once more')
  })

  it('keeps both texts of a note that was changed again in the older copy', async () => {
    const { app, file } = await savedAndClosed()
    await session(app, file, async (window) => window.addNote('text', 'note_both'))
    const before = await readFile(file)
    await session(app, file, async (window) => window.setText('note_both', 'saved here'))
    const other = await startApp(await tempFolder())
    await writeFile(file, before)
    await session(other, file, async (window) => window.setText('note_both', 'written on the older copy'))
    const host = valueOf(await app.maps.openFile(file))
    expect(host.surroundings().older).toMatchObject({ notes: 0 })
    valueOf(await host.older('bringIn'))
    const [conflict] = host.board().conflicts
    expect([conflict?.shown.value, conflict?.other.value].map(String).toSorted()).toEqual(['saved here', 'written on the older copy'])
  })

  it('writes nothing to this computer where a map was only looked at', async () => {
    const { app, file } = await savedAndClosed()
    const folder = join(app.userData, 'versions')
    const kept = async (): Promise<unknown> => {
      const names = (await readdir(folder, { recursive: true })).toSorted()
      return Promise.all(names.map(async (name) => [name, (await stat(join(folder, name))).mtimeMs]))
    }
    const before = await kept()
    await session(app, file, async () => null)
    expect(await kept()).toEqual(before)
  })

  it('opens the map where what was saved last is damaged, and says so in the log', async () => {
    const { app, file, before } = await savedAndClosed()
    const folder = join(app.userData, 'versions')
    const name = (await readdir(folder, { recursive: true })).find((path) => path.endsWith('saved.state.gz')) ?? ''
    await writeFile(join(folder, name), 'nothing')
    await writeFile(file, before)
    expect(textsOf(valueOf(await app.maps.openFile(file)))).toEqual(['zero'])
    expect(app.log.join()).toContain('what was saved last')
  })
})
