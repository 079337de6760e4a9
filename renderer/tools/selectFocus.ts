import { isAlive, type Board } from '../../shared/model/board'
import { pointIdOf, type PointId } from '../../shared/model/point'
import { focusCell, selectNothing, selectNotes, selectOne, type UiChange } from '../state/uiStore'
import type { Focus } from '../state/uiState'

type EmotionFocus = Extract<Focus, { kind: 'emotion' }>

/**
 * Puts the focus somewhere and selects what is there.
 *
 * @param passing the focus only passes through: a point on the way is not selected, so that the next press of an arrow goes on
 *   instead of changing its value. Whoever has taken a point keeps the arrows while they go along the curve, as far as the next gap.
 */
export function selectFocus(board: Board, focus: Focus, { passing = false } = {}): UiChange {
  switch (focus.kind) {
    case 'none':
      return selectNothing()
    case 'note':
      return selectNotes([focus.id])
    case 'cell':
      return focusCell(focus.cell)
    case 'emotion': {
      const id = passing ? null : pointAt(board, focus)
      // Whoever's step this is, theirs is the curve that is drawn on.
      return { ...(id === null ? selectNothing(focus) : selectOne({ kind: 'point', id }, focus)), activePersona: focus.personaId }
    }
    default:
      return selectOne(focus)
  }
}

/** The point that a persona has at a step of the lane; null where the curve has a gap. */
export function pointAt(board: Board, { personaId, stepId }: Pick<EmotionFocus, 'personaId' | 'stepId'>): PointId | null {
  const id = pointIdOf(personaId, 'as-is', stepId)
  const point = board.records.point.get(id)
  return point && isAlive(point) ? id : null
}
