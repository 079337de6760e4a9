import type { Dispose } from '../../shared/base/disposable'

/** A short message over the board. The window shows at most three, newest at the bottom. */
export interface ToastRequest {
  readonly kind: 'info' | 'success' | 'warning' | 'error'
  /** Already translated. */
  readonly text: string
  readonly action?: ToastAction
  /** Beside the first one, where there are two things to do about it. */
  readonly second?: ToastAction
  /** Takes the place of the message that is there under the same word: news of one thing that goes on. */
  readonly key?: string
  /** Calls back once what the message says is no longer so, and it has to go; what it gives ends the waiting. */
  readonly until?: (over: () => void) => Dispose
}

export interface ToastAction {
  readonly label: string
  readonly run: () => void
}

export type ShowToast = (toast: ToastRequest) => void
