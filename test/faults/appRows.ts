import { brokenMain, cleanQuits, failedStarts, killedApp, killedPage, quitWhileSaving } from './rows/app'
import type { FaultRow } from './support/row'

/** The rows of the table that need the whole app, in the order of docs/reliability.md. */
export const APP_ROWS: readonly FaultRow[] = [killedApp, killedPage, brokenMain, quitWhileSaving, failedStarts, cleanQuits]
