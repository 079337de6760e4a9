/**
 * What becomes of a text that is longer than it may be. The one rule for everything that is typed, pasted, dropped or imported: a field
 * takes what fits and says how much did not, or the text is divided. It is never cut without a word.
 */

/** The first `length` characters, never half of a surrogate pair. */
export function cutAt(text: string, length: number): string {
  const end = /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) ? length - 1 : length
  return text.slice(0, end)
}

/** Pieces of at most `length` characters, cut at a line or word where there is one in the last half. None of a text of blanks. */
export function divideText(text: string, length: number): string[] {
  const parts: string[] = []
  let rest = text.trim()
  while (rest.length > length) {
    const head = cutAt(rest, length)
    const gap = Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' '))
    const end = gap > length / 2 ? gap : head.length
    parts.push(rest.slice(0, end).trim())
    rest = rest.slice(end).trim()
  }
  return rest === '' ? parts : [...parts, rest]
}

export interface FittedText {
  /** What the field holds: all that it held before, and of what came in as much as there is room for. */
  readonly text: string
  /** The rest of what came in; empty where all of it fits. */
  readonly over: string
}

/**
 * What a field may hold of `after`, which it held `before` something came in.
 *
 * Only what came in is shortened, wherever it came in: what follows it was there already. A text that is over the limit from elsewhere
 * may stay as long as it is.
 * @param limit in characters
 */
export function fitInserted(before: string, after: string, limit: number): FittedText {
  const most = Math.max(limit, before.length)
  if (after.length <= most) return { text: after, over: '' }
  const head = commonHead(before, after)
  const tail = commonTail(before.slice(head), after.slice(head))
  const came = after.slice(head, after.length - tail)
  const taken = cutAt(came, most - head - tail)
  return { text: after.slice(0, head) + taken + after.slice(after.length - tail), over: came.slice(taken.length) }
}

function commonHead(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1
  // Two pairs may begin alike.
  return cutAt(a, length).length
}

function commonTail(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length += 1
  // And two may end alike.
  return /^[\uDC00-\uDFFF]/.test(a.slice(a.length - length)) ? length - 1 : length
}
