import { plural } from '../messages'

export const edits = {
  'edit.moveNotes': plural({ one: 'move {{count}} note', other: 'move {{count}} notes' }),
  'refusal.cell-missing': 'That cell is no longer on the board.',
}
