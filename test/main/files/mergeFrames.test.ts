import { describe, expect, it } from 'vitest'
import { newFrame, type EnvelopeFrame } from '../../../main/files/envelope'
import { frameHoldsAllOf, mergeFrames } from '../../../main/files/mergeFrames'

function frame(change: Partial<EnvelopeFrame> & Readonly<Record<string, unknown>>): EnvelopeFrame {
  return { ...newFrame('map_1'), ...change }
}

describe('what two files of a map have beside it', () => {
  it('is kept of both: versions by their ids, assets, and what a newer app wrote', () => {
    const ours = frame({ revision: 7, versions: [{ id: 'a' }, { id: 'b' }, 'odd'], assets: { one: 1 }, later: 'ours', ours: 1 })
    const theirs = frame({ revision: 5, versions: [{ id: 'b', name: 'kept' }, { id: 'c' }, 'odd'], assets: { two: 2 }, later: 'theirs' })
    expect(mergeFrames(ours, theirs)).toMatchObject({
      revision: 7,
      versions: [{ id: 'b', name: 'kept' }, { id: 'c' }, 'odd', { id: 'a' }],
      assets: { one: 1, two: 2 },
      later: 'theirs',
      ours: 1,
    })
  })

  it('need not be written where the other one has it all', () => {
    const less = frame({ versions: [{ id: 'a' }] })
    const more = frame({ versions: [{ id: 'b' }, { id: 'a' }], assets: { one: 1 } })
    expect(frameHoldsAllOf(more, less)).toBe(true)
    expect(frameHoldsAllOf(less, more)).toBe(false)
    expect(frameHoldsAllOf(mergeFrames(less, more), more)).toBe(true)
  })
})
