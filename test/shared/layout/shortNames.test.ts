import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitName, sharedStarts } from '../../../shared/layout/shortNames'
import { measureText } from '../../../shared/layout/textFit'
import { anyText } from '../../support/anyBoard'

const style = { size: 16, weight: 600 } as const

function fitted(names: readonly string[], width: number): readonly string[] {
  const shared = sharedStarts(names)
  return names.map((name, i) => fitName(name, shared[i] ?? 0, { ...style, width }))
}

describe('names that have little room', () => {
  it('keep what tells them from each other, where their beginnings are the same', () => {
    expect(fitted(['Stage 1', 'Stage 2', 'Stage 12'], 50)).toEqual(['Sta…1', 'St…2', 'St…12'])
    expect(fitted(['Этап выбора', 'Этап оплаты', 'Уход'], 62)).toEqual(['…выб…', '…опл…', 'Уход'])
  })

  it('are cut at the end where that is enough', () => {
    expect(fitted(['Awareness', 'Agreement'], 60)).toEqual(['Awar…', 'Agre…'])
    expect(fitted(['Purchase', 'Purchase'], 60)).toEqual(['Purc…', 'Purc…'])
  })

  it('are never wider than asked', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 6 }), fc.integer({ min: 20, max: 200 }), (names, width) => {
        for (const name of fitted(names, width)) expect(measureText(name, style)).toBeLessThanOrEqual(width)
      }),
    )
  })

  it('share with the name most like them what every pair of them shares at most', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[ab]{0,4}$/), { minLength: 2, maxLength: 6 }), (names) => {
        const start = (a: string, b: string): number => [...a].findIndex((letter, i) => letter !== b[i])
        const most = names.map((name, i) =>
          Math.max(...names.flatMap((other, j) => (i === j ? [] : [start(name, other) < 0 ? name.length : start(name, other)]))),
        )
        expect(sharedStarts(names)).toEqual(most)
      }),
    )
  })
})
