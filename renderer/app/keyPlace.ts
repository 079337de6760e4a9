import type { Dispose } from '../../shared/base/disposable'

/** Where the keyboard is: in a text field, on the board, in a menu or other popup, or on some other control. */
export type KeyPlace = 'text' | 'board' | 'popup' | 'chrome'

/** Text fields keep their keys; arrows, Tab and Enter belong to the board only while it has the focus. */
export function placeOfEvent(event: Event): KeyPlace {
  const { target } = event
  if (!(target instanceof Element) || target === document.body || target === document.documentElement) return 'board'
  if (target.closest('input, textarea, select, [contenteditable]:not([contenteditable="false"])')) return 'text'
  const popup = target.closest('[role="menu"], [role="listbox"], [role="dialog"], [role="alertdialog"]')
  // One that fades out still has the focus for a moment, and is done with the keyboard.
  if (popup && !popup.closest('[data-closed]')) return 'popup'
  return target.closest('[data-region="board"]') ? 'board' : 'chrome'
}

/**
 * As `placeOfEvent`, and knows where the keyboard was when the control that had it went away: a deleted row of a panel leaves
 * the keyboard to the page, and that is not the board yet.
 */
export function followPlaces(page: Document): { placeOf(event: Event): KeyPlace; readonly dispose: Dispose } {
  let last: Element | null = null
  let part: Element | null = null
  const stop = new AbortController()
  const options = { capture: true, signal: stop.signal }
  page.addEventListener(
    'focusin',
    ({ target }) => {
      last = target instanceof Element ? target : null
      part = last?.closest('[data-region]') ?? null
    },
    options,
  )
  // Whoever presses somewhere has chosen a place; what had the keyboard before no longer counts.
  page.addEventListener('pointerdown', () => (last = null), options)
  return {
    placeOf(event) {
      const place = placeOfEvent(event)
      const isLost = place === 'board' && event.target === page.body && last !== null && !last.isConnected
      return isLost && part?.isConnected && part.getAttribute('data-region') !== 'board' ? 'chrome' : place
    },
    dispose: () => stop.abort(),
  }
}
