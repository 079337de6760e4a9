import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { watchStart } from '../../../main/app/safeMode'
import { tempFolder } from '../../support/tempFolder'

const NOON = Date.UTC(2026, 10, 22, 12)

describe('watchStart', () => {
  it('goes into safe mode after three starts in a minute that came to nothing, and tries again after it', async () => {
    const folder = await tempFolder()
    const safe = [0, 5_000, 9_000, 12_000, 15_000].map((after) => watchStart(folder, NOON + after, false).safe)
    expect(safe).toEqual([false, false, false, true, false])
  })

  it('counts a start as good once it works', async () => {
    const folder = await tempFolder()
    for (let start = 0; start < 6; start += 1) {
      const watch = watchStart(folder, NOON + start * 1_000, false)
      expect(watch.safe).toBe(false)
      if (start % 3 === 2) watch.good()
    }
  })

  it('forgets failures that are older than a minute, whatever the clock does', async () => {
    const folder = await tempFolder()
    for (let start = 0; start < 5; start += 1) expect(watchStart(folder, NOON + start * 40_000, false).safe).toBe(false)
    expect(watchStart(folder, NOON - 10 * 365 * 86_400_000, false).safe).toBe(false)
  })

  it('starts as if it were the first time where its list is damaged', async () => {
    const folder = await tempFolder()
    for (let start = 0; start < 3; start += 1) watchStart(folder, NOON, false)
    writeFileSync(join(folder, 'starts.json'), '[{"at":')
    expect(watchStart(folder, NOON, false).safe).toBe(false)
    expect(JSON.parse(readFileSync(join(folder, 'starts.json'), 'utf8'))).toHaveLength(1)
  })

  it('is asked for on the command line too', async () => {
    expect(watchStart(await tempFolder(), NOON, true).safe).toBe(true)
  })
})
