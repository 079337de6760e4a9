import type { board as source } from '../en/board'

export const board: typeof source = {
  'laneKind.goals': 'Цели',
  'laneKind.goals.hint': 'Чего хотят',
  'laneKind.goals.prompt': 'Чего они хотят достичь на этом этапе?',
  'edit.moveNotes': {
    one: 'перемещение {{count}} стикера',
    few: 'перемещение {{count}} стикеров',
    many: 'перемещение {{count}} стикеров',
    other: 'перемещение {{count}} стикера',
  },
  'refusal.cell-missing': 'Этой ячейки больше нет на доске.',
}
