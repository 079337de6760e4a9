import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { mayLeave, type Unsaved } from '../../../main/app/leaveMap'
import { disk, type Disk } from '../../../main/files/disk'
import { tempFolder } from '../../support/tempFolder'
import { closeStartedApps, startApp, TestWindow, valueOf } from '../maps/testMaps'

afterEach(closeStartedApps)

/** The person's answer, and what was asked. */
function person(answer: boolean): { asked: Unsaved[]; ask: (unsaved: Unsaved) => Promise<boolean> } {
  const asked: Unsaved[] = []
  return {
    asked,
    ask(unsaved) {
      asked.push(unsaved)
      return Promise.resolve(answer)
    },
  }
}

const blank = { template: 'blank', title: 'Journey', language: 'en' } as const

describe('leaving a map', () => {
  it('asks nothing where everything is kept', async () => {
    const { maps } = await startApp(await tempFolder())
    const host = await maps.newMap(blank)
    await new TestWindow(host).addNote('one')
    const { asked, ask } = person(false)
    expect(await mayLeave(host, ask)).toBe(true)
    expect(asked).toEqual([])
  })

  it('asks where the file could not be written, and says that a recovery copy has the edits', async () => {
    const folder = await tempFolder()
    const { maps } = await startApp(folder)
    const host = await maps.newMap(blank)
    const file = join(await tempFolder(), 'a.cjm')
    valueOf(await host.saveAs(file))
    await new TestWindow(host).addNote('one')
    await rm(dirname(file), { recursive: true })
    const { asked, ask } = person(false)
    expect(await mayLeave(host, ask)).toBe(false)
    expect(asked).toEqual([{ name: 'a', lost: false }])
  })

  it('asks where a draft could not even be kept on this computer, for closing it would lose it', async () => {
    let full = false
    const open = (...args: Parameters<Disk['open']>): ReturnType<Disk['open']> =>
      full ? Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })) : disk.open(...args)
    full = true
    const { maps } = await startApp(await tempFolder(), { disk: { ...disk, open } })
    const host = await maps.newMap(blank)
    await new TestWindow(host).addNote('one')
    const { asked, ask } = person(true)
    expect(await mayLeave(host, ask)).toBe(true)
    expect(asked).toEqual([{ name: 'Journey', lost: true }])
  })
})
