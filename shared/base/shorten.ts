/** The beginning of a text for a place that has no room for all of it, with an ellipsis; at most `letters` characters, no surrogate pair in two. */
export function shorten(text: string, letters: number): string {
  const chars = Array.from(text.trim())
  return chars.length <= letters
    ? chars.join('')
    : `${chars
        .slice(0, letters - 1)
        .join('')
        .trimEnd()}…`
}
