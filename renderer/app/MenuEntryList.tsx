import './menuEntries.css'
import { Menu } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import { useTranslator } from '../i18n/TranslatorContext'
import { useSession } from '../state/SessionContext'
import { MenuItem, MenuLine, Submenu } from '../ui/MenuParts'
import { actionKey, actionShortcut } from './actionTexts'
import type { MenuEntry } from './menuEntries'
import { useServices } from './ServicesContext'

/** The lines of a menu about the board, inside a popup of Base UI. */
export function MenuEntryList({ entries }: { readonly entries: readonly MenuEntry[] }) {
  return entries.map((entry, index) => <EntryLine key={keyOf(entry, index)} entry={entry} />)
}

function keyOf(entry: MenuEntry, index: number): string {
  switch (entry.kind) {
    case 'action':
      return entry.id
    case 'line':
      return `line ${index}`
    default:
      return entry.label
  }
}

function EntryLine({ entry }: { readonly entry: MenuEntry }) {
  const { t, language } = useTranslator()
  const session = useSession()
  const { actions, host } = useServices()
  switch (entry.kind) {
    case 'line':
      return <MenuLine />
    case 'action': {
      const action = actions.get(entry.id)
      return (
        <MenuItem
          label={t(entry.label ?? actionKey(entry.id))}
          keys={actionShortcut(entry.id, host.platform, language)}
          disabled={!action?.enabled()}
          danger={entry.danger ?? false}
          onSelect={() => action?.run()}
        />
      )
    }
    case 'edit':
      return <MenuItem label={t(entry.label)} keys={entry.keys} disabled={entry.disabled ?? false} onSelect={() => entry.edit(session)} />
    case 'choice':
      return (
        <Menu.CheckboxItem className="ui-menu-item" checked={entry.on} label={entry.label} closeOnClick onClick={() => entry.edit(session)}>
          {entry.swatch !== undefined && <span className="menu-swatch" data-color={entry.swatch} aria-hidden="true" />}
          <span className="ui-menu-label">{entry.label}</span>
          {entry.on && <Check size={16} strokeWidth={2} />}
        </Menu.CheckboxItem>
      )
    case 'more':
      return (
        <Submenu label={t(entry.label)}>
          <MenuEntryList entries={entry.entries} />
        </Submenu>
      )
  }
}
