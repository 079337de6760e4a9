import { fail, ok, type Result } from '../../shared/base/result'
import { anotherMap } from '../files/checkMap'
import { resolveTarget, writeFailureOf } from '../files/durableWrite'
import { MapFile } from '../files/mapFile'
import { nameOf } from '../files/recents'
import type { FileWriter } from './fileWriter'
import type { Keeping } from './keeping'
import type { Saved, SaveFailure } from './mapHost'
import { SavedMap, type SavedMapOptions } from './savedMap'

/** Takes one open map to another file. */
export class MapMover {
  readonly #keeping: Keeping
  readonly #writer: FileWriter

  constructor(keeping: Keeping, writer: FileWriter) {
    this.#keeping = keeping
    this.#writer = writer
  }

  saveAs(path: string): Promise<Result<Saved, SaveFailure>> {
    const { state, queue } = this.#keeping
    // A disk that does not answer must not keep the map from another one.
    if (state.slow) queue.letGo()
    return queue.add(() => this.#saveAs(path))
  }

  /** The file has another name by now: the map goes on there, with what else is in it. The id stays, for it is the same map. */
  goOnAt(path: string): Promise<Result<Saved, SaveFailure>> {
    const { ledger, document, deps, queue } = this.#keeping
    return queue.add(async () => {
      const { saved } = ledger
      if (ledger.closed || !saved) return fail('closed')
      if (deps.isOpen(path)) return fail('unknown', 'open-elsewhere')
      const next = newSavedMap(this.#keeping, new MapFile(path, deps), { frame: saved.frame, repaired: false })
      return deps.reserve(path, () => this.#moveTo(next, () => next.write(document), ledger.recentId))
    })
  }

  async #saveAs(path: string): Promise<Result<Saved, SaveFailure>> {
    const { ledger, document, deps } = this.#keeping
    if (ledger.closed) return fail('closed')
    let target: string
    try {
      target = await resolveTarget(deps.disk, path)
    } catch (error) {
      return writeFailureOf(error)
    }
    if (deps.isOpen(target)) return fail('unknown', 'open-elsewhere')
    const { saved } = ledger
    if (saved && ledger.newer) return this.#copyTo(target, saved)
    if (saved?.file.path === target) return this.#writer.show('always', saved, () => saved.writeAgain(document))

    const frame = saved ? anotherMap(saved.frame, deps.newId) : ledger.frame
    const next = newSavedMap(this.#keeping, new MapFile(target, deps), { frame, repaired: false })
    return deps.reserve(target, () => this.#moveTo(next, () => next.replace(document), saved ? undefined : ledger.recentId))
  }

  /** A copy of a newer app's file, byte for byte; what is looked at stays what it is. */
  async #copyTo(target: string, { file }: SavedMap): Promise<Result<Saved, SaveFailure>> {
    const copied = target === file.path ? ok(null) : await file.copyTo(target)
    return copied.ok ? ok({ savedAt: this.#keeping.deps.clock().toISOString() }) : copied
  }

  /**
   * From here on the map is that file; the one before is never written again. Stays where it is if the file cannot be written.
   * @param instead what is in the list of recent maps until now, where it is nowhere else any more.
   */
  async #moveTo(
    next: SavedMap,
    write: () => Promise<Result<null, SaveFailure>>,
    instead: string | undefined,
  ): Promise<Result<Saved, SaveFailure>> {
    const { ledger, journal, state, deps } = this.#keeping
    const left = await journal.leftAt(next.file.path)
    if (!left.ok) return left
    const written = await write()
    if (!written.ok) return written
    if (left.value) await journal.setAside(left.value)
    // Before anything is begun here: it may have been this very place.
    await journal.discardBefore()
    ledger.saved?.leave()
    ledger.saved = next
    ledger.readOnly = false
    state.endSaving(null)
    journal.moved()
    const saved = await this.#writer.wrote(next)
    if (ledger.dirty) await journal.beginAfterMove()
    const { path } = next.file
    await deps.recents.touch({ kind: 'file', path, mapId: ledger.id, earlier: ledger.earlierIds }, nameOf(path), instead)
    state.tell()
    return ok(saved)
  }
}

/** The file of an open map, with what it holds beside the document. */
export function newSavedMap(
  { deps: { clock, newId, disk, takeIn, foundOlder }, ledger }: Pick<Keeping, 'deps' | 'ledger'>,
  file: MapFile,
  options: SavedMapOptions,
): SavedMap {
  return new SavedMap(file, options, { clock, newId, disk, takeIn, foundOlder, version: () => ledger.version })
}
