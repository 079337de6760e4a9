import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Listeners, type Dispose } from '../../shared/base/disposable'
import { fail, ok, type Result } from '../../shared/base/result'
import { Settings } from '../../shared/ipc/contract'
import { openJsonStore } from './jsonStore'

/** What the person chose, kept in `settings.json` of the user-data folder. */
export interface SettingsStore {
  get(): Settings
  /** Takes the change on at once, and answers when it is on disk. `unsaved` still counts for this run. */
  change(change: { readonly [K in keyof Settings]?: Settings[K] | undefined }): Promise<Result<Settings, 'unsaved'>>
  onChange(listener: (settings: Settings) => void): Dispose
  /** Resolves when every change is on disk, or could not be written. */
  settled(): Promise<void>
}

/** What a newer version of the app keeps there stays. */
const Kept = Settings.loose()

/** Open the settings. A damaged file is set aside and the defaults are shown. */
export async function openSettings({ userData, clock }: { userData: string; clock: () => Date }): Promise<SettingsStore> {
  await mkdir(userData, { recursive: true })
  const store = await openJsonStore({ path: join(userData, 'settings.json'), schema: Kept, empty: Settings.parse({}), clock })
  const listeners = new Listeners<[Settings]>()
  return {
    get: () => Settings.parse(store.get()),
    async change(change) {
      // A field without a value goes back to its default.
      const written = store.set(Kept.parse({ ...store.get(), ...change }))
      const settings = Settings.parse(store.get())
      listeners.emit(settings)
      return (await written).ok ? ok(settings) : fail('unsaved')
    },
    onChange: (listener) => listeners.add(listener),
    settled: () => store.settled(),
  }
}
