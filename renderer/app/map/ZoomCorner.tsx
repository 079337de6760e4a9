import './rails.css'
import { Minimap } from '../../board/Minimap'
import { ZoomControl } from '../../board/ZoomControl'
import { useUi } from '../../state/SessionContext'

/** The map in small, and the zoom, at the bottom right. */
export function ZoomCorner() {
  const besidePanel = useUi((ui) => ui.panel !== null)
  return (
    <div className="zoom-corner" data-region="zoom" data-beside-panel={besidePanel ? '' : undefined}>
      <Minimap />
      <ZoomControl />
    </div>
  )
}
