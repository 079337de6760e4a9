import { copyFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { disk, type Disk } from '../../../main/files/disk'
import { tempFolder } from '../../support/tempFolder'
import { closeStartedApps, startApp, TestWindow, textsOf, valueOf } from './testMaps'

afterEach(closeStartedApps)

const blank = { template: 'blank', title: '', language: 'en' } as const

describe('a map that is saved where another one was', () => {
  it('leaves the edits of that one alone, which no file has', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder)
    const file = join(folder, 'a.cjm')
    const first = await app.maps.newMap(blank)
    const window = new TestWindow(first)
    await window.addNote('in the file')
    valueOf(await first.saveAs(file))
    await window.addNote('in the journal only')
    await unlink(file)
    await first.close()

    const second = await app.maps.newMap(blank)
    valueOf(await second.saveAs(file))
    await new TestWindow(second).addNote('of the second map')
    await second.close()

    const after = await startApp(folder)
    const [left, ...others] = await after.maps.unfinished()
    expect(others).toEqual([])
    expect(textsOf(valueOf(await after.maps.openUnfinished(left!.id)))).toEqual(['in the file', 'in the journal only'])
    expect(textsOf(valueOf(await after.maps.openFile(file)))).toEqual(['of the second map'])
  })

  it('has the place for itself from the beginning on', async () => {
    const folder = await tempFolder()
    const file = join(folder, 'a.cjm')
    let letThrough = (): void => undefined
    let held = Promise.resolve()
    const rename: Disk['rename'] = async (from, to) => {
      if (to === file) await held
      await disk.rename(from, to)
    }
    const app = await startApp(folder, { disk: { ...disk, rename } })
    const old = await app.maps.newMap(blank)
    valueOf(await old.saveAs(join(folder, 'old.cjm')))
    await copyFile(join(folder, 'old.cjm'), file)
    held = new Promise((resolve) => (letThrough = resolve))

    const host = await app.maps.newMap(blank)
    const going = host.saveAs(file)
    await new Promise((resolve) => setTimeout(resolve, 30))
    const opening = app.maps.openFile(file)
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(await old.saveAs(file)).toMatchObject({ ok: false, detail: 'open-elsewhere' })
    letThrough()
    valueOf(await going)
    expect(valueOf(await opening)).toBe(host)
  })
})
