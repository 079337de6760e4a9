import { mkdir, readFile, rename, stat, unlink, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Dispose } from '../../../shared/base/disposable'
import { disk, type Disk } from '../../../main/files/disk'
import { sha256 } from '../../../main/files/hash'
import { watchFile, type WatchOptions } from '../../../main/files/watch'
import { tempFolder } from '../../support/tempFolder'

const QUICK = { pollMs: 5, hashMs: 20, calmMs: 1 }
/** Only what the system says counts. */
const NEVER_BY_ITSELF = { pollMs: 1e8, hashMs: 1e8, calmMs: 1 }
const DEAF: Pick<WatchOptions, 'listen'> = { listen: () => () => undefined }

const watching: Dispose[] = []
afterEach(() => {
  for (const stop of watching.splice(0)) stop()
})

interface Watched {
  /** Every different thing that was seen, in order. */
  readonly seen: (string | null)[]
  /** Names of other files that the system told of. */
  readonly others: string[]
  readonly log: string[]
}

function watchIt(path: string, options: Partial<WatchOptions> = {}): Watched {
  const watched: Watched = { seen: [], others: [], log: [] }
  watching.push(
    watchFile({
      path,
      disk,
      times: QUICK,
      onLook: async (hash) => {
        if (watched.seen.at(-1) !== hash) watched.seen.push(hash)
      },
      onOther: (name) => watched.others.push(name),
      log: (message, error) => watched.log.push(`${message}: ${String(error)}`),
      ...options,
    }),
  )
  return watched
}

async function fileOf(content: string): Promise<string> {
  const file = join(await tempFolder(), 'Карта.cjm')
  await writeFile(file, content)
  return file
}

/** Put another file in its place, as a sync tool does. */
async function replace(file: string, content: string): Promise<void> {
  const fresh = join(dirname(file), 'new')
  await writeFile(fresh, content)
  await rename(fresh, file)
}

describe('a file that is watched', () => {
  it('is seen as it is, and again when it was replaced', async () => {
    const file = await fileOf('one')
    const { seen } = watchIt(file)
    await vi.waitFor(() => expect(seen).toEqual([sha256('one')]))
    await replace(file, 'two')
    await vi.waitFor(() => expect(seen).toEqual([sha256('one'), sha256('two')]))
  })

  it('is seen at once when the system tells of it', async () => {
    const file = await fileOf('one')
    const { seen } = watchIt(file, { times: NEVER_BY_ITSELF })
    await replace(file, 'two')
    await vi.waitFor(() => expect(seen.at(-1)).toBe(sha256('two')))
  })

  it('is seen where the system tells nothing (R21)', async () => {
    const file = await fileOf('one')
    const { seen } = watchIt(file, DEAF)
    await replace(file, 'two')
    await vi.waitFor(() => expect(seen.at(-1)).toBe(sha256('two')))
  })

  it('is seen where the system refuses to tell, which is logged once', async () => {
    const file = await fileOf('one')
    const { seen, log } = watchIt(file, {
      listen: () => {
        throw Object.assign(new Error('no more watches'), { code: 'ENOSPC' })
      },
    })
    await replace(file, 'two')
    await vi.waitFor(() => expect(seen.at(-1)).toBe(sha256('two')))
    expect(log).toEqual([expect.stringContaining('ENOSPC')])
  })

  it('is seen with the same size and the same time as before (R14)', async () => {
    const file = await fileOf('one')
    const { atime, mtime } = await stat(file)
    const { seen } = watchIt(file, DEAF)
    await vi.waitFor(() => expect(seen).toHaveLength(1))
    await replace(file, 'two')
    await utimes(file, atime, mtime)
    await vi.waitFor(() => expect(seen.at(-1)).toBe(sha256('two')))
  })

  it('is seen even where no sign of the change is left', async () => {
    const file = await fileOf('one')
    const before = await stat(file)
    // A disk that gives the old answer for ever: caches of network disks do so for a while.
    const stale: Disk = { ...disk, stat: (async () => before) as unknown as Disk['stat'] }
    const { seen } = watchIt(file, { ...DEAF, disk: stale })
    await vi.waitFor(() => expect(seen).toHaveLength(1))
    await writeFile(file, 'two')
    await vi.waitFor(() => expect(seen.at(-1)).toBe(sha256('two')))
  })

  it.each([new Date('1980-01-01'), new Date('2107-12-31')])('is seen with a time of %s (R22)', async (time) => {
    const file = await fileOf('one')
    const { seen } = watchIt(file, DEAF)
    await vi.waitFor(() => expect(seen).toHaveLength(1))
    await replace(file, 'two')
    await utimes(file, time, time)
    await vi.waitFor(() => expect(seen.at(-1)).toBe(sha256('two')))
  })

  it('is seen while the clock of the computer jumps (R22)', async () => {
    const file = await fileOf('one')
    const { seen } = watchIt(file, DEAF)
    await vi.waitFor(() => expect(seen).toHaveLength(1))
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('1999-01-01') })
    try {
      await replace(file, 'two')
      await vi.waitFor(() => expect(seen.at(-1)).toBe(sha256('two')))
    } finally {
      vi.useRealTimers()
    }
  })

  it('is missed when it is deleted or renamed, and seen when it is back (R15)', async () => {
    const file = await fileOf('one')
    const { seen } = watchIt(file)
    await vi.waitFor(() => expect(seen).toEqual([sha256('one')]))
    await unlink(file)
    await vi.waitFor(() => expect(seen.at(-1)).toBeNull())
    await writeFile(file, 'one')
    await vi.waitFor(() => expect(seen.at(-1)).toBe(sha256('one')))
  })

  it('is missed with its whole folder, and seen when that is back', async () => {
    const folder = join(await tempFolder(), 'shared')
    await mkdir(folder)
    const file = join(folder, 'a.cjm')
    await writeFile(file, 'one')
    const { seen } = watchIt(file)
    await vi.waitFor(() => expect(seen).toHaveLength(1))
    await rename(folder, `${folder}.away`)
    await vi.waitFor(() => expect(seen.at(-1)).toBeNull())
    await rename(`${folder}.away`, folder)
    await replace(file, 'two')
    await vi.waitFor(() => expect(seen.at(-1)).toBe(sha256('two')))
  })

  it('may be truncated', async () => {
    const file = await fileOf('one')
    const { seen } = watchIt(file)
    await vi.waitFor(() => expect(seen).toHaveLength(1))
    await writeFile(file, '')
    await vi.waitFor(() => expect(seen.at(-1)).toBe(sha256('')))
  })

  it('may have any name', async () => {
    for (const name of [`${'я'.repeat(125)}a.cjm`, 'CON.cjm', 'a. .cjm', '🗺️.cjm', 'Ściez\u0307ka.cjm']) {
      const file = join(await tempFolder(), name)
      await writeFile(file, 'one')
      const { seen } = watchIt(file, { times: NEVER_BY_ITSELF })
      await replace(file, 'two')
      await vi.waitFor(() => expect(seen.at(-1)).toBe(sha256('two')))
    }
  })

  it('is seen while the system does not stop telling of it', async () => {
    const file = await fileOf('one')
    const events = setInterval(() => tell(), 1)
    let tell: () => void = () => undefined
    const { seen } = watchIt(file, {
      times: { pollMs: 1e8, hashMs: 1e8, calmMs: 20 },
      listen: (_folder, onEvent) => {
        tell = () => onEvent(null)
        return () => undefined
      },
    })
    await vi.waitFor(() => expect(seen).toEqual([sha256('one')]))
    clearInterval(events)
  })

  it('is not looked at again before whoever was told is done', async () => {
    const file = await fileOf('one')
    let busy = 0
    let most = 0
    let looks = 0
    watchIt(file, {
      onLook: async () => {
        busy += 1
        most = Math.max(most, busy)
        await readFile(file)
        await replace(file, `content ${looks}`)
        looks += 1
        busy -= 1
      },
    })
    await vi.waitFor(() => expect(looks).toBeGreaterThan(5))
    expect(most).toBe(1)
  })

  it('goes on being watched after a look failed, and says so once', async () => {
    const file = await fileOf('one')
    let failing = true
    const sick: Disk = {
      ...disk,
      stat: ((...args: Parameters<Disk['stat']>) =>
        failing ? Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })) : disk.stat(...args)) as Disk['stat'],
    }
    const { seen, log } = watchIt(file, { ...DEAF, disk: sick })
    await vi.waitFor(() => expect(log).toHaveLength(1))
    failing = false
    await vi.waitFor(() => expect(seen).toEqual([sha256('one')]))
    expect(log).toHaveLength(1)
  })

  it('tells of the other files of its folder', async () => {
    const file = await fileOf('one')
    const { others } = watchIt(file)
    await writeFile(`${file.slice(0, -4)} (1).cjm`, 'two')
    await vi.waitFor(() => expect(others).toContain('Карта (1).cjm'))
  })

  it('is left alone when nobody watches it any more', async () => {
    const file = await fileOf('one')
    const { seen } = watchIt(file)
    await vi.waitFor(() => expect(seen).toHaveLength(1))
    for (const stop of watching.splice(0)) stop()
    await replace(file, 'two')
    const other = watchIt(file)
    await vi.waitFor(() => expect(other.seen).toEqual([sha256('two')]))
    expect(seen).toEqual([sha256('one')])
  })
})
