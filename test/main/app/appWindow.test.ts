import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AppWindow } from '../../../main/app/appWindow'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** What of a window of Electron's its page is reached by, and what the page was told. */
function greetedWindow(): { window: AppWindow; sent: string[] } {
  const sent: string[] = []
  const webContents = Object.assign(new EventEmitter(), {
    isDestroyed: () => false,
    isCrashed: () => false,
    send: (event: string) => sent.push(event),
  })
  const browser = Object.assign(new EventEmitter(), { id: 1, webContents, isDestroyed: () => false })
  const window = new AppWindow(browser as unknown as BrowserWindow)
  window.hello()
  return { window, sent }
}

describe('committing what is being typed', () => {
  it('for two who ask at once is one question, whose answer both get', async () => {
    const { window, sent } = greetedWindow()
    const commits = Promise.all([window.commit(), window.commit()])
    expect(sent).toHaveLength(1)
    window.committed()
    await commits
    expect(vi.getTimerCount()).toBe(0)

    const again = window.commit()
    expect(sent).toHaveLength(2)
    window.committed()
    await again
  })

  it('waits no longer than a second and a half for a page that hangs', async () => {
    const { window } = greetedWindow()
    const commit = window.commit()
    await vi.advanceTimersByTimeAsync(1_500)
    await commit
  })
})
