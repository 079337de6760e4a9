import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { IpcRendererEvent } from 'electron'
import type { WaylineApi } from '../../renderer/app/waylineApi'
import { CALL, CHANNELS, EVENT, PRIVATE } from '../../shared/ipc/channels'
import { EVENT_NAMES } from '../../shared/ipc/events'

type Listener = (payload: unknown) => unknown

const channels = new Set<string>(CHANNELS)
const events = new Set<string>(EVENT_NAMES)

/**
 * The whole surface of the window: three functions, plain data in and out, never an Electron object.
 * This file is built as one CommonJS script, because a sandboxed preload cannot load another.
 */
const api = {
  call(channel: string, input: unknown): Promise<unknown> {
    if (!channels.has(channel)) return Promise.resolve({ ok: false, code: 'bad-request' })
    return ipcRenderer.invoke(CALL + channel, input)
  },
  on(event: string, listener: Listener): () => void {
    if (!events.has(event)) throw new Error('There is no such event.')
    const listeners = listenersOf(event)
    // A wrapper, so that one function given twice is two listeners.
    const own: Listener = (payload) => listener(payload)
    listeners.add(own)
    return () => {
      listeners.delete(own)
    }
  },
  async dropTicket(file: File): Promise<string> {
    const answer: unknown = await ipcRenderer.invoke(PRIVATE.dropTicket, webUtils.getPathForFile(file))
    return typeof answer === 'string' ? answer : ''
  },
}

const listeners = new Map<string, Set<Listener>>()

/** One subscription to Electron for each event, however many listeners the page has. */
function listenersOf(event: string): Set<Listener> {
  const known = listeners.get(event)
  if (known) return known
  const fresh = new Set<Listener>()
  listeners.set(event, fresh)
  if (event !== 'window.closing')
    ipcRenderer.on(EVENT + event, (_event: IpcRendererEvent, payload: unknown) => {
      for (const listener of fresh) listener(payload)
    })
  return fresh
}

/**
 * The window waits for this answer before it closes, so that what was being typed reaches the journal: every update
 * that a listener sent, at once or before its promise settled, was sent on the same channel before the answer.
 */
ipcRenderer.on(`${EVENT}window.closing`, () => {
  const work = [...listenersOf('window.closing')].map(async (listener) => listener(null))
  void Promise.allSettled(work).then(() => ipcRenderer.invoke(PRIVATE.closingDone))
})

contextBridge.exposeInMainWorld('wayline', api satisfies Untyped<WaylineApi>)

/** The same functions before their types are narrowed to the contract. */
type Untyped<Api> = { [Name in keyof Api]: (...args: never[]) => unknown }
