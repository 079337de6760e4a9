import * as Y from 'yjs'
import { Listeners, type Dispose } from '../base/disposable'
import { formatOf, migrate } from '../migrations/migrate'
import { FORMAT, MIGRATIONS } from '../migrations/registry'
import type { Board, RecordId } from '../model/board'
import type { EditName } from '../model/edit'
import type { Patch } from '../model/patch'
import { Authors } from './authors'
import { BadUpdate, checkUpdate } from './checkUpdate'
import { checkPatches } from './checkPatches'
import { findClashes, type Replica } from './clashes'
import { holdsAll, newsClients, sharesHistory, writersOf } from './history'
import type { Author, Clash, MapDocument, Origin, Problem, WriteOptions } from './mapDocument'
import { RecordReader } from './recordReader'
import { Rehearsal } from './rehearsal'
import { UNDO_OF_ADDING, UndoLog, type KeyChange, type UndoStep } from './undoLog'
import { isWritten, readKey, writeKey, writePatches, type Roots } from './writePatches'

export interface OpenOptions {
  /** Injected, so that a day's workshop can be played in a test. */
  readonly clock: () => Date
  /** What the map already holds (Yjs V2). Absent: an empty map. */
  readonly state?: Uint8Array
  /** The state opened as a whole before, elsewhere: it is not looked over again, which for a large map costs a third of the opening. */
  readonly vouched?: boolean
  /** Display name of whoever edits here, asked at an edit; kept in the map beside what was written. */
  readonly author?: () => string
  /** Only for tests: a fresh random one makes sure that two replicas never write under one name. */
  readonly clientId?: number
}

/**
 * Open a map as a Yjs document.
 * @throws BadUpdate where `state` is not the whole state of a document.
 */
export function openMapDocument(options: OpenOptions): MapDocument {
  return new YjsDocument(options)
}

/**
 * Several updates as one.
 * @throws BadUpdate where they cannot be put together.
 */
export function joinUpdates(updates: readonly Uint8Array[]): Uint8Array {
  try {
    return Y.mergeUpdatesV2([...updates])
  } catch (error) {
    throw new BadUpdate('updates that do not fit together', { cause: error })
  }
}

/** @throws where a document was made elsewhere: what two documents know of each other is only in Yjs. */
function yjsOf(document: MapDocument): YjsDocument {
  if (document instanceof YjsDocument) return document
  throw new TypeError('not a document that openMapDocument has opened')
}

class YjsDocument implements MapDocument {
  readonly #doc = new Y.Doc()
  readonly #clock: () => Date
  readonly #author: () => string
  readonly #authors: Authors
  readonly #roots: Roots
  readonly #reader: RecordReader
  readonly #rehearsal = new Rehearsal(this.#doc)
  readonly #undo = new UndoLog()
  readonly #updates = new Listeners<[Uint8Array, Origin]>()
  readonly #boards = new Listeners<[Board]>()
  #outbox: { readonly update: Uint8Array; readonly origin: Origin }[] = []
  #publishing = false

  constructor({ clock, state, vouched = false, author, clientId }: OpenOptions) {
    this.#clock = clock
    this.#author = author ?? ((): string => '')
    if (clientId !== undefined) this.#doc.clientID = clientId
    // Named before anything is applied: a state that uses one of these names for another type cannot change it then.
    const root = (name: string): Y.Map<unknown> => this.#doc.getMap(name)
    this.#roots = {
      map: root('map'),
      persona: root('persona'),
      stage: root('stage'),
      step: root('step'),
      lane: root('lane'),
      note: root('note'),
      point: root('point'),
      conflict: root('conflict'),
    }
    this.#authors = new Authors(root('peers'))
    root('formats')
    if (state) this.#load(state, vouched)
    migrate(this.#doc, MIGRATIONS, 'migration' satisfies Origin)
    this.#reader = new RecordReader(this.#roots)
    this.#doc.on('updateV2', (update: Uint8Array, origin: Origin) => {
      this.#outbox.push({ update, origin })
      if (origin === 'local' || origin === 'migration') this.#rehearsal.follow(update)
    })
  }

  board(): Board {
    return this.#reader.board
  }

  problems(): readonly Problem[] {
    const format = formatOf(this.#doc)
    if (format <= FORMAT) return this.#reader.problems
    return [{ id: 'formats', why: `format ${format} is newer than ${FORMAT}` }, ...this.#reader.problems]
  }

  write(patches: readonly Patch[], edit: EditName, { continues = false, undoable = true }: WriteOptions = {}): void {
    checkPatches(patches)
    const known = this.#known()
    const changes = this.#transact('local', () => this.#signed(writePatches(this.#roots, patches)))
    if (changes.length > 0 && undoable) this.#undo.record({ edit, changes, known }, continues)
    this.#publish()
  }

  receive(update: Uint8Array, origin: Exclude<Origin, 'local' | 'migration'> = 'remote'): void {
    this.#rehearsal.try(update)
    Y.applyUpdateV2(this.#doc, update, origin)
    migrate(this.#doc, MIGRATIONS, 'migration' satisfies Origin)
    this.#publish()
  }

  receiveAll(updates: readonly Uint8Array[], origin: Exclude<Origin, 'local' | 'migration'> = 'remote'): void {
    if (updates.length === 0) return
    for (const update of updates) checkUpdate(update)
    this.receive(joinUpdates(updates), origin)
  }

  encode(): Uint8Array {
    const { store } = this.#doc
    const { pendingStructs, pendingDs } = store
    // What waits for an update that never came is no part of the map yet, and a state that holds it is refused by every reader.
    store.pendingStructs = null
    store.pendingDs = null
    try {
      return Y.encodeStateAsUpdateV2(this.#doc)
    } finally {
      store.pendingStructs = pendingStructs
      store.pendingDs = pendingDs
    }
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc)
  }

  encodeSince(stateVector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdateV2(this.#doc, stateVector)
  }

  clashesWith(theirs: MapDocument): readonly Clash[] {
    return findClashes(this.#replica(), yjsOf(theirs).#replica())
  }

  knows(stateVector: Uint8Array): boolean {
    return newsClients(this.#replica().stateVector, Y.decodeStateVector(stateVector)).length === 0
  }

  holdsAllOf(theirs: MapDocument): boolean {
    return holdsAll(this.#doc, yjsOf(theirs).#doc)
  }

  sharesHistoryWith(theirs: MapDocument): boolean {
    return sharesHistory(this.#replica(), yjsOf(theirs).#replica())
  }

  authorOf(id: RecordId | 'map', key?: string): Author | null {
    return this.#authors.among(writersOf(this.#roots, id, key)).at(-1) ?? null
  }

  authorsOfNewsIn(theirs: MapDocument): readonly string[] {
    const other = yjsOf(theirs)
    const clients = newsClients(this.#replica().stateVector, other.#replica().stateVector)
    return [...new Set(other.#authors.among(clients).map(({ name }) => name))]
  }

  onUpdate(listener: (update: Uint8Array, origin: Origin) => void): Dispose {
    return this.#updates.add(listener)
  }

  onBoard(listener: (board: Board) => void): Dispose {
    return this.#boards.add(listener)
  }

  undo(): EditName | null {
    const edit = this.#undo.undo((step) => this.#revert(step))
    this.#publish()
    return edit
  }

  redo(): EditName | null {
    const edit = this.#undo.redo((step) => this.#revert(step))
    this.#publish()
    return edit
  }

  retract(): void {
    this.#undo.retract((step) => this.#revert(step))
    this.#publish()
  }

  canUndo(): EditName | null {
    return this.#undo.lastDone()
  }

  canRedo(): EditName | null {
    return this.#undo.lastUndone()
  }

  destroy(): void {
    this.#rehearsal.destroy()
    this.#doc.destroy()
  }

  #load(state: Uint8Array, vouched: boolean): void {
    if (!vouched) checkUpdate(state)
    try {
      Y.applyUpdateV2(this.#doc, state, 'load' satisfies Origin)
    } catch (error) {
      // No rehearsal here: nobody has this document yet, so it can be thrown away.
      throw new BadUpdate('a state that does not fit together', { cause: error })
    }
    if (this.#doc.store.pendingStructs !== null || this.#doc.store.pendingDs !== null) {
      throw new BadUpdate('the state is not whole: it builds on something that is not in it')
    }
  }

  /** With what was written goes whose copy of the map wrote it. */
  #signed<T extends readonly KeyChange[]>(changes: T): T {
    if (changes.length > 0) this.#authors.sign(this.#doc.clientID, this.#author, this.#clock)
    return changes
  }

  #replica(): Replica {
    return {
      roots: this.#roots,
      board: this.#reader.board,
      stateVector: this.#known(),
      authorOf: (client) => this.#authors.of(client),
    }
  }

  /** How many writings of each client are in the document. */
  #known(): ReadonlyMap<number, number> {
    return Y.decodeStateVector(Y.encodeStateVector(this.#doc))
  }

  #transact<T>(origin: Origin, work: () => T): T {
    return this.#doc.transact(work, origin)
  }

  /**
   * Put back what an edit of ours changed, where it is still as we left it; what others have written since stays.
   * @returns the edit that would do it all again; null where nothing of it was left to put back.
   */
  #revert(step: UndoStep): UndoStep | null {
    const opposite: KeyChange[] = []
    const known = this.#known()
    const isOfOthers = (client: number, clock: number): boolean => client !== this.#doc.clientID && clock >= (step.known.get(client) ?? 0)
    this.#transact('local', () => {
      for (const { kind, id, key, before, after } of [...step.changes].reverse()) {
        if (readKey(this.#roots, kind, id, key) !== after) continue
        // Somebody else works with it by now, so it is not this edit's to take away.
        if (key === 'deletedAt' && before !== undefined && isWritten(this.#roots, kind, id, isOfOthers)) continue
        const value = before === UNDO_OF_ADDING ? this.#clock().toISOString() : before
        writeKey(this.#roots, kind, id, key, value)
        opposite.push({ kind, id, key, before: after, after: value })
      }
      this.#signed(opposite)
    })
    return opposite.length > 0 ? { edit: step.edit, changes: opposite, known } : null
  }

  /** Tell everybody. Updates first: whoever keeps them safe must not depend on whoever draws. */
  #publish(): void {
    const another = this.#reader.refresh()
    if (!this.#publishing) {
      this.#publishing = true
      try {
        for (let next = this.#outbox.shift(); next; next = this.#outbox.shift()) this.#updates.emit(next.update, next.origin)
      } finally {
        this.#publishing = false
      }
    }
    if (another) this.#boards.emit(this.#reader.board)
  }
}
