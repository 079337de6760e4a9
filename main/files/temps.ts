import { randomBytes } from 'node:crypto'
import { basename, join } from 'node:path'
import type { Disk } from './disk'
import { errnoOf, isMissing } from './errno'
import { thisComputer } from './thisComputer'

/**
 * Names of our temporary files: `~wayline-<8 hex: this computer><8 hex: process><8 hex: chance>.tmp`.
 *
 * Dropbox, OneDrive and Nextcloud all skip `~*.tmp`, so that half a map is never sent to a colleague. The map's own name is not
 * in it: a name of 255 bytes would leave no room. Computer and process tell, at the next start, which of them nobody writes any more.
 */
const OURS = /^~wayline-([0-9a-f]{8})([0-9a-f]{8})[0-9a-f]{8}\.tmp$/

const DAY_MS = 24 * 60 * 60 * 1000

const COMPUTER = thisComputer()

/** Those that this process is writing at this moment. */
const beingWritten = new Set<string>()

/** A name for a new temporary file; `tempIsGone` has to be told when it was renamed or removed. */
export function tempPathIn(folder: string): string {
  const name = `~wayline-${COMPUTER}${process.pid.toString(16).padStart(8, '0')}${randomBytes(4).toString('hex')}.tmp`
  beingWritten.add(name)
  return join(folder, name)
}

export function tempIsGone(path: string): void {
  beingWritten.delete(basename(path))
}

/**
 * Remove what a writer of ours left behind when it was killed: at once where it was a process of this computer that is no more, after a day
 * where it may be in use by an app on another computer. Failures are given back for the log; they never keep a map from opening.
 */
export async function sweepStaleTemps(disk: Disk, folder: string, now: Date): Promise<readonly string[]> {
  const failures: string[] = []
  let names: string[]
  try {
    names = await disk.readdir(folder)
  } catch (error) {
    return isMissing(error) ? [] : [errnoOf(error)]
  }
  for (const name of names) {
    const ours = OURS.exec(name)
    if (!ours || beingWritten.has(name)) continue
    const path = join(folder, name)
    try {
      const found = await disk.lstat(path)
      const old = now.getTime() - found.mtimeMs > DAY_MS
      if (found.isFile() && (old || isOrphan(ours[1] ?? '', parseInt(ours[2] ?? '', 16)))) await disk.unlink(path)
    } catch (error) {
      if (!isMissing(error)) failures.push(errnoOf(error))
    }
  }
  return failures
}

/** Whether the process that made it ran here and is gone. Its number may have gone to another program since: then a day has to pass. */
function isOrphan(computer: string, pid: number): boolean {
  if (computer !== COMPUTER) return false
  // What this process writes is in `beingWritten`; another with its number was an earlier one.
  if (pid === process.pid) return true
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return errnoOf(error) === 'ESRCH'
  }
}
