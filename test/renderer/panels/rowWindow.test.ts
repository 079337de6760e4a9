import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { piecesOf, rowsIn } from '../../../renderer/panels/rowWindow'

const heights = fc.array(fc.integer({ min: 20, max: 400 }), { maxLength: 60 })

describe('the rows of a long list that are on the page', () => {
  it('are those in view and few besides, wherever one has scrolled', () => {
    fc.assert(
      fc.property(heights, fc.integer({ min: -500, max: 9_000 }), fc.integer({ min: 0, max: 900 }), (all, top, height) => {
        const { from, to } = rowsIn({ top, bottom: top + height }, all.length, (index) => all[index] ?? 0)
        let start = 0
        all.forEach((rowHeight, index) => {
          const isSeen = start < top + height && start + rowHeight > top
          if (isSeen) expect(index >= from && index < to).toBe(true)
          start += rowHeight
        })
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThanOrEqual(all.length)
        expect(to - from).toBeLessThanOrEqual(Math.ceil(height / 20) + 14)
      }),
    )
  })

  it('stand where they would among all of them, and with them the one that has the keyboard and its neighbours', () => {
    fc.assert(
      fc.property(heights, fc.nat(70), fc.nat(70), fc.option(fc.nat(59)), (all, one, other, kept) => {
        const range = { from: Math.min(one, other), to: Math.min(Math.max(one, other), all.length) }
        const pieces = piecesOf(range, kept, all.length, (index) => all[index] ?? 0)
        let top = 0
        const drawn: number[] = []
        for (const piece of pieces) {
          if (piece.kind === 'gap') {
            top += piece.height
            continue
          }
          expect(top).toBe(all.slice(0, piece.index).reduce((sum, height) => sum + height, 0))
          top += all[piece.index] ?? 0
          drawn.push(piece.index)
        }
        expect(top).toBe(all.reduce((sum, height) => sum + height, 0))
        const wanted = all.map((_, i) => i).filter((i) => (i >= range.from && i < range.to) || (kept !== null && Math.abs(i - kept) <= 1))
        expect(drawn).toEqual(wanted)
      }),
    )
  })

  it('are few of 20,000', () => {
    const range = rowsIn({ top: 1_000_000, bottom: 1_000_900 }, 20_000, () => 100)
    expect(range).toEqual({ from: 9_994, to: 10_015 })
    expect(piecesOf(range, 3, 20_000, () => 100)).toHaveLength(21 + 3 + 3)
  })
})
