import type { OlderAction } from '../../shared/ipc/surroundings'
import type { CopyCommandsDeps } from './copyCommands'

/** What a person decides about a file that is older than what was saved here. */
export type ActOnOlder = (action: OlderAction) => Promise<void>

export function createOlderCommand({ bridge, window, toast, translator, settle }: CopyCommandsDeps): ActOnOlder {
  return async (action) => {
    const { file } = window.getState()
    if (!file) return
    await settle()
    const done = await bridge.call('map.older', { handle: file.handle, action })
    if (!done.ok) toast({ kind: 'error', text: translator().t('around.older.failed') })
  }
}
