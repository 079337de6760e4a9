import type { Session } from '../state/session'

/**
 * The element of the board that the keyboard goes back to when a menu or toolbar is done; `false` leaves it where it is.
 *
 * A field that was opened from the menu gets the keyboard itself, a moment after this is asked.
 */
export function focusBoard({ ui }: Session): HTMLElement | false {
  const { editing, reasonOf } = ui.getState()
  if (editing.kind !== 'none' || reasonOf !== null || document.activeElement?.matches('textarea, input')) return false
  return document.querySelector<HTMLElement>('[data-region="board"] [tabindex="0"]') ?? false
}
