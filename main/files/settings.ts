import type { Dispose } from '../../shared/base/disposable'
import type { Result } from '../../shared/base/result'
import type { Settings } from '../../shared/ipc/contract'

/** What the person chose, kept in `settings.json` of the user-data folder. */
export interface SettingsStore {
  get(): Settings
  /** Takes the change on at once, and answers when it is on disk. `unsaved` still counts for this run. */
  change(change: Partial<Settings>): Promise<Result<Settings, 'unsaved'>>
  onChange(listener: (settings: Settings) => void): Dispose
}
