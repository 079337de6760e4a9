import type { ReadableMap } from '../../shared/export/readableSchema'
import type { FailureOf } from '../../shared/ipc/contract'
import { restoreChanges } from '../../shared/versions/restoreChanges'
import { restoreMap } from '../../shared/versions/restoreMap'
import { saveFailureText } from '../app/fileCommands'
import type { Bridge } from '../app/bridge'
import type { Session } from '../state/session'
import { undoLast, untilEdited } from '../state/takeBack'
import { showHistory } from '../state/uiStore'
import type { Stop } from './stops'

/** What a person does with the versions of the open map. */
export interface VersionActions {
  /** Names the map as it is now, or a version. */
  name(name: string, id: string | null): Promise<void>
  remove(id: string): Promise<void>
  saveCopy(id: string): Promise<void>
  /** Makes the whole map what it was, as one edit. False where that was refused. */
  restore(map: ReadableMap): Promise<boolean>
  /** Makes only what a stop stands for what it was. */
  undoChange(map: ReadableMap, stop: Stop): void
}

/** Everything that goes wrong is said in a message; nothing here is lost by it. */
export function createVersionActions(bridge: Pick<Bridge, 'call'>, session: Session): VersionActions {
  const { handle } = session
  const sayFailure = (text: string): void => session.toast({ kind: 'error', text })
  const words = () => session.look().translator
  return {
    async name(name, id) {
      await session.settled()
      const kept =
        id === null ? await bridge.call('versions.name', { handle, name }) : await bridge.call('versions.rename', { handle, id, name })
      if (!kept.ok) sayFailure(nameFailure(kept.code))
    },
    async remove(id) {
      const removed = await bridge.call('versions.remove', { handle, id })
      if (!removed.ok) sayFailure(words().t('history.removeFailed'))
      else session.ui.setState(showHistory({ kind: 'newest' }))
    },
    async saveCopy(id) {
      const saved = await bridge.call('versions.saveCopy', { handle, id })
      const { t } = words()
      if (saved.ok) session.toast({ kind: 'success', text: t('history.copySaved', { name: saved.value.name }) })
      else if (saved.code === 'not-found') sayFailure(t('history.gone'))
      else if (saved.code === 'damaged') sayFailure(t('history.unreadable'))
      else if (saved.code !== 'cancelled') sayFailure(saveFailureText(words(), saved.code, saved.detail))
    },
    async restore(map) {
      await session.settled()
      // Undo takes the edit back anyhow; the version is for whoever finds out tomorrow. Without it nothing is lost either.
      await bridge.call('versions.mark', { handle, reason: 'restore' })
      if (!session.run(restoreMap, { map }).ok) return false
      const { t } = words()
      session.toast({
        kind: 'success',
        text: t('history.restored'),
        action: { label: t('board.undo'), run: undoLast(session) },
        // To restore what was before the restoring would delete what was written since, by whomever.
        until: untilEdited(session),
      })
      return true
    },
    undoChange(map, { ids }) {
      session.run(restoreChanges, { map, ids: [...ids] })
    },
  }

  function nameFailure(code: FailureOf<'versions.name'> | FailureOf<'versions.rename'>): string {
    const { t } = words()
    switch (code) {
      case 'too-many':
        return t('history.name.tooMany')
      case 'read-only':
        return t('history.name.readOnly')
      case 'not-found':
        return t('history.gone')
      default:
        return t('history.name.failed')
    }
  }
}
