import { lazy, Suspense, useCallback, useSyncExternalStore } from 'react'
import type { DialogId } from '../../state/uiState'
import type { Session } from '../../state/session'
import { SessionProvider } from '../../state/SessionContext'
import { onAnything, useServices } from '../ServicesContext'
import { AboutDialog } from './AboutDialog'
import { AddLaneDialog } from './AddLaneDialog'
import { ExportDialog } from './ExportDialog'
import { MergeMapsDialog } from './MergeMapsDialog'
import { NewMapDialog } from './NewMapDialog'
import { SettingsDialog } from './SettingsDialog'
import { ShortcutsDialog } from './ShortcutsDialog'

/** Reading files of others brings a detector of encodings along, larger than the rest of the window: only who imports loads it. */
const ImportDialog = lazy(async () => ({ default: (await import('./ImportDialog')).ImportDialog }))

/** The one dialog that is open, over the map or over the start screen. */
export function DialogHost() {
  const services = useServices()
  const subscribe = useCallback((changed: () => void) => onAnything(services, changed), [services])
  const open = useSyncExternalStore(subscribe, () => services.session()?.ui.getState().dialog ?? services.window.getState().dialog)
  if (open === null) return null
  return <OpenDialog id={open} session={services.session()} onClose={() => services.openDialog(null)} />
}

interface OpenDialogProps {
  readonly id: DialogId
  readonly session: Session | null
  readonly onClose: () => void
}

function OpenDialog({ id, session, onClose }: OpenDialogProps) {
  switch (id) {
    case 'settings':
      return <SettingsDialog onClose={onClose} />
    case 'shortcuts':
      return <ShortcutsDialog onClose={onClose} />
    case 'about':
      return <AboutDialog onClose={onClose} />
    case 'newMap':
      return <NewMapDialog onClose={onClose} />
    case 'import':
      return (
        <Suspense>
          <ImportDialog onClose={onClose} />
        </Suspense>
      )
    case 'mergeMaps':
      return <MergeMapsDialog onClose={onClose} />
    case 'export':
      return session && <ExportDialog session={session} onClose={onClose} />
    case 'addLane':
      return (
        session && (
          <SessionProvider session={session}>
            <AddLaneDialog onClose={onClose} />
          </SessionProvider>
        )
      )
  }
}
