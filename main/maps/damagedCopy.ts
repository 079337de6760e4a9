import { isEmptyDiff } from '../../shared/analysis/boardDiff'
import { BadUpdate } from '../../shared/document/checkUpdate'
import type { MapDocument } from '../../shared/document/mapDocument'
import { openMapDocument } from '../../shared/document/yjsDocument'
import { readableMap } from '../../shared/export/readableMap'
import { mergeInto } from '../../shared/merge/mergeInto'
import type { NewId } from '../../shared/model/ids'
import { digestOf } from '../files/envelope'
import { applyMap } from '../files/fileDocument'
import { isGarbled } from '../files/garbled'
import type { LoadedMap } from '../files/loadMap'
import { addMissing, notesOf, withoutNotes } from '../files/unionMap'

export interface DamagedDeps {
  readonly clock: () => Date
  readonly newId: NewId
}

/**
 * Make a copy that was put together anew fit to be merged: a note of which a piece is missing gives way to ours, which is whole, for half of a note is
 * not what anybody wrote. One that only the copy has stays as far as it could be read.
 * @returns false where nothing that anybody wrote can be read from it.
 */
export function mendCopy({ document, salvage }: Pick<LoadedMap, 'document' | 'salvage'>, ours: MapDocument, deps: DamagedDeps): boolean {
  if (salvage?.notes === 0) return false
  const [read, mine] = [readableMap(document.board()), readableMap(ours.board())]
  // Texts that stay what they are in every encoding are garbled into themselves.
  if (digestOf(read) !== digestOf(mine) && isGarbled(read, mine)) return false
  const partial = new Set(salvage?.partial)
  const known: ReadonlySet<string> = new Set(ours.board().records.note.keys())
  const texts = notesOf(mine).map(({ text }) => text)
  const torn = notesOf(read).flatMap(({ id, text }) =>
    id !== undefined && partial.has(id) && (known.has(id) || texts.some((whole) => whole.startsWith(text))) ? [id] : [],
  )
  if (torn.length > 0) applyMap(document, addMissing(withoutNotes(read, new Set<string>(torn)), mine), deps)
  return true
}

/** Whether a merge would change anything. Two documents without a common history say so only when it is tried. */
export function wouldChange(ours: MapDocument, theirs: MapDocument, { clock }: Pick<DamagedDeps, 'clock'>): boolean {
  const rehearsal = openMapDocument({ clock, state: ours.encode() })
  try {
    const { diff, conflicts } = mergeInto(rehearsal, theirs, { at: clock().toISOString() })
    return conflicts.length > 0 || !isEmptyDiff(diff)
  } catch (error) {
    // It cannot be brought in, so it changes nothing.
    if (error instanceof BadUpdate) return false
    throw error
  } finally {
    rehearsal.destroy()
  }
}
