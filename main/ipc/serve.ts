import { fail, type Result } from '../../shared/base/result'
import { CALL, CHANNELS } from '../../shared/ipc/channels'
import { contract, type Channel, type FailureOf, type Input, type Output } from '../../shared/ipc/contract'
import { LIMITS } from '../../shared/model/limits'
import { isPlainData } from './plainData'

/** One handler a channel. Leaving a channel out does not compile. `caller` is the window that asks. */
export type Handlers<Caller> = { readonly [C in Channel]: (input: Input<C>, caller: Caller) => Promise<Result<Output<C>, FailureOf<C>>> }

/** The part of Electron's `ipcMain` this needs, so that a test can stand in for it. */
export interface IpcServer<Event> {
  handle(channel: string, listener: (event: Event, input: unknown) => unknown): void
}

export interface Door<Event, Caller> {
  readonly ipc: IpcServer<Event>
  /** The window behind an event, or null where it is not the main frame of one of our own pages. */
  readonly caller: (event: Event) => Caller | null
  readonly log: (message: string, error?: unknown) => void
}

const DEPTH = 32
const DEFAULT_BYTES = 1024 * 1024
/** Channels that carry more than the rest; a little above what the schema then measures exactly. */
const BYTES: Partial<Record<Channel, number>> = {
  'map.update': LIMITS.updateBytes + 1024,
  'map.fromState': LIMITS.docBytes + 4096,
}

/** Answer the contract. A throw here is a bug in a handler: it is logged, and the window is told only `unexpected`. */
export function serve<Event, Caller>(door: Door<Event, Caller>, handlers: Handlers<Caller>): void {
  for (const channel of CHANNELS) {
    const schema = contract[channel].input
    servePrivate(door, CALL + channel, async (raw, caller) => {
      if (!isPlainData(raw, { bytes: BYTES[channel] ?? DEFAULT_BYTES, depth: DEPTH })) return fail('bad-request')
      const input = schema.safeParse(raw)
      if (!input.success) return fail('bad-request', input.error.issues.map((issue) => issue.path.join('.')).join(', '))
      // The channel and its parsed input belong together; TypeScript cannot follow that through the union.
      return handlers[channel](input.data as never, caller)
    })
  }
}

/** The same door for what the preload asks on its own account: the sender is checked, the answer is any plain data. */
export function servePrivate<Event, Caller>(
  door: Door<Event, Caller>,
  channel: string,
  handler: (raw: unknown, caller: Caller) => Promise<unknown>,
): void {
  door.ipc.handle(channel, async (event, raw) => {
    const caller = door.caller(event)
    if (caller === null) {
      door.log(`refused a call of ${channel}: the sender is not a window of ours`)
      return fail('untrusted-sender')
    }
    try {
      return await handler(raw, caller)
    } catch (error) {
      door.log(`the handler of ${channel} threw`, error)
      return fail('unexpected')
    }
  })
}
