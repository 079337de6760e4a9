/** What came of provoking one fault. */
export interface RowOutcome {
  readonly trials: number
  /** Trials in which something was lost, torn, littered or not said. */
  readonly losses: number
  /** Why it could not be tried on this machine. */
  readonly skipped?: string
  /** What the trials measured, or what was lost in the first that lost something. */
  readonly note?: string
}

/** How often, and with which chance: a seed makes a run happen again. */
export interface RowRun {
  readonly trials: number
  readonly seed: number
}

/** One row of the table of faults. */
export interface FaultRow {
  /** As the table of docs/reliability.md names it. */
  readonly id: string
  readonly name: string
  run(options: RowRun): Promise<RowOutcome>
}

/**
 * Provoke a fault `trials` times.
 * @param trial what was wrong in that trial; null where everything was as it has to be.
 */
export async function repeat(
  { trials, seed }: RowRun,
  trial: (chance: Chance, number: number) => Promise<string | null>,
): Promise<RowOutcome> {
  let losses = 0
  let first: string | null = null
  for (let number = 0; number < trials; number += 1) {
    const wrong = await trial(chanceOf(seed + number), number)
    if (wrong === null) continue
    losses += 1
    first ??= `trial ${number}, seed ${seed + number}: ${wrong}`
  }
  return first === null ? { trials, losses } : { trials, losses, note: first }
}

/** Numbers from 0 to 1. */
export type Chance = () => number

/** The same numbers for the same seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
