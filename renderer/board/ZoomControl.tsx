import './board.css'
import { Menu } from '@base-ui/react/menu'
import { Maximize, Minus, Plus } from 'lucide-react'
import { useT, useTranslator } from '../i18n/TranslatorContext'
import { useSession, useUi } from '../state/SessionContext'
import { IconButton } from '../ui/IconButton'
import { MenuItem, MenuLine, MenuPopup } from '../ui/MenuParts'
import { ZOOM_STEPS } from './camera'
import { fitAll, zoomBy, zoomTo } from './zoomMoves'

export interface ZoomControlProps {
  /** The keys of fitting the map and the selection, written for the platform. */
  readonly keys?: { readonly fit: string | undefined; readonly selection: string | undefined }
  /** Fits what is selected; absent in a view where nothing can be. */
  readonly onFitSelection?: () => void
}

/** How near the board is, and the ways to change it. */
export function ZoomControl({ keys, onFitSelection }: ZoomControlProps) {
  const session = useSession()
  const t = useT()
  const { language } = useTranslator()
  const zoom = useUi((ui) => ui.camera.zoom)
  const nothingChosen = useUi(({ selection, focus }) => selection.kind === 'none' && focus.kind === 'none')
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })

  const fit = (): void => fitAll(session)

  return (
    <div className="zoom-control" role="group" aria-label={t('boardView.zoom')}>
      <IconButton label={t('boardView.zoomOut')} tipSide="top" onClick={() => zoomBy(session, -1)}>
        <Minus size={16} strokeWidth={1.75} />
      </IconButton>
      <Menu.Root>
        <Menu.Trigger className="zoom-value" aria-label={t('boardView.zoomValue', { percent: percent.format(zoom) })}>
          {percent.format(zoom)}
        </Menu.Trigger>
        <MenuPopup side="top" align="center">
          {[...ZOOM_STEPS].reverse().map((step) => (
            <MenuItem key={step} label={percent.format(step)} onSelect={() => zoomTo(session, step)} />
          ))}
          <MenuLine />
          <MenuItem label={t('boardView.fit')} keys={keys?.fit} onSelect={fit} />
          {onFitSelection && (
            <MenuItem label={t('action.view.fitSelection')} keys={keys?.selection} disabled={nothingChosen} onSelect={onFitSelection} />
          )}
        </MenuPopup>
      </Menu.Root>
      <IconButton label={t('boardView.zoomIn')} tipSide="top" onClick={() => zoomBy(session, 1)}>
        <Plus size={16} strokeWidth={1.75} />
      </IconButton>
      <IconButton label={t('boardView.fit')} tipSide="top" onClick={fit}>
        <Maximize size={16} strokeWidth={1.75} />
      </IconButton>
    </div>
  )
}
