import { setPoint } from '../../shared/commands/points'
import type { PointId } from '../../shared/model/point'
import { isAlive } from '../../shared/model/board'
import type { Session } from '../state/session'
import type { Focus } from '../state/uiState'
import { selectFocus } from './selectFocus'

/** Raise or lower a point; the ends of the scale hold it. With `continues` a held key is one undo step. */
export function changePointBy(
  session: Session,
  id: PointId,
  by: number,
  options: { readonly continues: boolean } = { continues: false },
): void {
  const point = session.document.board().records.point.get(id)
  if (!point || !isAlive(point)) return
  setPointTo(session, id, point.value + by, options)
}

/** Put a point where it is told, in tenths, inside the scale. */
export function setPointTo(
  session: Session,
  id: PointId,
  value: number,
  options: { readonly continues: boolean } = { continues: false },
): void {
  const point = session.document.board().records.point.get(id)
  if (!point || !isAlive(point)) return
  const { personaId, stepId, curve } = point
  session.run(setPoint, { personaId, stepId, curve, value: Math.max(-5, Math.min(5, Math.round(value * 10) / 10)) }, options)
}

/** Close a gap of the curve with a point in the middle of the scale, and select it. */
export function addPointAt(session: Session, focus: Extract<Focus, { kind: 'emotion' }>): void {
  const { personaId, stepId } = focus
  if (session.run(setPoint, { personaId, stepId, value: 0 }).ok) session.ui.setState(selectFocus(session.board(), focus))
}
