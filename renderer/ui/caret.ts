/**
 * Gives a field the keyboard, at once and with the caret behind its text: what is typed next goes on from what is there.
 *
 * @param over the text is the app's own word and nobody wrote it: then it is selected, so that typing replaces it.
 */
export function enterField(field: HTMLInputElement | HTMLTextAreaElement, { over = false } = {}): void {
  field.focus({ preventScroll: true })
  field.setSelectionRange(over ? 0 : field.value.length, field.value.length)
}
