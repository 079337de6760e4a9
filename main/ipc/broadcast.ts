import type { WebContents } from 'electron'
import { EVENT } from '../../shared/ipc/channels'
import type { EventName, Events } from '../../shared/ipc/events'

/** Tell one page something it did not ask for. A page that is gone is not told. */
export function tell<E extends EventName>(contents: Pick<WebContents, 'isDestroyed' | 'send'>, event: E, payload: Events[E]): void {
  if (!contents.isDestroyed()) contents.send(EVENT + event, payload)
}
