import type { Language } from '../../shared/i18n/translator'
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
/** What stands on the letter keys of a Russian keyboard, row by row as on a Latin one. */
const RUSSIAN: Readonly<Record<string, string>> = Object.fromEntries(
  [...'QWERTYUIOPASDFGHJKLZXCVBNM'].map((letter, at) => [`Key${letter}`, 'ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ'.charAt(at)]),
)
/** Its keys of commas and points have letters. */
const RUSSIAN_NAMES: Readonly<Record<string, string>> = { Comma: 'Б', Period: 'Ю' }
const MAC_MODIFIERS: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' }

/**
 * A key of the action table as it is written on the platform: `Mod+Shift+KeyS` is Ctrl+Shift+S, or ⇧⌘S on macOS. For
 * readers of Russian it has the letters of their keyboard: a command of one letter both, as N / Т.
 */
export function shortcutLabel(keys: string, platform: Platform, language: Language): string {
  if (keys.startsWith('char:')) return keys.slice('char:'.length).replace('-', '−')
  const parts = keys.split('+')
  const code = parts.pop() ?? ''
  const plain = keyName(code, platform === 'darwin' ? MAC_NAMES : NAMES)
  const key = language === 'ru' ? russianName(code, plain, !parts.includes('Mod')) : plain
  if (platform === 'darwin') {
    // Apple's order: the stronger a modifier, the nearer it stands to the key.
    const modifiers = ['Alt', 'Shift', 'Mod'].filter((name) => parts.includes(name)).map((name) => MAC_MODIFIERS[name] ?? '')
    return [...modifiers, key].join('')
  }
  return [...parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)), key].join('+')
}

function russianName(code: string, plain: string, both: boolean): string {
  const letter = RUSSIAN[code]
  return RUSSIAN_NAMES[code] ?? (letter !== undefined && both ? `${plain} / ${letter}` : plain)
}

function keyName(code: string, names: Readonly<Record<string, string>>): string {
  return names[code] ?? code.replace(/^(Key|Digit)(?=.$)/, '')
}
