import type { lanes as source } from '../en/lanes'

export const lanes: typeof source = {
  'laneKind.goals': 'Цели',
  'laneKind.goals.hint': 'Чего хотят',
  'laneKind.goals.prompt': 'Чего они хотят достичь на этом этапе?',
}
