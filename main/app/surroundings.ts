import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { app } from 'electron'

/** Built files beside this one; the build puts every part into a folder of its own. */
const OUT = path.resolve(import.meta.dirname, '..')

export const BUILT = {
  preload: path.join(OUT, 'preload/preload.cjs'),
  renderer: path.join(OUT, 'renderer'),
  fonts: path.join(OUT, 'assets/fonts'),
  mapWorker: path.join(OUT, 'worker/mapWorker.js'),
} as const

/** Electron whose makers still mend it. An older one is the fallback of a machine that could not fetch it. */
const OLDEST_SUPPORTED = 43

export function runtimeKind(electron: string): 'supported' | 'fallback' {
  return Number.parseInt(electron, 10) >= OLDEST_SUPPORTED ? 'supported' : 'fallback'
}

/** What tests and measurements may set from outside. A released app ignores it all. */
export interface Surroundings {
  readonly bench: boolean
  readonly userData: string | null
}

export function readSurroundings(environment: NodeJS.ProcessEnv, packaged: boolean): Surroundings {
  if (packaged) return { bench: false, userData: null }
  const bench = environment['WAYLINE_BENCH'] === '1'
  const userData = environment['WAYLINE_USER_DATA']
  if (userData) return { bench, userData: path.resolve(userData) }
  // A measurement must neither see nor touch the maps of whoever runs it.
  return { bench, userData: bench ? temporaryUserData() : null }
}

/** A folder for a run that is to leave nothing behind in the person's own. */
export function temporaryUserData(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'wayline-'))
}

/** Has to run before anything reads a path. */
export function useUserData(folder: string): void {
  app.setPath('userData', folder)
  app.setPath('sessionData', path.join(folder, 'chromium'))
}
