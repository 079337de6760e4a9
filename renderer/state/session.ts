import type { StoreApi } from 'zustand'
import type { Dispose } from '../../shared/base/disposable'
import type { Result } from '../../shared/base/result'
import type { Command, Refusal } from '../../shared/commands/command'
import type { MapDocument } from '../../shared/document/mapDocument'
import type { Translator } from '../../shared/i18n/translator'
import type { Layout } from '../../shared/layout/layout'
import type { Board } from '../../shared/model/board'
import type { EditName } from '../../shared/model/edit'
import type { NewId } from '../../shared/model/ids'
import type { Patch } from '../../shared/model/patch'
import type { Scene } from '../../shared/scene/scene'
import type { Theme } from '../../shared/scene/theme'
import type { ShowToast } from './toast'
import type { UiState } from './uiState'

/** In which words and colours the board is shown; changes while the map is open. */
export interface Look {
  readonly translator: Translator
  readonly theme: Theme
}

/** One open map in this window: its replica, what the window shows of it, and the one door for edits. */
export interface Session {
  readonly handle: string
  readonly readOnly: boolean
  readonly document: MapDocument
  readonly ui: StoreApi<UiState>
  readonly newId: NewId
  readonly toast: ShowToast
  look(): Look
  setLook(look: Look): void
  /** The board with the gesture in progress applied; the same object while nothing changed. */
  board(): Board
  layout(): Layout
  scene(): Scene
  /** Board, layout or scene is another object now. */
  onPicture(listener: () => void): Dispose
  /** The patches an edit would write now, for a preview; says nothing and writes nothing. */
  plan<Args>(command: Command<Args>, args: NoInfer<Args>): Result<readonly Patch[], Refusal>
  /** Plan on the document's own board, write the patches as one undo step; a refusal is said in a toast. */
  run<Args>(command: Command<Args>, args: NoInfer<Args>, options?: { readonly continues?: boolean }): Result<null, Refusal | 'read-only'>
  /** How many times this window has edited, undone or redone; tells whether the last undo step is still one's own. */
  edits(): number
  undo(): void
  redo(): void
  /** Take back the last edit for good; neither undo nor redo knows of it afterwards. */
  retract(): void
  /** An edit was taken back, or done again. */
  onUndo(listener: (how: 'undo' | 'redo', edit: EditName) => void): Dispose
  /** Resolves when the main process has answered every update so far: what a save then writes is what is shown. */
  settled(): Promise<void>
  /** Whether the main process has yet to take an update, or refused it: nobody but this window has what was written last. */
  unanswered(): boolean
  onUnanswered(listener: () => void): Dispose
  destroy(): void
}
