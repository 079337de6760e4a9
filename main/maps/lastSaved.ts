import { isEmptyDiff } from '../../shared/analysis/boardDiff'
import { BadUpdate } from '../../shared/document/checkUpdate'
import type { MapDocument } from '../../shared/document/mapDocument'
import { openMapDocument } from '../../shared/document/yjsDocument'
import type { OlderFile } from '../../shared/ipc/surroundings'
import { mergeInto, type MergeReport } from '../../shared/merge/mergeInto'
import { countsOf } from '../files/counts'
import { errnoOf } from '../files/errno'
import type { SavedState, SavedStates } from '../files/savedStates'
import { tryOpen } from '../files/tryOpen'

export interface LastSavedDeps {
  readonly states: SavedStates
  readonly document: MapDocument
  readonly mapId: () => string
  /** ISO date-time of the last save, or of now. */
  readonly savedAt: () => string
  readonly clock: () => Date
  readonly log: (message: string, error?: unknown) => void
}

/** What this computer last saw saved of an open map, and whether its file is older than that. */
export class LastSaved {
  readonly #deps: LastSavedDeps
  /** The document as it was opened, or as it was last kept, and of which map. */
  #known: { readonly mapId: string; readonly vector: Uint8Array }
  #older: { readonly saved: SavedState; readonly shown: OlderFile } | null = null

  constructor(deps: LastSavedDeps) {
    this.#deps = deps
    this.#known = { mapId: deps.mapId(), vector: deps.document.stateVector() }
  }

  /** What the file lacks of what was saved here, until somebody decides about it. */
  get older(): OlderFile | null {
    return this.#older?.shown ?? null
  }

  /** Compare the map that was just opened with what was saved here. */
  async look(): Promise<void> {
    const { states, document, mapId } = this.#deps
    const saved = await states.read(mapId())
    if (!saved) {
      // The first time here: from the next closing on there is something to compare with.
      this.#known = { mapId: '', vector: new Uint8Array() }
      return
    }
    if (document.knows(saved.vector)) {
      // What came in elsewhere is kept when the map is closed, changed or not.
      this.#known = { mapId: mapId(), vector: saved.vector }
      return
    }
    const shown = this.#lackOf(saved)
    if (shown) this.#older = { saved, shown }
  }

  /** Null where a merge would change nothing that anybody sees. */
  #lackOf(saved: SavedState): OlderFile | null {
    return this.#rehearse(saved, (merged, { diff, conflicts }) => {
      if (isEmptyDiff(diff) && conflicts.length === 0) return null
      const notes = countsOf(merged.board()).notes - countsOf(this.#deps.document.board()).notes
      return { at: saved.at, notes: Math.max(0, notes), changes: Math.max(diff.changes.length, conflicts.length) }
    })
  }

  /** Look at what the document would be with what was saved here. Null where that cannot be brought in, so that there is nothing to offer. */
  #rehearse<T>(saved: SavedState, look: (merged: MapDocument, report: MergeReport) => T): T | null {
    const { document, clock } = this.#deps
    const theirs = tryOpen(saved.state, { clock })
    if (!theirs) return null
    const merged = openMapDocument({ clock, state: document.encode() })
    try {
      return look(merged, mergeInto(merged, theirs, { at: clock().toISOString() }))
    } catch (error) {
      if (error instanceof BadUpdate) return null
      throw error
    } finally {
      merged.destroy()
      theirs.destroy()
    }
  }

  /** Bring in what was saved here. */
  bringIn(take: (theirs: MapDocument) => void): void {
    const theirs = this.#older && tryOpen(this.#older.saved.state, this.#deps)
    if (!theirs) return
    try {
      take(theirs)
      this.#older = null
    } finally {
      theirs.destroy()
    }
  }

  /** The file is right as it is: somebody put it there on purpose. What was saved before stays among the versions. */
  async keepFile(): Promise<void> {
    this.#older = null
    await this.#write()
  }

  /** Whether the document holds anything else than when it was opened or last kept. */
  get changed(): boolean {
    const { document, mapId } = this.#deps
    return this.#known.mapId !== mapId() || !Buffer.from(document.stateVector()).equals(this.#known.vector)
  }

  /** Keep the document as what was saved last. What nobody has decided about yet is kept with it. */
  async keep(): Promise<void> {
    if (this.changed) await this.#write()
  }

  async #write(): Promise<void> {
    const { states, document, mapId, log } = this.#deps
    const id = mapId()
    const vector = document.stateVector()
    try {
      const written = await states.write(id, this.#whole(vector))
      if (written.ok) this.#known = { mapId: id, vector }
      else log('what was saved could not be kept', written.detail ?? written.code)
    } catch (error) {
      log('what was saved could not be kept', errnoOf(error))
    }
  }

  /**
   * As a merge makes it, which lists what both sides wrote over: joined as bytes, one of the two texts would be gone before anybody decides.
   */
  #whole(vector: Uint8Array): SavedState {
    const { document, savedAt } = this.#deps
    if (!this.#older) return { at: savedAt(), vector, state: document.encode() }
    const { saved } = this.#older
    return this.#rehearse(saved, (merged) => ({ at: saved.at, vector: merged.stateVector(), state: merged.encode() })) ?? saved
  }
}
