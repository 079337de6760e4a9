import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../shared/base/result'
import type { Settings } from '../../../shared/ipc/contract'
import { createSettingsStore } from '../../../renderer/app/settingsStore'
import { fakeBridge } from './fakeBridge'

const initial: Settings = { theme: 'system', displayName: '', singleKeyShortcuts: true }

/** The system's wish for dark or light, which may change while the app runs. */
class SystemTheme extends EventTarget {
  matches = false

  turn(dark: boolean): void {
    this.matches = dark
    this.dispatchEvent(new Event('change'))
  }
}

function store(bridge = fakeBridge({ 'settings.change': (change) => ok({ ...initial, ...change } as Settings) })) {
  const system = new SystemTheme()
  const settings = createSettingsStore(bridge, initial, { language: 'pl', darkQuery: system as unknown as MediaQueryList })
  return { bridge, system, settings, look: () => settings.store.getState() }
}

describe('the settings of a window', () => {
  it('follow the system where a person chose nothing', () => {
    const { system, look } = store()
    expect([look().language, look().theme]).toEqual(['pl', 'light'])
    system.turn(true)
    expect(look().theme).toBe('dark')
  })

  it('follow the person once they chose', async () => {
    const { settings, system, look } = store()
    await settings.change({ theme: 'light' })
    system.turn(true)
    expect(look().theme).toBe('light')
  })

  it('speak another language at once, with the same translator until then', async () => {
    const { settings, look } = store()
    const before = look().translator
    await settings.change({ displayName: 'Ann' })
    expect(look().translator).toBe(before)
    await settings.change({ language: 'ru' })
    expect(look().translator.t('app.cancel')).toBe('Отмена')
  })

  it('take over what another window changed', () => {
    const { bridge, look } = store()
    bridge.say('settings.changed', { ...initial, language: 'en', theme: 'dark' })
    expect([look().language, look().theme]).toEqual(['en', 'dark'])
  })

  it('say when main could not keep them, and work all the same', async () => {
    const { settings, look } = store(fakeBridge({ 'settings.change': () => fail('unsaved') }))
    expect(await settings.change({ theme: 'dark' })).toBe(false)
    expect(look().theme).toBe('dark')
  })

  it('let go of what they listened to', () => {
    const { bridge, system, settings, look } = store()
    settings.dispose()
    system.turn(true)
    bridge.say('settings.changed', { ...initial, language: 'en' })
    expect([look().language, look().theme]).toEqual(['pl', 'light'])
  })
})
