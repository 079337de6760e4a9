import { expect, test } from '@playwright/test'
import { APP_ROWS } from './appRows'
import { SEED } from '../support/seed'
import { tellOutcome, TRIALS } from './support/outcome'

// The rows that need the whole app, `--trials N` times each (once in `npm test`). Nothing may be lost in any of them.

for (const row of APP_ROWS) {
  test(`${row.id}: ${row.name}`, async () => {
    test.setTimeout(180_000 + TRIALS * 120_000)
    const outcome = await tellOutcome(row, () => row.run({ trials: TRIALS, seed: SEED }))
    test.skip(outcome.skipped !== undefined, outcome.skipped)
    expect(outcome.losses, outcome.note).toBe(0)
    expect(outcome.trials).toBeGreaterThan(0)
  })
}
