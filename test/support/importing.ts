import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openMapDocument } from '../../shared/document/yjsDocument'
import type { MapDocument } from '../../shared/document/mapDocument'
import { readImport } from '../../shared/import/importFile'
import type { ContentNote, ImportedMap, ImportFormat, ImportRows } from '../../shared/import/importedMap'
import { makeNewId, type NewId } from '../../shared/model/ids'
import type { Patch } from '../../shared/model/patch'

const FIXTURES = join(import.meta.dirname, '../fixtures/import')

export function fixtureBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(FIXTURES, name)))
}

/** Import text that is known to be good. */
export function imported(text: string, from?: ImportFormat, rows?: ImportRows): ImportedMap {
  const result = readImport({ text }, { ...(from && { from }), ...(rows && { rows }) })
  if (!result.ok) throw new Error(`not imported: ${result.code}`)
  return result.value
}

export function importedFile(name: string): ImportedMap {
  const result = readImport({ name, bytes: fixtureBytes(name) })
  if (!result.ok) throw new Error(`${name} not imported: ${result.code}`)
  return result.value
}

/** `lane/stage/step: text` of every note, `inbox: text` of those without a place; lanes by title or kind. */
export function notesOf(map: ImportedMap): string[] {
  return map.notes.map((note) => `${placeOf(map, note)}: ${note.text}`)
}

function placeOf(map: ImportedMap, { place }: ContentNote): string {
  if (!place) return 'inbox'
  const lane = map.lanes[place.lane]
  const stage = map.stages[place.stage]
  const step = stage?.steps[place.step]
  return [lane?.title ?? lane?.kind, stage?.title, step?.title].filter((name) => name !== '').join('/')
}

/** `persona stage/step value` of every point, with a question mark after a guess. */
export function pointsOf(map: ImportedMap): string[] {
  return map.points.map(({ persona, stage, step, value, guessed, label }) => {
    const column = map.stages[stage]
    const place = [column?.title, column?.steps[step]?.title].filter((name) => name !== '').join('/')
    return [map.personas[persona]?.name, place, `${value}${guessed ? '?' : ''}`, label].filter((part) => part !== '').join(' ')
  })
}

/** Ids that are the same in every run. */
export function countingIds(): NewId {
  let count = 0
  return makeNewId((length) => {
    count += 1
    return Uint8Array.from({ length }, (_, i) => (i < 12 ? 0 : Math.floor(count / 62 ** (15 - i)) % 62))
  })
}

/** A new map that holds the patches, as the app writes them. */
export function documentWith(patches: readonly Patch[]): MapDocument {
  const document = openMapDocument({ clock: () => new Date('2026-01-15T12:00:00Z'), clientId: 1 })
  document.write(patches, { what: 'import', count: 1 })
  return document
}
