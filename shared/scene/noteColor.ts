import type { NoteColor } from '../model/color'
import { laneKindInfo } from '../model/laneKinds'
import type { Lane } from '../model/lane'
import type { Note, NoteMark } from '../model/note'

const OF_MARK: Partial<Readonly<Record<NoteMark, NoteColor>>> = { pain: 'rose', barrier: 'rose', success: 'mint' }

/** The colour a note shows: its own, else that of a pain or a win, else its lane's. */
export function shownColor(note: Pick<Note, 'color' | 'mark'>, lane: Pick<Lane, 'kind' | 'color'> | undefined): NoteColor {
  return note.color ?? OF_MARK[note.mark] ?? lane?.color ?? (lane ? laneKindInfo(lane.kind).color : 'paper')
}
