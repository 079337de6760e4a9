import type { Dispose } from '../../shared/base/disposable'

/** A short message over the board. The window shows at most three, newest at the bottom. */
export interface ToastRequest {
  readonly kind: 'info' | 'success' | 'warning' | 'error'
  /** Already translated. */
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
  /** Calls back once what the message says is no longer so, and it has to go; what it gives ends the waiting. */
  readonly until?: (over: () => void) => Dispose
}

export type ShowToast = (toast: ToastRequest) => void
