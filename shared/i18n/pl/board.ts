import type { board as source } from '../en/board'

export const board: typeof source = {
  'laneKind.goals': 'Cele',
  'laneKind.goals.hint': 'Czego chcą',
  'laneKind.goals.prompt': 'Co chcą tu osiągnąć?',
  'edit.moveNotes': {
    one: 'przeniesienie {{count}} karteczki',
    few: 'przeniesienie {{count}} karteczek',
    many: 'przeniesienie {{count}} karteczek',
    other: 'przeniesienie {{count}} karteczki',
  },
  'refusal.cell-missing': 'Tej komórki nie ma już na tablicy.',
}
