import { BOARD, HEADING, PERSONA } from './metrics'
import { fitText, measureText, type TextStyle } from './textFit'

/** A stage's duration under its title: one line. */
export function durationLine(duration: string, width: number): string {
  return fitText(duration, { ...HEADING.duration, width: width - HEADING.indent - BOARD.padX })
}

/** Where a persona's name begins in the corner above the lane titles. */
export function personaNameX(disc: number): number {
  return PERSONA.left + disc + PERSONA.gap
}

/** A persona's name there: one line, with room for the marker behind it. */
export function personaName(name: string, disc: number): string {
  const { gap, mark, right, size, weight } = PERSONA
  return fitText(name, { size, weight, width: BOARD.laneHeader - personaNameX(disc) - gap - mark - right })
}

/** How many letters at its start each of these names shares with the one most like it. */
export function sharedStarts(names: readonly string[]): readonly number[] {
  const sorted = names.map((name, i) => ({ name, i })).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  const shared = names.map(() => 0)
  sorted.forEach(({ name, i }, at) => {
    const before = sorted[at - 1]
    if (!before) return
    const length = sharedStart(name, before.name)
    shared[i] = Math.max(shared[i] ?? 0, length)
    shared[before.i] = Math.max(shared[before.i] ?? 0, length)
  })
  return shared
}

function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a[length] === b[length]) length += 1
  return length
}

/**
 * One line of a name that fits: cut at its end, or in the middle where its end alone tells it from another ("S…e 12", not "Stag…").
 *
 * @param shared letters at its start that it shares with another name in sight
 */
export function fitName(name: string, shared: number, fitting: TextStyle & { readonly width: number }): string {
  const cut = fitText(name, fitting)
  if (cut === name || cut.length - 1 > shared) return cut
  const start = name.slice(0, shared)
  const tail = name.slice(start.lastIndexOf(' ') + 1 || shared)
  if (tail === '') return cut
  for (let head = Math.min(shared, cut.length); head > 0; head -= 1) {
    const middle = `${name.slice(0, head).trimEnd()}…${tail}`
    if (measureText(middle, fitting) <= fitting.width) return middle
  }
  return fitText(`…${tail}`, fitting)
}
