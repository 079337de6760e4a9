import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Dispose } from '../../shared/base/disposable'
import { createTranslator, type Language, type Translator } from '../../shared/i18n/translator'
import type { Settings } from '../../shared/ipc/contract'
import type { Bridge } from './bridge'

/** What a person chose, and what follows from it together with the system. */
export interface Look {
  readonly settings: Settings
  readonly language: Language
  readonly translator: Translator
  readonly theme: 'light' | 'dark'
}

export interface SettingsStore {
  readonly store: StoreApi<Look>
  /** Shows at once; false when main could not keep it, which the caller says. */
  change(change: Partial<Settings>): Promise<boolean>
  readonly dispose: Dispose
}

/**
 * The settings of this window, kept by main and shared by all windows.
 *
 * @param system what the system prefers, where a person chose nothing.
 */
export function createSettingsStore(
  bridge: Bridge,
  initial: Settings,
  system: { readonly language: Language; readonly darkQuery: MediaQueryList },
): SettingsStore {
  const { darkQuery } = system
  const store = createStore<Look>(() => lookOf(initial))

  function lookOf(settings: Settings, before?: Look): Look {
    const language = settings.language ?? system.language
    const translator = before?.language === language ? before.translator : createTranslator(language)
    const theme = settings.theme === 'system' ? (darkQuery.matches ? 'dark' : 'light') : settings.theme
    return { settings, language, translator, theme }
  }
  const take = (settings: Settings): void => store.setState(lookOf(settings, store.getState()))

  const systemThemeChanged = (): void => take(store.getState().settings)
  darkQuery.addEventListener('change', systemThemeChanged)
  const stopListening = bridge.on('settings.changed', take)

  return {
    store,
    async change(change) {
      take({ ...store.getState().settings, ...change })
      const kept = await bridge.call('settings.change', change)
      if (kept.ok) take(kept.value)
      return kept.ok
    },
    dispose() {
      darkQuery.removeEventListener('change', systemThemeChanged)
      stopListening()
    },
  }
}
