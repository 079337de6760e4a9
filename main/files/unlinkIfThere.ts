import type { Disk } from './disk'
import { isMissing } from './errno'

/** Remove a file that somebody else may remove first. */
export async function unlinkIfThere(disk: Disk, path: string): Promise<void> {
  try {
    await disk.unlink(path)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}
