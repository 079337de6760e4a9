import { setPoint } from '../../shared/commands/points'
import { snapValue, yToValue } from '../../shared/layout/emotionScale'
import type { Layout } from '../../shared/layout/layout'
import type { LaneId } from '../../shared/model/lane'
import type { PersonaId } from '../../shared/model/persona'
import { pointIdOf, type Curve, type PointId } from '../../shared/model/point'
import type { StepId } from '../../shared/model/step'
import { endGesture, selectOne, showGesture } from '../state/uiStore'
import { run, show, type Effect, type PointerInput, type ToolContext } from './tool'

/** A point of a curve under the hand, there already or about to be. */
export interface PointInHand {
  readonly pointId: PointId
  readonly personaId: PersonaId
  readonly stepId: StepId
  readonly laneId: LaneId
  readonly curve: Curve
  /** Board units between the pointer and the point when it was taken, so that it does not jump to the pointer. */
  readonly grip: number
}

/** Take hold of a point that is there. */
export function holdPoint(layout: Layout, id: PointId, input: PointerInput): PointInHand | null {
  const box = layout.points.get(id)
  if (!box) return null
  const { personaId, stepId, curve } = box.point
  return { pointId: id, personaId, stepId, laneId: box.laneId, curve, grip: input.board.y - box.y }
}

/** Take hold of the point that a persona gets at a step. */
export function holdPlace(laneId: LaneId, stepId: StepId, personaId: PersonaId): PointInHand {
  return { pointId: pointIdOf(personaId, 'as-is', stepId), personaId, stepId, laneId, curve: 'as-is', grip: 0 }
}

function valueAt(hand: PointInHand, input: PointerInput, context: ToolContext): number | null {
  const lane = context.layout.lanes.find((box) => box.lane.id === hand.laneId)
  return lane ? snapValue(yToValue(lane, input.board.y - hand.grip), { fine: input.alt }) : null
}

function argsOf({ personaId, stepId, curve }: PointInHand, value: number) {
  return { personaId, stepId, curve, value }
}

/** The curve bends under the hand; nothing is written. */
export function showDragPoint(hand: PointInHand, input: PointerInput, context: ToolContext): readonly Effect[] {
  const value = valueAt(hand, input, context)
  if (value === null) return []
  const plan = context.plan(setPoint, argsOf(hand, value))
  return [show(showGesture({ kind: 'dragPoint', id: hand.pointId, value }, plan.ok ? plan.value : []))]
}

export function dropPoint(hand: PointInHand, input: PointerInput, context: ToolContext): readonly Effect[] {
  const value = valueAt(hand, input, context)
  const { laneId, stepId, personaId } = hand
  return [
    show(endGesture()),
    ...(value === null ? [] : [run(setPoint, argsOf(hand, value))]),
    show(selectOne({ kind: 'point', id: hand.pointId }, { kind: 'emotion', laneId, stepId, personaId })),
  ]
}
