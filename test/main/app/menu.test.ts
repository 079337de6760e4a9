import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { acceleratorOf, macMenu } from '../../../main/app/menu'
import { ACTIONS } from '../../../shared/actions/actionTable'
import { createTranslator, LANGUAGES } from '../../../shared/i18n/translator'

const nothing = { undo: null, redo: null, enabled: [] }

function itemsOf(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => (Array.isArray(item.submenu) ? [item, ...itemsOf(item.submenu)] : [item]))
}

describe('the menu bar of macOS', () => {
  it.each(LANGUAGES)('holds every command of the table once, with a word for it (%s)', (language) => {
    const items = itemsOf(macMenu(createTranslator(language), nothing, () => undefined))
    const ids = items.flatMap(({ id }) => id ?? [])
    const roles = items.flatMap(({ role }) => role ?? [])

    const expected = ACTIONS.filter((action) => action.menu !== null && !roles.includes(action.id.replace(/^(?:edit|app)\./, '') as never))
    expect([...ids].sort()).toEqual(expected.map(({ id }) => id).sort())
    expect(items.filter(({ type, label }) => type !== 'separator' && (label ?? '').match(/^$|\./)).map(({ label }) => label)).toEqual([])
  })

  it('says what undo would take back, and greys what cannot be done now', () => {
    const state = { undo: 'move 3 notes', redo: null, enabled: ['file.save'] }
    const items = itemsOf(macMenu(createTranslator('en'), state, () => undefined))
    const item = (id: string) => items.find((each) => each.id === id)

    expect(item('edit.undo')).toMatchObject({ label: 'Undo move 3 notes', enabled: true })
    expect(item('edit.redo')).toMatchObject({ enabled: false })
    expect(item('file.save')).toMatchObject({ enabled: true, accelerator: 'CommandOrControl+S' })
    expect(item('file.saveAs')).toMatchObject({ enabled: false })
    expect(item('file.new')).toMatchObject({ enabled: true })
  })

  it('gives no menu key to what is a plain letter, which people type', () => {
    const bare = itemsOf(macMenu(createTranslator('en'), nothing, () => undefined)).filter(
      ({ accelerator }) => accelerator !== undefined && !accelerator.startsWith('CommandOrControl+'),
    )
    expect(bare).toEqual([])
  })

  it('quits without a window, which may be closed by then', () => {
    const items = itemsOf(macMenu(createTranslator('en'), nothing, () => undefined))
    expect(items.find(({ role }) => role === 'quit')).toMatchObject({ label: 'Quit' })
  })

  it('tells the window which command was chosen', () => {
    const chosen: string[] = []
    const items = itemsOf(macMenu(createTranslator('pl'), nothing, (id) => chosen.push(id)))
    items.find(({ id }) => id === 'help.about')?.click?.({} as never, undefined, {})
    expect(chosen).toEqual(['help.about'])
  })
})

it('spells keys as Electron does', () => {
  const spelled = (key: string) => acceleratorOf({ keys: [key] })
  expect(['Mod+Shift+KeyZ', 'Mod+Digit0', 'Mod+Comma', 'Mod+Equal', 'Alt+ArrowLeft', 'F11', 'char:?'].map(spelled)).toEqual([
    'CommandOrControl+Shift+Z',
    'CommandOrControl+0',
    'CommandOrControl+,',
    'CommandOrControl+Plus',
    'Alt+Left',
    'F11',
    '?',
  ])
  expect(acceleratorOf({ keys: [] })).toBeNull()
})
