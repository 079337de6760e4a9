import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Dialogs } from '../../../main/app/dialogs'
import type { Unsaved } from '../../../main/app/leaveMap'
import { createWindows } from '../../../main/app/windows'
import { disk, type Disk } from '../../../main/files/disk'
import { tempFolder } from '../../support/tempFolder'
import { closeStartedApps, startApp, TestWindow, textsOf } from '../maps/testMaps'

vi.mock('electron', () => ({ app: {} }))
afterEach(closeStartedApps)

/** What of a window of Electron's is needed here, and how often its page was loaded again. */
function browserWindow(): { browser: BrowserWindow; page: EventEmitter; reload: ReturnType<typeof vi.fn> } {
  const reload = vi.fn()
  const page = Object.assign(new EventEmitter(), { id: 1, reload })
  const browser = Object.assign(new EventEmitter(), { id: 1, webContents: page, isDestroyed: () => false })
  return { browser: browser as unknown as BrowserWindow, page, reload }
}

/** A window with a draft of which nothing can be kept, whose page has ended three times in a row. */
async function crashingWindow(leaves: boolean) {
  let full = true
  const open: Disk['open'] = (...args) =>
    full ? Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })) : disk.open(...args)
  const { maps } = await startApp(await tempFolder(), { disk: { ...disk, open } })
  const host = await maps.newMap({ template: 'blank', title: 'Draft', language: 'en' })
  expect(await new TestWindow(host).tryNote('nowhere else')).toBe(false)

  const asked: Unsaved[] = []
  const dialogs = {
    leaveUnsaved: (_parent: BrowserWindow, unsaved: Unsaved) => {
      asked.push(unsaved)
      return Promise.resolve(leaves)
    },
  } as Partial<Dialogs> as Dialogs
  const { browser, page, reload } = browserWindow()
  const places = { next: vi.fn(), remember: vi.fn() }
  const window = createWindows({ create: () => browser, places, dialogs, log: () => undefined, clock: () => new Date() }).show(host)
  for (let crash = 0; crash < 3; crash += 1) page.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(3))
  return { maps, host, window, asked, free: () => (full = false) }
}

describe('a page that keeps ending', () => {
  it('does not take along what is nowhere but in memory, unless the person says so', async () => {
    const { host, window, asked, free } = await crashingWindow(false)
    expect(asked).toEqual([{ name: 'Draft', lost: true }])
    expect(window.host).toBe(host)
    expect(textsOf(host)).toEqual(['nowhere else'])
    free()
  })

  it('is left where the person says so', async () => {
    const { maps, window, asked, free } = await crashingWindow(true)
    expect(asked).toHaveLength(1)
    expect(window).toMatchObject({ host: null, gaveUp: true })
    expect(maps.open()).toEqual([])
    free()
  })
})
