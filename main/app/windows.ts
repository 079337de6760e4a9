import type { BrowserWindow, WebContents, WebFrameMain } from 'electron'
import type { EventName, Events } from '../../shared/ipc/events'
import type { MapHost } from '../maps/mapHost'
import { AppWindow, type OpenFailed } from './appWindow'
import type { Dialogs } from './dialogs'
import { isUnkept, mayLeave, nameOf } from './leaveMap'
import type { Log } from './log'
import { isOwnPage } from './security'
import type { WindowPlaces } from './windowPlace'

export interface WindowsDeps {
  /** Makes a window that is loading the page. */
  readonly create: () => BrowserWindow
  readonly places: WindowPlaces
  readonly dialogs: Dialogs
  readonly log: Log
  readonly clock: () => Date
}

/** All windows of the app, and which of them shows which map. */
export interface Windows {
  all(): readonly AppWindow[]
  /** The window behind a call, or null: only the main frame of a page of ours may speak. */
  ofCall(event: { readonly sender: WebContents; readonly senderFrame: WebFrameMain | null }): AppWindow | null
  /** Show a map: in its window if it has one, in the asking window if that shows the start screen, else in a new one. */
  show(host: MapHost, asking?: AppWindow): AppWindow
  /** A window with the start screen: one that is there, or a new one. */
  start(): AppWindow
  focused(): AppWindow | undefined
  tellAll<E extends EventName>(event: E, payload: Events[E]): void
  /** Opening something that no window asked for failed; the front window says so. */
  failed(failure: OpenFailed): void
  /** Close every window as the person at it would, with what there is to ask. */
  closeAll(): void
  /** Commit what is being typed and bring every map to rest, before the app quits. */
  settleAll(): Promise<void>
  /** Let go of every map. */
  leaveAll(): Promise<void>
}

const CRASHES = 3
const CRASH_MINUTE_MS = 60_000

export function createWindows({ create, places, dialogs, log, clock }: WindowsDeps): Windows {
  const windows = new Map<number, AppWindow>()

  function open(host: MapHost | null): AppWindow {
    const browser = create()
    const window = new AppWindow(browser)
    const { id } = browser.webContents
    windows.set(id, window)
    browser.on('closed', () => windows.delete(id))
    if (host) window.attach(host)
    closeInOrder(window)
    reviveAfterCrash(window)
    return window
  }

  /** A window that is told to close first writes down what is in it. */
  function closeInOrder(window: AppWindow): void {
    let leaving = false
    window.browser.on('close', (event) => {
      rememberPlace(window.browser)
      event.preventDefault()
      if (leaving) return
      leaving = true
      void leave(window)
        .catch((error: unknown) => {
          log('a window closed without its map being settled', error)
          return true
        })
        .then((left) => {
          leaving = false
          if (left && !window.browser.isDestroyed()) window.browser.destroy()
        })
    })
  }

  /** False: the person wants to keep the map open, because its file could not be written. */
  async function leave(window: AppWindow): Promise<boolean> {
    await window.commit()
    const { host } = window
    if (host && !(await mayLeave(host, (unsaved) => dialogs.leaveUnsaved(window.browser, unsaved)))) return false
    await window.leave()
    return true
  }

  /** The map lives in this process; a page that ended is loaded again and gets it back. */
  function reviveAfterCrash(window: AppWindow): void {
    let crashes: number[] = []
    const { webContents } = window.browser
    webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      if (reason === 'clean-exit' || window.browser.isDestroyed()) return
      log(`the page of a window ended: ${reason}, code ${exitCode}`)
      const now = clock().getTime()
      crashes = [...crashes.filter((time) => now - time < CRASH_MINUTE_MS), now]
      if (crashes.length < CRASHES) webContents.reload()
      else void giveUp(window)
    })
  }

  /** It may be the map that ends the page, so the map is left; from the list it can be opened again, or written to another place. */
  async function giveUp(window: AppWindow): Promise<void> {
    if (await holdsTheLast(window)) {
      if (!window.browser.isDestroyed()) window.browser.webContents.reload()
      return
    }
    await window.leave().catch((error: unknown) => log('a map was not left in order after its page kept ending', error))
    window.gaveUp = true
    if (!window.browser.isDestroyed()) window.browser.webContents.reload()
  }

  /** Whether the last edits of its map are nowhere but in memory, and the person would not lose them. */
  async function holdsTheLast({ host, browser }: AppWindow): Promise<boolean> {
    await host?.settle().catch((error: unknown) => log('a map was not settled after its page kept ending', error))
    if (!host || !isUnkept(host) || browser.isDestroyed()) return false
    return !(await dialogs.leaveUnsaved(browser, { name: nameOf(host), lost: true }))
  }

  function rememberPlace(browser: BrowserWindow): void {
    if (browser.isFullScreen() || browser.isMinimized()) return
    places.remember({ ...browser.getNormalBounds(), maximized: browser.isMaximized() })
  }

  const all = (): readonly AppWindow[] => [...windows.values()]

  return {
    all,
    ofCall({ sender, senderFrame }) {
      const window = windows.get(sender.id)
      if (!window || senderFrame === null || senderFrame !== sender.mainFrame) return null
      return isOwnPage(senderFrame.url) ? window : null
    },
    show(host, asking) {
      const holder = all().find((window) => window.host === host)
      if (holder) {
        holder.focus()
        return holder
      }
      if (asking && asking.host === null && !asking.browser.isDestroyed()) {
        asking.attach(host)
        return asking
      }
      return open(host)
    },
    start: () => all().find((window) => window.host === null) ?? open(null),
    focused: () => all().find((window) => window.browser.isFocused()),
    tellAll(event, payload) {
      for (const window of all()) window.tell(event, payload)
    },
    failed(failure) {
      const window = all().find(({ browser }) => browser.isFocused()) ?? all()[0] ?? open(null)
      window.failed(failure)
    },
    closeAll() {
      for (const { browser } of all()) browser.close()
    },
    async settleAll() {
      await Promise.all(
        all().map(async (window) => {
          rememberPlace(window.browser)
          await window.commit()
          await window.host?.settle()
        }),
      )
    },
    async leaveAll() {
      await Promise.all(all().map((window) => window.leave()))
    },
  }
}
