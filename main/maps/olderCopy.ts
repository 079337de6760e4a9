import { diffBoards, isEmptyDiff } from '../../shared/analysis/boardDiff'
import type { OlderFile } from '../../shared/ipc/surroundings'
import type { Board } from '../../shared/model/board'
import { countsOf } from '../files/counts'

export interface OlderCopyDeps {
  /** Keeps a board as a version, and says which one it is; null where it could not be kept. */
  readonly keep: (board: Board) => Promise<string | null>
  /** Whether somebody else has the file open: then an earlier state of it is one of theirs, on its way. */
  readonly shared: () => boolean
  /** When the file was saved last. */
  readonly savedAt: () => Date
  readonly changed: () => void
}

/**
 * An older copy of the file that somebody, or a sync tool, put in its place while the map is open.
 *
 * The map goes back into the file, as nothing can be lost by that. The older copy is kept as a version, to which a person may go back.
 */
export class OlderCopy {
  readonly #deps: OlderCopyDeps
  #shown: OlderFile | null = null

  constructor(deps: OlderCopyDeps) {
    this.#deps = deps
  }

  /** What the copy lacks, until somebody decides about it. */
  get shown(): OlderFile | null {
    return this.#shown
  }

  /** @param saved what was saved in the file before. */
  async found(copy: Board, saved: Board): Promise<void> {
    const { keep, shared, savedAt, changed } = this.#deps
    const diff = diffBoards(copy, saved)
    if (shared() || isEmptyDiff(diff)) return
    const notes = Math.max(0, countsOf(saved).notes - countsOf(copy).notes)
    const at = savedAt().toISOString()
    const version = await keep(copy)
    // Without the copy there is nothing to go back to, and so nothing to decide.
    if (version === null) return
    this.#shown = { at, notes, changes: diff.changes.length, version }
    changed()
  }

  decided(): void {
    this.#shown = null
  }
}
