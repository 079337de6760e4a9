import type { Result } from '../../shared/base/result'
import type { Channel, FailureOf, Input, Output } from '../../shared/ipc/contract'
import type { EventName, Events } from '../../shared/ipc/events'

/** What the preload puts on `window.wayline`: the only way out of the window. */
export interface WaylineApi {
  /** Ask the main process. Never rejects while the app runs as one version; a failure is a value. */
  call<C extends Channel>(channel: C, input: Input<C>): Promise<Result<Output<C>, FailureOf<C>>>
  /**
   * Listen to the main process; gives the function that stops it.
   * The window closes only after every listener of `window.closing` returned and its promise, if any, settled.
   */
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void | Promise<void>): () => void
  /** A ticket for a file that was dropped on the window; empty where the file has no place on this computer. */
  dropTicket(file: File): Promise<string>
}

declare global {
  interface Window {
    readonly wayline: WaylineApi
  }
}
