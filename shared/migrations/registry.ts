import { firstFormat } from './0001-first-format'
import type { Migration } from './migration'

/** Every migration there is, in order. A released one is frozen: it is never changed, only followed by another. */
export const MIGRATIONS: readonly Migration[] = [firstFormat]

/** The newest format that this version of the app reads and writes. */
export const FORMAT = 1
