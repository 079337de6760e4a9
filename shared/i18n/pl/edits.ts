import type { edits as source } from '../en/edits'

export const edits: typeof source = {
  'edit.moveNotes': {
    one: 'przeniesienie {{count}} karteczki',
    few: 'przeniesienie {{count}} karteczek',
    many: 'przeniesienie {{count}} karteczek',
    other: 'przeniesienie {{count}} karteczki',
  },
  'refusal.cell-missing': 'Tej komórki nie ma już na tablicy.',
}
