/** The menus of the application, in order. An action without a menu is reached by key, toolbar or panel only. */
export const MENUS = ['file', 'edit', 'view', 'insert', 'note', 'map', 'help'] as const
export type MenuId = (typeof MENUS)[number]

/** When an action can be carried out; the window works it out and tells the menu. All but `always`, `map`, `undo` and `redo` need the board in sight. */
export type Needs =
  'always' | 'map' | 'board' | 'selection' | 'notes' | 'point' | 'structure' | 'lane' | 'undo' | 'redo' | 'focus' | 'conflicts'

/**
 * One thing a person can do, wherever they do it: key, menu, toolbar, shortcut sheet, later the palette.
 *
 * `keys` are physical: `Mod` is Ctrl, or Command on macOS; the last part is a `KeyboardEvent.code`, so Ctrl+Z works
 * on a Cyrillic layout. A key that starts with `char:` follows the typed character instead (`?`, `+`, `-`).
 * The label is in i18n under `action.<id>`.
 */
export interface ActionInfo {
  readonly id: string
  readonly keys: readonly string[]
  readonly menu: MenuId | null
  readonly needs: Needs
  /** Starts a new group in its menu. */
  readonly divider?: true
  /** A single letter: works only while no text field has focus, and can be switched off in Settings. */
  readonly singleKey?: true
}

export const ACTIONS = [
  { id: 'file.new', keys: ['Mod+KeyN'], menu: 'file', needs: 'always' },
  { id: 'file.open', keys: ['Mod+KeyO'], menu: 'file', needs: 'always' },
  { id: 'file.import', keys: ['Mod+Shift+KeyI'], menu: 'file', needs: 'always', divider: true },
  { id: 'file.mergeMaps', keys: ['Mod+Shift+KeyM'], menu: 'file', needs: 'always' },
  { id: 'file.export', keys: ['Mod+KeyE'], menu: 'file', needs: 'map' },
  { id: 'file.save', keys: ['Mod+KeyS'], menu: 'file', needs: 'map', divider: true },
  { id: 'file.saveAs', keys: ['Mod+Shift+KeyS'], menu: 'file', needs: 'map' },
  { id: 'file.showInFolder', keys: [], menu: 'file', needs: 'map' },
  { id: 'file.compareWith', keys: [], menu: 'file', needs: 'map' },
  { id: 'file.close', keys: ['Mod+KeyW'], menu: 'file', needs: 'map', divider: true },
  { id: 'app.settings', keys: ['Mod+Comma'], menu: 'file', needs: 'always' },
  { id: 'app.quit', keys: ['Mod+KeyQ'], menu: 'file', needs: 'always' },

  { id: 'edit.undo', keys: ['Mod+KeyZ'], menu: 'edit', needs: 'undo' },
  { id: 'edit.redo', keys: ['Mod+Shift+KeyZ', 'Mod+KeyY'], menu: 'edit', needs: 'redo' },
  { id: 'edit.cut', keys: ['Mod+KeyX'], menu: 'edit', needs: 'notes', divider: true },
  { id: 'edit.copy', keys: ['Mod+KeyC'], menu: 'edit', needs: 'notes' },
  { id: 'edit.paste', keys: ['Mod+KeyV'], menu: 'edit', needs: 'board' },
  { id: 'edit.duplicate', keys: ['Mod+KeyD'], menu: 'edit', needs: 'notes' },
  { id: 'edit.delete', keys: ['Delete', 'Backspace'], menu: 'edit', needs: 'selection' },
  { id: 'edit.selectAll', keys: ['Mod+KeyA'], menu: 'edit', needs: 'board', divider: true },
  { id: 'edit.text', keys: ['Enter', 'F2'], menu: 'edit', needs: 'focus' },

  { id: 'view.zoomIn', keys: ['Mod+Equal', 'char:+'], menu: 'view', needs: 'map' },
  { id: 'view.zoomOut', keys: ['Mod+Minus', 'char:-'], menu: 'view', needs: 'map' },
  { id: 'view.zoom100', keys: ['Mod+Digit0'], menu: 'view', needs: 'map' },
  { id: 'view.fitAll', keys: ['Shift+Digit1'], menu: 'view', needs: 'map' },
  { id: 'view.fitSelection', keys: ['Shift+Digit2'], menu: 'view', needs: 'board' },
  { id: 'view.map', keys: ['Mod+Alt+Digit1'], menu: 'view', needs: 'map', divider: true },
  { id: 'view.history', keys: ['Mod+Alt+Digit3'], menu: 'view', needs: 'map' },
  { id: 'view.inbox', keys: ['Mod+KeyB'], menu: 'view', needs: 'board', divider: true },
  { id: 'view.personas', keys: ['Mod+Shift+KeyP'], menu: 'view', needs: 'board' },
  { id: 'view.merge', keys: [], menu: 'view', needs: 'conflicts' },
  { id: 'view.fullscreen', keys: ['F11'], menu: 'view', needs: 'always' },
  { id: 'view.nextRegion', keys: ['F6'], menu: null, needs: 'always' },
  { id: 'view.previousRegion', keys: ['Shift+F6'], menu: null, needs: 'always' },

  { id: 'tool.select', keys: ['KeyV'], menu: 'insert', needs: 'board', singleKey: true },
  { id: 'tool.hand', keys: ['KeyH'], menu: 'insert', needs: 'board', singleKey: true },
  { id: 'tool.note', keys: ['KeyN'], menu: 'insert', needs: 'board', singleKey: true },
  { id: 'tool.emotion', keys: ['KeyE'], menu: 'insert', needs: 'board', singleKey: true },
  { id: 'tool.touchpoint', keys: ['KeyT'], menu: 'insert', needs: 'board', singleKey: true },
  { id: 'insert.note', keys: ['Mod+Enter'], menu: 'insert', needs: 'focus', divider: true },
  { id: 'insert.stage', keys: ['KeyS'], menu: 'insert', needs: 'board', singleKey: true },
  { id: 'insert.step', keys: ['Shift+KeyS'], menu: 'insert', needs: 'board', singleKey: true },
  { id: 'insert.lane', keys: ['KeyL'], menu: 'insert', needs: 'board', singleKey: true },
  { id: 'insert.persona', keys: [], menu: 'insert', needs: 'board' },

  { id: 'note.color1', keys: ['Digit1'], menu: 'note', needs: 'notes', singleKey: true },
  { id: 'note.color2', keys: ['Digit2'], menu: 'note', needs: 'notes', singleKey: true },
  { id: 'note.color3', keys: ['Digit3'], menu: 'note', needs: 'notes', singleKey: true },
  { id: 'note.color4', keys: ['Digit4'], menu: 'note', needs: 'notes', singleKey: true },
  { id: 'note.color5', keys: ['Digit5'], menu: 'note', needs: 'notes', singleKey: true },
  { id: 'note.color6', keys: ['Digit6'], menu: 'note', needs: 'notes', singleKey: true },
  { id: 'note.color7', keys: ['Digit7'], menu: 'note', needs: 'notes', singleKey: true },
  { id: 'note.color8', keys: ['Digit8'], menu: 'note', needs: 'notes', singleKey: true },
  { id: 'note.colorLane', keys: ['Digit9'], menu: 'note', needs: 'notes', singleKey: true },
  { id: 'note.markPain', keys: ['KeyA'], menu: 'note', needs: 'notes', singleKey: true, divider: true },
  { id: 'note.markWin', keys: ['KeyW'], menu: 'note', needs: 'notes', singleKey: true },
  { id: 'note.markMoment', keys: ['KeyM'], menu: 'note', needs: 'notes', singleKey: true },
  { id: 'note.cycleProof', keys: ['KeyY'], menu: 'note', needs: 'notes', singleKey: true },
  { id: 'note.persona', keys: ['KeyP'], menu: 'note', needs: 'notes', singleKey: true },
  { id: 'note.toInbox', keys: ['KeyI'], menu: 'note', needs: 'notes', singleKey: true },

  { id: 'move.left', keys: ['Alt+ArrowLeft'], menu: 'map', needs: 'selection' },
  { id: 'move.right', keys: ['Alt+ArrowRight'], menu: 'map', needs: 'selection' },
  { id: 'move.up', keys: ['Alt+ArrowUp'], menu: 'map', needs: 'selection' },
  { id: 'move.down', keys: ['Alt+ArrowDown'], menu: 'map', needs: 'selection' },
  { id: 'lane.collapse', keys: ['Mod+Period'], menu: 'map', needs: 'lane', divider: true },
  { id: 'lane.hide', keys: [], menu: 'map', needs: 'lane' },
  { id: 'lane.showAll', keys: [], menu: 'map', needs: 'board' },
  { id: 'map.settings', keys: [], menu: 'map', needs: 'board', divider: true },

  { id: 'help.shortcuts', keys: ['char:?'], menu: 'help', needs: 'always' },
  { id: 'help.sample', keys: [], menu: 'help', needs: 'always' },
  { id: 'help.about', keys: [], menu: 'help', needs: 'always' },
] as const satisfies readonly ActionInfo[]

export type ActionId = (typeof ACTIONS)[number]['id']
