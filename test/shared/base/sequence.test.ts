import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptInOrder, mergedSequence } from '../../../shared/base/sequence'

const lists = fc.tuple(fc.uniqueArray(fc.nat(20)), fc.uniqueArray(fc.nat(20)))

describe('keptInOrder', () => {
  it('says that one item moved when one item moved, however far', () => {
    expect([...keptInOrder([1, 2, 3, 4, 5], [5, 1, 2, 3, 4])].sort(byNumber)).toEqual([1, 2, 3, 4])
    expect([...keptInOrder([1, 2, 3, 4, 5], [2, 3, 4, 1, 5])].sort(byNumber)).toEqual([2, 3, 4, 5])
  })

  it('keeps everything where items only came and went', () => {
    expect([...keptInOrder([1, 2, 3], [9, 1, 8, 3])].sort(byNumber)).toEqual([1, 3])
  })

  it('keeps what stands in the same order in both lists', () => {
    fc.assert(
      fc.property(lists, ([before, after]) => {
        const kept = keptInOrder(before, after)
        expect(before.filter((item) => kept.has(item))).toEqual(after.filter((item) => kept.has(item)))
      }),
    )
  })
})

describe('mergedSequence', () => {
  it('puts what is gone behind what stood before it', () => {
    expect(mergedSequence([1, 2, 3, 4], [4, 1, 9])).toEqual([4, 1, 2, 3, 9])
    expect(mergedSequence([1, 2], [2])).toEqual([1, 2])
  })

  it('has every item of both once, those of the second in its order', () => {
    fc.assert(
      fc.property(lists, ([before, after]) => {
        const merged = mergedSequence(before, after)
        expect([...merged].sort(byNumber)).toEqual([...new Set([...before, ...after])].sort(byNumber))
        expect(merged.filter((item) => after.includes(item))).toEqual(after)
      }),
    )
  })
})

function byNumber(a: number, b: number): number {
  return a - b
}
