import { failingCalls, hangingDisk, lockedRename } from './rows/badDisk'
import { fullJournalDisk, fullMapDisk } from './rows/fullDisk'
import { damagedMaps } from './rows/damagedMaps'
import { damagedJournal } from './rows/journals'
import { killedAtEachCall, killedAtEachSystemCall, killedDraft, killedWriter } from './rows/killed'
import { pulledStick, readOnlyPlaces } from './rows/places'
import { powerCut } from './rows/powerCut'
import { cutShort, emptied, olderCopy } from './rows/savedAndClosed'
import { jumpingClock, longDay } from './rows/time'
import { sameNote } from './rows/sameNote'
import { together } from './rows/together'
import type { FaultRow } from './support/row'

/** The table of faults, in the order of docs/reliability.md. */
export const ROWS: readonly FaultRow[] = [
  killedWriter,
  killedDraft,
  powerCut,
  killedAtEachCall,
  killedAtEachSystemCall,
  fullMapDisk,
  fullJournalDisk,
  failingCalls,
  readOnlyPlaces,
  lockedRename,
  pulledStick,
  hangingDisk,
  together,
  sameNote,
  emptied,
  cutShort,
  olderCopy,
  jumpingClock,
  damagedMaps,
  damagedJournal,
  longDay,
]
