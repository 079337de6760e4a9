import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { ActionId } from '../../shared/actions/actionTable'
import type { Action, WindowServices } from './services'

export const ServicesContext = createContext<WindowServices | null>(null)

export function useServices(): WindowServices {
  const services = useContext(ServicesContext)
  if (!services) throw new Error('no services above this component')
  return services
}

/** An action and whether it can be carried out now; drawn again when that changes. */
export function useAction(id: ActionId): { readonly run: () => void; readonly enabled: boolean } {
  const services = useServices()
  const action: Action | undefined = services.actions.get(id)
  const enabled = useSyncExternalStore(
    useCallback((changed: () => void) => onAnything(services, changed), [services]),
    () => action?.enabled() ?? false,
  )
  return { run: () => action?.run(), enabled }
}

/** What an action depends on: which map is open, what is on it, what is selected. */
export function onAnything(services: WindowServices, changed: () => void): () => void {
  const ofSession = (): (() => void) => {
    const session = services.session()
    if (!session) return () => undefined
    const stops = [session.onPicture(changed), session.ui.subscribe(changed)]
    return () => stops.forEach((stop) => stop())
  }
  let stopSession = ofSession()
  const stops = [
    services.sessions.subscribe(() => {
      stopSession()
      stopSession = ofSession()
      changed()
    }),
    services.window.subscribe(changed),
  ]
  return () => {
    stopSession()
    stops.forEach((stop) => stop())
  }
}
