import { copyFile, readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { sha256 } from '../../../main/files/hash'
import type { MapHost } from '../../../main/maps/mapHost'
import { tempFolder } from '../../support/tempFolder'
import { closeStartedApps, startApp, TestWindow, textsOf, valueOf, type TestApp } from './testMaps'

afterEach(closeStartedApps)

const AUTOSAVE = { restMs: 10, mostMs: 50, retryMs: 20 }
const QUICK = { pollMs: 5, hashMs: 50, calmMs: 1, beatMs: 20 }
const WAIT = { timeout: 15_000, interval: 10 }
const NOTES = ['one', 'two', 'three', 'four', 'five'] as const
const ALL = ['zero', ...NOTES].toSorted()

async function appAt(computer: string): Promise<TestApp> {
  const machine = sha256(computer).slice(0, 8)
  return startApp(await tempFolder(), { autosave: AUTOSAVE, surround: { times: QUICK, computer, machine, trash: (path) => unlink(path) } })
}

interface Scene {
  readonly host: MapHost
  readonly file: string
  /** The file as it was before the five notes. */
  readonly before: Buffer
}

/** An open map with a note in its file, to which five more were written and saved. */
async function openAndSaved(): Promise<Scene> {
  const app = await appAt('PC-1')
  const host = await app.maps.newMap({ template: 'blank', title: 'Tour', language: 'en' })
  const window = new TestWindow(host)
  await window.addNote('zero')
  const file = join(await tempFolder(), 'Tour.cjm')
  valueOf(await host.saveAs(file))
  const before = await readFile(file)
  for (const text of NOTES) await window.addNote(text)
  valueOf(await host.save())
  return { host, file, before }
}

async function textsIn(content: Buffer): Promise<readonly string[]> {
  const file = join(await tempFolder(), 'Copy.cjm')
  await writeFile(file, content)
  const app = await startApp(await tempFolder())
  return textsOf(valueOf(await app.maps.openFile(file)))
}

describe('an older copy over the file of an open map', () => {
  it('is said and kept as a version, and the map goes back into the file', async () => {
    const { host, file, before } = await openAndSaved()
    await writeFile(file, before)
    await vi.waitFor(() => expect(host.surroundings().older).toMatchObject({ notes: 5, changes: 5 }), WAIT)
    const kept = (await host.versions.list()).find(({ id }) => id === host.surroundings().older?.version)
    expect(kept).toMatchObject({ reason: 'older', counts: { notes: 1 } })
    expect(new TextDecoder().decode(valueOf(await host.versions.read(kept?.id ?? '')))).toContain('zero')
    await vi.waitFor(async () => expect(await textsIn(await readFile(file))).toEqual(ALL), WAIT)
    expect(textsOf(host)).toEqual(ALL)
    valueOf(await host.older('bringIn'))
    expect(host.surroundings().older).toBeUndefined()
    expect(textsOf(host)).toEqual(ALL)
  })

  it('is found by a save that comes before anybody looked, and is kept once however often it is put there', async () => {
    const { host, file, before } = await openAndSaved()
    for (const _time of [1, 2]) {
      await writeFile(file, before)
      valueOf(await host.save())
      await vi.waitFor(() => expect(host.surroundings().older).toBeDefined(), WAIT)
      valueOf(await host.older('keepFile'))
      expect(await textsIn(await readFile(file))).toEqual(ALL)
    }
    expect((await host.versions.list()).filter(({ reason }) => reason === 'older')).toHaveLength(1)
  })

  it('is none where a colleague has written in it, who has not seen ours yet', async () => {
    const { host, file, before } = await openAndSaved()
    const theirs = join(await tempFolder(), 'Tour.cjm')
    await writeFile(theirs, before)
    const colleague = valueOf(await (await startApp(await tempFolder())).maps.openFile(theirs))
    await new TestWindow(colleague).addNote('theirs')
    valueOf(await colleague.save())
    await copyFile(theirs, file)
    const both = [...ALL, 'theirs'].toSorted()
    await vi.waitFor(() => expect(textsOf(host)).toEqual(both), WAIT)
    await vi.waitFor(async () => expect(await textsIn(await readFile(file))).toEqual(both), WAIT)
    expect((await host.versions.list()).map(({ reason }) => reason)).not.toContain('older')
    expect(host.surroundings().older).toBeUndefined()
  })

  it('is none where somebody else has the file open: it is a state of theirs on its way', async () => {
    const { host, file, before } = await openAndSaved()
    const other = valueOf(await (await appAt('PC-2')).maps.openFile(file))
    await vi.waitFor(() => expect(host.surroundings().others).toHaveLength(1), WAIT)
    await writeFile(file, before)
    valueOf(await host.save())
    await vi.waitFor(async () => expect(await textsIn(await readFile(file))).toEqual(ALL), WAIT)
    expect((await host.versions.list()).map(({ reason }) => reason)).not.toContain('older')
    expect(host.surroundings().older).toBeUndefined()
    expect(textsOf(other)).toEqual(ALL)
  })
})
