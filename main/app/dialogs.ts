import path from 'node:path'
import {
  dialog,
  type BrowserWindow,
  type FileFilter,
  type MessageBoxOptions,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from 'electron'
import { isolate, safeFileName } from '../../shared/base/safeText'
import type { Translator } from '../../shared/i18n/translator'
import type { ExportFormat } from '../export/job'
import type { Unsaved } from './leaveMap'

const MAP_ENDING = 'cjm'
const IMPORT_ENDINGS = ['csv', 'tsv', 'txt', 'md', 'markdown', 'mmd', 'mermaid']

/** Where a person wants a file. */
export interface ChosenPlace {
  readonly file: string
  /** The ending was added here: the system knew nothing of a file under this name, and asked nothing about it. */
  readonly completed: boolean
}

/** Every question the system asks for us, in the language the app is in at that moment. */
export interface Dialogs {
  openMap(parent: BrowserWindow): Promise<string | null>
  /** The maps of parallel groups, one or several; empty where the person thought better of it. */
  openMaps(parent: BrowserWindow): Promise<readonly string[]>
  /** @param name without ending; made fit for every system. */
  saveMapAs(parent: BrowserWindow, folder: string, name: string): Promise<ChosenPlace | null>
  readImport(parent: BrowserWindow): Promise<string | null>
  exportTo(parent: BrowserWindow, folder: string, name: string, format: ExportFormat): Promise<ChosenPlace | null>
  /** Where a map goes that is not shown: as a map of its own, or as a picture. */
  rescueTo(parent: BrowserWindow, folder: string, name: string, to: 'cjm' | 'svg'): Promise<ChosenPlace | null>
  openLink(parent: BrowserWindow, host: string): Promise<boolean>
  /** The chosen file is open in another window. True: choose again. */
  nameIsTaken(parent: BrowserWindow, name: string): Promise<boolean>
  /** A file is there that the system did not ask about. True: replace it; else another name is chosen. */
  mayReplace(parent: BrowserWindow, name: string): Promise<boolean>
  /** The last edits could not be written. True: close all the same. */
  leaveUnsaved(parent: BrowserWindow, unsaved: Unsaved): Promise<boolean>
}

export function createDialogs(translator: () => Translator): Dialogs {
  return {
    openMap(parent) {
      const { t } = translator()
      return openOne(parent, t('native.open.title'), t('native.open.button'), mapFilters())
    },
    openMaps(parent) {
      const { t } = translator()
      return openSeveral(parent, t('native.groups.title'), t('native.groups.button'), mapFilters())
    },
    saveMapAs(parent, folder, name) {
      const { t } = translator()
      return saveOne(parent, t('native.saveAs.title'), t('native.saveAs.button'), suggest(folder, name, MAP_ENDING), [
        { name: t('native.files.maps'), extensions: [MAP_ENDING] },
      ])
    },
    readImport(parent) {
      const { t } = translator()
      return openOne(parent, t('native.import.title'), t('native.import.button'), [
        { name: t('native.files.texts'), extensions: IMPORT_ENDINGS },
        { name: t('native.files.all'), extensions: ['*'] },
      ])
    },
    exportTo(parent, folder, name, format) {
      const { t } = translator()
      return saveOne(parent, t('native.export.title'), t('native.export.button'), suggest(folder, name, format), [
        { name: t(`native.files.${format}`), extensions: [format] },
      ])
    },
    rescueTo(parent, folder, name, to) {
      const { t } = translator()
      const [title, button, filter] =
        to === 'cjm'
          ? [t('native.saveAs.title'), t('native.saveAs.button'), t('native.files.maps')]
          : [t('native.export.title'), t('native.export.button'), t('native.files.svg')]
      return saveOne(parent, title, button, suggest(folder, name, to), [{ name: filter, extensions: [to] }])
    },
    openLink(parent, host) {
      const { t } = translator()
      return ask(parent, {
        type: 'question',
        message: t('native.link.title'),
        detail: t('native.link.detail', { host: isolate(host) }),
        buttons: [t('native.cancel'), t('native.link.open')],
      })
    },
    nameIsTaken(parent, name) {
      const { t } = translator()
      return ask(parent, {
        type: 'warning',
        message: t('native.saveAs.taken', { name: isolate(name) }),
        detail: t('native.saveAs.taken.detail'),
        buttons: [t('native.cancel'), t('native.saveAs.another')],
      })
    },
    mayReplace(parent, name) {
      const { t } = translator()
      return ask(parent, {
        type: 'warning',
        message: t('native.saveAs.there', { name: isolate(name) }),
        detail: t('native.saveAs.there.detail'),
        buttons: [t('native.saveAs.another'), t('native.saveAs.replace')],
      })
    },
    leaveUnsaved(parent, { name, lost }) {
      const { t } = translator()
      const shown = { name: isolate(name === '' ? t('native.untitled') : name) }
      return ask(parent, {
        type: 'warning',
        message: lost ? t('native.leave.lost', shown) : t('native.leave.title', shown),
        detail: lost ? t('native.leave.lost.detail') : t('native.leave.detail'),
        buttons: [t('native.leave.stay'), t('native.leave.leave')],
      })
    },
  }

  function mapFilters(): FileFilter[] {
    const { t } = translator()
    return [
      { name: t('native.files.maps'), extensions: [MAP_ENDING] },
      { name: t('native.files.all'), extensions: ['*'] },
    ]
  }

  function suggest(folder: string, name: string, ending: string): string {
    return path.join(folder, `${safeFileName(name, translator().t('native.untitled'))}.${ending}`)
  }
}

// `dialog` is looked up at every call, so that a test can put its own answer in its place.

async function openOne(parent: BrowserWindow, title: string, button: string, filters: FileFilter[]): Promise<string | null> {
  const options: OpenDialogOptions = { title, buttonLabel: button, filters, properties: ['openFile'] }
  const { canceled, filePaths } = await dialog.showOpenDialog(parent, options)
  return canceled ? null : (filePaths[0] ?? null)
}

async function openSeveral(parent: BrowserWindow, title: string, button: string, filters: FileFilter[]): Promise<readonly string[]> {
  const options: OpenDialogOptions = { title, buttonLabel: button, filters, properties: ['openFile', 'multiSelections'] }
  const { canceled, filePaths } = await dialog.showOpenDialog(parent, options)
  return canceled ? [] : filePaths
}

async function saveOne(
  parent: BrowserWindow,
  title: string,
  button: string,
  at: string,
  filters: FileFilter[],
): Promise<ChosenPlace | null> {
  const properties: SaveDialogOptions['properties'] = ['createDirectory', 'showOverwriteConfirmation']
  const { canceled, filePath } = await dialog.showSaveDialog(parent, { title, buttonLabel: button, filters, defaultPath: at, properties })
  if (canceled || !filePath) return null
  const file = withEnding(filePath, filters[0]?.extensions[0] ?? '')
  return { file, completed: file !== filePath }
}

/** Dialogs of Linux do not add the ending; a map without one could not be opened by a double click. */
function withEnding(file: string, ending: string): string {
  return file.toLowerCase().endsWith(`.${ending}`) ? file : `${file}.${ending}`
}

/** A question with two answers, the safe one first: it is the default and what Escape means. True: the other one. */
async function ask(parent: BrowserWindow, options: MessageBoxOptions): Promise<boolean> {
  const { response } = await dialog.showMessageBox(parent, { ...options, defaultId: 0, cancelId: 0, noLink: true })
  return response === 1
}
