import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeMapFile } from '../../e2e/support/mapFiles'
import { atWork, isNotSaved, isSaved, leave, tempsBeside } from '../support/atWork'
import { wrongAfterwards } from '../support/afterwards'
import { noMounts, tmpfs } from '../support/mounts'
import { repeat, type Chance, type FaultRow } from '../support/row'
import { workplace } from './killed'

const LONG = 'a long note '.repeat(400)

/** R7: the disk of the map is full; there is room again later. */
export const fullMapDisk: FaultRow = {
  id: 'R7',
  name: 'full disk for the map',
  run: async (options) => {
    const skipped = noMounts()
    return skipped === null ? repeat(options, fillMapDisk) : { trials: 0, losses: 0, skipped }
  },
}

async function fillMapDisk(chance: Chance): Promise<string | null> {
  const small = tmpfs(`${128 + Math.floor(chance() * 256)}k`)
  try {
    if (small.folder === null) return 'the disk could not be made'
    const home = await mkdtemp(path.join(tmpdir(), 'wayline-fault-'))
    const file = path.join(small.folder, 'Map.cjm')
    await writeMapFile(file)
    const filler = path.join(small.folder, 'filler')
    // As much as fits, so that the very next write has no room.
    await fill(filler, 512 * 1024)
    const work = await atWork(home, file)
    const before = await readFile(file)
    if (!(await work.note(`one ${LONG}`))) return 'an edit was not kept although the journal has room'
    const told = await work.until(isNotSaved, 5_000)
    if (told.kind !== 'notSaved' || told.reason !== 'disk-full') return `the person reads ${JSON.stringify(told)}`
    if (!(await readFile(file)).equals(before)) return 'the old file was touched'
    if ((await tempsBeside(file)).length > 0) return 'a temporary file keeps the disk full'
    if (!(await work.note('two'))) return 'editing was stopped by a full disk'
    await rm(filler)
    const saved = await work.until(isSaved, 10_000)
    if (!isSaved(saved)) return `not saved after there was room again: ${JSON.stringify(saved)}`
    await leave()
    return await wrongAfterwards({ home, file, texts: work.confirmed })
  } finally {
    await leave()
    small.unmount()
  }
}

/** R8: the disk of the app's own folder is full: the journal cannot take an edit. */
export const fullJournalDisk: FaultRow = {
  id: 'R8',
  name: 'full disk for the journal',
  run: async (options) => {
    const skipped = noMounts()
    return skipped === null ? repeat(options, fillJournalDisk) : { trials: 0, losses: 0, skipped }
  },
}

async function fillJournalDisk(chance: Chance): Promise<string | null> {
  const small = tmpfs(`${256 + Math.floor(chance() * 256)}k`)
  try {
    if (small.folder === null) return 'the disk could not be made'
    const { file } = await workplace()
    // The file cannot be written either, or the edits would be safe there.
    const work = await atWork(small.folder, file, undefined)
    const filler = path.join(small.folder, 'filler')
    if (!(await work.note('before'))) return 'an edit was not kept although there is room'
    await fill(filler, 512 * 1024)
    let refused = false
    for (let number = 0; number < 200 && !refused; number += 1) refused = !(await work.note(`${number} ${LONG}`))
    if (!refused) return 'two hundred long notes went into a full journal'
    const told = await work.until((status) => status.kind === 'notSaved' || status.kind === 'saved', 1_000)
    if (told.kind !== 'notSaved' && told.kind !== 'saved') return `the person reads ${JSON.stringify(told)}`
    await rm(filler)
    if (!(await work.note('after'))) return 'the journal does not come back when there is room again'
    await leave()
    return await wrongAfterwards({ home: small.folder, file, texts: work.confirmed })
  } finally {
    await leave()
    small.unmount()
  }
}

/** Write zeros until the disk is full. */
async function fill(file: string, most: number): Promise<void> {
  for (let size = most; size >= 512; size = Math.floor(size / 2)) {
    try {
      await writeFile(file, Buffer.alloc(size), { flag: 'a' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
  }
}
