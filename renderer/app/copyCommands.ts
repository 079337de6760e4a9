import type { Translator } from '../../shared/i18n/translator'
import type { CopyAction, MapSurroundings, OpenBy } from '../../shared/ipc/surroundings'
import type { ShowToast } from '../state/toast'
import type { Bridge } from './bridge'
import type { WindowStore } from './windowState'

export type MapCopy = MapSurroundings['copies'][number]

/** What a person does about copies of the open map beside it. What comes of it is shown where the copies are listed. */
export type ActOnCopies = (action: CopyAction, copies: readonly MapCopy[]) => Promise<void>

export interface CopyCommandsDeps {
  readonly bridge: Bridge
  readonly window: WindowStore
  readonly toast: ShowToast
  readonly translator: () => Translator
  /** Ends what is being typed and resolves when main has every edit. */
  readonly settle: () => Promise<void>
}

export function createCopyCommands({ bridge, window, toast, translator, settle }: CopyCommandsDeps): ActOnCopies {
  return async (action, copies) => {
    const { file } = window.getState()
    if (!file || copies.length === 0) return
    await settle()
    const done = await bridge.call('map.copies', { handle: file.handle, action, ids: copies.map(({ id }) => id) })
    const { t } = translator()
    if (!done.ok) {
      const code = done.code === 'bad-request' || done.code === 'untrusted-sender' || done.code === 'unexpected' ? 'unknown' : done.code
      toast({ kind: 'error', text: t(`around.copyFailure.${code}`, openBy(done.detail, t('around.someone'))) })
    } else if (action === 'separate') {
      for (const { name } of copies) toast({ kind: 'success', text: t('around.copies.separated', { name }) })
    }
  }
}

/** Who has a copy open, where the failure says so. */
function openBy(detail: unknown, someone: string): { readonly name: string; readonly computer: string } {
  const { name, computer } = (typeof detail === 'object' && detail !== null ? detail : {}) as Readonly<Record<keyof OpenBy, unknown>>
  return { name: typeof name === 'string' && name !== '' ? name : someone, computer: typeof computer === 'string' ? computer : '' }
}
