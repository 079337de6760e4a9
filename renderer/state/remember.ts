/**
 * Keeps the last outcome while everything it was made of is the same.
 *
 * @param partsOf what that is, where it is not the input as a whole
 */
export function remember<In, Out>(
  make: (input: In) => Out,
  partsOf: (input: In) => readonly unknown[] = (input) => [input],
): (input: In) => Out {
  let last: { readonly parts: readonly unknown[]; readonly out: Out } | null = null
  return (input) => {
    const parts = partsOf(input)
    if (last === null || parts.some((part, i) => part !== last?.parts[i])) last = { parts, out: make(input) }
    return last.out
  }
}
