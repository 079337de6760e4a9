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
