import { assertNever } from '../../shared/base/assertNever'
import { endGesture } from '../state/uiStore'
import { activePersonaOf } from '../state/activePersona'
import { pressPersona } from './choosePersona'
import { dropPoint, holdPlace, holdPoint, showDragPoint, type PointInHand } from './dragPoint'
import { say, show, type PointerInput, type Tool, type ToolContext } from './tool'

type State = { readonly at: 'idle' } | { readonly at: 'shaping'; readonly hand: PointInHand }

const idle: State = { at: 'idle' }

/** Press in an emotion lane: the active persona gets a point at that step, which follows the hand until it lets go. */
export const emotionTool: Tool<State> = {
  initial: idle,
  step(state, event, context) {
    switch (state.at) {
      case 'idle': {
        if (event.type !== 'down') return [state]
        if (event.target.kind === 'persona') return [state, pressPersona(event.target.id, context)]
        const hand = take(event, context)
        if (hand === 'no-persona') return [state, say('board.noPersona')]
        if (!hand) return event.target.kind === 'outside' ? [state] : [state, say('board.emotionsOnly')]
        return [{ at: 'shaping', hand }, show({ activePersona: hand.personaId }), ...showDragPoint(hand, event, context)]
      }
      case 'shaping':
        if (event.type === 'cancel') return [idle, show(endGesture())]
        if (event.type === 'up') return [idle, ...dropPoint(state.hand, event, context)]
        return event.type === 'move' ? [state, ...showDragPoint(state.hand, event, context)] : [state]
      default:
        return assertNever(state)
    }
  },
}

function take(input: PointerInput, { board, layout, ui }: ToolContext): PointInHand | 'no-persona' | null {
  const { target } = input
  if (target.kind === 'point') return holdPoint(layout, target.id, input)
  if (target.kind !== 'emotion') return null
  const personaId = activePersonaOf(board, ui)
  return personaId === null ? 'no-persona' : holdPlace(target.laneId, target.stepId, personaId)
}
