import { describe, expect, it } from 'vitest'
import { ACTIONS } from '../../../shared/actions/actionTable'
import { shortcutLabel } from '../../../renderer/app/shortcutLabel'

describe('shortcutLabel', () => {
  it.each([
    ['Mod+Shift+KeyS', 'Ctrl+Shift+S', '⇧⌘S'],
    ['Mod+Digit0', 'Ctrl+0', '⌘0'],
    ['Alt+ArrowLeft', 'Alt+←', '⌥←'],
    ['Mod+Comma', 'Ctrl+,', '⌘,'],
    ['KeyV', 'V', 'V'],
    ['F6', 'F6', 'F6'],
    ['Delete', 'Delete', '⌦'],
    ['char:?', '?', '?'],
    ['char:-', '−', '−'],
  ])('writes %s as people of the platform know it', (keys, elsewhere, mac) => {
    expect([shortcutLabel(keys, 'linux', 'en'), shortcutLabel(keys, 'win32', 'pl'), shortcutLabel(keys, 'darwin', 'en')]).toEqual([
      elsewhere,
      elsewhere,
      mac,
    ])
  })

  it.each([
    ['KeyN', 'N / Т', 'N / Т'],
    ['Shift+KeyS', 'Shift+S / Ы', '⇧S / Ы'],
    ['Mod+KeyS', 'Ctrl+S', '⌘S'],
    ['Mod+Comma', 'Ctrl+Б', '⌘Б'],
    ['Mod+Period', 'Ctrl+Ю', '⌘Ю'],
    ['F6', 'F6', 'F6'],
  ])('writes %s with what stands on a Russian keyboard', (keys, elsewhere, mac) => {
    expect([shortcutLabel(keys, 'linux', 'ru'), shortcutLabel(keys, 'darwin', 'ru')]).toEqual([elsewhere, mac])
  })

  it('leaves no key code of the action table untranslated', () => {
    const labels = ACTIONS.flatMap((action) => action.keys.map((keys) => shortcutLabel(keys, 'linux', 'en')))
    expect(labels.filter((label) => /Key[A-Z]|Digit|Arrow|Comma|Period|Equal|Minus|Mod/.test(label))).toEqual([])
  })
})
