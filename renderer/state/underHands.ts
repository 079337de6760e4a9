import { isAlive, recordAt, type Board, type Records } from '../../shared/model/board'
import type { ConflictRecordId } from '../../shared/model/conflict'
import type { ColumnId } from '../../shared/model/note'
import type { StepId } from '../../shared/model/step'
import type { Editing } from './uiState'

/**
 * What a person types in, and what that stands in, where it is no longer there.
 *
 * Nothing is taken away from under somebody's hands: the letters that follow would go nowhere, or be taken for shortcuts.
 */
export function deletedUnderHands(editing: Editing, before: Board, after: Board): readonly ConflictRecordId[] {
  return heldBy(editing, before.records).filter((id) => isHere(before.records, id) && !isHere(after.records, id))
}

function isHere(records: Records, id: ConflictRecordId): boolean {
  const record = recordAt(records, id)
  return record !== undefined && isAlive(record)
}

function heldBy(editing: Editing, records: Records): readonly ConflictRecordId[] {
  switch (editing.kind) {
    case 'none':
    case 'mapTitle':
      return []
    case 'newNote':
      return [editing.id, editing.cell.laneId, ...columnOf(records, editing.cell.columnId)]
    case 'note': {
      const note = records.note.get(editing.id)
      const cell = note?.laneId && note.columnId ? [note.laneId, ...columnOf(records, note.columnId)] : []
      return [editing.id, ...cell]
    }
    case 'stage':
    case 'lane':
      return [editing.id]
    case 'step':
      return columnOf(records, editing.id)
    case 'point': {
      const point = records.point.get(editing.id)
      return point ? [editing.id, point.personaId, ...columnOf(records, point.stepId)] : []
    }
  }
}

function columnOf(records: Records, id: ColumnId): readonly ConflictRecordId[] {
  const stageId = records.step.get(id as StepId)?.stageId
  return stageId ? [id, stageId] : [id]
}
