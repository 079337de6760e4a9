import { handEdits } from '../export/handEdits'
import type { ReadableMap } from '../export/readableSchema'
import type { Board, Records } from '../model/board'
import { buildBoard } from '../model/buildBoard'
import { MapSettings } from '../model/mapSettings'
import { applyPatches } from '../model/patch'
import { RECORD_KINDS } from '../model/schemas'

/** The board that a readable map describes: an earlier version, or another file, to be looked at and compared. */
export function readBoard(map: ReadableMap): Board {
  const empty = buildBoard(MapSettings.parse({}), noRecords())
  // Nothing is taken away from an empty board, so that no time is written anywhere.
  return applyPatches(empty, handEdits(empty, map, { now: '' }))
}

function noRecords(): Records {
  // One empty map for each kind of the table, as `Records` has it.
  return Object.fromEntries(RECORD_KINDS.map((kind) => [kind, new Map()])) as unknown as Records
}
