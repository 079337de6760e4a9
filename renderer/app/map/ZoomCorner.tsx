import './rails.css'
import { Minimap } from '../../board/Minimap'
import { ZoomControl } from '../../board/ZoomControl'
import { useT } from '../../i18n/TranslatorContext'
import { useUi } from '../../state/SessionContext'
import { leaveKeyboardToBoard } from '../boardFocus'

/** The map in small, and the zoom, at the bottom right. */
export function ZoomCorner() {
  const t = useT()
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
      <ZoomControl />
    </section>
  )
}
