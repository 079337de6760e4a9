import { app, powerMonitor } from 'electron'
import type { Maps } from '../maps/maps'
import type { AppWindow } from './appWindow'
import type { Dialogs } from './dialogs'
import { leaveApp } from './leaveApp'
import { isUnkept, nameOf } from './leaveMap'
import type { Log } from './log'
import type { Windows } from './windows'

const PATIENCE_MS = 5_000

export interface QuitDeps {
  readonly windows: Windows
  readonly maps: Maps
  readonly dialogs: Dialogs
  /** Resolves when what the app remembers for itself is on disk: settings, the list of maps. */
  readonly remembered: () => Promise<unknown>
  readonly log: Log
}

/**
 * Quit only after every map was committed, kept and, where that can be, written to its file; and after a question where the last edits could
 * not even be kept. Call it when the app is ready.
 */
export function quitInOrder({ windows, maps, dialogs, remembered, log }: QuitDeps): void {
  const session = new AbortController()
  const logged = (work: Promise<void>): Promise<void> => work.catch((error: unknown) => log('a map was not settled before quitting', error))

  async function leaveAnyway(window: AppWindow): Promise<boolean> {
    const { host, browser } = window
    if (!host || browser.isDestroyed()) return true
    window.focus()
    return dialogs.leaveUnsaved(browser, { name: nameOf(host), lost: true })
  }

  let leaving = false
  app.on('before-quit', (event) => {
    event.preventDefault()
    if (leaving) return
    leaving = true
    void leaveApp({
      settle: () => logged(windows.settleAll().then(() => maps.settle())),
      unkept: () => windows.all().filter(({ host }) => host !== null && isUnkept(host)),
      leaveAnyway,
      leave: () => logged(windows.leaveAll().then(async () => void (await remembered()))),
      session: session.signal,
      patienceMs: PATIENCE_MS,
    })
      .catch((error: unknown) => {
        log('nobody could be asked before quitting', error)
        return true
      })
      .then((left) => {
        leaving = false
        if (left) app.exit(0)
      })
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })

  const sessionEnds = (): void => {
    session.abort()
    app.quit()
  }
  // Linux and macOS wait a little if they are asked to; Windows says it to each window and does not wait.
  powerMonitor.on('shutdown', (event?: Electron.Event) => {
    event?.preventDefault()
    sessionEnds()
  })
  app.on('browser-window-created', (_event, browser) => browser.on('session-end', sessionEnds))
}
