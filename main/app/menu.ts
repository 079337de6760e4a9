import type { MenuItemConstructorOptions } from 'electron'
import { ACTIONS, MENUS, type ActionId, type ActionInfo, type MenuId } from '../../shared/actions/actionTable'
import type { Translator } from '../../shared/i18n/translator'
import type { MenuState } from './appWindow'

/**
 * What the system does itself: edits of text in whatever has the focus, a note's field or the board's clipboard events; and quitting, which
 * needs no window.
 */
const ROLES: Partial<Record<ActionId, MenuItemConstructorOptions['role']>> = {
  'edit.cut': 'cut',
  'edit.copy': 'copy',
  'edit.paste': 'paste',
  'edit.selectAll': 'selectAll',
  'app.quit': 'quit',
}

/** Actions of the app's own menu, which macOS keeps apart from the file menu. */
const OF_THE_APP: readonly ActionId[] = ['help.about', 'app.settings', 'app.quit']

/**
 * The menu bar of macOS, every command with its key. Linux and Windows draw it in the title bar from the same table.
 * @param run tells the front window to carry out an action.
 */
export function macMenu(translator: Translator, state: MenuState, run: (id: ActionId) => void): MenuItemConstructorOptions[] {
  const { t } = translator
  const item = (info: ActionInfo & { readonly id: ActionId }): MenuItemConstructorOptions => {
    const key = acceleratorOf(info)
    const label = labelOf(info.id, translator, state)
    const role = ROLES[info.id]
    if (role) return { label, role }
    return {
      id: info.id,
      label,
      enabled: isEnabled(info, state),
      // A single letter or a bare key belongs to the board; as a menu key it would fire while somebody types.
      ...(key !== null && info.keys[0]?.includes('Mod+') ? { accelerator: key } : {}),
      click: () => run(info.id),
    }
  }
  const menuOf = (id: MenuId): MenuItemConstructorOptions => ({
    label: t(`menu.${id}`),
    submenu: actionsOf(id)
      .filter((info) => !OF_THE_APP.includes(info.id))
      .flatMap((info, at) => ('divider' in info && at > 0 ? [{ type: 'separator' as const }, item(info)] : [item(info)])),
  })
  const ofTheApp = (id: ActionId): MenuItemConstructorOptions[] => ACTIONS.filter((info) => info.id === id).map(item)

  return [
    {
      label: 'Wayline',
      submenu: [
        ...ofTheApp('help.about'),
        { type: 'separator' },
        ...ofTheApp('app.settings'),
        { type: 'separator' },
        { role: 'services', label: t('menu.services') },
        { type: 'separator' },
        { role: 'hide', label: t('menu.hide', { app: 'Wayline' }) },
        { role: 'hideOthers', label: t('menu.hideOthers') },
        { role: 'unhide', label: t('menu.showAll') },
        { type: 'separator' },
        ...ofTheApp('app.quit'),
      ],
    },
    ...MENUS.filter((id) => id !== 'help').map(menuOf),
    {
      label: t('menu.window'),
      role: 'window',
      submenu: [
        { role: 'minimize', label: t('menu.minimize') },
        { role: 'zoom', label: t('menu.zoom') },
        { type: 'separator' },
        { role: 'front', label: t('menu.bringAllToFront') },
      ],
    },
    { ...menuOf('help'), role: 'help' },
  ]
}

type TableRow = (typeof ACTIONS)[number]

function actionsOf(menu: MenuId): readonly TableRow[] {
  return ACTIONS.filter((info) => info.menu === menu)
}

function labelOf(id: ActionId, { t }: Translator, state: MenuState): string {
  if (id === 'edit.undo' && state.undo !== null) return t('undo.named', { edit: state.undo })
  if (id === 'edit.redo' && state.redo !== null) return t('redo.named', { edit: state.redo })
  return t(`action.${id}`)
}

/** What is always possible needs no window; for the rest the window says what is. */
function isEnabled({ id, needs }: ActionInfo, { undo, redo, enabled }: MenuState): boolean {
  switch (needs) {
    case 'always':
      return true
    case 'undo':
      return undo !== null
    case 'redo':
      return redo !== null
    default:
      return enabled.includes(id)
  }
}

/** Names of keys that Electron calls otherwise than `KeyboardEvent.code`. */
const KEY_NAMES: Readonly<Record<string, string>> = {
  Comma: ',',
  Period: '.',
  Equal: 'Plus',
  Minus: '-',
  Delete: 'Delete',
  Backspace: 'Backspace',
  Enter: 'Enter',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
}

/** The first key of an action in Electron's words, or null where it has none. */
export function acceleratorOf(info: Pick<ActionInfo, 'keys'>): string | null {
  const first = info.keys[0]
  if (first === undefined) return null
  if (first.startsWith('char:')) return first.slice('char:'.length)
  const parts = first.split('+').map((part) => {
    if (part === 'Mod') return 'CommandOrControl'
    return KEY_NAMES[part] ?? part.replace(/^(?:Key|Digit)/, '')
  })
  return parts.join('+')
}
