import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readableMap } from '../../../shared/export/readableMap'
import type { ReadableMap } from '../../../shared/export/readableSchema'
import { loadMap } from '../../../main/files/loadMap'
import { newId } from '../../main/maps/testMaps'
import { damagedFile, type DamagedFile } from '../../support/damagedFile'
import { mapCorpus } from '../../support/mapCorpus'
import { chanceOf, type FaultRow } from '../support/row'

/** Each trial damages a file in so many ways. */
const A_TRIAL = 20
/** Longer than this is a hang, on the slowest machine; these files are small. */
const LONGEST_MS = 2_000
const SALVAGED = 0.95

/** R26: a map file that something happened to. */
export const damagedMaps: FaultRow = {
  id: 'R26',
  name: 'damaged map: cut, holes, bits, encodings, unfinished merges, other files',
  run: async ({ trials, seed }) => {
    const corpus = mapCorpus(seed)
    const folder = await mkdtemp(path.join(tmpdir(), 'wayline-damaged-'))
    const count = trials * A_TRIAL
    let losses = 0
    let first: string | null = null
    let slowest = 0
    try {
      for (let number = 0; number < count; number += 1) {
        const { whole, earlier } = corpus[(number + seed) % corpus.length] ?? { whole: Buffer.alloc(0), earlier: Buffer.alloc(0) }
        const damaged = damagedFile(whole, earlier, number, chanceOf(seed + number))
        const began = performance.now()
        const wrong = await wrongWith(path.join(folder, `${number}.cjm`), whole, damaged)
        slowest = Math.max(slowest, performance.now() - began)
        if (wrong === null) continue
        losses += 1
        first ??= `mutation ${number}, seed ${seed}, ${damaged.how}: ${wrong}`
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
    return { trials: count, losses, note: first ?? `slowest ${Math.round(slowest)} ms` }
  },
}

/** What is wrong with how the damaged file opens; null where everything is as it has to be. */
async function wrongWith(file: string, whole: Buffer, { bytes, mostlyIntact, gone }: DamagedFile): Promise<string | null> {
  await writeFile(file, bytes)
  const began = performance.now()
  const loaded = await loadMap(file, { clock: () => new Date(), newId })
  if (performance.now() - began > LONGEST_MS) return 'it took too long'
  if (!(await readFile(file)).equals(bytes)) return 'the file was changed'

  const before = (JSON.parse(whole.toString('utf8')) as { map: ReadableMap }).map
  if (!loaded.ok) return mostlyIntact && notesOf(before).length > 0 ? `it does not open: ${loaded.code} ${String(loaded.detail)}` : null
  const { document, repaired, handEdited } = loaded.value
  const now = JSON.parse(JSON.stringify(readableMap(document.board()))) as ReadableMap
  // Where what is left is JSON nobody can tell it from an edit by hand; the notes that are gone can be brought back.
  const restorable = handEdited ? [...document.board().records.note.values()] : []
  document.destroy()
  if (!repaired && !handEdited && JSON.stringify(now) !== JSON.stringify(before)) return 'it is another map, and nobody says so'
  const kept = keptShare(before, [...notesOf(now), ...restorable])
  return mostlyIntact && kept < SALVAGED - goneForGood(whole, gone) ? `${Math.round(kept * 100)} % of the notes` : null
}

/**
 * The share of the readable part that is gone together with a piece of the document: only then the file has no second copy of a note. That part is
 * about half of the file, so 5 of 100 bytes may be 10 of 100 notes; a note of which one byte is gone counts as a whole one here.
 */
function goneForGood(whole: Buffer, gone: DamagedFile['gone'] = []): number {
  const [map, document] = [whole.indexOf('"digest"'), whole.indexOf('"docHash"')]
  if (!gone.some(([, end]) => end > document)) return 0
  const lost = gone.reduce((sum, [start, end]) => sum + Math.max(0, Math.min(end, map) - start), 0)
  return lost === 0 ? 0 : lost / map + 0.02
}

function keptShare(before: ReadableMap, now: readonly { readonly id?: string | undefined; readonly text: string }[]): number {
  const notes = notesOf(before)
  const ids = new Set(now.map(({ id }) => id))
  const texts = new Set(now.map(({ text }) => text))
  return notes.length === 0 ? 1 : notes.filter(({ id, text }) => ids.has(id) || texts.has(text)).length / notes.length
}

function notesOf({ lanes, inbox }: ReadableMap): ReadableMap['inbox'] {
  return [...lanes.flatMap(({ cells }) => cells.flatMap(({ notes }) => notes)), ...inbox]
}
