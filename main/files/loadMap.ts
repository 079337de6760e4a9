import { fail, ok, type Result } from '../../shared/base/result'
import { openMapDocument } from '../../shared/document/yjsDocument'
import type { MapDocument, Problem } from '../../shared/document/mapDocument'
import { handEdits } from '../../shared/export/handEdits'
import { ReadableMap } from '../../shared/export/readableSchema'
import type { NewId } from '../../shared/model/ids'
import { LIMITS } from '../../shared/model/limits'
import { countsOver } from './counts'
import { disk as realDisk, type Disk } from './disk'
import { Envelope, FILE_FORMAT, APP, digestOf, frameOf, type EnvelopeFrame } from './envelope'
import { errnoOf, isMissing } from './errno'
import { sha256 } from './hash'
import { parseStrictJson } from './strictJson'

/** Why a file is not opened as a map. `detail` is a key `openDetail.<detail>` of i18n, or an errno. */
export type LoadFailure = 'not-found' | 'unreadable' | 'damaged' | 'foreign' | 'too-new' | 'too-large' | 'limits'

export interface LoadedMap {
  readonly document: MapDocument
  readonly frame: EnvelopeFrame
  /** SHA-256 of the file's bytes: what it must still be when it is written. */
  readonly hash: string
  readonly modifiedAt: Date
  /** The readable part was edited by hand; the document holds those edits now and is newer than the file's. */
  readonly handEdited: boolean
  /** A part of the file was damaged. The document was made of what was whole; the file's bytes are worth keeping. */
  readonly repaired: boolean
  /** That part was the document: its history is gone, and the map has a new id. */
  readonly rebuilt: boolean
  /** Records of the document that could not be read. */
  readonly problems: readonly Problem[]
}

export interface LoadDeps {
  readonly clock: () => Date
  readonly newId: NewId
  readonly disk?: Disk
}

/** Open a map file from a stranger. Nothing is written, and every bound is checked before what it bounds is built (S19-S24). */
export async function loadMap(path: string, deps: LoadDeps): Promise<Result<LoadedMap, LoadFailure>> {
  const read = await readBounded(path, deps.disk ?? realDisk)
  return read.ok ? loadBytes(read.value.bytes, read.value.modifiedAt, deps) : read
}

interface FileBytes {
  readonly bytes: Uint8Array
  readonly modifiedAt: Date
}

async function readBounded(path: string, disk: Disk): Promise<Result<FileBytes, LoadFailure>> {
  try {
    const found = await disk.stat(path)
    if (found.isDirectory()) return fail('unreadable', 'folder')
    if (!found.isFile()) return fail('unreadable', 'ENXIO')
    if (found.size > LIMITS.fileBytes) return fail('too-large', found.size)
    return ok({ bytes: await disk.readFile(path), modifiedAt: found.mtime })
  } catch (error) {
    if (isMissing(error)) return fail('not-found')
    const errno = errnoOf(error)
    return fail('unreadable', errno === 'EACCES' || errno === 'EPERM' ? 'no-rights' : errno)
  }
}

export function loadBytes(bytes: Uint8Array, modifiedAt: Date, deps: LoadDeps): Result<LoadedMap, LoadFailure> {
  const json = parseStrictJson(bytes)
  if (!json.ok) return fail(json.code === 'html' || json.code === 'other-kind' ? 'foreign' : 'damaged', json.code)
  const kind = kindOf(json.value)
  if (kind !== 'ours') return kind === 'newer' ? fail('too-new') : fail('foreign', 'not-a-map')

  const whole = Envelope.safeParse(json.value)
  const envelope = whole.success ? whole : Envelope.extend({ map: EmptyOnDamage }).safeParse(json.value)
  if (!envelope.success) return fail('damaged', 'schema')

  const opened = openDocument(envelope.data, whole.success, deps)
  if (!opened.ok) return opened
  const { document } = opened.value
  const newer = document.problems().some((problem) => problem.id === 'formats')
  const over = newer ? null : countsOver(document.board())
  if (newer || over) {
    document.destroy()
    return newer ? fail('too-new') : fail('limits', over)
  }

  const handEdited = whole.success && !opened.value.repaired && digestOf((json.value as Envelope).map) !== envelope.data.digest
  if (handEdited) applyMap(document, envelope.data.map, deps)
  return ok({
    ...opened.value,
    frame: opened.value.rebuilt ? anotherMap(frameOf(envelope.data), deps.newId) : frameOf(envelope.data),
    hash: sha256(bytes),
    modifiedAt,
    handEdited,
    problems: document.problems(),
  })
}

function kindOf(value: unknown): 'ours' | 'newer' | 'foreign' {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'foreign'
  const { app, format } = value as Record<string, unknown>
  if (app !== APP || typeof format !== 'number') return 'foreign'
  return format > FILE_FORMAT ? 'newer' : 'ours'
}

/** A readable part that cannot be read; the document then stands alone. */
const EmptyOnDamage = ReadableMap.catch(() => EMPTY)
const EMPTY: ReadableMap = { title: '', kind: 'cjm', state: 'as-is', personas: [], stages: [], lanes: [], inbox: [] }

/**
 * A document that was made anew shares no history with other copies of the map. Under the old id a merge would take it for one of them
 * and drop one side's records, so it is another map.
 */
export function anotherMap(frame: EnvelopeFrame, newId: NewId): EnvelopeFrame {
  return { ...frame, id: newId('map'), derivedFrom: frame.id, revision: 0 }
}

interface Opened {
  readonly document: MapDocument
  readonly repaired: boolean
  /** Made of the readable part, without the history of the document. */
  readonly rebuilt: boolean
}

/** The document of the file; where it is damaged, one made of the readable part. */
function openDocument(envelope: Envelope, readable: boolean, deps: LoadDeps): Result<Opened, LoadFailure> {
  const state = Buffer.from(envelope.doc, 'base64')
  if (state.byteLength > LIMITS.docBytes) return fail('limits', 'document-bytes')
  if (sha256(state) === envelope.docHash) {
    const document = tryOpen(state, deps)
    if (document) return ok({ document, repaired: !readable, rebuilt: false })
  }
  if (!readable) return fail('damaged', 'document')
  const document = openMapDocument({ clock: deps.clock })
  applyMap(document, envelope.map, deps)
  return ok({ document, repaired: true, rebuilt: true })
}

/** Null where the bytes are no document; the document's way to say so is to throw. */
export function tryOpen(state: Uint8Array, { clock }: Pick<LoadDeps, 'clock'>): MapDocument | null {
  try {
    return openMapDocument({ clock, state })
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}

function applyMap(document: MapDocument, map: ReadableMap, { clock, newId }: LoadDeps): void {
  const patches = handEdits(document.board(), map, { now: clock().toISOString(), newId })
  if (patches.length > 0) document.write(patches, { what: 'import', count: patches.length })
}
