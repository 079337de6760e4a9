import type { MouseEvent } from 'react'
import type { Session } from '../state/session'

/**
 * The element of the board that the keyboard goes back to when a menu or toolbar is done; `false` leaves it where it is.
 *
 * A field that was opened from the menu gets the keyboard itself.
 * @param leaving selector of a field that is just closing, and has nothing more to do with the keyboard it still has.
 */
export function focusBoard({ ui }: Session, { leaving = '' } = {}): HTMLElement | false {
  const { editing, reasonOf } = ui.getState()
  if (editing.kind !== 'none' || reasonOf !== null) return false
  const active = document.activeElement
  if (active?.matches('textarea, input') && !(leaving !== '' && active.matches(leaving))) return false
  return document.querySelector<HTMLElement>('[data-region="board"] [tabindex="0"]') ?? false
}

/**
 * For a bar of buttons beside the board: a press of the mouse there leaves the keyboard to the board, where the next letter is a
 * command. What else had it, a field for example, is done with it.
 */
export function leaveKeyboardToBoard(event: MouseEvent): void {
  event.preventDefault()
  const active = document.activeElement
  if (active instanceof HTMLElement && !active.closest('[data-region="board"]')) active.blur()
}
