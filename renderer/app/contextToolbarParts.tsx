import { Menu } from '@base-ui/react/menu'
import { Toolbar } from '@base-ui/react/toolbar'
import { ChevronDown, MoreHorizontal } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import type { MessageKey } from '../../shared/i18n/translator'
import type { ActionId } from '../../shared/actions/actionTable'
import { useT, useTranslator } from '../i18n/TranslatorContext'
import { useSession } from '../state/SessionContext'
import { IconButton } from '../ui/IconButton'
import { actionKey, actionShortcut } from './actionTexts'
import { focusBoard } from './boardFocus'
import { menuEntries, type MenuEntry } from './menuEntries'
import { MenuEntryList } from './MenuEntryList'
import { useAction, useServices } from './ServicesContext'

export interface ToolProps {
  readonly label: string
  readonly shortcut?: string | undefined
  readonly disabled?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

/** A button of the context toolbar; the arrow keys move along the toolbar. */
export function Tool({ label, shortcut, disabled = false, onClick, children }: ToolProps) {
  return (
    <Toolbar.Button
      render={
        <IconButton label={label} shortcut={shortcut} disabled={disabled} tipSide="top" onClick={onClick}>
          {children}
        </IconButton>
      }
    />
  )
}

export interface ActionToolProps {
  readonly id: ActionId
  /** What the action is called here, where that is not its usual name. */
  readonly label?: MessageKey
  readonly children: ReactNode
}

/** A button that carries out an action and shows its key. */
export function ActionTool({ id, label, children }: ActionToolProps) {
  const { t, language } = useTranslator()
  const { host } = useServices()
  const { run, enabled } = useAction(id)
  return (
    <Tool label={t(label ?? actionKey(id))} shortcut={actionShortcut(id, host.platform, language)} disabled={!enabled} onClick={run}>
      {children}
    </Tool>
  )
}

export function ToolLine() {
  return <Toolbar.Separator className="context-toolbar-line" />
}

export interface MenuToolProps {
  readonly label: string
  /** Read when the menu opens, so that the ticks are true. */
  readonly entries: () => readonly MenuEntry[]
  readonly icon: ReactElement
}

/** A button of the toolbar that opens a menu. */
export function MenuTool({ label, entries, icon }: MenuToolProps) {
  return (
    <Menu.Root modal={false}>
      <Toolbar.Button
        render={
          <Menu.Trigger
            render={
              <IconButton label={label} tipSide="top" className="context-toolbar-menu">
                {icon}
                <ChevronDown size={13} strokeWidth={2} />
              </IconButton>
            }
          />
        }
      />
      <MenuOf label={label} entries={entries} />
    </Menu.Root>
  )
}

/** The rest of what can be done with the selection. */
export function MoreTool() {
  const t = useT()
  const session = useSession()
  return (
    <Menu.Root modal={false}>
      <Toolbar.Button
        render={
          <Menu.Trigger
            render={
              <IconButton label={t('board.more')} tipSide="top">
                <MoreHorizontal size={18} strokeWidth={1.75} />
              </IconButton>
            }
          />
        }
      />
      <MenuOf label={t('board.more')} entries={() => menuEntries(session)} />
    </Menu.Root>
  )
}

function MenuOf({ label, entries }: Pick<MenuToolProps, 'label' | 'entries'>) {
  const session = useSession()
  return (
    <Menu.Portal>
      <Menu.Positioner side="bottom" align="start" sideOffset={8} collisionPadding={8} className="ui-menu-place">
        <Menu.Popup
          className="ui-menu"
          aria-label={label}
          // Whoever came with the keyboard goes on in the toolbar; the mouse leaves the keyboard on the board.
          finalFocus={(how) => (how === 'keyboard' && session.ui.getState().editing.kind === 'none' ? true : focusBoard(session))}
        >
          <Lines entries={entries} />
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  )
}

/** Drawn only while its menu is open. */
function Lines({ entries }: Pick<MenuToolProps, 'entries'>) {
  return <MenuEntryList entries={entries()} />
}
