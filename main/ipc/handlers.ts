import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { fail, ok, type Failure, type Result } from '../../shared/base/result'
import { visibleName } from '../../shared/base/safeText'
import type { FailureOf, Output } from '../../shared/ipc/contract'
import type { Language } from '../../shared/i18n/translator'
import { LIMITS, MOST_GROUPS } from '../../shared/model/limits'
import type { AppWindow } from '../app/appWindow'
import type { Dialogs } from '../app/dialogs'
import { mayLeave, nameOf } from '../app/leaveMap'
import { checkLink } from '../app/links'
import type { Log } from '../app/log'
import type { Windows } from '../app/windows'
import type { ExportDeps } from '../export/exportBoard'
import { exportBoard } from '../export/exportBoard'
import { rescueMap } from '../export/rescueMap'
import { errnoOf, isMissing } from '../files/errno'
import type { Recents } from '../files/recents'
import type { SettingsStore } from '../files/settings'
import type { MapHost } from '../maps/mapHost'
import type { Maps, OpenFailure } from '../maps/maps'
import { askForPlace, type Wanted } from './askForPlace'
import { ownMap } from './ownMap'
import { detailOf, readGroups } from './readGroups'
import type { Handlers } from './serve'
import { createVersionHandlers } from './versionHandlers'

export interface HandlerDeps {
  readonly about: Pick<Output<'app.hello'>, 'systemLanguage' | 'userName' | 'platform' | 'versions' | 'bench' | 'safeMode'>
  readonly settings: SettingsStore
  readonly recents: Recents
  readonly maps: Maps
  readonly windows: Windows
  readonly dialogs: Dialogs
  readonly exports: ExportDeps
  /** The language the app speaks now. */
  readonly language: () => Language
  /** Where a dialog starts for a map that has no folder yet. */
  readonly documents: string
  /** The parts of Electron's `shell` that leave the app. */
  readonly outside: { readonly openLink: (url: string) => Promise<void>; readonly showInFolder: (file: string) => void }
  /** The front window's menu has other words or other possibilities now. */
  readonly menuChanged: (window: AppWindow) => void
  /** A person edits: the app works. */
  readonly edited: () => void
  readonly log: Log
}

type Choose = Wanted['choose']

/** What the main process does for a window, channel by channel. */
export function createHandlers(deps: HandlerDeps): Handlers<AppWindow> {
  const { settings, recents, maps, windows, dialogs, language, outside, log } = deps

  const showIn = (window: AppWindow, opened: Result<MapHost, OpenFailure>): Result<null, OpenFailure> => {
    if (!opened.ok) return opened
    windows.show(opened.value, window)
    return ok(null)
  }

  async function saveAs(window: AppWindow, host: MapHost): Promise<Result<Output<'map.saveAs'>, FailureOf<'map.saveAs'>>> {
    const choose: Choose = (folder, name) => dialogs.saveMapAs(window.browser, folder, name)
    const file = await askForPlace(window, { of: host, name: nameOf(host), itself: true, choose }, deps)
    if (file === null) return fail('cancelled')
    const saved = await host.saveAs(file)
    if (!saved.ok) return told(saved)
    return ok({ name: host.name ?? '', place: host.place ?? '', savedAt: saved.value.savedAt })
  }

  return {
    'app.hello': async (_input, window) => {
      const { map, failure } = window.hello()
      return ok({ ...deps.about, safeMode: deps.about.safeMode || window.gaveUp, settings: settings.get(), map, openFailure: failure })
    },
    'settings.change': (change) => settings.change(change),
    'recents.list': async () => ok([...(await recents.list())]),
    'recents.forget': async ({ id }) => {
      await recents.forget(id)
      return ok(null)
    },
    'recents.export': async ({ id, ...wanted }, window) => {
      const opened = await maps.openRecent(id)
      if (!opened.ok) return fail(opened.code, opened.detail)
      const host = opened.value
      try {
        const choose: Choose = (folder, name) => dialogs.rescueTo(window.browser, folder, name, wanted.to)
        const file = await askForPlace(window, { of: host, name: nameOf(host), choose }, deps)
        if (file === null) return fail('cancelled')
        const written = await rescueMap(host, wanted, file, deps.exports)
        return written.ok ? ok({ name: visibleName(path.basename(file)) }) : written
      } finally {
        // One that a window shows stays open.
        if (windows.all().every((other) => other.host !== host)) await host.close()
      }
    },
    'map.new': async ({ template, title }, window) => {
      windows.show(await maps.newMap({ template, title, language: language() }), window)
      return ok(null)
    },
    'map.open': async (input, window) => {
      switch (input.from) {
        case 'dialog': {
          const file = await dialogs.openMap(window.browser)
          return file === null ? fail('cancelled') : opened(showIn(window, await maps.openFile(file)), path.basename(file))
        }
        case 'recent':
          return opened(showIn(window, await maps.openRecent(input.id)))
        case 'sample':
          windows.show(await maps.openSample(language()), window)
          return ok(null)
        case 'drop': {
          const file = window.tickets.take(input.ticket)
          return file === undefined ? fail('not-found') : opened(showIn(window, await maps.openFile(file)), path.basename(file))
        }
      }
    },
    'map.fromState': async ({ state, title }, window) => {
      const made = await maps.openState(state, title)
      if (!made.ok) return made
      windows.show(made.value, window)
      return ok(null)
    },
    'map.update': async ({ handle, update }, window) => {
      const host = ownMap(window, handle)
      if (!host) return fail('closed')
      deps.edited()
      return host.receive(update, window.peer)
    },
    'map.save': async ({ handle }, window) => {
      const host = ownMap(window, handle)
      if (!host) return fail('closed')
      const saved = await host.save()
      if (saved.ok) return ok({ savedAt: saved.value.savedAt })
      return saved.code === 'no-file' ? saveAs(window, host) : told(saved)
    },
    'map.saveAs': async ({ handle }, window) => {
      const host = ownMap(window, handle)
      return host ? saveAs(window, host) : fail('closed')
    },
    'map.putBack': async ({ handle }, window) => {
      const host = ownMap(window, handle)
      if (!host) return fail('closed')
      if (host.file === null) return fail('unknown', 'no-file')
      const saved = await host.saveAs(host.file)
      return saved.ok ? ok({ savedAt: saved.value.savedAt }) : told(saved)
    },
    'map.older': async ({ handle, action }, window) => ownMap(window, handle)?.older(action) ?? fail('closed'),
    'map.copies': async ({ handle, action, ids }, window) => ownMap(window, handle)?.copies(action, ids) ?? fail('closed'),
    'map.thumbnail': async ({ handle, svg }, window) => {
      const host = ownMap(window, handle)
      if (!host) return fail('closed')
      await recents.setThumbnail(host.recentId, svg)
      return ok(null)
    },
    'map.showInFolder': async ({ handle }, window) => {
      const host = ownMap(window, handle)
      if (!host) return fail('closed')
      if (host.file !== null) outside.showInFolder(host.file)
      return ok(null)
    },
    'map.export': async ({ handle, ...look }, window) => {
      const host = ownMap(window, handle)
      if (!host) return fail('closed')
      const choose: Choose = (folder, name) => dialogs.exportTo(window.browser, folder, name, look.format)
      const file = await askForPlace(window, { of: host, name: nameOf(host), choose }, deps)
      if (file === null) return fail('cancelled')
      const written = await exportBoard(host.board(), look, file, deps.exports)
      if (!written.ok) return written
      window.exported = file
      return ok({ name: visibleName(path.basename(file)), bytes: written.value.bytes })
    },
    'export.show': async (_input, window) => {
      const file = window.exported
      if (file === null || !(await isThere(file))) return fail('not-found')
      outside.showInFolder(file)
      return ok(null)
    },
    'import.read': async (input, window) => {
      const file = input.from === 'dialog' ? await dialogs.readImport(window.browser) : window.tickets.take(input.ticket)
      if (file === null) return fail('cancelled')
      return file === undefined ? fail('not-found') : readBounded(file)
    },
    'maps.readGroups': async (_input, window) => {
      const files = await dialogs.openMaps(window.browser)
      if (files.length === 0) return fail('cancelled')
      return files.length > MOST_GROUPS ? fail('too-many', files.length) : ok(await readGroups(files, maps))
    },
    'window.control': async ({ action }, { browser }) => {
      if (action === 'minimize') browser.minimize()
      else if (action === 'close') browser.close()
      else if (action === 'quit') windows.closeAll()
      else if (action === 'fullscreen') browser.setFullScreen(!browser.isFullScreen())
      else if (browser.isMaximized()) browser.unmaximize()
      else browser.maximize()
      return ok(null)
    },
    'map.close': async ({ handle }, window) => {
      const host = ownMap(window, handle)
      if (!host) return fail('closed')
      const leaves = await mayLeave(host, (unsaved) => dialogs.leaveUnsaved(window.browser, unsaved))
      // It may have been left already while the person was asked.
      if (leaves && window.host === host) await window.detach()
      return ok(null)
    },
    ...createVersionHandlers(deps),
    'menu.state': async (state, window) => {
      window.menu = state
      deps.menuChanged(window)
      return ok(null)
    },
    'app.openLink': async ({ url }, window) => {
      const link = checkLink(url)
      if (!link) return fail('refused')
      if (!(await dialogs.openLink(window.browser, link.host))) return fail('cancelled')
      await outside.openLink(link.url)
      return ok(null)
    },
    'app.report': async ({ message, stack }) => {
      log(`window: ${message} ${stack}`)
      return ok(null)
    },
  }
}

/** Opening's failures as the window knows them; a file that only main can name goes along for the sentence. */
function opened(result: Result<null, OpenFailure>, name?: string): Result<null, FailureOf<'map.open'>> {
  if (result.ok) return result
  const detail = detailOf(result)
  return fail(result.code, name === undefined ? detail : { name: visibleName(name), detail })
}

function told(failure: Failure<FailureOf<'map.save'> | 'no-file'>): Failure<FailureOf<'map.save'>> {
  const { code } = failure
  return code === 'no-file' ? fail('unknown', code) : fail(code, failure.detail)
}

async function isThere(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile()
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/** A text to import, never more of it than an import may have; the window makes sense of the bytes. */
async function readBounded(file: string): Promise<Result<Output<'import.read'>, FailureOf<'import.read'>>> {
  try {
    const found = await stat(file)
    if (!found.isFile()) return fail('unreadable', 'folder')
    if (found.size > LIMITS.importBytes) return fail('too-large', found.size)
    const bytes = await readFile(file)
    if (bytes.byteLength > LIMITS.importBytes) return fail('too-large', bytes.byteLength)
    return ok({ name: visibleName(path.basename(file)), bytes: new Uint8Array(bytes) })
  } catch (error) {
    return isMissing(error) ? fail('not-found') : fail('unreadable', errnoOf(error))
  }
}
