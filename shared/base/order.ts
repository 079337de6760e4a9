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

/** The library reads any other character as a zero, and then makes keys that do not sort where they should. */
const KEY = /^[A-Za-z][0-9A-Za-z]+$/

/** Whether a key can be put between others; keys from a stranger's file may be anything. */
export function isOrderKey(key: string): boolean {
  if (!KEY.test(key)) return false
  try {
    generateKeyBetween(key, null)
    return true
  } catch {
    // The library's only way to answer "no" is to throw.
    return false
  }
}

/** Longer than any key that people make by hand; a longer one is noise. */
const REPAIRED_LENGTH = 64

/**
 * A key that works, in place of one that does not.
 *
 * It depends on the broken key alone, so that every replica repairs alike without writing anything, and it keeps
 * what is left of the order among several broken keys.
 */
export function repairOrder(key: unknown): string {
  const rest = typeof key === 'string' ? key.replace(/[^0-9A-Za-z]/g, '').slice(0, REPAIRED_LENGTH) : ''
  // "a0" is a whole number of the library, and a fraction may be anything that does not end in a zero.
  return `a0${rest}V`
}

/**
 * `count` keys for items put at `index` of a sorted list.
 *
 * Neighbours may share one key (two people added at the same place). Nothing fits between equal keys, so the
 * upper end steps on to the next different one; the new items then land after the whole group of equals. Where
 * the place matters to somebody, `slotsAt` makes room instead.
 */
export function ordersAt(sorted: readonly Ordered[], index: number, count: number): string[] {
  const at = placeIn(sorted, index)
  const lower = sorted[at - 1]?.order ?? null
  return generateNKeysBetween(lower, sorted[equalsEnd(sorted, at)]?.order ?? null, count)
}

export interface Slots<T extends Ordered> {
  /** One key for each new item, in order. */
  readonly orders: readonly string[]
  /** Items that shared a key with the one before the place, and what they need to be called from now on. */
  readonly shifted: readonly { readonly item: T; readonly order: string }[]
}

/** Like `ordersAt`, but exactly at `index`: equal keys in the way are told apart first. */
export function slotsAt<T extends Ordered>(sorted: readonly T[], index: number, count: number): Slots<T> {
  const at = placeIn(sorted, index)
  const end = equalsEnd(sorted, at)
  const inTheWay = sorted.slice(at, end)
  const keys = generateNKeysBetween(sorted[at - 1]?.order ?? null, sorted[end]?.order ?? null, count + inTheWay.length)
  const shifted = inTheWay.map((item, i) => ({ item, order: keys[count + i] ?? item.order }))
  return { orders: keys.slice(0, count), shifted }
}

export interface SlotsBehind<T extends Ordered> {
  /** The keys behind each item, by its id. */
  readonly orders: ReadonlyMap<string, readonly string[]>
  readonly shifted: Slots<T>['shifted']
}

/** Like `slotsAt` at many places of a list in one go: `counts` says how many items come right behind which. */
export function slotsBehind<T extends Ordered>(sorted: readonly T[], counts: ReadonlyMap<string, number>): SlotsBehind<T> {
  const orders = new Map<string, readonly string[]>()
  const shifted: { readonly item: T; readonly order: string }[] = []
  const countOf = ({ id }: Ordered): number => counts.get(id) ?? 0
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    end = equalsEnd(sorted, start + 1)
    const equals = sorted.slice(start, end)
    const first = equals.findIndex((item) => countOf(item) > 0)
    if (first < 0) continue
    // From there on everything gets a key between this one and the next different one.
    const behind = equals.slice(first)
    const needed = behind.reduce((sum, item) => sum + countOf(item) + 1, -1)
    const keys = ordersAt(sorted, end, needed)
    let used = 0
    for (const [i, item] of behind.entries()) {
      if (i > 0) shifted.push({ item, order: keys[used++] ?? item.order })
      const count = countOf(item)
      if (count > 0) orders.set(item.id, keys.slice(used, (used += count)))
    }
  }
  return { orders, shifted }
}

function placeIn(sorted: readonly Ordered[], index: number): number {
  return Math.max(0, Math.min(index, sorted.length))
}

/** Where the items from `at` on stop sharing the key of the one before. */
function equalsEnd(sorted: readonly Ordered[], at: number): number {
  const lower = sorted[at - 1]?.order
  let end = at
  while (end < sorted.length && sorted[end]?.order === lower) end += 1
  return end
}
