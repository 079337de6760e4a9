import { useEffect } from 'react'
import { followPresses } from '../ui/pressedBy'
import { listenForClipboard } from './clipboard'
import { listenForKeys } from './keyboard'
import type { WindowServices } from './services'
import { listenForTextDrops } from './textDrop'

/** Keys, the clipboard and text that is dropped work in the whole window, whatever has the focus. */
export function useKeyboard(services: WindowServices): void {
  useEffect(() => {
    const stops = [
      listenForKeys(window, {
        session: services.session,
        actions: services.actions,
        platform: services.host.platform,
        singleKeys: () => services.settings.store.getState().settings.singleKeyShortcuts,
        dialogOpen: () => (services.session()?.ui.getState() ?? services.window.getState()).dialog !== null,
      }),
      listenForClipboard(document, services),
      listenForTextDrops(document, services),
      followPresses(document),
    ]
    return () => stops.forEach((stop) => stop())
  }, [services])
}
