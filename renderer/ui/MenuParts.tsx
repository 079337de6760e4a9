import './menu.css'
import { Menu } from '@base-ui/react/menu'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { afterMenu } from './focusRegion'

export interface MenuPopupProps {
  readonly children: ReactNode
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  readonly align?: 'start' | 'center' | 'end'
}

/** The surface of a menu; goes inside `Menu.Root` of Base UI. */
export function MenuPopup({ children, side = 'bottom', align = 'start' }: MenuPopupProps) {
  return (
    <Menu.Portal>
      <Menu.Positioner side={side} align={align} sideOffset={6} collisionPadding={8} className="ui-menu-place">
        <Menu.Popup className="ui-menu" finalFocus={afterMenu}>
          {children}
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  )
}

export interface MenuItemProps {
  readonly label: string
  readonly onSelect: () => void
  readonly icon?: ReactNode
  readonly keys?: string | undefined
  readonly disabled?: boolean
  /** Takes something away. */
  readonly danger?: boolean
}

export function MenuItem({ label, onSelect, icon, keys, disabled = false, danger = false }: MenuItemProps) {
  return (
    <Menu.Item className="ui-menu-item" disabled={disabled} data-danger={danger ? '' : undefined} label={label} onClick={onSelect}>
      {icon}
      <span className="ui-menu-label">{label}</span>
      {keys && <span className="ui-menu-keys">{keys}</span>}
    </Menu.Item>
  )
}

export function MenuLine() {
  return <Menu.Separator className="ui-menu-line" />
}

export interface SubmenuProps {
  readonly label: string
  readonly children: ReactNode
}

export function Submenu({ label, children }: SubmenuProps) {
  return (
    <Menu.SubmenuRoot>
      <Menu.SubmenuTrigger className="ui-menu-item">
        <span className="ui-menu-label">{label}</span>
        <ChevronRight size={15} strokeWidth={2} />
      </Menu.SubmenuTrigger>
      <MenuPopup side="right">{children}</MenuPopup>
    </Menu.SubmenuRoot>
  )
}
