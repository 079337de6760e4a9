import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SalvageCounts } from '../../shared/ipc/salvageWords'
import type { SaveStatus } from '../../shared/ipc/contract'
import type { MapSurroundings } from '../../shared/ipc/surroundings'
import type { DialogId } from '../state/uiState'

/** What the title bar knows of the open map's file. */
export interface OpenFile {
  readonly handle: string
  /** Null: the map has no file yet. */
  readonly name: string | null
  readonly place: string | null
  readonly readOnly: boolean
  readonly status: SaveStatus
  /** Edits that came back after the app ended without a goodbye; 0 once the banner was closed. */
  readonly recovered: number
  /** The file is damaged and the map was put together from what was whole; false once the banner was closed. */
  readonly rebuilt?: boolean
  /** A newer app made the file; this one only shows it. */
  readonly newer?: boolean
  /** The file has another name on its disk, which stays behind when it is saved; false once the banner was closed. */
  readonly linked?: boolean
  /** What was got out of a file that could not be read as one. */
  readonly salvage?: SalvageCounts | undefined
  /** Who else has the file open, and which copies of it are beside it. */
  readonly surroundings: MapSurroundings
}

/** What this window shows besides the map itself. */
export interface WindowState {
  /** Null: the start screen. */
  readonly file: OpenFile | null
  /** The open dialog of the start screen; with a map open, the session's own `ui.dialog` counts. */
  readonly dialog: DialogId | null
  /** What was dropped for the import dialog to read; taken by it when it opens. */
  readonly importSource: ImportSource | null
  /** What was pasted into the import dialog and is no map yet: closing the dialog does not lose it. */
  readonly importText: string
  readonly maximized: boolean
  readonly fullscreen: boolean
}

/** A file whose content is read as an import. */
export interface ImportSource {
  readonly name: string
  readonly bytes: Uint8Array
}

export type WindowStore = StoreApi<WindowState>

export function createWindowStore(): WindowStore {
  return createStore<WindowState>(() => ({
    file: null,
    dialog: null,
    importSource: null,
    importText: '',
    maximized: false,
    fullscreen: false,
  }))
}
