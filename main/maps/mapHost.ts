import type { Dispose } from '../../shared/base/disposable'
import type { Result } from '../../shared/base/result'
import type { BoardDiff } from '../../shared/analysis/boardDiff'
import type { SaveStatus } from '../../shared/ipc/contract'
import type { CopyAction, MapMerged, MapSurroundings, OlderAction } from '../../shared/ipc/surroundings'
import type { Version } from '../../shared/ipc/versions'
import type { Board } from '../../shared/model/board'
import type { SalvageReport } from '../files/salvage'
import type { WriteFailure } from '../files/durableWrite'
import type { CopyFailure } from './copies'
import type { HostVersions, UnnamedReason } from './hostVersions'

/** Who sent an update: a window's id, `FILE_PEER`, or the host itself. A peer never gets its own update back. */
export type Peer = string

/** The map file itself, when somebody else changed it and both were brought together. */
export const FILE_PEER: Peer = 'file'

export type ReceiveFailure = 'closed' | 'read-only' | 'journal' | 'bad-update'

/** Why the map file was not written. `no-file`: a draft; ask for a place and call `saveAs`. */
export type SaveFailure = 'closed' | 'no-file' | 'disk-full' | 'read-only' | 'folder-missing' | 'changed-on-disk' | 'too-large' | 'unknown'

export interface Saved {
  /** ISO date-time at which the file had been read back and compared. */
  readonly savedAt: string
}

/** Edits that came in from outside the app, and whose they were. */
export interface Merged extends Pick<MapMerged, 'source' | 'name' | 'by' | 'conflicts'> {
  /** What became different on the board. */
  readonly diff: BoardDiff
}

/**
 * One open map: its document, its journal, its file and the windows that show it.
 *
 * It is a peer among peers with a document of its own. An update that reaches it is kept in the journal, passed on to the
 * other peers, and written to the map file when the hands rest.
 */
export interface MapHost {
  /** What a window calls the map by; not the map's id and not a path. */
  readonly handle: string
  /** The id inside the file. Changes with `saveAs`, which makes another map of it. */
  readonly id: string
  /** Ids that the map had before it was put together anew from a damaged file. */
  readonly earlierIds: readonly string[]
  /** Absolute path of the file, links resolved; null while the map is a draft. For the main process only. */
  readonly file: string | null
  /** File name without its ending; null while the map is a draft. */
  readonly name: string | null
  /** Folder for the eye: "Documents / Clients". */
  readonly place: string | null
  /** The id of this map in the list of recent maps. */
  readonly recentId: string
  /** The file may not be written: its mode, its folder or its disk says so. Updates are refused; `saveAs` works. */
  readonly readOnly: boolean
  /**
   * How many things of the map (notes, points, stages and the like) the journal changed when the map was opened: against its file, or for a draft
   * against the last time that its journal was begun.
   */
  readonly recovered: number
  /** True when the document inside the file was damaged and was rebuilt from its readable part. */
  readonly rebuilt: boolean
  /** A newer app made the file. It is read-only, and `saveAs` copies it as it is. */
  readonly newer: boolean
  /** Just made by the person in front of it, from a template or from what was read. */
  readonly fresh: boolean
  /** What was got out of the file where it was damaged beyond being read as one. */
  readonly salvage: SalvageReport | null
  /** The file had another name on its disk (a hard link) when it was opened; the first save makes it a file of its own. */
  readonly linked: boolean

  /** The earlier states of the map. */
  readonly versions: HostVersions

  board(): Board
  /** The whole document as one update (Yjs V2). */
  encode(): Uint8Array
  status(): SaveStatus
  /** Resolves when the update is in the journal and synced to disk. */
  receive(update: Uint8Array, peer: Peer): Promise<Result<null, ReceiveFailure>>
  /** Write the map file now and read it back. */
  save(): Promise<Result<Saved, SaveFailure>>
  /**
   * Write the map to another file and go on with that one.
   *
   * A map that had a file gets a new id there, and nothing is ever written to the original again. What is at
   * `path` is replaced: whoever asked for the path has asked about that too.
   */
  saveAs(path: string): Promise<Result<Saved, SaveFailure>>
  /** Who else has the file open, and which copies of the map are beside it. */
  surroundings(): MapSurroundings
  onSurroundings(listener: (surroundings: MapSurroundings) => void): Dispose
  /** Do something about copies that `surroundings` lists, all of them whatever becomes of one; the first failure is told. */
  copies(action: CopyAction, ids: readonly string[]): Promise<Result<null, CopyFailure>>
  /** Decide about a file that is older than what was saved here: bring that in, or leave the file as it is. */
  older(action: OlderAction): Promise<Result<null, 'closed' | 'read-only'>>
  /** Edits of others are about to come in: the board is still as it was without them. */
  onMerging(listener: () => void): Dispose
  /** Edits of others came in: from the file, from a copy, or from somebody who edited the file by hand. */
  onMerged(listener: (merged: Merged) => void): Dispose
  /**
   * Keep the map as it is at this moment, before something large is done to it. Null where the newest version is the same.
   *
   * It is taken when this is called, and on disk when it resolves; a failure is logged, and no reason to leave the work undone.
   */
  takeVersion(reason: UnnamedReason): Promise<Result<Version | null, WriteFailure>>
  onUpdate(listener: (update: Uint8Array, peer: Peer) => void): Dispose
  onStatus(listener: (status: SaveStatus) => void): Dispose
  /** Under way since `close` was called; whoever wants the map waits for it and opens it anew. Null while it is open. */
  readonly closing: Promise<void> | null
  /** Everything that was received is in the journal, and in the file if there is one that can be written. */
  settle(): Promise<void>
  /** Settle, then let go of the file. A draft stays in its journal, unless nobody ever edited it. */
  close(): Promise<void>
}
