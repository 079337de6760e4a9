import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KEEP, versionsToDrop, type KeptVersion } from '../../../shared/versions/keepVersions'

const HOUR = 3_600_000
const NOON = Date.UTC(2026, 0, 15, 12)

function version(sequence: number, at: number, more: Partial<KeptVersion> = {}): KeptVersion {
  return { id: `version_${sequence}`, mapId: 'map_a', sequence, at: new Date(at).toISOString(), named: false, bytes: 1_000, ...more }
}

function kept(versions: readonly KeptVersion[]): readonly KeptVersion[] {
  const dropped = new Set(versionsToDrop(versions))
  return versions.filter((candidate) => !dropped.has(candidate))
}

/** Any history of up to three maps, by clocks that run, stand and jump, with versions large enough to pass the whole allowance. */
const anyVersions: fc.Arbitrary<readonly KeptVersion[]> = fc
  .array(
    fc.record({
      map: fc.nat(2),
      step: fc.oneof(fc.nat(HOUR / 2), fc.integer({ min: HOUR, max: 400 * 24 * HOUR }), fc.integer({ min: -400 * 24 * HOUR, max: 0 })),
      named: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      megabytes: fc.constantFrom(0, 0, 0, 1, 20),
    }),
    { maxLength: 300 },
  )
  .map((made) => {
    let at = NOON
    return made.map(({ map, step, named, megabytes }, sequence) => {
      at = Math.min(Math.max(at + step, 0), Date.UTC(2200, 0))
      return version(sequence, at, { mapId: `map_${map}`, named, bytes: 1 + megabytes * 1024 * 1024 })
    })
  })

describe('thinning out the versions', () => {
  it('keeps the last 50 however close together they are', () => {
    const busy = Array.from({ length: 80 }, (_, i) => version(i, NOON + i * 1_000))
    expect(kept(busy)).toEqual(busy.slice(-50))
  })

  it('keeps the last of each hour for a week and the last of each day for 90 days', () => {
    const everyHalfHour = Array.from({ length: 120 * 48 }, (_, i) => version(i, NOON + (i * HOUR) / 2))
    const times = kept(everyHalfHour).map(({ at }) => at)
    const newest = times.at(-1) ?? ''
    const ago = (hours: number): string => new Date(Date.parse(newest) - hours * HOUR).toISOString()
    for (let hours = 30; hours < 7 * 24; hours += 1) expect(times).toContain(ago(hours))
    const days = new Set(times.map((at) => at.slice(0, 10)))
    expect(days.size).toBe(90)
    // Of a day that is past only its last half hour is left.
    expect(times.filter((at) => at.startsWith(ago(30 * 24).slice(0, 10)))).toEqual([`${ago(30 * 24).slice(0, 10)}T23:30:00.000Z`])
  })

  it('does not take anything for old because the clock says another year', () => {
    const day = Array.from({ length: 40 }, (_, i) => version(i, NOON + i * HOUR))
    const wrong = version(40, Date.UTC(2099, 5))
    const before = version(41, Date.UTC(1980, 0))
    const right = version(42, NOON + 41 * HOUR)
    expect(kept([...day, wrong, before, right])).toHaveLength(43)
  })

  it('lets the oldest go where all maps together are too large, of every map but its newest', () => {
    const large = KEEP.bytes / 4
    const versions = [
      version(0, NOON, { mapId: 'map_old', bytes: large }),
      ...Array.from({ length: 6 }, (_, i) => version(i, NOON + (i + 1) * HOUR, { bytes: large })),
    ]
    expect(kept(versions)).toEqual([versions[0], ...versions.slice(-3)])
  })

  it('keeps every named version and the newest of every map, and never more than it may', () => {
    fc.assert(
      fc.property(anyVersions, (versions) => {
        const left = kept(versions)
        const isLeft = new Set(left)
        expect(versions.filter(({ named }) => named).every((named) => isLeft.has(named))).toBe(true)
        for (const mapId of new Set(versions.map((candidate) => candidate.mapId))) {
          const newest = versions.findLast((candidate) => candidate.mapId === mapId)
          expect(newest && isLeft.has(newest)).toBe(true)
          const byItself = left.filter((candidate) => candidate.mapId === mapId && !candidate.named)
          expect(byItself.length).toBeLessThanOrEqual(KEEP.newest + KEEP.hours + KEEP.days)
        }
        const spared = left.filter(
          (candidate) => candidate.named || versions.findLast(({ mapId }) => mapId === candidate.mapId) === candidate,
        )
        const bytesOf = (list: readonly KeptVersion[]): number => list.reduce((sum, { bytes }) => sum + bytes, 0)
        expect(bytesOf(left)).toBeLessThanOrEqual(Math.max(KEEP.bytes, bytesOf(spared)))
      }),
    )
  })

  it('drops nothing more when it is asked again, and does not depend on the order it is told in', () => {
    fc.assert(
      fc.property(anyVersions, fc.nat(), (versions, turn) => {
        const left = kept(versions)
        expect(kept(left)).toEqual(left)
        const turned = [...versions.slice(turn % (versions.length + 1)), ...versions.slice(0, turn % (versions.length + 1))]
        expect(new Set(kept(turned))).toEqual(new Set(left))
      }),
    )
  })

  it('never drops one of the 50 newest of a map that is small', () => {
    fc.assert(
      fc.property(anyVersions, (versions) => {
        const small = versions.map((candidate) => ({ ...candidate, bytes: 10 }))
        const left = new Set(kept(small))
        for (const mapId of new Set(small.map((candidate) => candidate.mapId))) {
          const newest = small.filter((candidate) => candidate.mapId === mapId && !candidate.named).slice(-KEEP.newest)
          expect(newest.every((candidate) => left.has(candidate))).toBe(true)
        }
      }),
    )
  })
})
