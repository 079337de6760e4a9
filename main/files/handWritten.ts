import type { MapDocument } from '../../shared/document/mapDocument'
import { readableMap } from '../../shared/export/readableMap'
import type { ReadableMap } from '../../shared/export/readableSchema'
import { digestOf } from './envelope'
import type { CheckDeps } from './fileDocument'
import { isGarbled } from './garbled'
import { salvageText } from './salvageText'
import { takeHandEdits } from './takeHandEdits'
import { addMissing, notesOf, withoutNotes } from './unionMap'

/** What the readable part of a damaged file says besides its document, which is whole. */
export interface HandWritten {
  /** Notes that somebody wrote into it, and that were taken in. */
  readonly added: number
  /** Texts and values that were not taken in, because nobody can tell an edit from damage: they are in the file only. */
  readonly other: number
}

const NOTHING: HandWritten = { added: 0, other: 0 }

/**
 * Take in the notes that somebody wrote into a file that is no JSON any more: one comma too many is enough for that. Only where nothing else of the text
 * is torn or missing, so that it is an edit; what may be damage is counted.
 * @param document the one of that text; it is changed.
 * @param fileHash SHA-256 of the file's bytes.
 */
export function takeHandWritten(document: MapDocument, text: string, fileHash: string, deps: CheckDeps): HandWritten {
  const said = salvageText(text, deps.newId)
  const whole = readableMap(document.board())
  if (digestOf(said.map) === digestOf(whole) || isGarbled(said.map, whole)) return NOTHING
  const nameless = new Set(said.nameless)
  const torn = new Set(said.partial.filter((id) => !nameless.has(id)))

  const known: ReadonlySet<string> = new Set(document.board().records.note.keys())
  const texts = new Set(notesOf(whole).map((note) => note.text))
  const notes = notesOf(said.map)
  const news = notes.flatMap(({ id, text: words }) => (id === undefined || known.has(id) || texts.has(words) || words === '' ? [] : [id]))
  const there = new Set<string | undefined>(notes.map(({ id }) => id))
  const isIntact = torn.size === 0 && said.unplaced === 0 && notesOf(whole).every(({ id }) => there.has(id))
  const added = isIntact ? news.length : 0
  if (added > 0) {
    const rest = new Set<string>(notes.flatMap(({ id }) => (id === undefined || news.includes(id) ? [] : [id])))
    takeHandEdits(document, addMissing(whole, withoutNotes(said.map, rest)), fileHash, deps)
  }
  return { added, other: differences(said.map, readableMap(document.board()), torn) }
}

/** How much the readable part of a text says that a map does not. */
export function differencesIn(text: string, document: MapDocument, deps: CheckDeps): number {
  const said = salvageText(text, deps.newId)
  const whole = readableMap(document.board())
  if (isGarbled(said.map, whole)) return 0
  const nameless = new Set(said.nameless)
  return differences(said.map, whole, new Set(said.partial.filter((id) => !nameless.has(id))))
}

function differences(said: ReadableMap, whole: ReadableMap, torn: ReadonlySet<string>): number {
  const known = sayingsOf(whole)
  const texts = new Set(notesOf(whole).map(({ text }) => text))
  const isElsewhere = (id: string, value: string): boolean => !known.has(id) && id.startsWith('note_') && texts.has(value)
  return [...sayingsOf(said)].filter(([id, value]) => value !== '' && known.get(id) !== value && !torn.has(id) && !isElsewhere(id, value))
    .length
}

/** What a person reads in a map, thing by thing. */
function sayingsOf(map: ReadableMap): ReadonlyMap<string, string> {
  const points = map.personas.flatMap(({ id, points: own }) =>
    own.map(({ step, curve = '', value, label = '', reason = '' }) => [`${id} ${step} ${curve}`, `${value} ${label} ${reason}`] as const),
  )
  return new Map<string, string>([
    ['title', map.title],
    ['scenario', map.scenario ?? ''],
    ...map.personas.map(({ id, name }) => [id, name] as const),
    ...points,
    ...map.stages.flatMap(({ id, title, steps }) => [[id, title] as const, ...steps.map((step) => [step.id, step.title] as const)]),
    ...map.lanes.map(({ id, title = '' }) => [id, title] as const),
    ...notesOf(map).flatMap(({ id, text }) => (id === undefined ? [] : [[id, text] as const])),
  ])
}
