import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { disk, type Disk } from '../../../main/files/disk'
import { readJournal } from '../../../main/files/journal'
import { JournalKeeper } from '../../../main/maps/journalKeeper'
import { tempFolder } from '../../support/tempFolder'

/** A document that is a list of words, and its keeper. */
async function keeperOf(): Promise<{ path: string; words: string[]; keeper: JournalKeeper; failing: { mode: string | null } }> {
  const path = join(await tempFolder(), 'map_a.journal')
  const words: string[] = []
  const failing: { mode: string | null } = { mode: null }
  const open = (...args: Parameters<Disk['open']>): ReturnType<Disk['open']> =>
    args[1] === failing.mode ? Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })) : disk.open(...args)
  const keeper = new JournalKeeper({
    path,
    disk: { ...disk, open },
    begin: () => ({
      header: { version: 1, mapId: 'map_a', file: null, base: null, dirty: true },
      state: Buffer.from(words.join(' ')),
    }),
  })
  return { path, words, keeper, failing }
}

/** Everything that a start of the app would find. */
async function wordsIn(path: string): Promise<Set<string>> {
  const content = await readJournal(path)
  return new Set(content?.updates.flatMap((update) => Buffer.from(update).toString('utf8').split(' ')))
}

describe('a journal that is begun anew', () => {
  for (const [mode, when] of [
    ['wx', 'before the old one was replaced'],
    ['r+', 'after the old one was replaced'],
  ] as const) {
    it(`keeps every edit that it answers for, although beginning failed ${when}`, async () => {
      const { path, words, keeper, failing } = await keeperOf()
      words.push('one')
      expect(await keeper.keep(Buffer.from('one'))).toMatchObject({ ok: true })

      failing.mode = mode
      words.push('two')
      const begun = keeper.begin()
      words.push('three')
      const meanwhile = await keeper.keep(Buffer.from('three'))
      expect(await begun).toMatchObject({ ok: false, code: 'journal' })
      expect(meanwhile).toMatchObject({ ok: false, code: 'journal' })

      failing.mode = null
      words.push('four')
      expect(await keeper.keep(Buffer.from('four'))).toMatchObject({ ok: true })
      expect(await wordsIn(path)).toEqual(new Set(['one', 'two', 'three', 'four']))
      await keeper.close()
    })
  }
})
