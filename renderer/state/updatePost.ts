import { Listeners, type Dispose } from '../../shared/base/disposable'
import type { Result } from '../../shared/base/result'
import type { MapDocument } from '../../shared/document/mapDocument'
import type { FailureOf, Input, Output } from '../../shared/ipc/contract'

type Deliver = (input: Input<'map.update'>) => Promise<Result<Output<'map.update'>, FailureOf<'map.update'>>>

export interface UpdatePost {
  send(update: Uint8Array): void
  /** Resolves when every update so far was answered, those that were refused a second time. */
  settled(): Promise<void>
  unanswered(): boolean
  onUnanswered(listener: () => void): Dispose
}

/**
 * Sends updates to the main process in order.
 *
 * An update the host did not take is not lost: the replica still holds it, and the next edit sends everything since the last one that was taken.
 * Not the whole map, which of a large one would be more than the host takes at once. Sending twice does no harm.
 * @param refused called for the first of several refusals.
 */
export function createUpdatePost(
  handle: string,
  document: Pick<MapDocument, 'stateVector' | 'encodeSince'>,
  deliver: Deliver,
  refused: (code: FailureOf<'map.update'>) => void,
): UpdatePost {
  const inFlight = new Set<Promise<void>>()
  const changed = new Listeners<[]>()
  let behind = false
  /** What the host is known to have. */
  let taken = document.stateVector()
  /** Of what was sent before a refusal, an answer says nothing of what was refused. */
  let refusals = 0

  const post = async (update: Uint8Array): Promise<void> => {
    const [before, reached] = [refusals, document.stateVector()]
    const answer = await deliver({ handle, update })
    if (answer.ok) {
      if (before === refusals) taken = reached
      return
    }
    refusals += 1
    if (!behind) refused(answer.code)
    behind = true
  }
  const missing = (): Uint8Array => document.encodeSince(taken)
  const dispatch = (update: Uint8Array): void => {
    const sent = post(update)
    behind = false
    inFlight.add(sent)
    if (inFlight.size === 1) changed.emit()
    void sent.finally(() => {
      inFlight.delete(sent)
      if (inFlight.size === 0) changed.emit()
    })
  }
  const answered = async (): Promise<void> => {
    while (inFlight.size > 0) await Promise.all(inFlight)
  }
  return {
    send: (update) => dispatch(behind ? missing() : update),
    async settled() {
      await answered()
      if (!behind) return
      dispatch(missing())
      await answered()
    },
    unanswered: () => inFlight.size > 0 || behind,
    onUnanswered: (listener) => changed.add(listener),
  }
}
