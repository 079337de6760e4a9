import { diffBoards, isEmptyDiff, type BoardDiff } from '../analysis/boardDiff'
import type { MapDocument } from '../document/mapDocument'
import type { Board } from '../model/board'
import type { ConflictId } from '../model/conflict'
import { mergeByHistory } from './mergeByHistory'
import { mergeByValues } from './mergeByValues'

export interface MergeOptions {
  /** What both copies last had in common, where that is known. It sorts out what only seems to be a conflict. */
  readonly base?: Board
  /** ISO date-time, kept in the conflicts. */
  readonly at: string
  /** Whose copy theirs is, where the copy itself does not say. */
  readonly by?: string
}

export interface MergeReport {
  /** What became of our board. */
  readonly diff: BoardDiff
  /** What now waits for somebody to decide, whoever listed it; both values are kept until then. What waited before is not among them. */
  readonly conflicts: readonly ConflictId[]
  /** Names of those whose edits came in, in the order in which they began. */
  readonly by: readonly string[]
}

/**
 * Bring another copy of a map into ours.
 *
 * Everything that somebody did on either side stays. Where both changed one thing apart from each other, what Yjs settles on
 * is shown and the other value is kept in a conflict; a record that one side deleted and the other one edited is there again.
 * Bringing the same copy in twice changes nothing the second time. `theirs` is only read.
 * @throws BadUpdate where theirs would harm our document; nothing was changed then.
 */
export function mergeInto(ours: MapDocument, theirs: MapDocument, options: MergeOptions): MergeReport {
  const before = ours.board()
  const by = ours.sharesHistoryWith(theirs) ? mergeByHistory(ours, theirs, options) : mergeByValues(ours, theirs, options)
  const diff = diffBoards(before, ours.board())
  const known = new Set(before.conflicts.map(({ id }) => id))
  const conflicts = ours.board().conflicts.flatMap(({ id }) => (known.has(id) ? [] : [id]))
  const isNews = conflicts.length > 0 || !isEmptyDiff(diff)
  return { diff, conflicts, by: by.length === 0 && isNews && options.by ? [options.by] : by }
}
