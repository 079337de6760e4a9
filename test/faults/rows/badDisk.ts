import { faultyDisk, type DiskCall } from '../support/faultyDisk'
import { atWork, isNotSaved, isSaved, leave, tempsBeside } from '../support/atWork'
import { wrongAfterwards } from '../support/afterwards'
import { pause, repeat, type Chance, type FaultRow } from '../support/row'
import { workplace } from './killed'

const FAILING = ['open', 'write', 'sync', 'datasync', 'close', 'readFile', 'rename'] as const
const CODES = ['EIO', 'EIO', 'EIO', 'EDQUOT', 'ESTALE'] as const

/** R9: one kind of call to the disk fails for a while; never is something called saved that is not. */
export const failingCalls: FaultRow = {
  id: 'R9',
  name: `input/output errors of ${FAILING.join(', ')}`,
  run: (options) =>
    repeat(options, async (chance, number) => {
      const call = FAILING[number % FAILING.length] ?? 'write'
      const code = CODES[Math.floor(chance() * CODES.length)] ?? 'EIO'
      return failFor(chance, (made) => made.name === call, code)
    }),
}

async function failFor(chance: Chance, hits: (call: DiskCall) => boolean, code: string): Promise<string | null> {
  const { home, file } = await workplace()
  let failing = false
  const disk = faultyDisk((call) => (failing && hits(call) ? { kind: 'error', code } : null))
  try {
    const work = await atWork(home, file, disk)
    await work.note('before')
    await pause(chance() * 60)
    failing = true
    for (let number = 0; number < 5; number += 1) {
      const kept = await work.note(`during ${number}`)
      if (!kept && work.host.status().kind === 'kept') return 'an edit that is nowhere is called kept'
      await pause(chance() * 40)
    }
    // Whatever could not be written is said; where nothing failed, it is saved.
    const told = await work.until((status) => isNotSaved(status) || isSaved(status), 5_000)
    if (!isNotSaved(told) && !isSaved(told)) return `the person reads ${JSON.stringify(told)}`
    failing = false
    await work.note('after')
    const saved = await work.until(isSaved, 10_000)
    if (!isSaved(saved)) return `not saved after the disk was well again: ${JSON.stringify(saved)}`
    await leave()
    const wrong = await wrongAfterwards({ home, file, texts: work.confirmed })
    return wrong ?? ((await tempsBeside(file)).length > 0 ? 'a temporary file was left' : null)
  } finally {
    failing = false
    await leave()
  }
}

const LOCKS = ['EPERM', 'EBUSY', 'EACCES'] as const

/** R11: a virus scanner, an indexer or a sync client holds the file for a while. */
export const lockedRename: FaultRow = {
  id: 'R11',
  name: 'renaming refused for 0.1 to 3 s (30 s in one of ten)',
  run: (options) =>
    repeat(options, async (chance, number) => {
      const { home, file } = await workplace()
      const code = LOCKS[number % LOCKS.length] ?? 'EBUSY'
      const ms = number % 10 === 9 ? 30_000 : 100 + chance() * 2_900
      let until = 0
      const disk = faultyDisk((call) =>
        call.name === 'rename' && !call.path.includes('user-data') && Date.now() < until ? { kind: 'error', code } : null,
      )
      try {
        const work = await atWork(home, file, disk)
        until = Date.now() + ms
        for (let edit = 0; edit < 5; edit += 1)
          if (!(await work.note(`while locked ${edit}`))) return 'editing was stopped by a locked file'
        const saved = await work.until(isSaved, ms + 10_000)
        if (!isSaved(saved)) return `not saved after the lock was gone: ${JSON.stringify(saved)}`
        await leave()
        return await wrongAfterwards({ home, file, texts: work.confirmed })
      } finally {
        await leave()
      }
    }),
}

/** R13: a network disk that answers after half a minute, or in the quick form after seven seconds. */
export const hangingDisk: FaultRow = {
  id: 'R13',
  name: 'a file system that hangs (7 s, 30 s in one of ten)',
  run: (options) =>
    repeat(options, async (_chance, number) => {
      const { home, file } = await workplace()
      const ms = number % 10 === 9 ? 30_000 : 7_000
      let hanging = true
      const disk = faultyDisk((call) => (hanging && call.name === 'sync' && !call.path.includes('user-data') ? { kind: 'wait', ms } : null))
      try {
        const work = await atWork(home, file, disk)
        const began = Date.now()
        for (let edit = 0; edit < 10; edit += 1) {
          if (!(await work.note(`while it hangs ${edit}`))) return 'editing was stopped by a hanging disk'
          await pause(50)
        }
        if (Date.now() - began > 3_000) return 'edits waited for the hanging disk'
        const told = await work.until(isNotSaved, 6_000)
        if (!isNotSaved(told)) return `nobody is told that the disk hangs: ${JSON.stringify(told)}`
        hanging = false
        const saved = await work.until(isSaved, ms + 10_000)
        if (!isSaved(saved)) return `not saved after the disk answered: ${JSON.stringify(saved)}`
        await leave()
        return await wrongAfterwards({ home, file, texts: work.confirmed })
      } finally {
        hanging = false
        await leave()
      }
    }),
}
