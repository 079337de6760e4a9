import { plural } from '../messages'

export const board = {
  'laneKind.goals': 'Goals',
  'laneKind.goals.hint': 'What they want',
  'laneKind.goals.prompt': 'What do they want to reach here?',
  'edit.moveNotes': plural({ one: 'move {{count}} note', other: 'move {{count}} notes' }),
  'refusal.cell-missing': 'That cell is no longer on the board.',
}
