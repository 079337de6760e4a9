import type { Dispose } from '../base/disposable'
import type { Board, RecordId } from '../model/board'
import type { ConflictField, ConflictId, ConflictSide } from '../model/conflict'
import type { EditName } from '../model/edit'
import type { Patch } from '../model/patch'

/** Who made a change. Only `local` can be undone. */
export type Origin = 'local' | 'remote' | 'load' | 'migration'

/** A record that could not be read as one; it is kept in the document and left off the board. */
export interface Problem {
  readonly id: string
  readonly why: string
}

/** Who wrote something, as the copy of the map that wrote it has said. */
export interface Author {
  readonly name: string
  /** ISO date-time of that copy's first edit. */
  readonly since: string
}

/**
 * One thing that two copies of a map changed apart from each other, to different values.
 *
 * Neither knew of the other's writing: what somebody wrote over after having seen it is no clash. See
 * docs/decisions/0006-causality-instead-of-a-base.md.
 */
export interface Clash {
  /** The same on both sides, and for whoever else brings the same two writings together. */
  readonly id: ConflictId
  readonly about: RecordId | 'map'
  readonly field: ConflictField
  readonly ours: ConflictSide
  readonly theirs: ConflictSide
  /** Each side made the record on its own (its id is derived): after a merge one of the two is gone with all of its fields. */
  readonly apart: boolean
  /** Both have decided a conflict about it, apart from each other and differently; whoever chose the value as it was has written nothing. */
  readonly decided: boolean
}

export interface WriteOptions {
  /** The edit joins the undo step before it, as typing in one note does. */
  readonly continues?: boolean
  /** False: undo knows nothing of it. */
  readonly undoable?: boolean
}

export interface MapDocument {
  /** The current board. The same object until something changes. */
  board(): Board
  problems(): readonly Problem[]
  /**
   * Write the patches as one transaction.
   * @param edit names the undo step.
   */
  write(patches: readonly Patch[], edit: EditName, options?: WriteOptions): void
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
  /** What ours and theirs changed apart from each other and somebody has to decide about. Ask before receiving theirs. */
  clashesWith(theirs: MapDocument): readonly Clash[]
  /** Whether every writing is here that a document of that state vector has. */
  knows(stateVector: Uint8Array): boolean
  /** Whether theirs has nothing that ours lacks; merging it would change nothing. */
  holdsAllOf(theirs: MapDocument): boolean
  /**
   * Whether both grew out of one document, so that updates of one mean something to the other. A map that was put
   * together anew has the same ids and another history; its updates would replace whole records.
   */
  sharesHistoryWith(theirs: MapDocument): boolean
  /** Who wrote a key of a record; without a key, whoever of its writers came to the map last. Null where nobody has said. */
  authorOf(id: RecordId | 'map', key?: string): Author | null
  /** Names of those who wrote what theirs has and ours lacks, each once, in the order in which they began. */
  authorsOfNewsIn(theirs: MapDocument): readonly string[]
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
