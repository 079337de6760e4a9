import type { MapDocument } from '../../shared/document/mapDocument'
import type { Board } from '../../shared/model/board'
import type { NewId } from '../../shared/model/ids'
import type { Disk } from '../files/disk'
import type { LoadedMap } from '../files/loadMap'
import type { MapCodec } from '../files/mapCodec'
import type { Recents } from '../files/recents'
import type { Autosave, AutosaveTimes } from './autosave'
import type { HostJournal } from './hostJournal'
import type { Ledger } from './ledger'
import type { SaveQueue } from './saveQueue'
import type { SaveState } from './saveState'

export interface SavingDeps {
  readonly userData: string
  readonly clock: () => Date
  readonly newId: NewId
  readonly recents: Recents
  readonly log: (message: string, error?: unknown) => void
  readonly autosave: AutosaveTimes
  readonly disk?: Disk
  readonly codec?: MapCodec
  /** Whether another open map has that real path, or is about to. */
  readonly isOpen: (path: string) => boolean
  /** Goes to a real path while no other map can be opened or written there. */
  readonly reserve: <T>(path: string, go: () => Promise<T>) => Promise<T>
  /** Everything is settled, and the journal about to go: the last moment to keep what was saved. */
  readonly leaving: () => Promise<void>
  /** Bring what somebody else wrote into the document, and tell everybody; see `SavedMap`. */
  readonly takeIn: (theirs: LoadedMap, base: Board | undefined, taken: () => void) => void
  /** Somebody put an older copy in the place of the file; see `SavedMap`. */
  readonly foundOlder: (copy: Board, saved: Board) => void
}

/** What keeps one open map, shared by whoever writes its file, follows what others do to it, and takes it to another place. */
export interface Keeping {
  readonly document: MapDocument
  readonly deps: SavingDeps & { readonly disk: Disk }
  readonly ledger: Ledger
  readonly journal: HostJournal
  readonly state: SaveState
  readonly queue: SaveQueue
  readonly autosave: Autosave
}
