import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinVersions, namedVersions, readNamed, withNamed, withoutNamed, type NamedVersion } from '../../../main/files/namedVersions'
import { isRemovedVersion } from '../../../main/files/removedVersions'
import { mapLine, packMap } from '../../../main/files/versionFile'
import { LIMITS } from '../../../shared/model/limits'
import { TestBoard } from '../../support/testBoard'
import { valueOf } from '../maps/testMaps'

const COUNTS = { personas: 2, stages: 2, steps: 3, lanes: 3, notes: 0, emotionPoints: 0 }
const LATER = '2026-01-16T12:00:00.000Z'
const map = mapLine(TestBoard.starter().board)
const packed = await packMap(map)

function named(id: string, more: Partial<NamedVersion> = {}): NamedVersion {
  const at = '2026-01-15T12:00:00.000Z'
  return { id, name: `Version ${id}`, at, namedAt: at, counts: COUNTS, map: packed, ...more }
}

/** What may stand in a file: versions of ours, of a later app, and what a merge by hand left. */
const anyEntry: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), hour: fc.nat(9) }).map(({ id, hour }) => {
    const namedAt = `2026-01-15T1${hour}:00:00.000Z`
    return named(id, { namedAt, name: `${id} at ${hour}` })
  }),
  fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), hour: fc.nat(9) }).map(({ id, hour }) => ({
    id,
    removedAt: `2026-01-15T1${hour}:00:00.000Z`,
  })),
  fc.constantFrom<unknown[]>(null, 7, 'text', {}, { id: 'e', from: 'a later version of the app' }, [1, 2]),
)
const anyEntries = fc.array(anyEntry, { maxLength: 8 })

describe('the named versions in a map file', () => {
  it('are read as they were put there', async () => {
    const stored = valueOf(withNamed([], named('a')))
    expect(namedVersions(JSON.parse(JSON.stringify(stored)) as unknown[])).toEqual([named('a')])
    expect(Buffer.from(valueOf(await readNamed(stored, 'a'))).equals(map)).toBe(true)
    expect(await readNamed(stored, 'b')).toMatchObject({ ok: false, code: 'not-found' })
  })

  it('leave what makes no sense off the list and in the file', () => {
    const strange = [null, { id: 'x' }, { ...named('y'), name: '' }, { ...named('z'), later: 'kept' }]
    const stored = valueOf(withNamed(strange, named('a')))
    expect(namedVersions(stored).map(({ id }) => id)).toEqual(['z', 'a'])
    expect(withoutNamed(stored, 'a', LATER)).toEqual([...strange, { id: 'a', removedAt: LATER }])
    expect(namedVersions(stored)[0]).toHaveProperty('later', 'kept')
  })

  it('are never unpacked into more than a map may be, nor out of what is no map', async () => {
    const bomb = gzipSync(Buffer.alloc(LIMITS.fileBytes + 1)).toString('base64')
    expect(await readNamed([named('a', { map: bomb })], 'a')).toMatchObject({ ok: false, code: 'damaged' })
    expect(await readNamed([named('a', { map: 'AAAA' })], 'a')).toMatchObject({ ok: false, code: 'damaged' })
  })

  it('are no more than the file may hold, in number and in bytes', () => {
    const full = Array.from({ length: LIMITS.namedVersions }, (_, i) => named(`v${i}`))
    expect(withNamed(full, named('one'))).toMatchObject({ ok: false, code: 'too-many' })
    expect(withNamed(full, named('v3', { name: 'Another' })).ok).toBe(true)
    const large = named('large', { map: 'A'.repeat(LIMITS.namedVersionBytes) })
    expect(withNamed([], large)).toMatchObject({ ok: false, code: 'too-many' })
    expect(namedVersions([...full, named('one')])).toHaveLength(LIMITS.namedVersions)
    expect(joinVersions(full, [named('one'), named('v3')])).toHaveLength(LIMITS.namedVersions)
  })

  it('are measured once, not once for each that a copy brings', () => {
    let measured = 0
    const counted = (version: NamedVersion): unknown => ({
      ...version,
      toJSON: () => {
        measured += 1
        return version
      },
    })
    const ours = Array.from({ length: LIMITS.namedVersions - 1 }, (_, i) => counted(named(`v${i}`)))
    const theirs = Array.from({ length: 1_000 }, (_, i) => counted(named(`w${i}`)))
    expect(joinVersions(ours, theirs)).toHaveLength(LIMITS.namedVersions)
    expect(measured).toBe(LIMITS.namedVersions)
  })

  it('that somebody removed leave a trace, which the list does not show and another copy does not undo', () => {
    const copy = valueOf(withNamed(valueOf(withNamed([], named('a'))), named('b')))
    const removed = withoutNamed(copy, 'a', LATER)
    expect(removed).toEqual([{ id: 'a', removedAt: LATER }, named('b')])
    expect(namedVersions(removed)).toEqual([named('b')])
    expect(joinVersions(removed, copy)).toBe(removed)
    expect(joinVersions(copy, removed)).toEqual(removed)
    // A clock that is behind removes it all the same; a name that it gets afterwards brings it back.
    const behind = withoutNamed(copy, 'a', '2020-01-01T00:00:00.000Z')
    expect(joinVersions(copy, behind)).toEqual(behind)
    const renamed = named('a', { name: 'Kept after all', namedAt: '2026-01-17T12:00:00.000Z' })
    expect(joinVersions(removed, [renamed])).toEqual([renamed, named('b')])
  })

  it('leave no more than a few traces, and lose no room by them', () => {
    const full = Array.from({ length: LIMITS.namedVersions }, (_, i) => named(`v${i}`))
    const traces = Array.from({ length: LIMITS.removedVersions }, (_, i) => ({
      id: `r${i}`,
      removedAt: `2026-01-15T12:00:00.${String(i).padStart(3, '0')}Z`,
    }))
    const both = joinVersions(full, traces)
    expect(both).toHaveLength(full.length + traces.length)
    expect(joinVersions(traces, full)).toHaveLength(both.length)
    const one = withoutNamed(both, 'v1', LATER)
    expect(one).toHaveLength(both.length - 1)
    expect(one).not.toContainEqual(traces[0])
    expect(one).toContainEqual({ id: 'v1', removedAt: LATER })
    // The one that had to go is older than all others, and does not come back with them.
    expect(joinVersions(one, [traces[0]])).toBe(one)
  })

  it('of two copies are all there after a merge but for the removed ones, each once, with the later of two names', () => {
    fc.assert(
      fc.property(anyEntries, anyEntries, (one, other) => {
        const [ours, theirs] = [joinVersions([], one), joinVersions([], other)]
        const joined = joinVersions(ours, theirs)
        const both = [...ours, ...theirs]
        const removed = (id: string): string =>
          both
            .flatMap((entry) => (isRemovedVersion(entry) && entry.id === id ? entry.removedAt : []))
            .sort()
            .at(-1) ?? ''
        const times = new Map<string, string>()
        for (const { id, namedAt } of [...namedVersions(ours), ...namedVersions(theirs)]) {
          if (namedAt > (times.get(id) ?? '') && namedAt > removed(id)) times.set(id, namedAt)
        }
        expect(new Map(namedVersions(joined).map(({ id, namedAt }) => [id, namedAt]))).toEqual(times)
        expect(joined.filter((entry) => entry === null).length).toBe(both.some((entry) => entry === null) ? 1 : 0)
        expect(joinVersions(joined, theirs)).toBe(joined)
        expect(joinVersions(joined, ours)).toBe(joined)
        const others = joinVersions(theirs, ours)
        expect(new Set(namedVersions(others).map(({ id }) => id))).toEqual(new Set(times.keys()))
      }),
    )
  })
})
