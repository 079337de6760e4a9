import type { Board } from '../../shared/model/board'
import type { PersonaId } from '../../shared/model/persona'
import type { UiChange } from '../state/uiStore'
import type { UiState } from '../state/uiState'
import { selectFocus } from './selectFocus'
import { say, show, type Effect, type ToolContext } from './tool'

/** Draw this persona's curve from now on. A step of a curve that has the focus becomes that step of theirs. */
export function choosePersona(board: Board, { focus }: Pick<UiState, 'focus'>, personaId: PersonaId): UiChange {
  return focus.kind === 'emotion' ? selectFocus(board, { ...focus, personaId }) : { activePersona: personaId }
}

/** A press on a persona's name in the corner. A hidden curve cannot be drawn on, so that one is told where it is shown again. */
export function pressPersona(personaId: PersonaId, { board, ui }: ToolContext): Effect {
  const hidden = board.personas.some(({ id, curveHidden }) => id === personaId && curveHidden)
  return hidden ? say('board.drawing.hidden') : show(choosePersona(board, ui, personaId))
}
