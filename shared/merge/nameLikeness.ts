/** A name without what hands write differently: case, accents, punctuation, blanks. Empty where nothing is left to compare. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** From here on two names are taken for one: "Pre-approval" and "Approval", "Search" and "Searching". */
export const ALIKE = 0.6

/**
 * How alike two folded names are, from 0 to 1: the share of letter pairs they have in common (Dice's coefficient).
 *
 * Names with different numbers are different things, however alike the rest is: "Stage 1" and "Stage 2".
 */
export function likeness(a: string, b: string): number {
  if (a === '' || b === '') return 0
  if (a === b) return 1
  if (numbersOf(a) !== numbersOf(b)) return 0
  const left = pairsOf(a)
  const right = pairsOf(b)
  const total = left.length + right.length
  if (total === 0) return 0
  const counts = new Map<string, number>()
  for (const pair of left) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of right) {
    const count = counts.get(pair) ?? 0
    if (count === 0) continue
    counts.set(pair, count - 1)
    shared += 1
  }
  return (2 * shared) / total
}

function numbersOf(name: string): string {
  return (name.match(/\p{N}+/gu) ?? []).join(' ')
}

function pairsOf(name: string): string[] {
  const letters = [...name.replaceAll(' ', '')]
  return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`)
}
