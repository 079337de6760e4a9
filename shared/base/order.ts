import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

/** What has a place in a list: a fractional key, and an id that settles equal keys. */
export interface Ordered {
  readonly id: string
  readonly order: string
}

/** Two people who add at the same place write the same key, so the id decides, alike on every replica. */
export function compareByOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  if (a.id === b.id) return 0
  return a.id < b.id ? -1 : 1
}

/** Whether a key can be put between others; keys from a stranger's file may be anything. */
export function isOrderKey(key: string): boolean {
  try {
    generateKeyBetween(key, null)
    return true
  } catch {
    // The library's only way to answer "no" is to throw.
    return false
  }
}

/** A key after `lower` and before `upper`; `null` is the end of the list. Needs `lower < upper`. */
export function orderBetween(lower: string | null, upper: string | null): string {
  return generateKeyBetween(lower, upper)
}

/**
 * `count` keys for items put at `index` of a sorted list.
 *
 * Neighbours may share one key (two people added at the same place). Nothing fits between equal keys, so the
 * upper end steps on to the next different one; the new items then land after the whole group of equals.
 */
export function ordersAt(sorted: readonly Ordered[], index: number, count: number): string[] {
  const at = Math.max(0, Math.min(index, sorted.length))
  const lower = sorted[at - 1]?.order ?? null
  let upper: string | null = null
  for (const item of sorted.slice(at)) {
    if (lower === null || item.order > lower) {
      upper = item.order
      break
    }
  }
  return generateNKeysBetween(lower, upper, count)
}
