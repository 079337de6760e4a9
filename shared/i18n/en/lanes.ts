export const lanes = {
  'laneKind.goals': 'Goals',
  'laneKind.goals.hint': 'What they want',
  'laneKind.goals.prompt': 'What do they want to reach here?',
}
