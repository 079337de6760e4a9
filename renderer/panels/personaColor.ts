import type { PersonaColor } from '../../shared/model/persona'

const VARIABLES: Readonly<Record<PersonaColor, string>> = {
  teal: 'var(--pa)',
  magenta: 'var(--pb)',
  amber: 'var(--pc)',
  slate: 'var(--pd)',
}

/** What a persona's colour looks like in the theme that is on. */
export function personaColor(color: PersonaColor): string {
  return VARIABLES[color]
}
