import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idOf, makeNewId } from '../../../shared/model/ids'
import { pointIdOf } from '../../../shared/model/point'

describe('ids', () => {
  it('that are made are ids of their kind and of no other', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const id = makeNewId(() => bytes)('note')
        expect(idOf('note').safeParse(id).success).toBe(true)
        expect(idOf('lane').safeParse(id).success).toBe(false)
      }),
    )
  })

  it.each(['note_', 'note_a b', 'note_é', 'note_<b>', `note_${'x'.repeat(60)}`, '__proto__', 'lane_a', 7])('%s is none', (id) => {
    expect(idOf('note').safeParse(id).success).toBe(false)
  })
})

describe('pointIdOf', () => {
  it('is the same for the same persona, curve and step, and another for others', () => {
    const ids = new Set<string>()
    for (let persona = 0; persona < 20; persona += 1)
      for (let step = 0; step < 200; step += 1)
        for (const curve of ['as-is', 'to-be'] as const) ids.add(pointIdOf(`persona_${persona}`, curve, `step_${step}`))
    expect(ids.size).toBe(20 * 200 * 2)
    expect(pointIdOf('persona_a', 'as-is', 'step_b')).toBe(pointIdOf('persona_a', 'as-is', 'step_b'))
  })

  it('is a valid id however long the others are', () => {
    const id = pointIdOf(`persona_${'x'.repeat(56)}`, 'to-be', `step_${'y'.repeat(59)}`)
    expect(idOf('point').safeParse(id).success).toBe(true)
  })
})
