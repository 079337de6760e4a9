/** A short message over the board. The window shows at most three, newest at the bottom. */
export interface ToastRequest {
  readonly kind: 'info' | 'success' | 'warning' | 'error'
  /** Already translated. */
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

export type ShowToast = (toast: ToastRequest) => void
