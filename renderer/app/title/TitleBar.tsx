import './title.css'
import { Upload } from 'lucide-react'
import { useTranslator } from '../../i18n/TranslatorContext'
import { useUi } from '../../state/SessionContext'
import { IconButton } from '../../ui/IconButton'
import { actionKey, actionShortcut } from '../actionTexts'
import { leaveKeyboardToBoard } from '../boardFocus'
import { PanelButtons } from '../map/PanelButtons'
import { useAction, useServices } from '../ServicesContext'
import { useNarrow } from '../useNarrow'
import { AppMenu } from './AppMenu'
import { FileName } from './FileName'
import { OthersChip } from './OthersChip'
import { SaveState } from './SaveState'
import { ViewSwitch } from './ViewSwitch'
import { WindowButtons } from './WindowButtons'

/** The bar at the top of a window with a map: what is open, how safe it is, and the way out of the app. */
export function TitleBar() {
  const { t, language } = useTranslator()
  const { host } = useServices()
  const narrow = useNarrow()
  const onMap = useUi((ui) => ui.mode === 'map')
  const share = useAction('file.export')
  return (
    <header className="title-bar" data-region="title">
      <div className="title-side">
        <AppMenu />
        <FileName />
        <SaveState />
        <OthersChip />
      </div>
      <ViewSwitch />
      <div className="title-side title-end">
        {narrow && onMap && (
          <div className="title-panels" role="group" aria-label={t('app.rail.panels')} onMouseDown={leaveKeyboardToBoard}>
            <PanelButtons size="normal" tipSide="bottom" />
          </div>
        )}
        <IconButton
          label={t(actionKey('file.export'))}
          shortcut={actionShortcut('file.export', host.platform, language)}
          disabled={!share.enabled}
          onClick={share.run}
        >
          <Upload size={17} strokeWidth={1.75} />
        </IconButton>
        <WindowButtons />
      </div>
    </header>
  )
}
