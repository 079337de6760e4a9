import { z } from 'zod'
import { LIMITS } from '../../shared/model/limits'

/**
 * What stays in `versions` of a map file of a named version that somebody removed. Without it the version would be back with the next copy of the map
 * that still has it, and be new there.
 */
export const RemovedVersion = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  removedAt: z.iso.datetime(),
})
export type RemovedVersion = z.infer<typeof RemovedVersion>

export function isRemovedVersion(entry: unknown): entry is RemovedVersion {
  return typeof entry === 'object' && entry !== null && 'removedAt' in entry && RemovedVersion.safeParse(entry).success
}

/** `versions` with the newest traces only; the same list where there are no more than that. */
export function withFewTraces(stored: readonly unknown[]): readonly unknown[] {
  const traces = stored.filter(isRemovedVersion)
  if (traces.length <= LIMITS.removedVersions) return stored
  const newest = traces.toSorted((a, b) => (a.removedAt === b.removedAt ? (a.id < b.id ? -1 : 1) : a.removedAt < b.removedAt ? 1 : -1))
  const kept = new Set<unknown>(newest.slice(0, LIMITS.removedVersions))
  return stored.filter((entry) => kept.has(entry) || !isRemovedVersion(entry))
}
