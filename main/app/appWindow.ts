import type { BrowserWindow } from 'electron'
import type { Dispose } from '../../shared/base/disposable'
import { visibleName } from '../../shared/base/safeText'
import type { OpenMap, Output } from '../../shared/ipc/contract'
import type { EventName, Events } from '../../shared/ipc/events'
import { tell } from '../ipc/broadcast'
import { createTickets, type Tickets } from '../ipc/tickets'
import type { MapMerged, MapSurroundings } from '../../shared/ipc/surroundings'
import type { MapHost, Merged } from '../maps/mapHost'

export type OpenFailed = NonNullable<Output<'app.hello'>['openFailure']>
export type MenuState = { readonly undo: string | null; readonly redo: string | null; readonly enabled: readonly string[] }

/** How long a page may take to commit what is being typed before its window closes without it. */
const COMMIT_MS = 1_500

/** One window: the start screen, or one map. Knows which, and keeps its page and its host in touch. */
export class AppWindow {
  readonly browser: BrowserWindow
  /** Name of this window among the peers of a map. */
  readonly peer: string
  readonly tickets: Tickets = createTickets()
  menu: MenuState = { undo: null, redo: null, enabled: [] }
  /** What the last export of this window wrote. */
  exported: string | null = null

  /** Its page kept ending with the map it showed, which was left for that reason. */
  gaveUp = false

  #host: MapHost | null = null
  #release: readonly Dispose[] = []
  #failure: OpenFailed | null = null
  /** The page asked who it is; before that it is not there to be told. */
  #greeted = false
  /** What came back after a crash, and that the file has another name, is said once, not at every reload. */
  #saidOnce = false
  #committed: (() => void) | null = null
  #committing: Promise<void> | null = null

  constructor(browser: BrowserWindow) {
    this.browser = browser
    this.peer = `window-${browser.id}`
    browser.webContents.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) this.#greeted = false
    })
    browser.on('maximize', () => this.#tellState())
    browser.on('unmaximize', () => this.#tellState())
    browser.on('enter-full-screen', () => this.#tellState())
    browser.on('leave-full-screen', () => this.#tellState())
  }

  get host(): MapHost | null {
    return this.#host
  }

  tell<E extends EventName>(event: E, payload: Events[E]): void {
    if (this.#greeted && !this.browser.isDestroyed()) tell(this.browser.webContents, event, payload)
  }

  focus(): void {
    if (this.browser.isMinimized()) this.browser.restore()
    this.browser.focus()
  }

  /** The page is there; what it shows. From now on it is told of changes. */
  hello(): { readonly map: OpenMap | null; readonly failure: OpenFailed | null } {
    this.#greeted = true
    const failure = this.#failure
    this.#failure = null
    return { map: this.#host && this.#openMap(this.#host), failure }
  }

  /** Show this map from now on. The window must show the start screen. */
  attach(host: MapHost): void {
    if (this.#host) throw new Error('A window holds one map.')
    this.#host = host
    this.gaveUp = false
    this.#saidOnce = false
    let { readOnly } = host
    this.#release = [
      host.onUpdate((update, peer) => {
        if (peer !== this.peer) this.tell('map.update', { handle: host.handle, update })
      }),
      host.versions.onChange(() => this.tell('versions.changed', { handle: host.handle })),
      host.onStatus((status) => {
        // A copy of a read-only map may be edited, and what the page made of the original takes no edits: it is shown anew.
        if (host.readOnly !== readOnly) this.tell('map.opened', this.#openMap(host))
        else this.tell('map.status', { handle: host.handle, status, name: shownName(host), place: host.place })
        readOnly = host.readOnly
      }),
      host.onSurroundings((surroundings) =>
        this.tell('map.surroundings', { handle: host.handle, surroundings: shownSurroundings(surroundings) }),
      ),
      host.onMerging(() => this.tell('map.merging', { handle: host.handle })),
      host.onMerged((merged) => this.tell('map.merged', shownMerged(host, merged))),
    ]
    if (this.#greeted) this.tell('map.opened', this.#openMap(host))
  }

  /** Let go of the map and show the start screen. What was typed has to be committed before. */
  async detach(): Promise<void> {
    const handle = this.#host?.handle
    const closed = this.leave()
    if (handle !== undefined) this.tell('map.closed', { handle })
    await closed
  }

  /** Let go of the map of a window that goes away itself. */
  async leave(): Promise<void> {
    const host = this.#host
    this.#host = null
    for (const release of this.#release) release()
    this.#release = []
    await host?.close()
  }

  /** Opening something for this window failed: said now, or when the page is there. */
  failed(failure: OpenFailed): void {
    if (this.#greeted) this.tell('open.failed', failure)
    else this.#failure = failure
  }

  /** Ask the page for what is being typed, and wait until every update of it is here. */
  commit(): Promise<void> {
    // The page may be told to close by its own button and by the system at once; one answer is for both.
    this.#committing ??= this.#commit().finally(() => {
      this.#committing = null
    })
    return this.#committing
  }

  async #commit(): Promise<void> {
    if (!this.#greeted || this.browser.isDestroyed() || this.browser.webContents.isCrashed()) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, COMMIT_MS)
      this.#committed = () => {
        clearTimeout(timer)
        resolve()
      }
      this.tell('window.closing', null)
    })
    this.#committed = null
  }

  /** The preload says that every listener of `window.closing` is done. */
  committed(): void {
    this.#committed?.()
  }

  #openMap(host: MapHost): OpenMap {
    const [recovered, linked] = this.#saidOnce ? [0, false] : [host.recovered, host.linked]
    this.#saidOnce = true
    return {
      handle: host.handle,
      name: shownName(host),
      place: host.place,
      readOnly: host.readOnly,
      state: host.encode(),
      status: host.status(),
      recovered,
      rebuilt: host.rebuilt,
      newer: host.newer,
      linked,
      fresh: host.fresh,
      ...(host.salvage ? { salvage: { ...host.salvage, partial: host.salvage.partial.length } } : {}),
      surroundings: shownSurroundings(host.surroundings()),
    }
  }

  #tellState(): void {
    this.tell('window.state', { maximized: this.browser.isMaximized(), fullscreen: this.browser.isFullScreen() })
  }
}

/** A merge may change thousands of records; whoever wants to see them all compares the boards. */
const MOST_CHANGES = 300

function shownMerged({ handle }: MapHost, { diff, name, ...rest }: Merged): MapMerged {
  const changes = diff.changes.slice(0, MOST_CHANGES).map(({ id, what }) => ({ id, what }))
  return { ...rest, handle, name: name === null ? null : visibleName(name), changes, count: diff.changes.length }
}

function shownSurroundings({ others, copies, older }: MapSurroundings): MapSurroundings {
  return { others, copies: copies.map((copy) => ({ ...copy, name: visibleName(copy.name) })), ...(older && { older }) }
}

/** A file name may hold characters that turn the text round it; they are shown, never obeyed. */
function shownName(host: MapHost): string | null {
  return host.name === null ? null : visibleName(host.name)
}
