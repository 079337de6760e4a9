/** Two colours of the form #RRGGBB mixed; `part` of the second, 0 to 1. */
export function mix(first: string, second: string, part: number): string {
  const a = channels(first)
  const b = channels(second)
  return `#${a.map((value, i) => hex(value + ((b[i] ?? 0) - value) * part)).join('')}`
}

function channels(color: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
}

function hex(value: number): string {
  return Math.round(value).toString(16).padStart(2, '0').toUpperCase()
}
