import type { Channel, FailureOf, Input, Output } from '../../../shared/ipc/contract'
import type { EventName, Events } from '../../../shared/ipc/events'
import type { Result } from '../../../shared/base/result'
import type { Bridge } from '../../../renderer/app/bridge'

type Answers = { readonly [C in Channel]?: (input: Input<C>) => Result<Output<C>, FailureOf<C>> }

export interface FakeBridge extends Bridge {
  /** What was asked, in order: `[channel, input]`. */
  readonly asked: readonly (readonly [Channel, unknown])[]
  /** Say something as the main process does. */
  say<E extends EventName>(event: E, payload: Events[E]): void
}

/** Stands for the main process: answers what the test gave it, and notes what it was asked. */
export function fakeBridge(answers: Answers = {}): FakeBridge {
  const asked: (readonly [Channel, unknown])[] = []
  const listeners = new Map<EventName, Set<(payload: never) => unknown>>()
  return {
    asked,
    call(channel, input) {
      asked.push([channel, input])
      const answer = answers[channel]
      if (!answer) throw new Error(`nobody answers ${channel}`)
      return Promise.resolve(answer(input))
    },
    on(event, listener) {
      const known = listeners.get(event) ?? new Set()
      listeners.set(event, known.add(listener))
      return () => known.delete(listener)
    },
    dropTicket: () => Promise.resolve('ticket'),
    say(event, payload) {
      for (const listener of listeners.get(event) ?? []) listener(payload as never)
    },
  }
}
