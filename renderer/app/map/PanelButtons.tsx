import { Inbox, Merge, SlidersHorizontal, UsersRound } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ActionId } from '../../../shared/actions/actionTable'
import { useTranslator } from '../../i18n/TranslatorContext'
import { useSession, useUi } from '../../state/SessionContext'
import type { PanelId } from '../../state/uiState'
import { togglePanel } from '../../state/uiStore'
import { IconButton } from '../../ui/IconButton'
import type { TipSide } from '../../ui/Tip'
import { actionShortcut } from '../actionTexts'
import { useServices } from '../ServicesContext'
import { useOfBoard } from '../useOfBoard'
import { placesToChoose } from '../../panels/conflictCards'

export interface PanelButtonsProps {
  readonly size: 'normal' | 'large'
  readonly tipSide: TipSide
}

/** Opens one panel at a time: in the right rail, or in the title bar of a narrow window. */
export function PanelButtons({ size, tipSide }: PanelButtonsProps) {
  const { t, language } = useTranslator()
  const session = useSession()
  const { host } = useServices()
  const open = useUi((ui) => ui.panel)
  const waiting = useOfBoard((board) => board.inbox.length)
  // With the panel open the panel itself shows where the notes would land.
  const dropHere = useUi((ui) => ui.panel !== 'inbox' && ui.gesture.kind === 'dragNotes' && ui.gesture.overInbox)
  const conflicts = useOfBoard(placesToChoose)
  const icon = { size: size === 'large' ? 19 : 17, strokeWidth: 1.75 }

  const button = (panel: PanelId, label: string, action: ActionId, picture: ReactNode, badge = 0): ReactNode => (
    <IconButton
      label={label}
      shortcut={actionShortcut(action, host.platform, language)}
      size={size}
      tipSide={tipSide}
      on={open === panel ? 'soft' : undefined}
      aria-pressed={open === panel}
      badge={badge}
      {...(panel === 'inbox' && { 'data-drop': 'inbox', 'data-over': dropHere ? '' : undefined })}
      onClick={() => session.ui.setState(togglePanel(open, panel))}
    >
      {picture}
    </IconButton>
  )
  return (
    <>
      {conflicts > 0 && button('merge', t('merge.waiting', { count: conflicts }), 'view.merge', <Merge {...icon} />, conflicts)}
      {button(
        'inbox',
        waiting === 0 ? t('app.inbox.title') : t('app.inbox.waiting', { count: waiting }),
        'view.inbox',
        <Inbox {...icon} />,
        waiting,
      )}
      {button('personas', t('app.personas.title'), 'view.personas', <UsersRound {...icon} />)}
      {button('map', t('app.map.title'), 'map.settings', <SlidersHorizontal {...icon} />)}
    </>
  )
}
