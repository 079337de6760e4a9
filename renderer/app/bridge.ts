import type { Dispose } from '../../shared/base/disposable'
import type { Result } from '../../shared/base/result'
import type { Channel, FailureOf, Input, Output } from '../../shared/ipc/contract'
import type { EventName, Events } from '../../shared/ipc/events'

/** All that the window can reach outside itself. The preload offers it as `window.wayline`; a test stands in for it. */
export interface Bridge {
  /** Never rejects: a failure of any kind is a Result. */
  call<C extends Channel>(channel: C, input: Input<C>): Promise<Result<Output<C>, FailureOf<C>>>
  /** The window closes only after every listener of `window.closing` is done. */
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void | Promise<void>): Dispose
  /** A ticket for a dropped file, by which main finds its path; the window never sees it. */
  dropTicket(file: File): Promise<string>
}
