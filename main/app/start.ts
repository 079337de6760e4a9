import { randomBytes } from 'node:crypto'
import os from 'node:os'
import path from 'node:path'
import { app, ipcMain, Menu, nativeTheme, screen, session, shell } from 'electron'
import { createTranslator, languageFor, type Language, type Translator } from '../../shared/i18n/translator'
import { visibleName } from '../../shared/base/safeText'
import { PRIVATE } from '../../shared/ipc/channels'
import { makeNewId } from '../../shared/model/ids'
import { openRecents } from '../files/recents'
import { openSettings } from '../files/settings'
import { thisComputer } from '../files/thisComputer'
import { WorkerCodec } from '../files/workerCodec'
import { createHandlers } from '../ipc/handlers'
import { detailOf } from '../ipc/readGroups'
import { serve, servePrivate, type Door } from '../ipc/serve'
import type { MapHost } from '../maps/mapHost'
import { SURROUND_TIMES } from '../maps/hostSurroundings'
import { createMaps, type Maps } from '../maps/maps'
import type { AppWindow } from './appWindow'
import { checkedFiles } from './commandLine'
import { createWindow } from './createWindow'
import { createDialogs } from './dialogs'
import { openLog, type Log } from './log'
import { macMenu } from './menu'
import { servePages } from './protocol'
import { quitInOrder } from './quit'
import type { StartWatch } from './safeMode'
import { BUILT, runtimeKind, type Surroundings } from './surroundings'
import { systemUserName } from './userName'
import { FIRST_PLACE, fitPlace, openWindowPlaces, smallestSize } from './windowPlace'
import { createWindows, type Windows } from './windows'

/**
 * Run the app with its windows: the maps that were left unfinished, the files that were asked for, or the start screen.
 * In safe mode no map is opened by itself and no window comes back to its place.
 * @param files absolute paths from the command line; `later` gives those that come while the app runs.
 */
export async function start(
  files: readonly string[],
  surroundings: Surroundings,
  watch: StartWatch,
  later: (open: (files: readonly string[]) => void) => void,
): Promise<void> {
  const clock = (): Date => new Date()
  const userData = app.getPath('userData')
  const log = openLog(userData, clock)
  process.on('uncaughtException', (error) => log('uncaught', error))
  process.on('unhandledRejection', (error) => log('unhandled rejection', error))
  servePages(session.defaultSession, BUILT.renderer, { rebuilds: !app.isPackaged })

  const home = os.homedir()
  const settings = await openSettings({ userData, clock })
  const recents = await openRecents({ userData, home, clock })
  const codec = new WorkerCodec({ script: BUILT.mapWorker, log })
  const maps = createMaps({
    userData,
    home,
    clock,
    newId: makeNewId((count) => randomBytes(count)),
    recents,
    who: () => settings.get().displayName || systemUserName(),
    log,
    codec,
    surround: { times: SURROUND_TIMES, computer: os.hostname(), machine: thisComputer(), trash: (file) => shell.trashItem(file) },
  })

  const systemLanguage = languageFor(app.getPreferredSystemLanguages())
  const language = (): Language => settings.get().language ?? systemLanguage
  const translator = rememberTranslator(language)
  const followTheme = (): void => {
    nativeTheme.themeSource = settings.get().theme
  }
  followTheme()

  const dialogs = createDialogs(translator)
  const places = openWindowPlaces(userData, workAreas, log)
  const { bench } = surroundings
  const windows: Windows = createWindows({
    create: () => {
      const place = watch.safe
        ? fitPlace(FIRST_PLACE, workAreas())
        : places.next(windows.all().map(({ browser }) => browser.getNormalBounds()))
      const smallest = smallestSize(workAreas())
      return createWindow({ preload: BUILT.preload, place, smallest, dark: nativeTheme.shouldUseDarkColors, bench })
    },
    dialogs,
    places,
    clock,
    log,
  })

  // A smaller screen may come, or a larger scale.
  const displaysChanged = (): void => {
    const { width, height } = smallestSize(workAreas())
    for (const { browser } of windows.all()) browser.setMinimumSize(width, height)
  }
  screen.on('display-added', displaysChanged)
  screen.on('display-removed', displaysChanged)
  screen.on('display-metrics-changed', displaysChanged)

  const showMenu = (window: AppWindow | undefined): void => {
    if (process.platform !== 'darwin' || !window) return
    const run = (id: string): void => windows.focused()?.tell('menu.command', { id })
    Menu.setApplicationMenu(Menu.buildFromTemplate(macMenu(translator(), window.menu, run)))
  }
  // Linux and Windows draw the menu in the title bar; a second one of the system would take its keys twice.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null)
  app.on('browser-window-focus', () => showMenu(windows.focused()))

  const door: Door<Electron.IpcMainInvokeEvent, AppWindow> = { ipc: ipcMain, caller: (event) => windows.ofCall(event), log }
  serve(
    door,
    createHandlers({
      about: { ...about(systemLanguage, bench), safeMode: watch.safe },
      edited: () => watch.good(),
      settings,
      recents,
      maps,
      windows,
      dialogs,
      exports: { fonts: BUILT.fonts },
      language,
      documents: app.getPath('documents'),
      outside: { openLink: (url) => shell.openExternal(url), showInFolder: (file) => shell.showItemInFolder(file) },
      menuChanged: (window) => {
        if (window.browser.isFocused()) showMenu(window)
      },
      log,
    }),
  )
  servePrivate(door, PRIVATE.dropTicket, async (raw, window) => {
    const [file] = checkedFiles([raw], '/')
    return file === undefined ? '' : window.tickets.issue(file)
  })
  servePrivate(door, PRIVATE.closingDone, async (_raw, window) => window.committed())

  settings.onChange((changed) => {
    followTheme()
    windows.tellAll('settings.changed', changed)
    showMenu(windows.focused())
  })
  recents.onChange(() => windows.tellAll('recents.changed', null))

  const openFiles = async (paths: readonly string[]): Promise<void> => {
    for (const file of paths) {
      const opened = await maps.openFile(file)
      if (opened.ok) showInFree(windows, opened.value)
      else windows.failed({ code: opened.code, name: visibleName(path.basename(file)), detail: detailOf(opened) })
    }
  }
  later((paths) => {
    void openFiles(paths).then(() => (paths.length === 0 ? (windows.all()[0] ?? windows.start()).focus() : undefined))
  })
  app.on('activate', () => windows.all().length === 0 && windows.start())
  quitInOrder({ windows, maps, dialogs, log, remembered: () => Promise.all([settings.settled(), recents.settled()]) })

  // There at once, however long a disk takes to give the maps back; the first of them takes its place.
  windows.start()
  setTimeout(() => watch.good(), WORKS_AFTER_MS).unref()
  app.on('quit', () => watch.good())
  if (watch.safe) return
  await Promise.all([bench ? null : showUnfinished(maps, windows, log), openFiles(files)])
}

/** Of all displays, the main one first. */
function workAreas(): readonly Electron.Rectangle[] {
  const main = screen.getPrimaryDisplay()
  return [main, ...screen.getAllDisplays().filter(({ id }) => id !== main.id)].map(({ workArea }) => workArea)
}

/** A start that has lasted so long works. */
const WORKS_AFTER_MS = 15_000

/** Bring back what the app was in when it ended without a goodbye. Whatever goes wrong with one map, the app starts. */
async function showUnfinished(maps: Maps, windows: Windows, log: Log): Promise<void> {
  try {
    for (const { id } of await maps.unfinished()) {
      const opened = await maps.openUnfinished(id)
      if (opened.ok) showInFree(windows, opened.value)
      else log(`an unfinished map did not come back: ${opened.code} ${detailOf(opened)}`)
    }
  } catch (error) {
    log('the unfinished maps did not come back', error)
  }
}

/** In the window that shows the start screen, if there is one. */
function showInFree(windows: Windows, host: MapHost): void {
  windows.show(
    host,
    windows.all().find((window) => window.host === null),
  )
}

function about(systemLanguage: Language, bench: boolean) {
  const { electron, chrome, node } = process.versions
  const platform = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : ('linux' as const)
  return {
    systemLanguage,
    userName: systemUserName(),
    platform,
    versions: { app: app.getVersion(), electron, chrome, node, runtime: runtimeKind(electron) },
    bench,
  }
}

/** Making a translator costs a few milliseconds; one is kept for the language that is on. */
function rememberTranslator(language: () => Language): () => Translator {
  let made = createTranslator(language())
  return () => {
    if (made.language !== language()) made = createTranslator(language())
    return made
  }
}
