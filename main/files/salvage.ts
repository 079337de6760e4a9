import type { MapDocument } from '../../shared/document/mapDocument'
import { openMapDocument } from '../../shared/document/yjsDocument'
import type { ReadableMap } from '../../shared/export/readableSchema'
import { mergeInto } from '../../shared/merge/mergeInto'
import { LIMITS } from '../../shared/model/limits'
import { countsOf } from './counts'
import { newFrame, type EnvelopeFrame } from './envelope'
import { applyMap, vouchedDocument, type CheckDeps } from './fileDocument'
import { fileTexts } from './fileTexts'
import { differencesIn, takeHandWritten } from './handWritten'
import { sha256 } from './hash'
import { frameIn } from './salvageFrame'
import { salvageText, type SalvagedText } from './salvageText'
import { addMissing } from './unionMap'

/** What was got out of a damaged file, for a person to be told. */
export interface SalvageReport {
  /** Notes that are there again. */
  readonly notes: number
  /** Of these: notes whose place could not be read; they are in the inbox. */
  readonly unplaced: number
  /** Of these: notes of which a piece is missing, by their ids. */
  readonly partial: readonly string[]
  /** The document inside was whole, so nothing of it is missing. */
  readonly whole: boolean
  /** See `HandWritten`. */
  readonly added: number
  readonly other: number
  /** Notes that are not in the file any more: an earlier version of the map had them. Not among `notes`. */
  readonly fromVersion: number
  /** Notes that the file says it had, and that are nowhere; null where it does not say any more. */
  readonly missing: number | null
}

export interface Salvaged {
  readonly document: MapDocument
  readonly frame: EnvelopeFrame
  /** The history of the map is gone, or nobody can say which map it was. */
  readonly rebuilt: boolean
  readonly report: SalvageReport
}

export interface SalvageOptions {
  /** Whether what was written into the readable part is looked for. Of a newer app's file nobody can tell. */
  readonly edits?: boolean
}

/**
 * Get what can be read out of a file that is no map any more: its document where that is whole, else record by record what is left of the
 * readable part. Null where there is nothing of a map in it.
 */
export function salvage(bytes: Uint8Array, deps: CheckDeps, { edits = true }: SalvageOptions = {}): Salvaged | null {
  const texts = fileTexts(bytes)
  const found = texts.map((text) => ({ text, document: deps.withoutDocument ? null : documentIn(text, deps) }))
  const documents = found.flatMap(({ document }) => document ?? [])
  const scanned = documents.length === 0 ? texts.map((text) => salvageText(text, deps.newId)) : []
  const [first, ...others] = documents
  const document = first ?? builtOf(scanned, deps)
  if (!document) return null
  const hash = sha256(bytes)
  const written = edits ? found.flatMap(({ text, document: own }) => (own ? [takeHandWritten(own, text, hash, deps)] : [])) : []
  for (const other of others) {
    mergeInto(document, other, { at: deps.clock().toISOString() })
    other.destroy()
  }
  const alone = edits && first ? found.filter(({ document: own }) => !own).map(({ text }) => differencesIn(text, first, deps)) : []
  const known = texts.flatMap((text) => frameIn(text) ?? [])[0]
  const { notes } = countsOf(document.board())
  const sum = (count: (text: SalvagedText) => number): number => scanned.reduce((total, text) => total + count(text), 0)
  return {
    document,
    frame: known ?? newFrame(deps.newId('map')),
    rebuilt: !first || !known,
    report: {
      notes,
      unplaced: sum(({ unplaced }) => unplaced),
      partial: scanned.flatMap(({ partial }) => partial),
      whole: first !== undefined,
      added: written.reduce((total, { added }) => total + added, 0),
      other: [...written.map(({ other }) => other), ...alone].reduce((total, count) => total + count, 0),
      fromVersion: 0,
      missing: first ? 0 : missingOf(texts, notes),
    },
  }
}

/** How many notes fewer there are than one of the texts says that it had. Of an unfinished merge it says so twice. */
function missingOf(texts: readonly string[], notes: number): number | null {
  const said = texts.flatMap((text) =>
    [...text.matchAll(/"counts"\s*:\s*\{\s*"notes"\s*:\s*(\d{1,6})\b/g)].map((found) => Number(found[1])),
  )
  return said.length === 0 ? null : Math.max(0, Math.max(...said) - notes)
}

/** The document in the text, if it can be vouched for. */
function documentIn(text: string, deps: CheckDeps): MapDocument | null {
  const base64 = /"doc"\s*:\s*"([A-Za-z0-9+/]+={0,2})"/.exec(text)?.[1]
  if (base64 === undefined) return null
  const state = Buffer.from(base64, 'base64')
  if (state.byteLength > LIMITS.docBytes) return null
  const hash = (name: string): string => new RegExp(String.raw`"${name}"\s*:\s*"([0-9a-f]{64})"`).exec(text)?.[1] ?? ''
  return vouchedDocument(state, { docHash: hash('docHash'), digest: hash('digest') }, deps)?.document ?? null
}

/** A new document of everything that was found; null where that is nothing. */
function builtOf(scanned: readonly SalvagedText[], deps: CheckDeps): MapDocument | null {
  const [first, ...others] = scanned.map(({ map }) => map).filter(hasRecords)
  if (!first) return null
  const document = openMapDocument({ clock: deps.clock })
  applyMap(document, others.reduce(addMissing, first), deps)
  return document
}

/** A few names of personas are no map: an empty board would look as if there had been nothing. */
function hasRecords({ stages, lanes, inbox }: ReadableMap): boolean {
  return stages.length + lanes.length + inbox.length > 0
}
