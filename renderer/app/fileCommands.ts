import { pngLimitText } from '../../shared/export/pngSize'
import type { MessageKey, Translator } from '../../shared/i18n/translator'
import type { FailureOf } from '../../shared/ipc/contract'
import type { TemplateId } from '../../shared/model/templateIds'
import { formatOfName } from '../../shared/import/formatOfName'
import { LIMITS } from '../../shared/model/limits'
import { isMessageKey } from '../i18n/messageKey'
import type { ShowToast } from '../state/toast'
import type { Bridge } from './bridge'
import type { WindowStore } from './windowState'

/** What a person does with whole maps. Each says in a toast why it failed, and nothing when it was called off. */
export interface FileCommands {
  /** The new map opens in this window where it shows the start screen, else in a new one. False where it was not made. */
  newMap(template: TemplateId, title: string): Promise<boolean>
  openWithDialog(): Promise<void>
  openRecent(id: string, name: string): Promise<void>
  openSample(): Promise<void>
  /** Writes a map of the list to another place without opening it. */
  exportRecent(id: string, name: string, to: 'cjm' | 'svg'): Promise<void>
  openDropped(file: File): Promise<void>
  save(): Promise<void>
  saveAs(): Promise<void>
  /** Writes the map where it was, whatever is there now; that is kept beside it. */
  putBack(): Promise<void>
  showInFolder(): Promise<void>
  /** Back to the start screen. */
  close(): Promise<void>
  /** Says why a map could not be opened. */
  sayOpenFailure(failure: OpenFailure): void
}

export interface OpenFailure {
  readonly code: string
  readonly name: string
  /** The reading's own word for what it met, or an errno. */
  readonly detail: string
  /** Whether it was opened from the list of maps, which it then can be taken off. */
  readonly listed?: boolean
}

export interface FileCommandsOptions {
  readonly bridge: Bridge
  readonly window: WindowStore
  readonly toast: ShowToast
  readonly translator: () => Translator
  /** Ends what is being typed and resolves when main has every edit: a save then writes what is shown. */
  readonly settle: () => Promise<void>
  /** Sends main a picture of the open map for the start screen. */
  readonly sendThumbnail: () => Promise<void>
}

export function createFileCommands(options: FileCommandsOptions): FileCommands {
  const { bridge, window, toast, translator, settle, sendThumbnail } = options

  const sayOpenFailure = (failure: OpenFailure): void => {
    if (failure.code !== 'cancelled') toast({ kind: 'error', text: openFailureText(translator(), failure) })
  }
  const open = async (input: Parameters<typeof bridge.call<'map.open'>>[1], name: string): Promise<void> => {
    const opened = await bridge.call('map.open', input)
    if (!opened.ok) sayOpenFailure({ code: opened.code, ...namedDetail(opened.detail, name), listed: input.from === 'recent' })
  }
  const saySaveFailure = (code: FailureOf<'map.save'>, detail: unknown): void => {
    // Where the file itself refuses, the banner under the title bar says so, with the ways out.
    if (code === 'cancelled' || window.getState().file?.status.kind === 'notSaved') return
    toast({
      kind: 'error',
      text: saveFailureText(translator(), code, detail),
      // Gone with the first save that succeeds.
      until: (over) =>
        window.subscribe(({ file }, before) => {
          if (file?.status.kind === 'saved' && file.status !== before.file?.status) over()
        }),
    })
  }
  const saveAs = async (): Promise<void> => {
    const { file } = window.getState()
    if (!file) return
    await settle()
    const saved = await bridge.call('map.saveAs', { handle: file.handle })
    if (!saved.ok) saySaveFailure(saved.code, saved.detail)
  }

  return {
    async newMap(template, title) {
      const made = await bridge.call('map.new', { template, title })
      if (!made.ok) toast({ kind: 'error', text: translator().t('app.newMap.failed') })
      return made.ok
    },
    openWithDialog: () => open({ from: 'dialog' }, ''),
    openRecent: (id, name) => open({ from: 'recent', id }, name),
    openSample: () => open({ from: 'sample' }, ''),
    async exportRecent(id, name, to) {
      const written = await bridge.call('recents.export', { id, to, language: translator().language })
      const { t } = translator()
      if (written.ok) toast({ kind: 'info', text: t('app.start.copySaved', { name: written.value.name }) })
      else if (isMessageKey(`openFailure.${written.code}`))
        sayOpenFailure({ code: written.code, ...namedDetail(written.detail, name), listed: true })
      else
        toast({
          kind: 'error',
          text: t('app.start.copyFailed', { detail: t(known(`status.reason.${written.code}`, 'status.reason.unknown')) }),
        })
    },
    async openDropped(file) {
      await open({ from: 'drop', ticket: await bridge.dropTicket(file) }, file.name)
    },
    async save() {
      const { file } = window.getState()
      if (!file) return
      if (file.name === null) return saveAs()
      await settle()
      const saved = await bridge.call('map.save', { handle: file.handle })
      if (!saved.ok) saySaveFailure(saved.code, saved.detail)
    },
    saveAs,
    async putBack() {
      const { file } = window.getState()
      if (!file) return
      await settle()
      const saved = await bridge.call('map.putBack', { handle: file.handle })
      if (!saved.ok) saySaveFailure(saved.code, saved.detail)
    },
    async showInFolder() {
      const { file } = window.getState()
      if (!file) return
      if (file.name === null) {
        toast({ kind: 'info', text: translator().t('app.noFileYet') })
        return
      }
      await bridge.call('map.showInFolder', { handle: file.handle })
    },
    async close() {
      const { file } = window.getState()
      if (!file) return
      await settle()
      await sendThumbnail()
      await bridge.call('map.close', { handle: file.handle })
    },
    sayOpenFailure,
  }
}

/** What is known of a failure of opening: failures carry the file's name and a word for what was met; either may be missing. */
export function namedDetail(detail: unknown, name: string): { name: string; detail: string } {
  if (typeof detail === 'string') return { name, detail }
  const record = typeof detail === 'object' && detail !== null ? (detail as Readonly<Record<string, unknown>>) : {}
  return {
    name: typeof record['name'] === 'string' ? record['name'] : name,
    detail: typeof record['detail'] === 'string' ? record['detail'] : '',
  }
}

/** Why a map did not open, in a sentence. */
export function openFailureText(translator: Translator, { code, name, detail, listed = false }: OpenFailure): string {
  const { t } = translator
  const sentence = known(`openFailure.${code}${listed ? '.listed' : ''}`, known(`openFailure.${code}`, 'openFailure.unreadable'))
  const detailKey = `openDetail.${detail}`
  const why = isMessageKey(detailKey) ? t(detailKey) : t('openDetail.other', { code: detail === '' ? code : detail })
  const said = t(sentence, { name: name === '' ? t('app.thisFile') : name, detail: why, limit: Math.round(LIMITS.fileBytes / 1024 / 1024) })
  return code === 'foreign' && formatOfName(name) !== undefined ? `${said} ${t('openFailure.foreign.import')}` : said
}

/** Why a file could not be read for an import, in a sentence. */
export function importReadFailureText({ t }: Translator, code: FailureOf<'import.read'>, name: string): string {
  const limit = Math.round(LIMITS.importBytes / 1024 / 1024)
  const values = { name: name === '' ? t('app.thisFile') : name, limit }
  if (code === 'too-large') return t('app.import.tooLarge', values)
  if (code === 'not-found') return t('app.import.notFound', values)
  return t('app.import.unreadable', values)
}

/** Why a map was not saved, in a sentence. */
export function saveFailureText(translator: Translator, code: string, detail: unknown): string {
  // What took the place of the file has a sentence of its own, and so may have what the system says of an unknown failure.
  const trouble = `around.trouble.${String(detail)}`
  if (code === 'changed-on-disk' && isMessageKey(trouble)) return translator.t(trouble)
  const sentence = known(`saveFailure.${code === 'unknown' ? String(detail) : code}`, 'saveFailure.unknown')
  return translator.t(sentence, { detail: typeof detail === 'string' && detail !== '' ? detail : code })
}

/** Why a picture of the map was not written, in a sentence. */
export function exportFailureText(translator: Translator, code: FailureOf<'map.export'>, detail: unknown): string {
  const { t } = translator
  if (code === 'too-large') return t('app.export.failed.too-large', { why: pngLimitText(translator, { detail }) })
  const why = t('openDetail.other', { code: typeof detail === 'string' && detail !== '' ? detail : code })
  return t(known(`app.export.failed.${code}`, 'app.export.failed.unknown'), { detail: why })
}

function known(key: string, otherwise: MessageKey): MessageKey {
  return isMessageKey(key) ? key : otherwise
}
