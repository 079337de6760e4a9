/**
 * The most items of `before` that `after` has in the same order.
 *
 * Whatever else both lists have was moved. Where several answers are as long (two neighbours that changed places), the same one is chosen in
 * every run. Items are told apart by identity and each list has an item once.
 */
export function keptInOrder<T>(before: readonly T[], after: readonly T[]): ReadonlySet<T> {
  const placeAfter = new Map(after.map((item, place) => [item, place]))
  const common = before.flatMap((item) => {
    const place = placeAfter.get(item)
    return place === undefined ? [] : [{ item, place }]
  })
  // Patience sorting: `ends[n]` is the item that ends the lowest run of n + 1 rising places, `previous` what stands before it in the run.
  const ends: { readonly item: T; readonly place: number }[] = []
  const previous = new Map<T, T | undefined>()
  for (const entry of common) {
    const length = firstAtLeast(ends, entry.place)
    previous.set(entry.item, length > 0 ? ends[length - 1]?.item : undefined)
    ends[length] = entry
  }
  const kept = new Set<T>()
  for (let item = ends.at(-1)?.item; item !== undefined; item = previous.get(item)) kept.add(item)
  return kept
}

function firstAtLeast(ends: readonly { readonly place: number }[], place: number): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle]?.place ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}

/** `after`, and what only `before` has where it stood: behind the item that stood before it, or at the beginning. */
export function mergedSequence<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  const stays = new Set(after)
  const goneAfter = new Map<T | undefined, T[]>()
  let anchor: T | undefined
  for (const item of before) {
    if (stays.has(item)) {
      anchor = item
      continue
    }
    const gone = goneAfter.get(anchor)
    if (gone) gone.push(item)
    else goneAfter.set(anchor, [item])
  }
  const merged = [...(goneAfter.get(undefined) ?? [])]
  for (const item of after) merged.push(item, ...(goneAfter.get(item) ?? []))
  return merged
}
