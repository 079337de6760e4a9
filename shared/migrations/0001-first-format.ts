import type { Migration } from './migration'

/** The beginning: there is nothing older to change, so a map is only stamped with its format. */
export const firstFormat: Migration = {
  to: 1,
  name: 'first-format',
  up: () => undefined,
}
