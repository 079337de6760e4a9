import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { loadMap } from '../../../main/files/loadMap'
import { closeStartedApps, newId, startApp, textsOf, valueOf } from '../../main/maps/testMaps'

export interface Expected {
  readonly home: string
  readonly file: string | null
  /** Texts that were confirmed: each has to be there, once. */
  readonly texts: readonly string[]
}

/**
 * Start the app again after a fault, as a person would, and look.
 * @returns what is wrong, or null: nothing lost, nothing twice, the file whole, no litter.
 */
export async function wrongAfterwards({ home, file, texts }: Expected): Promise<string | null> {
  if (file !== null) {
    const loaded = await loadMap(file, { clock: () => new Date(), newId })
    if (!loaded.ok) return `the file does not open: ${loaded.code} ${String(loaded.detail)}`
    loaded.value.document.destroy()
    if (loaded.value.repaired) return 'the file is damaged'
  }
  const app = await startApp(home)
  try {
    for (const { id } of await app.maps.unfinished()) valueOf(await app.maps.openUnfinished(id))
    if (file !== null) valueOf(await app.maps.openFile(file))
    const there = app.maps.open().flatMap((host) => textsOf(host))
    const missing = texts.filter((text) => !there.includes(text))
    if (missing.length > 0) return `${missing.length} confirmed notes are gone, the first: ${missing[0] ?? ''}`
    const twice = there.filter((text, index) => there.indexOf(text) !== index)
    if (twice.length > 0) return `${twice.length} notes are there twice`
    await app.maps.settle()
  } finally {
    await closeStartedApps()
  }
  const litter = file === null ? [] : (await readdir(path.dirname(file))).filter((name) => name.endsWith('.tmp'))
  return litter.length > 0 ? `left behind: ${litter.join(', ')}` : null
}
