import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Disk } from './disk'
import { errnoOf, isMissing } from './errno'

/**
 * Names of our temporary files: `~wayline-<24 hex>.tmp`.
 *
 * Dropbox, OneDrive and Nextcloud all skip `~*.tmp`, so that half a map is never sent to a colleague. The map's own name is not
 * in it: a name of 255 bytes would leave no room, and nobody can guess the name and plant a link there.
 */
const OURS = /^~wayline-[0-9a-f]{24}\.tmp$/

const DAY_MS = 24 * 60 * 60 * 1000

export function tempPathIn(folder: string): string {
  return join(folder, `~wayline-${randomBytes(12).toString('hex')}.tmp`)
}

/**
 * Remove what a writer of ours left behind when it was killed, if it is older than a day: a younger one may be in use by an app on
 * another computer. Failures are given back for the log; they never keep a map from opening.
 */
export async function sweepStaleTemps(disk: Disk, folder: string, now: Date): Promise<readonly string[]> {
  const failures: string[] = []
  let names: string[]
  try {
    names = await disk.readdir(folder)
  } catch (error) {
    return isMissing(error) ? [] : [errnoOf(error)]
  }
  for (const name of names.filter((candidate) => OURS.test(candidate))) {
    const path = join(folder, name)
    try {
      const found = await disk.lstat(path)
      if (found.isFile() && now.getTime() - found.mtimeMs > DAY_MS) await disk.unlink(path)
    } catch (error) {
      if (!isMissing(error)) failures.push(errnoOf(error))
    }
  }
  return failures
}
