import type { OlderAction, OlderFile } from '../../shared/ipc/surroundings'
import { createVersionActions } from '../history/versionActions'
import { pastOf } from '../history/versionShelf'
import type { Session } from '../state/session'
import type { CopyCommandsDeps } from './copyCommands'

/** What a person decides about a file that is older than what was saved here. */
export type ActOnOlder = (action: OlderAction, older: OlderFile) => Promise<void>

export interface OlderCommandDeps extends CopyCommandsDeps {
  readonly session: () => Session | null
}

export function createOlderCommand({ bridge, window, toast, translator, settle, session }: OlderCommandDeps): ActOnOlder {
  /** As from History: one edit that can be undone, with a version of how the map was before. */
  const goBack = async (id: string): Promise<boolean> => {
    const open = session()
    if (!open) return false
    const read = await bridge.call('versions.read', { handle: open.handle, id })
    const past = read.ok ? pastOf(read.value) : null
    // Where nothing came back the line stays, and with it the way to try again.
    if (past) return createVersionActions(bridge, open).restore(past.map)
    toast({ kind: 'error', text: translator().t('history.unreadable') })
    return false
  }
  return async (action, { version }) => {
    const { file } = window.getState()
    if (!file) return
    await settle()
    if (action === 'keepFile' && version !== undefined && !(await goBack(version))) return
    const done = await bridge.call('map.older', { handle: file.handle, action })
    if (!done.ok) toast({ kind: 'error', text: translator().t('around.older.failed') })
  }
}
