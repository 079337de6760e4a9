import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { SaveStatus } from '../../../shared/ipc/contract'
import type { Disk } from '../../../main/files/disk'
import type { MapHost } from '../../../main/maps/mapHost'
import { closeStartedApps, startApp, TestWindow, valueOf } from '../../main/maps/testMaps'
import { pause } from './row'

/** Saves soon, and tries again soon, so that a trial takes no minutes. */
export const BRISK = { restMs: 30, mostMs: 200, retryMs: 300 }

/** Somebody at work in this process, whose disk can be made to fail. */
export interface AtWork {
  readonly host: MapHost
  readonly window: TestWindow
  readonly log: readonly string[]
  /** Texts of notes that were confirmed. */
  readonly confirmed: string[]
  /** Add a note; whether it was confirmed. */
  note(text: string): Promise<boolean>
  /** Wait for a status; the one that stands when the time is over. */
  until(wanted: (status: SaveStatus) => boolean, ms: number): Promise<SaveStatus>
}

export async function atWork(home: string, file: string, disk?: Disk): Promise<AtWork> {
  const app = await startApp(home, { autosave: BRISK, ...(disk ? { disk } : {}) })
  const host = valueOf(await app.maps.openFile(file))
  const window = new TestWindow(host)
  const confirmed: string[] = []
  return {
    host,
    window,
    log: app.log,
    confirmed,
    async note(text) {
      const kept = await window.tryNote(text)
      if (kept) confirmed.push(text)
      return kept
    },
    async until(wanted, ms) {
      for (const end = Date.now() + ms; Date.now() < end && !wanted(host.status());) await pause(10)
      return host.status()
    },
  }
}

export async function leave(): Promise<void> {
  await closeStartedApps()
}

export function isSaved(status: SaveStatus): boolean {
  return status.kind === 'saved'
}

export function isNotSaved(status: SaveStatus): boolean {
  return status.kind === 'notSaved'
}

/** Temporary files left in the folder of a map. */
export async function tempsBeside(file: string): Promise<readonly string[]> {
  return (await readdir(path.dirname(file))).filter((name) => name.endsWith('.tmp'))
}
