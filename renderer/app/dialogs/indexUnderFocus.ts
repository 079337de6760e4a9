import type { Board } from '../../../shared/model/board'
import type { UiState } from '../../state/uiState'

/** Just under the lane that is selected or holds the focus; at the end where there is none. */
export function indexUnderFocus(board: Board, { focus }: Pick<UiState, 'focus'>): number {
  const laneId =
    focus.kind === 'lane'
      ? focus.id
      : focus.kind === 'cell'
        ? focus.cell.laneId
        : focus.kind === 'emotion'
          ? focus.laneId
          : focus.kind === 'note'
            ? board.records.note.get(focus.id)?.laneId
            : undefined
  const at = board.lanes.findIndex((lane) => lane.id === laneId)
  return at === -1 ? board.lanes.length : at + 1
}
