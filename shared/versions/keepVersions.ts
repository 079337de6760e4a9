/** What thinning out has to know of a version. */
export interface KeptVersion {
  readonly id: string
  /** The map it is of. */
  readonly mapId: string
  /** Counts the versions of a map. What is newer is told by it, and never by the clock. */
  readonly sequence: number
  /** ISO date-time. */
  readonly at: string
  /** A person gave it a name. */
  readonly named: boolean
  readonly bytes: number
}

/** How many versions of one map are kept; those that people named come on top. */
export const KEEP = {
  /** The newest, whatever their time. */
  newest: 50,
  /** The last one of each hour, for a week's worth of hours. */
  hours: 7 * 24,
  /** The last one of each day, for a quarter's worth of days. */
  days: 90,
  /** Bytes of all versions of all maps together. */
  bytes: 160 * 1024 * 1024,
  /** Bytes of what was saved last of all maps, which comes on top. */
  savedBytes: 40 * 1024 * 1024,
} as const

/**
 * Which versions may go, so that the rest is the last 50, one an hour for a week, one a day for 90 days and every named one, of each map.
 *
 * Hours and days are counted among those in which something was kept, and not back from today: a clock that jumps to another year, or a map
 * that lay for a year, takes no version away. Where all maps together pass `KEEP.bytes`, those made by the app go, the oldest first, but the
 * newest version of a map and those with a name stay.
 */
export function versionsToDrop<V extends KeptVersion>(versions: readonly V[]): readonly V[] {
  const kept = [...byMap(versions).values()].flatMap(keptOfMap)
  const stays = new Set(within(kept, KEEP.bytes))
  return versions.filter((version) => !stays.has(version))
}

function byMap<V extends KeptVersion>(versions: readonly V[]): ReadonlyMap<string, readonly V[]> {
  const maps = new Map<string, V[]>()
  for (const version of versions) {
    const list = maps.get(version.mapId)
    if (list) list.push(version)
    else maps.set(version.mapId, [version])
  }
  return maps
}

function keptOfMap<V extends KeptVersion>(versions: readonly V[]): readonly V[] {
  const newestFirst = newest(versions)
  const kept = new Set([
    ...newestFirst.filter(({ named }) => named),
    ...newestFirst.filter(({ named }) => !named).slice(0, KEEP.newest),
    ...lastOfEach(newestFirst, 'YYYY-MM-DDTHH'.length, KEEP.hours),
    ...lastOfEach(newestFirst, 'YYYY-MM-DD'.length, KEEP.days),
  ])
  return newestFirst.filter((version) => kept.has(version))
}

/** The newest version of each of the newest `most` hours or days, which an ISO date-time names by its beginning. */
function lastOfEach<V extends KeptVersion>(newestFirst: readonly V[], length: number, most: number): readonly V[] {
  const last = new Map<string, V>()
  for (const version of newestFirst) {
    const span = version.at.slice(0, length)
    if (!last.has(span)) last.set(span, version)
  }
  return [...last.values()].slice(0, most)
}

function within<V extends KeptVersion>(kept: readonly V[], most: number): readonly V[] {
  let bytes = kept.reduce((sum, version) => sum + version.bytes, 0)
  const newestOfMap = new Set([...byMap(kept).values()].map((versions) => newest(versions)[0]))
  const gone = new Set<V>()
  // Versions of several maps have no common count: here only their times can say which is older.
  for (const version of oldestFirst(kept)) {
    if (bytes <= most) break
    if (version.named || newestOfMap.has(version)) continue
    gone.add(version)
    bytes -= version.bytes
  }
  return kept.filter((version) => !gone.has(version))
}

function newest<V extends KeptVersion>(versions: readonly V[]): readonly V[] {
  return versions.toSorted((a, b) => b.sequence - a.sequence || (a.id < b.id ? -1 : 1))
}

function oldestFirst<V extends KeptVersion>(versions: readonly V[]): readonly V[] {
  return versions.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.sequence - b.sequence))
}
