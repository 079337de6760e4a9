import type { ActionId } from '../../shared/actions/actionTable'
import type { Dispose } from '../../shared/base/disposable'
import type { Translator } from '../../shared/i18n/translator'
import type { OpenMap, Output } from '../../shared/ipc/contract'
import type { MapSurroundings } from '../../shared/ipc/surroundings'
import { makeNewId, type NewId } from '../../shared/model/ids'
import { createSceneBuilder } from '../../shared/scene/buildScene'
import { sceneWords } from '../../shared/layout/sceneWords'
import { darkTheme, lightTheme, type Theme } from '../../shared/scene/theme'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { focusFirst } from '../tools/keyboardEdits'
import { createSession } from '../state/createSession'
import type { Session } from '../state/session'
import type { ShowToast } from '../state/toast'
import type { DialogId } from '../state/uiState'
import { keptOnReopening } from '../state/uiStore'
import { createActions } from './actions'
import type { Bridge } from './bridge'
import { createCopyCommands, type ActOnCopies } from './copyCommands'
import { createOlderCommand, type ActOnOlder } from './olderCommand'
import { createFileCommands, importReadFailureText, type FileCommands } from './fileCommands'
import { createOthersEdits } from './othersEdits'
import { createRegions } from './regions'
import { createSettingsStore, type SettingsStore } from './settingsStore'
import { thumbnailOf } from './thumbnail'
import { createToasts, type Toasts } from './toasts'
import { createWindowStore, type WindowStore } from './windowState'

export type Hello = Output<'app.hello'>

/** Who and where we are: asked of main once. */
export type Host = Pick<Hello, 'platform' | 'userName' | 'versions' | 'safeMode'>

export interface Action {
  run(): void
  enabled(): boolean
}
export type Actions = ReadonlyMap<ActionId, Action>

/** Everything a part of the window may need that it cannot make itself. Put together in `createServices` and nowhere else. */
export interface Services {
  readonly bridge: Bridge
  readonly host: Host
  readonly newId: NewId
  readonly clock: () => Date
  readonly settings: SettingsStore
  readonly window: WindowStore
  readonly toast: ShowToast
  readonly files: FileCommands
  readonly actOnCopies: ActOnCopies
  readonly actOnOlder: ActOnOlder
  /** The translator of the language that is on now. */
  translator(): Translator
  /** The open map, or null on the start screen. */
  session(): Session | null
  /** Reads a file that was dropped on the window, and shows what an import would make of it. */
  importDropped(file: File): void
  /** Opens a dialog over the map or the start screen; null closes it. */
  openDialog(dialog: DialogId | null): void
  /** Moves the keyboard to the next (1) or previous (-1) region of the window. */
  moveRegion(by: 1 | -1): void
  /** Closes all windows, and with the last one the app. */
  quit(): void
  toggleFullscreen(): void
}

/** The services and what only the window's frame needs of them. */
export interface WindowServices extends Services {
  readonly actions: Actions
  readonly toasts: Toasts
  readonly sessions: StoreApi<Session | null>
  readonly dispose: Dispose
}

/** A picture of a large map takes several frames of drawing, and leaving the map sends one anyway; between the saves of a busy hand it is not made. */
const PICTURE_MS = 60_000

/** Round a map that has no file. */
const NOBODY: MapSurroundings = { others: [], copies: [] }

/** Put the window together, and show the map main has for it. */
export function createServices(bridge: Bridge, hello: Hello): WindowServices {
  const clock = (): Date => new Date()
  const newId = makeNewId((count) => crypto.getRandomValues(new Uint8Array(count)))
  const settings = createSettingsStore(bridge, hello.settings, {
    language: hello.systemLanguage,
    darkQuery: matchMedia('(prefers-color-scheme: dark)'),
  })
  const window = createWindowStore()
  const toasts = createToasts()
  const sessions = createStore<Session | null>(() => null)
  const regions = createRegions(document)
  const translator = (): Translator => settings.store.getState().translator
  const session = (): Session | null => sessions.getState()

  const settle = async (): Promise<void> => {
    // A field that loses the focus writes what was typed in it.
    const { activeElement } = document
    if (activeElement instanceof HTMLElement && activeElement.matches('input, textarea')) activeElement.blur()
    await session()?.settled()
  }
  const sendThumbnail = async (): Promise<void> => {
    const open = session()
    if (!open) return
    const look = { theme: lightTheme, words: sceneWords(translator()) }
    const svg = thumbnailOf(createSceneBuilder().scene(open.layout(), open.board(), look))
    if (svg !== null) await bridge.call('map.thumbnail', { handle: open.handle, svg })
  }
  let picturedAt = -Infinity
  const sendThumbnailNowAndThen = (): void => {
    const now = clock().getTime()
    if (Math.abs(now - picturedAt) < PICTURE_MS) return
    picturedAt = now
    void sendThumbnail()
  }
  const files = createFileCommands({ bridge, window, toast: toasts.show, translator, settle, sendThumbnail })
  const actOnCopies = createCopyCommands({ bridge, window, toast: toasts.show, translator, settle })
  const actOnOlder = createOlderCommand({ bridge, window, toast: toasts.show, translator, settle, session })
  const others = createOthersEdits({
    session,
    translator,
    show: toasts.show,
    isShown: (key) => toasts.store.getState().some((toast) => toast.key === key),
  })

  const openMap = (map: OpenMap): void => {
    picturedAt = -Infinity
    const before = session()
    const kept = before?.handle === map.handle ? keptOnReopening(before.ui.getState()) : {}
    before?.destroy()
    if (before) toasts.forget(before.handle)
    const {
      handle,
      name,
      place,
      readOnly,
      status,
      recovered,
      rebuilt = false,
      newer = false,
      linked = false,
      salvage,
      surroundings = NOBODY,
    } = map
    const opened = createSession({
      open: map,
      bridge,
      translator: translator(),
      theme: themeOf(settings.store.getState().theme),
      clock,
      newId,
      toast: (toast) => toasts.show(toast, handle),
      who: () => settings.store.getState().settings.displayName || hello.userName,
    })
    opened.ui.setState(kept)
    // The keyboard goes to the board with it, so that the first note can be written at once.
    if (map.fresh === true && before?.handle !== map.handle) focusFirst(opened)
    window.setState({
      file: { handle, name, place, readOnly, status, recovered, rebuilt, newer, linked, salvage, surroundings },
      dialog: null,
    })
    sessions.setState(opened, true)
  }
  const closeMap = (): void => {
    const before = session()
    before?.destroy()
    if (before) toasts.forget(before.handle)
    sessions.setState(null, true)
    window.setState({ file: null, dialog: null })
  }

  const openDialog = (dialog: DialogId | null): void => {
    const open = session()
    if (open) open.ui.setState({ dialog, contextMenu: null })
    else window.setState({ dialog })
  }
  const readDropped = async (file: File): Promise<void> => {
    const read = await bridge.call('import.read', { from: 'drop', ticket: await bridge.dropTicket(file) })
    if (!read.ok) {
      toasts.show({ kind: 'error', text: importReadFailureText(translator(), read.code, file.name) })
      return
    }
    window.setState({ importSource: read.value })
    openDialog('import')
  }

  const services: Services = {
    bridge,
    host: { platform: hello.platform, userName: hello.userName, versions: hello.versions, safeMode: hello.safeMode },
    newId,
    clock,
    settings,
    window,
    toast: toasts.show,
    files,
    actOnCopies,
    actOnOlder,
    translator,
    session,
    importDropped(file) {
      void readDropped(file)
    },
    openDialog,
    moveRegion: regions.move,
    quit() {
      void bridge.call('window.control', { action: 'quit' })
    },
    toggleFullscreen() {
      void bridge.call('window.control', { action: 'fullscreen' })
    },
  }
  const actions = createActions(services)

  const teardown: Dispose[] = [
    settings.dispose,
    settings.store.subscribe((look) => session()?.setLook({ translator: look.translator, theme: themeOf(look.theme) })),
    bridge.on('map.opened', openMap),
    bridge.on('map.closed', ({ handle }) => {
      if (session()?.handle === handle) closeMap()
    }),
    bridge.on('map.status', ({ handle, status, name, place }) => {
      const { file } = window.getState()
      if (file?.handle !== handle) return
      window.setState({ file: { ...file, status, name, place } })
      if (status.kind === 'saved') sendThumbnailNowAndThen()
    }),
    bridge.on('map.surroundings', ({ handle, surroundings }) => {
      const { file } = window.getState()
      if (file?.handle === handle) window.setState({ file: { ...file, surroundings } })
    }),
    bridge.on('map.merging', ({ handle }) => others.coming(handle)),
    bridge.on('map.merged', others.came),
    bridge.on('menu.command', ({ id }) => actions.get(id as ActionId)?.run()),
    bridge.on('open.failed', files.sayOpenFailure),
    bridge.on('window.state', ({ maximized, fullscreen }) => window.setState({ maximized, fullscreen })),
    bridge.on('window.closing', () => settle().then(sendThumbnail)),
    () => session()?.destroy(),
  ]

  if (hello.map) openMap(hello.map)
  if (hello.openFailure) files.sayOpenFailure(hello.openFailure)

  return {
    ...services,
    actions,
    toasts,
    sessions,
    dispose() {
      for (const dispose of teardown.splice(0)) dispose()
    },
  }
}

function themeOf(name: 'light' | 'dark'): Theme {
  return name === 'dark' ? darkTheme : lightTheme
}
