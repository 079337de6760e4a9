import { readFile, truncate, writeFile } from 'node:fs/promises'
import type { NoteId } from '../../../shared/model/note'
import type { MapHost } from '../../../main/maps/mapHost'
import { closeStartedApps, startApp, TestWindow, textsOf, valueOf } from '../../main/maps/testMaps'
import { repeat, type Chance, type FaultRow } from '../support/row'
import { workplace } from './killed'

/** What a person wrote and saved before they closed the app, and the file at each save before the last. */
interface Past {
  readonly home: string
  readonly file: string
  readonly texts: readonly string[]
  readonly before: readonly Buffer[]
}

/** A row in which something happens to the file of a map that was saved and closed. */
function afterClosing(id: string, name: string, fault: (past: Past, chance: Chance) => Promise<string | null>): FaultRow {
  return {
    id,
    name,
    run: (options) =>
      repeat(options, async (chance) => {
        try {
          return await fault(await savedAndClosed(chance), chance)
        } finally {
          await closeStartedApps()
        }
      }),
  }
}

/** C1: the file becomes empty after the map was saved and closed. */
export const emptied = afterClosing('C1', 'the file becomes 0 bytes after saving and closing', async ({ home, file, texts }) => {
  await truncate(file, 0)
  return wrongIn(await opened(home, file), texts)
})

/** C2: the file is cut to about a third of it after the map was saved and closed. */
export const cutShort = afterClosing('C2', 'the file is cut to a third after saving and closing', async ({ home, file, texts }, chance) => {
  const { byteLength } = await readFile(file)
  await truncate(file, Math.floor(byteLength * (0.25 + chance() * 0.15)))
  return wrongIn(await opened(home, file), texts)
})

/** C3: a sync tool puts an older copy over the file. Once it is left as it is on purpose, and is not asked about again. */
export const olderCopy = afterClosing(
  'C3',
  'an older copy is put over the file after saving and closing',
  async ({ home, file, texts, before }, chance) => {
    const older = before[Math.floor(chance() * before.length)] ?? Buffer.alloc(0)
    await writeFile(file, older)
    const host = await opened(home, file)
    if (!host.surroundings().older) return 'nobody says that the file is older'
    const onPurpose = chance() < 0.3
    valueOf(await host.older(onPurpose ? 'keepFile' : 'bringIn'))
    const wrong = onPurpose ? null : wrongIn(host, texts)
    if (wrong !== null) return wrong
    valueOf(await host.save())
    await host.close()
    const again = await opened(home, file)
    if (again.surroundings().older) return 'it asks again'
    return onPurpose ? null : wrongIn(again, texts)
  },
)

async function savedAndClosed(chance: Chance): Promise<Past> {
  const { home, file } = await workplace()
  const texts = new Map<NoteId, string>()
  const before: Buffer[] = [await readFile(file)]
  const sessions = 1 + Math.floor(chance() * 3)
  for (let number = 0; number < sessions; number += 1) {
    const host = await opened(home, file)
    const window = new TestWindow(host)
    const saves = 1 + Math.floor(chance() * 2)
    for (let save = 0; save < saves; save += 1) {
      before.push(await readFile(file))
      await write(window, texts, chance)
      valueOf(await host.save())
    }
    await host.close()
  }
  return { home, file, texts: [...texts.values()], before }
}

/** A few notes more, and one or two that say something else now. */
async function write(window: TestWindow, texts: Map<NoteId, string>, chance: Chance): Promise<void> {
  const count = 1 + Math.floor(chance() * 6)
  for (let note = 0; note < count; note += 1) {
    const text = `Note ${texts.size}: ${'what they said '.repeat(Math.floor(chance() * 6))}`
    texts.set(await window.addNote(text), text)
  }
  for (const [id, text] of texts) {
    if (chance() > 0.2) continue
    await window.setText(id, `${text}, again`)
    texts.set(id, `${text}, again`)
  }
}

/** As by a new start of the app. */
async function opened(home: string, file: string): Promise<MapHost> {
  await closeStartedApps()
  return valueOf(await (await startApp(home)).maps.openFile(file))
}

function wrongIn(host: MapHost, texts: readonly string[]): string | null {
  const there = textsOf(host)
  const missing = texts.filter((text) => !there.includes(text))
  if (missing.length > 0) return `${missing.length} of ${texts.length} notes are gone, the first: ${missing[0] ?? ''}`
  const twice = there.filter((text, index) => there.indexOf(text) !== index)
  return twice.length > 0 ? `${twice.length} notes are there twice` : null
}
