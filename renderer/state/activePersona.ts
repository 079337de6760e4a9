import type { Board } from '../../shared/model/board'
import type { PersonaId } from '../../shared/model/persona'
import type { UiState } from './uiState'

/** Whose curve is drawn on: the chosen persona, or the first whose curve can be seen. */
export function activePersonaOf({ personas }: Pick<Board, 'personas'>, ui: Pick<UiState, 'activePersona'>): PersonaId | null {
  const shown = personas.filter(({ curveHidden }) => !curveHidden)
  return (shown.find(({ id }) => id === ui.activePersona) ?? shown[0])?.id ?? null
}
