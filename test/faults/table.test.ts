import { expect, it } from 'vitest'
import { ROWS } from './rows'
import { SEED } from '../support/seed'
import { tellOutcome, TRIALS } from './support/outcome'

// The rows that need no window, `--trials N` times each (once in `npm test`). Nothing may be lost in any of them.

for (const row of ROWS) {
  it(`${row.id}: ${row.name}`, { timeout: 120_000 + TRIALS * 60_000 }, async (context) => {
    const outcome = await tellOutcome(row, () => row.run({ trials: TRIALS, seed: SEED }))
    if (outcome.skipped !== undefined) context.skip(outcome.skipped)
    expect(outcome.losses, outcome.note).toBe(0)
    expect(outcome.trials).toBeGreaterThan(0)
  })
}
