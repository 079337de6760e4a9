import type { edits as source } from '../en/edits'

export const edits: typeof source = {
  'edit.moveNotes': {
    one: 'перемещение {{count}} стикера',
    few: 'перемещение {{count}} стикеров',
    many: 'перемещение {{count}} стикеров',
    other: 'перемещение {{count}} стикера',
  },
  'refusal.cell-missing': 'Этой ячейки больше нет на доске.',
}
