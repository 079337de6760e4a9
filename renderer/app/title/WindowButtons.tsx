import './title.css'
import { Copy, Minus, Square, X } from 'lucide-react'
import { useStore } from 'zustand'
import { useT } from '../../i18n/TranslatorContext'
import { useServices } from '../ServicesContext'

/** The window's own buttons, where the system does not draw them: 138 px at the right. */
export function WindowButtons() {
  const t = useT()
  const { bridge, host, window } = useServices()
  const maximized = useStore(window, (state) => state.maximized)
  if (host.platform === 'darwin') return null
  const control = (action: 'minimize' | 'maximize' | 'close') => () => void bridge.call('window.control', { action })
  return (
    <div className="window-buttons">
      <button type="button" tabIndex={-1} aria-label={t('app.window.minimize')} onClick={control('minimize')}>
        <Minus size={16} strokeWidth={1.5} />
      </button>
      <button
        type="button"
        tabIndex={-1}
        aria-label={t(maximized ? 'app.window.restore' : 'app.window.maximize')}
        onClick={control('maximize')}
      >
        {maximized ? <Copy size={13} strokeWidth={1.5} className="window-restore" /> : <Square size={13} strokeWidth={1.5} />}
      </button>
      <button type="button" tabIndex={-1} className="window-close" aria-label={t('app.window.close')} onClick={control('close')}>
        <X size={17} strokeWidth={1.5} />
      </button>
    </div>
  )
}
