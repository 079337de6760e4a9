import * as Y from 'yjs'
import type { AnyRecord, Board, Records } from '../model/board'
import { buildBoard } from '../model/buildBoard'
import type { RecordKind } from '../model/ids'
import type { MapSettings } from '../model/mapSettings'
import type { NoteId } from '../model/note'
import { RECORD_KINDS } from '../model/schemas'
import type { Problem } from './mapDocument'
import { readRecord, readSettings } from './readRecord'
import type { Roots } from './writePatches'

/** Id under which problems of the settings are reported. */
const SETTINGS = 'map'

/**
 * Keeps a board in step with a Yjs document.
 *
 * Only the records that a transaction touched are read again: turning the whole document into plain objects costs
 * milliseconds for every key that somebody presses.
 */
export class RecordReader {
  readonly #roots: Roots
  readonly #changed = new Map<RecordKind, Set<string>>()
  readonly #problems = new Map<string, readonly string[]>()
  #settingsChanged = false
  #settings: MapSettings
  #board: Board
  #problemList: readonly Problem[] | null = null

  constructor(roots: Roots) {
    this.#roots = roots
    for (const kind of RECORD_KINDS) {
      this.#changed.set(kind, new Set(roots[kind].keys()))
      roots[kind].observeDeep((events) => this.#markChanged(kind, events))
    }
    roots.map.observe(() => {
      this.#settingsChanged = true
    })
    this.#settings = this.#readSettings()
    this.#board = buildBoard(this.#settings, this.#readChanged(emptyRecords()))
    this.#forget()
  }

  get board(): Board {
    return this.#board
  }

  get problems(): readonly Problem[] {
    this.#problemList ??= [...this.#problems].flatMap(([id, whys]) => whys.map((why) => ({ id, why })))
    return this.#problemList
  }

  /** Read what changed since the last time. Says whether the board is another one now. */
  refresh(): boolean {
    if (this.#settingsChanged) this.#settings = this.#readSettings()
    const kinds = RECORD_KINDS.filter((kind) => this.#changedOf(kind).size > 0)
    if (kinds.length === 0 && !this.#settingsChanged) return false
    const records = kinds.length === 0 ? this.#board.records : this.#readChanged(this.#board.records)
    this.#board = buildBoard(this.#settings, records, this.#board, {
      structure: kinds.some((kind) => kind !== 'note' && kind !== 'point' && kind !== 'conflict'),
      // Only keys of the root map of notes are in this set; the reader leaves out what is no id of a note.
      noteIds: this.#changedOf('note') as ReadonlySet<NoteId>,
      points: kinds.includes('point'),
    })
    this.#forget()
    return true
  }

  #markChanged(kind: RecordKind, events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void {
    const changed = this.#changedOf(kind)
    for (const event of events) {
      const [id] = event.path
      if (id !== undefined) changed.add(String(id))
      else if (event instanceof Y.YMapEvent) for (const key of event.keysChanged) changed.add(String(key))
    }
  }

  #changedOf(kind: RecordKind): Set<string> {
    let changed = this.#changed.get(kind)
    if (!changed) this.#changed.set(kind, (changed = new Set()))
    return changed
  }

  #forget(): void {
    this.#settingsChanged = false
    // New sets, not cleared ones: the board may hold on to what it was built with.
    this.#changed.clear()
  }

  #readSettings(): MapSettings {
    const { record, problems } = readSettings(this.#roots.map)
    this.#report(SETTINGS, problems)
    return record
  }

  #readChanged(before: Records): Records {
    const maps: { [K in RecordKind]?: Map<string, AnyRecord> } = {}
    for (const kind of RECORD_KINDS) {
      const changed = this.#changedOf(kind)
      if (changed.size === 0) continue
      const records = new Map<string, AnyRecord>(before[kind])
      for (const id of changed) {
        const record = this.#readOne(kind, id)
        if (record) records.set(id, record)
        else records.delete(id)
      }
      maps[kind] = records
    }
    // Each map was copied from the one of its own kind, and readRecord checks the kind of every id.
    return { ...before, ...maps } as Records
  }

  #readOne(kind: RecordKind, id: string): AnyRecord | null {
    const root = this.#roots[kind]
    const { record, problems } = root.has(id) ? readRecord(kind, id, root.get(id)) : { record: null, problems: [] }
    this.#report(id, problems)
    return record
  }

  #report(id: string, problems: readonly string[]): void {
    if (problems.length === 0 && !this.#problems.has(id)) return
    if (problems.length > 0) this.#problems.set(id, problems)
    else this.#problems.delete(id)
    this.#problemList = null
  }
}

function emptyRecords(): Records {
  return { persona: new Map(), stage: new Map(), step: new Map(), lane: new Map(), note: new Map(), point: new Map(), conflict: new Map() }
}
