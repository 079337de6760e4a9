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
