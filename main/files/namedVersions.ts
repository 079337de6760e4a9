import { z } from 'zod'
import { fail, ok, type Result } from '../../shared/base/result'
import { VersionCounts } from '../../shared/ipc/versions'
import { LIMITS } from '../../shared/model/limits'
import { canonicalJson } from './jsonText'
import { isRemovedVersion, withFewTraces } from './removedVersions'
import { unpackMap } from './versionFile'

/** A version with a name, as the map file holds it. Fields that this version of the app does not know are kept. */
export const NamedVersion = z.looseObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  name: z.string().min(1).max(LIMITS.title),
  at: z.iso.datetime(),
  /** When it got this name: of two names that two people gave it the later one stays. */
  namedAt: z.iso.datetime(),
  by: z.string().max(LIMITS.title).optional(),
  counts: z.looseObject(VersionCounts.shape),
  /** The readable part of the map, gzip, base64. */
  map: z.string(),
})
export type NamedVersion = z.infer<typeof NamedVersion>

/**
 * The named versions out of `versions` of a map file, at most `LIMITS.namedVersions`.
 *
 * An entry that makes no sense is left off the list, and stays in the file: it may be of a newer version of the app.
 */
export function namedVersions(stored: readonly unknown[]): readonly NamedVersion[] {
  const byId = new Map<string, NamedVersion>()
  for (const entry of stored) {
    const parsed = NamedVersion.safeParse(entry)
    if (parsed.success && !byId.has(parsed.data.id)) byId.set(parsed.data.id, parsed.data)
    if (byId.size === LIMITS.namedVersions) break
  }
  return [...byId.values()]
}

/** The readable part of such a version, unpacked within the limits. */
export async function readNamed(stored: readonly unknown[], id: string): Promise<Result<Uint8Array, 'not-found' | 'damaged'>> {
  const version = namedVersions(stored).find((candidate) => candidate.id === id)
  if (!version) return fail('not-found')
  const map = await unpackMap(version.map)
  return map ? ok(map) : fail('damaged')
}

/** `versions` with one more, or with another one of that id; `too-many` where the file may hold no more of them. */
export function withNamed(stored: readonly unknown[], version: NamedVersion): Result<readonly unknown[], 'too-many'> {
  const known = stored.some((entry) => idIn(entry) === version.id)
  const next = known ? stored.map((entry) => (idIn(entry) === version.id ? version : entry)) : [...stored, version]
  return fits(next) ? ok(next) : fail('too-many')
}

/**
 * `versions` with a trace in the place of one.
 * @param at ISO date-time. By a clock that is behind the removal is as late as the name, so that it holds all the same.
 */
export function withoutNamed(stored: readonly unknown[], id: string, at: string): readonly unknown[] {
  const named = stored.find((entry) => idIn(entry) === id)
  const removedAt = [at, momentOf(named)?.at ?? at].toSorted().at(-1) ?? at
  return withFewTraces(
    stored.map((entry) => (entry === named ? { id, removedAt } : entry)).filter((entry) => idIn(entry) !== id || isRemovedVersion(entry)),
  )
}

/**
 * The versions of two copies of one map: each once, with the later name, those of `theirs` after ours. One that somebody removed is gone, unless it
 * got its name after that.
 *
 * Of theirs as many as the limits allow: a file must never be too large because its versions were brought together. So the copy that will
 * be written over comes first. Gives `ours` itself where theirs has nothing new.
 */
export function joinVersions(ours: readonly unknown[], theirs: readonly unknown[]): readonly unknown[] {
  const places = new Map<string, number>()
  for (const [at, entry] of ours.entries()) if (!places.has(keyOf(entry))) places.set(keyOf(entry), at)
  let joined = ours
  // Counted once, and not at all where there is nothing new: all of them together are megabytes.
  let used: Used | null = null
  for (const entry of theirs) {
    const at = places.get(keyOf(entry))
    if (at !== undefined) {
      const [here, stays] = [joined[at], later(joined[at], entry)]
      if (stays === here) continue
      joined = joined.with(at, stays)
      if (used !== null) used = sum([used, usedBy([stays])], usedBy([here]))
    } else if (isRemovedVersion(entry)) {
      places.set(keyOf(entry), joined.length)
      joined = [...joined, entry]
    } else {
      used ??= usedBy(joined)
      if (used.count >= LIMITS.namedVersions) continue
      const more = sum([used, usedBy([entry])])
      if (!isWithin(more)) continue
      used = more
      places.set(keyOf(entry), joined.length)
      joined = [...joined, entry]
    }
  }
  const bounded = withFewTraces(joined)
  // As many traces as there may be, and theirs are all older.
  return bounded.length === ours.length && bounded.every((entry, index) => entry === ours[index]) ? ours : bounded
}

function fits(stored: readonly unknown[]): boolean {
  return isWithin(usedBy(stored))
}

interface Used {
  readonly count: number
  readonly bytes: number
}

const NONE: Used = { count: 0, bytes: 0 }

/** What counts against the limits: traces of removed versions do not. */
function usedBy(stored: readonly unknown[]): Used {
  return sum(stored.map((entry) => (isRemovedVersion(entry) ? NONE : { count: 1, bytes: JSON.stringify(entry).length })))
}

function sum(parts: readonly Used[], without: Used = NONE): Used {
  return parts.reduce((all, { count, bytes }) => ({ count: all.count + count, bytes: all.bytes + bytes }), {
    count: -without.count,
    bytes: -without.bytes,
  })
}

function isWithin({ count, bytes }: Used): boolean {
  return count <= LIMITS.namedVersions && bytes <= LIMITS.namedVersionBytes
}

/** What it is known by in two copies. Entries without an id of their own are the same if they say the same. */
function keyOf(entry: unknown): string {
  const id = idIn(entry)
  return id === undefined ? `says ${canonicalJson(entry)}` : `is ${id}`
}

function later(ours: unknown, theirs: unknown): unknown {
  const [here, there] = [momentOf(ours), momentOf(theirs)]
  if (!there) return ours
  if (!here || here.at < there.at) return theirs
  return here.at === there.at && there.removed && !here.removed ? theirs : ours
}

/** When an entry got its name, or was removed; null for what makes no sense. */
function momentOf(entry: unknown): { readonly at: string; readonly removed: boolean } | null {
  if (isRemovedVersion(entry)) return { at: entry.removedAt, removed: true }
  const named = NamedVersion.safeParse(entry)
  return named.success ? { at: named.data.namedAt, removed: false } : null
}

function idIn(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null || !('id' in entry)) return undefined
  return typeof entry.id === 'string' ? entry.id : undefined
}
