import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ToastRequest } from '../state/toast'

export interface Toast extends ToastRequest {
  readonly id: number
  /** The map it speaks of, and whose action it offers. */
  readonly of: string | null
}

export interface Toasts {
  /** Newest last. */
  readonly store: StoreApi<readonly Toast[]>
  show(toast: ToastRequest, of?: string): void
  close(id: number): void
  /** Take away what speaks of a map that is closed: its actions have nothing to act on any more. */
  forget(of: string): void
}

/** More would cover the board; the oldest gives way. */
const MOST = 3

/** What each kind stays at least, in milliseconds: what went wrong is read by somebody who did not look for it. */
const LEAST = { info: 5_000, success: 5_000, warning: 10_000, error: 20_000 } as const
/** With a button to reach for. */
const LEAST_WITH_ACTION = 8_000
/** A slow reader's time for a letter. */
const PER_LETTER = 80

/**
 * How long a message stays, in milliseconds; null for one that asks for a decision, which waits for it.
 *
 * The time stands still while somebody points at it or is in it, and while nobody can see the window. A message whose cause is gone goes
 * before: see `until`.
 */
export function stayOf({ kind, text, action, second }: ToastRequest): number | null {
  if (second) return null
  return Math.max(LEAST[kind], action ? LEAST_WITH_ACTION : 0, text.length * PER_LETTER)
}

export function createToasts(): Toasts {
  const store = createStore<readonly Toast[]>(() => [])
  let lastId = 0
  return {
    store,
    show(request, of) {
      lastId += 1
      // The same sentence again is one message, said again.
      const others = store.getState().filter(({ text, key }) => text !== request.text && (key === undefined || key !== request.key))
      store.setState([...others, { ...request, id: lastId, of: of ?? null }].slice(-MOST), true)
    },
    close(id) {
      store.setState(
        store.getState().filter((toast) => toast.id !== id),
        true,
      )
    },
    forget(of) {
      store.setState(
        store.getState().filter((toast) => toast.of !== of),
        true,
      )
    },
  }
}
