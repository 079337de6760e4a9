import type { lanes as source } from '../en/lanes'

export const lanes: typeof source = {
  'laneKind.goals': 'Cele',
  'laneKind.goals.hint': 'Czego chcą',
  'laneKind.goals.prompt': 'Co chcą tu osiągnąć?',
}
