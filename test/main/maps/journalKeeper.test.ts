import { stat } from 'node:fs/promises'
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
  return new Set(content?.updates.flatMap((update) => Buffer.from(update).toString('utf8').trim().split(' ')))
}

/** An update that takes a third of a megabyte in the journal. */
function large(word: string): Uint8Array {
  return Buffer.from(word.padEnd(350_000))
}

describe('a journal that has grown', () => {
  it('is begun anew although nothing was ever saved, and holds everything', async () => {
    const { path, words, keeper } = await keeperOf()
    const edits = Array.from({ length: 10 }, (_, index) => `word${index}`)
    for (const word of edits) {
      words.push(word)
      expect(await keeper.keep(large(word))).toMatchObject({ ok: true })
    }
    await keeper.flush()
    expect((await stat(path)).size).toBeLessThan(1_500_000)
    expect(await wordsIn(path)).toEqual(new Set(edits))
    await keeper.close()
  })

  it('keeps what it has where it cannot be begun anew, and is begun with the next edit', async () => {
    const { path, words, keeper, failing } = await keeperOf()
    const edit = (word: string): ReturnType<typeof keeper.keep> => {
      words.push(word)
      return keeper.keep(large(word))
    }
    await edit('one')
    failing.mode = 'wx'
    for (const word of ['two', 'three', 'four', 'five']) expect(await edit(word)).toMatchObject({ ok: true })
    await keeper.flush()
    expect(await wordsIn(path)).toEqual(new Set(['one', 'two', 'three', 'four', 'five']))

    failing.mode = null
    expect(await edit('six')).toMatchObject({ ok: true })
    expect(await wordsIn(path)).toEqual(new Set(['one', 'two', 'three', 'four', 'five', 'six']))
    await keeper.close()
  })

  it('says to the end that it was closed', async () => {
    const { path, words, keeper } = await keeperOf()
    words.push('one')
    await keeper.keep(large('one'))
    const last = Promise.all(['two', 'three', 'four', 'five'].map((word) => keeper.keep(large(word))))
    await keeper.closed()
    await keeper.close()
    await last
    expect((await readJournal(path))?.closed).toBe(true)
  })
})

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

describe('a journal that is begun twice at once', () => {
  it('holds everything, whichever of the two reaches the disk first', async () => {
    const path = join(await tempFolder(), 'map_a.journal')
    const words = ['one']
    // The first one waits long enough for the second to be in its place before it, if nothing else keeps it from that.
    const rename: Disk['rename'] = async (from, to) => {
      if (!(await disk.readFile(String(from))).includes('two')) await new Promise((resolve) => setTimeout(resolve, 100))
      await disk.rename(from, to)
    }
    const keeper = new JournalKeeper({
      path,
      disk: { ...disk, rename },
      begin: () => ({ header: { version: 1, mapId: 'map_a', file: null, base: null, dirty: true }, state: Buffer.from(words.join(' ')) }),
    })
    const first = keeper.begin()
    words.push('two')
    const second = keeper.begin()
    expect(await Promise.all([first, second])).toMatchObject([{ ok: true }, { ok: true }])
    words.push('three')
    expect(await keeper.keep(Buffer.from('three'))).toMatchObject({ ok: true })
    expect(await wordsIn(path)).toEqual(new Set(['one', 'two', 'three']))
    await keeper.close()
  })
})
