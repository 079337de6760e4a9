import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readRecords } from '../../../main/files/journalRecords'
import { NEVER, closeStartedApps, startApp, textsOf, valueOf } from '../../main/maps/testMaps'
import { Editor } from '../support/editorProcess'
import { repeat, type Chance, type FaultRow } from '../support/row'
import { workplace } from './killed'

/** R27: a journal that was scratched gives every record that its checksum still vouches for, and the map opens. */
export const damagedJournal: FaultRow = {
  id: 'R27',
  name: 'damaged journal: bits, holes, cut ends, blocks of another file',
  run: async (options) => {
    const { home, file } = await workplace()
    const editor = await Editor.start({ home, file, name: 'note', edits: 1e6, gapMs: 0, autosave: NEVER })
    await editor.confirms(40)
    await editor.kill()
    const folder = path.join(home, 'user-data', 'journals')
    const [name] = (await readdir(folder)).filter((entry) => entry.endsWith('.journal'))
    if (name === undefined) throw new Error('the editor left no journal')
    const whole = await readFile(path.join(folder, name))
    const map = await readFile(file)
    return repeat(options, async (chance) => {
      await writeFile(file, map)
      const damaged = damage(whole, chance)
      await writeFile(path.join(folder, name), damaged)
      const promised = textsOfRecords(damaged, whole)
      const app = await startApp(home)
      try {
        const there = textsOf(valueOf(await app.maps.openFile(file)))
        const missing = promised.filter((text) => !there.includes(text))
        return missing.length > 0 ? `${missing.length} whole records were not used` : null
      } finally {
        await closeStartedApps()
      }
    })
  },
}

function damage(whole: Buffer, chance: Chance): Buffer {
  const bytes = Buffer.from(whole)
  const at = Math.floor(chance() * bytes.length)
  const length = 1 + Math.floor(chance() * 400)
  switch (Math.floor(chance() * 4)) {
    case 0:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(chance() * 8))
      return bytes
    case 1:
      return bytes.fill(0, at, Math.min(at + length, bytes.length))
    case 2:
      return bytes.subarray(0, at)
    default:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from('another file '.repeat(length)), bytes.subarray(at)])
  }
}

/** Texts in updates that are whole in the damaged journal, and that build only on what is whole as well. */
function textsOfRecords(damaged: Uint8Array, whole: Uint8Array): readonly string[] {
  const intact = new Set(readRecords(damaged).map(({ sequence }) => sequence))
  const promised: string[] = []
  for (const { kind, sequence, payload } of readRecords(whole)) {
    // Each update builds on those before it by the same writer; a document takes none that stands on a hole.
    // The header says only whose journal it is, which its name says too.
    if (kind !== 'header' && !intact.has(sequence)) break
    if (kind !== 'update') continue
    const text = /note \d+/.exec(Buffer.from(payload).toString('latin1'))
    if (text) promised.push(text[0])
  }
  return promised
}
