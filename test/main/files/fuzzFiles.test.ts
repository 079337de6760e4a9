import { expect, it } from 'vitest'
import { damagedMaps } from '../../faults/rows/damagedMaps'

it('opens what it can of 60 damaged files, changes none of them and says what is not as it was', async () => {
  const { losses, note } = await damagedMaps.run({ trials: 3, seed: 7 })
  expect(losses, note).toBe(0)
})
