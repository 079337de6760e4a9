import type { Dispose } from '../base/disposable'
import type { Board } from '../model/board'
import type { EditName } from '../model/edit'
import type { Patch } from '../model/patch'

/** Who made a change. Only `local` can be undone. */
export type Origin = 'local' | 'remote' | 'load' | 'migration'

/** A record that could not be read as one; it is kept in the document and left off the board. */
export interface Problem {
  readonly id: string
  readonly why: string
}

export interface MapDocument {
  /** The current board. The same object until something changes. */
  board(): Board
  problems(): readonly Problem[]
  /**
   * Write the patches as one transaction.
   * @param edit names the undo step; with `continues` the edit joins the undo step before it (typing in one note).
   */
  write(patches: readonly Patch[], edit: EditName, options?: { readonly continues?: boolean }): void
  /**
   * Apply an update (Yjs V2) that another replica made.
   * @throws BadUpdate on bytes that are not one, or that would harm the map; nothing was changed then.
   */
  receive(update: Uint8Array, origin?: Exclude<Origin, 'local' | 'migration'>): void
  /**
   * Apply many updates as one: a journal of thousands would otherwise build as many boards.
   * @throws BadUpdate where one of them is bad; nothing was changed then.
   */
  receiveAll(updates: readonly Uint8Array[], origin?: Exclude<Origin, 'local' | 'migration'>): void
  /** The whole state as one update (Yjs V2). */
  encode(): Uint8Array
  stateVector(): Uint8Array
  /** What a replica with that state vector lacks (Yjs V2). */
  encodeSince(stateVector: Uint8Array): Uint8Array
  onUpdate(listener: (update: Uint8Array, origin: Origin) => void): Dispose
  onBoard(listener: (board: Board) => void): Dispose
  undo(): EditName | null
  redo(): EditName | null
  /** Take back the last edit for good, so that redo cannot bring it back: for what turned out to be no edit at all. */
  retract(): void
  canUndo(): EditName | null
  canRedo(): EditName | null
  destroy(): void
}
