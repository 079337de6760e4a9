/** The element of the board that the keyboard goes back to when a menu or toolbar is done; none leaves it to the page. */
export function focusBoard(): HTMLElement | false {
  // A field that opened meanwhile has the keyboard already and keeps it.
  if (document.activeElement?.matches('textarea, input')) return false
  return document.querySelector<HTMLElement>('[data-region="board"] [tabindex="0"]') ?? false
}
