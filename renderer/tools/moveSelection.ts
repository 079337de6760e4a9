import type { Result } from '../../shared/base/result'
import { moveNotes } from '../../shared/commands/notes'
import type { Session } from '../state/session'
import type { Direction } from './focusMoves'
import { moveNotesBy } from './noteMoves'
import { changePointBy } from './pointValue'
import { moveLaneBy, moveStageBy, moveStepBy } from './structureMoves'

/** Alt and an arrow: what is selected goes one place on. A point goes by a tenth, as a drag with Alt does. */
export function moveSelection(session: Session, direction: Direction): void {
  const { selection } = session.ui.getState()
  switch (selection.kind) {
    case 'none':
      return
    case 'notes': {
      let continues = false
      for (const { noteIds, cell, index } of moveNotesBy(session.document.board(), selection.ids, direction)) {
        const moved: Result<null> = session.run(
          moveNotes,
          { noteIds: [...noteIds], cell, ...(index === undefined ? {} : { index }) },
          { continues },
        )
        continues ||= moved.ok
      }
      return
    }
    case 'point':
      if (direction === 'up') changePointBy(session, selection.id, 0.1)
      if (direction === 'down') changePointBy(session, selection.id, -0.1)
      return
    case 'stage':
      moveStageBy(session, selection.id, direction)
      return
    case 'step':
      moveStepBy(session, selection.id, direction)
      return
    case 'lane':
      moveLaneBy(session, selection.id, direction)
      return
  }
}
