import { fitInserted } from '../../shared/base/fitText'

type TextElement = HTMLInputElement | HTMLTextAreaElement

/**
 * A field that something was just put into keeps what fits of it.
 *
 * @param before what it held until then.
 * @param limit in characters
 * @returns what did not fit; empty where all of it did.
 */
export function fitField(field: TextElement, before: string, limit: number): string {
  const { text, over } = fitInserted(before, field.value, limit)
  if (over !== '') showText(field, text)
  return over
}

/** Another text in the field: the caret stays before what stood behind it. */
export function showText(field: TextElement, text: string): void {
  if (field.value === text) return
  const behind = field.value.length - (field.selectionEnd ?? field.value.length)
  field.value = text
  const caret = Math.max(0, text.length - behind)
  field.setSelectionRange(caret, caret)
}
