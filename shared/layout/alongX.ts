/** About the width of a label: what is looked for then lies in two or three bins. */
const BIN = 256

interface Entry<T> {
  readonly item: T
  readonly firstBin: number
}

/** Things that each take a stretch of x, and are found by it: a board is much longer than anything on it is wide. */
export class AlongX<T> {
  readonly #bins = new Map<number, Entry<T>[]>()

  add(item: T, from: number, to: number): void {
    const entry = { item, firstBin: binOf(from) }
    for (let bin = entry.firstBin; bin <= binOf(to); bin += 1) {
      const there = this.#bins.get(bin)
      if (there) there.push(entry)
      else this.#bins.set(bin, [entry])
    }
  }

  /** Asks once about each thing near a stretch, its ends included, until one answer is true; things beside it are asked about too. */
  some(from: number, to: number, test: (item: T) => boolean): boolean {
    const first = binOf(from)
    for (let bin = first; bin <= binOf(to); bin += 1) {
      for (const { item, firstBin } of this.#bins.get(bin) ?? []) {
        // What reaches over several bins counts in the first one that is looked through.
        if (bin === Math.max(first, firstBin) && test(item)) return true
      }
    }
    return false
  }

  /** About how many things there are near a stretch; what reaches over several bins may count in each. */
  about(from: number, to: number): number {
    let count = 0
    for (let bin = binOf(from); bin <= binOf(to); bin += 1) count += this.#bins.get(bin)?.length ?? 0
    return count
  }
}

function binOf(x: number): number {
  return Math.floor(x / BIN)
}
