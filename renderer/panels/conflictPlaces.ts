import { kindOfId, type RecordId } from '../../shared/model/board'
import type { ConflictAbout } from '../../shared/model/conflict'
import type { LaneId } from '../../shared/model/lane'
import type { NoteId } from '../../shared/model/note'
import type { PointId } from '../../shared/model/point'
import type { StageId } from '../../shared/model/stage'
import type { StepId } from '../../shared/model/step'
import { keepVisible } from '../app/cameraMoves'
import type { Session } from '../state/session'
import { selectNotes, selectOne, type UiChange } from '../state/uiStore'

/** Whether something is on the board at a place of its own; the map and its personas are not, and a note may be in the inbox. */
export function canShow(session: Session, about: ConflictAbout): boolean {
  return changeFor(session, about) !== null
}

/** Selects what a conflict is about and brings it into sight; the keyboard stays in the panel. */
export function showOnMap(session: Session, about: ConflictAbout): void {
  const change = changeFor(session, about)
  if (!change) return
  session.ui.setState(change)
  keepVisible(session)
}

function changeFor(session: Session, about: ConflictAbout): UiChange | null {
  if (about === 'map') return null
  const board = session.board()
  switch (kindOfId(about satisfies RecordId)) {
    case 'note':
      return session.layout().notes.has(about as NoteId) ? selectNotes([about as NoteId]) : null
    case 'point': {
      const point = board.records.point.get(about as PointId)
      const lane = board.lanes.find(({ kind, hidden }) => kind === 'emotions' && !hidden)
      if (!point || !lane) return null
      const { stepId, personaId } = point
      return selectOne({ kind: 'point', id: point.id }, { kind: 'emotion', laneId: lane.id, stepId, personaId })
    }
    case 'stage':
      return selectOne({ kind: 'stage', id: about as StageId })
    case 'step':
      return selectOne({ kind: 'step', id: about as StepId })
    case 'lane':
      return selectOne({ kind: 'lane', id: about as LaneId })
    case 'persona':
    case 'conflict':
      return null
  }
}
