import { useEffect } from 'react'
import { editName } from './editName'
import { onAnything } from './ServicesContext'
import type { WindowServices } from './services'

/** Tells main what the application menu shows: what undo would take back, and which commands can be carried out. */
export function useMenuState(services: WindowServices): void {
  useEffect(() => {
    let sent = ''
    let due: number | null = null
    const send = (): void => {
      due = null
      const session = services.session()
      const translator = services.translator()
      const undo = session?.document.canUndo() ?? null
      const redo = session?.document.canRedo() ?? null
      const state = {
        undo: undo && editName(translator, undo),
        redo: redo && editName(translator, redo),
        enabled: [...services.actions].filter(([, action]) => action.enabled()).map(([id]) => id),
      }
      const text = JSON.stringify([translator.language, state])
      if (text === sent) return
      sent = text
      void services.bridge.call('menu.state', state)
    }
    // A drag changes the picture many times a second; the menu may lag behind by a moment.
    const soon = (): void => {
      due ??= window.setTimeout(send, 120)
    }
    send()
    const stops = [onAnything(services, soon), services.settings.store.subscribe(soon)]
    return () => {
      stops.forEach((stop) => stop())
      if (due !== null) clearTimeout(due)
    }
  }, [services])
}
