import type { NewId } from '../../shared/model/ids'
import type { Output } from '../../shared/ipc/contract'
import type { Translator } from '../../shared/i18n/translator'
import type { Session } from '../state/session'
import type { ShowToast } from '../state/toast'
import type { DialogId } from '../state/uiState'
import type { Bridge } from './bridge'
import type { FileCommands } from './fileCommands'
import type { SettingsStore } from './settingsStore'
import type { WindowStore } from './windowState'

/** Who and where we are: asked of main once. */
export type Host = Pick<Output<'app.hello'>, 'platform' | 'userName' | 'versions'>

/** Everything a part of the window may need that it cannot make itself. Put together in `createServices` and nowhere else. */
export interface Services {
  readonly bridge: Bridge
  readonly host: Host
  readonly newId: NewId
  readonly clock: () => Date
  readonly settings: SettingsStore
  readonly window: WindowStore
  readonly toast: ShowToast
  readonly files: FileCommands
  /** The translator of the language that is on now. */
  translator(): Translator
  /** The open map, or null on the start screen. */
  session(): Session | null
  /** Opens a dialog over the map or the start screen; null closes it. */
  openDialog(dialog: DialogId | null): void
  /** Moves the keyboard to the next (1) or previous (-1) region of the window. */
  moveRegion(by: 1 | -1): void
  /** Ends the app's window as its close button does. */
  quit(): void
  toggleFullscreen(): void
}
