import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { describe, expect, it } from 'vitest'
import { fail, type Result } from '../../../shared/base/result'
import { DurableAdapter, WriteError } from '../../../main/files/durableAdapter'
import { writeDurable, type WriteFailure, type Written } from '../../../main/files/durableWrite'
import { tempFolder } from '../../support/tempFolder'

interface Count {
  count: number
}

function lowAt(file: string, write = (bytes: Uint8Array): Promise<Result<Written, WriteFailure>> => writeDurable(file, bytes)) {
  return new Low<Count>(
    new DurableAdapter<Count>({
      read: async () => JSON.parse(await readFile(file, 'utf8')) as Count,
      encode: (data) => Buffer.from(JSON.stringify(data)),
      write,
    }),
    { count: 0 },
  )
}

describe('the durable adapter under lowdb', () => {
  it('writes for real, also under NODE_ENV=test', async () => {
    const file = join(await tempFolder(), 'a.json')
    const low = lowAt(file)
    low.data = { count: 7 }
    await low.write()
    const again = lowAt(file)
    await again.read()
    expect(again.data).toEqual({ count: 7 })
  })

  it('ends with the newest of 50 parallel writes, and every promise is kept', async () => {
    const file = join(await tempFolder(), 'a.json')
    const low = lowAt(file)
    const kept: boolean[] = []
    await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        low.data = { count: index }
        await low.write()
        kept.push((JSON.parse(await readFile(file, 'utf8')) as Count).count >= index)
      }),
    )
    expect(kept).toEqual(Array.from({ length: 50 }, () => true))
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ count: 49 })
  })

  it('takes the data as it is when it is told to write', async () => {
    const file = join(await tempFolder(), 'a.json')
    const low = lowAt(file)
    low.data = { count: 1 }
    const written = low.write()
    low.data.count = 2
    await written
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ count: 1 })
  })

  it('keeps a promise without waiting for the writes that come after it', async () => {
    const pending: (() => void)[] = []
    const hash = { ok: true, value: { hash: '', bytes: 0 } } as const
    const low = lowAt('unused', () => new Promise((done) => pending.push(() => done(hash))))
    const resolved: string[] = []
    const note = (name: string) => () => resolved.push(name)
    const first = low.write().then(note('first'))
    const second = low.write().then(note('second'))
    pending.shift()?.()
    await first
    expect(resolved).toEqual(['first'])
    const third = low.write().then(note('third'))
    await Promise.resolve()
    pending.shift()?.()
    await second
    expect(resolved).toEqual(['first', 'second'])
    pending.shift()?.()
    await third
  })

  it('tells only those whose data failed, and goes on', async () => {
    const file = join(await tempFolder(), 'a.json')
    let fails = true
    const low = lowAt(file, (bytes) => {
      if (!fails) return writeDurable(file, bytes)
      fails = false
      return Promise.resolve(fail('disk-full', 'ENOSPC'))
    })
    const first = low.write()
    low.data = { count: 2 }
    const second = low.write()
    await expect(first).rejects.toEqual(new WriteError(fail('disk-full', 'ENOSPC')))
    await second
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ count: 2 })
  })
})
