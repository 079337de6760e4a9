import './rails.css'
import { Minimap } from '../../board/Minimap'
import { ZoomControl } from '../../board/ZoomControl'
import { useTranslator } from '../../i18n/TranslatorContext'
import { useSession, useUi } from '../../state/SessionContext'
import { actionShortcut } from '../actionTexts'
import { leaveKeyboardToBoard } from '../boardFocus'
import { fitSelection } from '../cameraMoves'
import { useServices } from '../ServicesContext'

/** The map in small, and the zoom, at the bottom right. */
export function ZoomCorner() {
  const { t, language } = useTranslator()
  const session = useSession()
  const { host } = useServices()
  const besidePanel = useUi((ui) => ui.panel !== null)
  return (
    <section
      className="zoom-corner"
      aria-label={t('app.zoom')}
      data-region="zoom"
      data-beside-panel={besidePanel ? '' : undefined}
      onMouseDown={leaveKeyboardToBoard}
    >
      <Minimap />
      <ZoomControl
        keys={{
          fit: actionShortcut('view.fitAll', host.platform, language),
          selection: actionShortcut('view.fitSelection', host.platform, language),
        }}
        onFitSelection={() => fitSelection(session)}
      />
    </section>
  )
}
