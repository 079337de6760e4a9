import { useEffect } from 'react'
import { useStore } from 'zustand'
import { TranslatorContext } from '../i18n/TranslatorContext'
import { TipProvider } from '../ui/Tip'
import { DialogHost } from './dialogs/DialogHost'
import { DropZone } from './DropZone'
import { ErrorScreen } from './ErrorScreen'
import { MapScreen } from './map/MapScreen'
import type { WindowServices } from './services'
import { ServicesContext } from './ServicesContext'
import { StartScreen } from './start/StartScreen'
import { ToastList } from './ToastList'
import { useKeyboard } from './useKeyboard'
import { useMenuState } from './useMenuState'

/** The whole window: the start screen, or the map that is open in it. */
export function WindowRoot({ services }: { readonly services: WindowServices }) {
  const { translator, language, theme } = useStore(services.settings.store)
  const session = useStore(services.sessions)

  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dataset['theme'] = theme
    document.documentElement.dataset['platform'] = services.host.platform
  }, [language, theme, services])
  useMenuState(services)
  useKeyboard(services)

  return (
    <TranslatorContext value={translator}>
      <ErrorScreen>
        <ServicesContext value={services}>
          <TipProvider>
            <DropZone>{session ? <MapScreen key={`${session.handle} ${session.readOnly}`} session={session} /> : <StartScreen />}</DropZone>
            <DialogHost />
            <ToastList toasts={services.toasts} />
          </TipProvider>
        </ServicesContext>
      </ErrorScreen>
    </TranslatorContext>
  )
}
