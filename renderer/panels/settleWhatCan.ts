import type { Result } from '../../shared/base/result'
import type { Keep } from '../../shared/commands/conflicts'
import type { Refusal } from '../../shared/commands/command'
import type { ConflictId } from '../../shared/model/conflict'

export interface Choice {
  readonly conflictId: ConflictId
  readonly keep: Keep
}

export interface Sorted {
  /** What can be done together. */
  readonly possible: Choice[]
  /** What cannot be done beside it, and why. */
  readonly refused: ReadonlyMap<ConflictId, Refusal>
}

/**
 * Tells the choices that can be made from those that cannot, so that one of them does not stop all others.
 *
 * @param plan tries choices together, without writing anything.
 */
export function settleWhatCan(choices: readonly Choice[], plan: (choices: Choice[]) => Result<unknown, Refusal>): Sorted {
  const possible: Choice[] = []
  const refused = new Map<ConflictId, Refusal>()
  const sort = (some: readonly Choice[]): void => {
    const [first] = some
    if (!first) return
    const tried = plan([...possible, ...some])
    if (tried.ok) possible.push(...some)
    else if (some.length === 1) refused.set(first.conflictId, tried.code)
    else {
      // By halves: as a rule one or two of hundreds are refused.
      const half = Math.ceil(some.length / 2)
      sort(some.slice(0, half))
      sort(some.slice(half))
    }
  }
  sort(choices)
  return { possible, refused }
}
