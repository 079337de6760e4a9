import { diffBoards } from '../../shared/analysis/boardDiff'
import { readableMap } from '../../shared/export/readableMap'
import type { ReadableMap } from '../../shared/export/readableSchema'
import type { Board } from '../../shared/model/board'
import type { Compared } from '../state/uiState'
import { stopsOf, type Comparison } from './stops'
import type { Past, Version } from './versionShelf'

/** The version a comparison is with; null where it is with something else, or there is none. */
export function chosenVersion(compared: Compared, versions: readonly Version[]): Version | null {
  if (compared.kind === 'newest') return versions[0] ?? null
  if (compared.kind !== 'version') return null
  return versions.find(({ id }) => id === compared.id) ?? null
}

/** The two boards side by side; null where there is nothing to compare with yet. */
export function compare(compared: Compared, past: Past | null, now: Board): Comparison | null {
  if (compared.kind === 'file') return comparison(now, compared.board)
  const before = compared.kind === 'beforeMerge' ? compared.board : past?.board
  return before ? comparison(before, now) : null
}

function comparison(before: Board, after: Board): Comparison {
  const diff = diffBoards(before, after)
  return { before, after, diff, stops: stopsOf(before, after, diff) }
}

/** What can be restored of it; null for another file, which is not an earlier state of this map. */
export function earlierMap(compared: Compared, past: Past | null): ReadableMap | null {
  if (compared.kind === 'file') return null
  return compared.kind === 'beforeMerge' ? readableMap(compared.board) : (past?.map ?? null)
}
