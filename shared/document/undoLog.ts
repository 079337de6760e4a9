import type { EditName } from '../model/edit'
import type { RecordKind } from '../model/ids'

/** In place of a value: the moment of the undo. Nothing leaves the document, so an addition is undone by deleting. */
export const UNDO_OF_ADDING = Symbol('the moment of the undo')

/** One key of the document before and after an edit; undefined where there was, or is, none. */
export interface KeyChange {
  readonly kind: RecordKind | 'map'
  /** Id of the record; empty for the settings. */
  readonly id: string
  readonly key: string
  readonly before: unknown
  readonly after: unknown
}

/** What one undo takes back. */
export interface UndoStep {
  readonly edit: EditName
  readonly changes: readonly KeyChange[]
  /** How many writings of each client were known then: what others have written into a record since is not taken away with it. */
  readonly known: ReadonlyMap<number, number>
}

/**
 * What this window has done and taken back.
 *
 * Kept as keys and values, not by the UndoManager of Yjs: that one undoes an addition by removing the record from the
 * document, and everything that a colleague has written into it meanwhile goes with it for good.
 */
export class UndoLog {
  readonly #done: UndoStep[] = []
  #undone: UndoStep[] = []

  /** A new edit; with `continues` it becomes part of the one before it. What was undone cannot be redone any more. */
  record(step: UndoStep, continues: boolean): void {
    const last = continues && this.#undone.length === 0 ? this.#done.pop() : undefined
    this.#undone = []
    const { edit, known } = last ?? step
    this.#done.push({ edit, known, changes: joinChanges(last?.changes ?? [], step.changes) })
  }

  lastDone(): EditName | null {
    return this.#done.at(-1)?.edit ?? null
  }

  lastUndone(): EditName | null {
    return this.#undone.at(-1)?.edit ?? null
  }

  /** Take back the last edit that still has an effect. `revert` says what it could take back. */
  undo(revert: (step: UndoStep) => UndoStep | null): EditName | null {
    return move(this.#done, this.#undone, revert)
  }

  /** Take back the very last edit as if it had never been: nothing is left to undo or to redo of it. */
  retract(revert: (step: UndoStep) => UndoStep | null): void {
    const last = this.#done.pop()
    if (last) revert(last)
  }

  redo(revert: (step: UndoStep) => UndoStep | null): EditName | null {
    return move(this.#undone, this.#done, revert)
  }
}

function move(from: UndoStep[], to: UndoStep[], revert: (step: UndoStep) => UndoStep | null): EditName | null {
  for (let step = from.pop(); step; step = from.pop()) {
    const opposite = revert(step)
    // Others have changed everything that this step did: it is theirs now, so the one before it is meant.
    if (!opposite) continue
    to.push(opposite)
    return step.edit
  }
  return null
}

/** Two edits as one, with each key once. A key that somebody else has written in between keeps what they wrote as its "before". */
function joinChanges(first: readonly KeyChange[], second: readonly KeyChange[]): readonly KeyChange[] {
  const joined = new Map(first.map((change) => [nameOf(change), change]))
  for (const change of second) {
    const known = joined.get(nameOf(change))
    const before = known && known.after === change.before ? known.before : change.before
    joined.set(nameOf(change), { ...change, before })
  }
  return [...joined.values()]
}

function nameOf(change: KeyChange): string {
  return `${change.kind}|${change.id}|${change.key}`
}
