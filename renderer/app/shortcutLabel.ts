import type { Host } from './services'

type Platform = Host['platform']

const NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Equal: '+',
  Minus: '−',
  Escape: 'Esc',
  Delete: 'Delete',
  Backspace: 'Backspace',
}
const MAC_NAMES: Readonly<Record<string, string>> = { ...NAMES, Delete: '⌦', Backspace: '⌫', Enter: '↩', Escape: '⎋' }
const MAC_MODIFIERS: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' }

/** A key of the action table as it is written on the platform: `Mod+Shift+KeyS` is Ctrl+Shift+S, or ⇧⌘S on macOS. */
export function shortcutLabel(keys: string, platform: Platform): string {
  if (keys.startsWith('char:')) return keys.slice('char:'.length).replace('-', '−')
  const parts = keys.split('+')
  const key = parts.pop() ?? ''
  if (platform === 'darwin') {
    // Apple's order: the stronger a modifier, the nearer it stands to the key.
    const modifiers = ['Alt', 'Shift', 'Mod'].filter((name) => parts.includes(name)).map((name) => MAC_MODIFIERS[name] ?? '')
    return [...modifiers, keyName(key, MAC_NAMES)].join('')
  }
  return [...parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)), keyName(key, NAMES)].join('+')
}

function keyName(code: string, names: Readonly<Record<string, string>>): string {
  return names[code] ?? code.replace(/^(Key|Digit)(?=.$)/, '')
}
