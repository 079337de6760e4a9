import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareByOrder, isOrderKey, ordersAt, repairOrder, slotsAt, slotsBehind, type Ordered } from '../../../shared/base/order'

/** A list as people make it: items put in anywhere, some of them twice with one key, as two people apart do. */
const lists = fc.array(fc.record({ at: fc.nat(), twice: fc.boolean() }), { maxLength: 30 }).map((steps) => {
  const list: Ordered[] = []
  for (const { at, twice } of steps) {
    const [order = ''] = ordersAt(list, at % (list.length + 1), 1)
    list.push({ id: `note_${list.length}`, order })
    if (twice) list.push({ id: `note_${list.length}`, order })
    list.sort(compareByOrder)
  }
  return list
})

function order(list: readonly Ordered[]): string[] {
  return [...list].sort(compareByOrder).map((item) => item.id)
}

describe('ordersAt', () => {
  it('gives growing keys after the item before the place, whatever the list', () => {
    fc.assert(
      fc.property(lists, fc.nat(), fc.integer({ min: 1, max: 5 }), (list, at, count) => {
        const index = at % (list.length + 1)
        const keys = ordersAt(list, index, count)
        expect(keys).toHaveLength(count)
        expect([...keys].sort()).toEqual(keys)
        expect(new Set(keys).size).toBe(count)
        for (const before of list.slice(0, index)) expect(before.order < (keys[0] ?? '')).toBe(true)
      }),
    )
  })

  it('steps past equal keys, between which nothing fits', () => {
    const twins = [
      { id: 'note_a', order: 'a1' },
      { id: 'note_b', order: 'a1' },
      { id: 'note_c', order: 'a2' },
    ]
    const [key = ''] = ordersAt(twins, 1, 1)
    expect(order([...twins, { id: 'note_new', order: key }])).toEqual(['note_a', 'note_b', 'note_new', 'note_c'])
  })

  it('takes a place outside the list as its nearest end', () => {
    expect(ordersAt([{ id: 'note_a', order: 'a1' }], 99, 1)).toEqual(['a2'])
    expect(ordersAt([{ id: 'note_a', order: 'a1' }], -5, 1)).toEqual(['a0'])
  })
})

describe('slotsAt', () => {
  it('puts new items exactly where they were wanted, also between equal keys', () => {
    fc.assert(
      fc.property(lists, fc.nat(), fc.integer({ min: 1, max: 5 }), (list, at, count) => {
        const index = at % (list.length + 1)
        const { orders, shifted } = slotsAt(list, index, count)
        const added = orders.map((key, i): Ordered => ({ id: `note_new${i}`, order: key }))
        const moved = new Map(shifted.map(({ item, order: key }) => [item.id, key]))
        const after = [...list.map((item) => ({ ...item, order: moved.get(item.id) ?? item.order })), ...added]
        const ids = list.map((item) => item.id)
        expect(order(after)).toEqual([...ids.slice(0, index), ...added.map((item) => item.id), ...ids.slice(index)])
      }),
    )
  })

  it('moves nobody where there is room', () => {
    expect(
      slotsAt(
        [
          { id: 'note_a', order: 'a1' },
          { id: 'note_b', order: 'a2' },
        ],
        1,
        1,
      ).shifted,
    ).toEqual([])
  })
})

describe('slotsBehind', () => {
  it('puts new items right behind those that were meant, many at once, also between equal keys', () => {
    fc.assert(
      fc.property(lists, fc.array(fc.nat(3), { minLength: 1, maxLength: 8 }), (list, numbers) => {
        const counts = new Map(list.map(({ id }, i) => [id, numbers[i % numbers.length] ?? 0]))
        const { orders, shifted } = slotsBehind(list, counts)
        const added = [...orders].flatMap(([id, keys]) => keys.map((key, i): Ordered => ({ id: `${id}_new${i}`, order: key })))
        const moved = new Map(shifted.map(({ item, order: key }) => [item.id, key]))
        const after = [...list.map((item) => ({ ...item, order: moved.get(item.id) ?? item.order })), ...added]
        expect(order(after)).toEqual(
          list.flatMap(({ id }) => [id, ...Array.from({ length: counts.get(id) ?? 0 }, (_, i) => `${id}_new${i}`)]),
        )
      }),
    )
  })
})

describe('keys of a stranger', () => {
  it('are either refused or can be built on', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[A-Za-z][0-9A-Za-z]{0,30}$/)), (key) => {
        if (!isOrderKey(key)) return
        expect((ordersAt([{ id: 'a', order: key }], 1, 1)[0] ?? '') > key).toBe(true)
      }),
    )
  })

  it('are repaired to keys that work, alike for everybody', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer(), fc.constant(undefined)), (key) => {
        expect(isOrderKey(repairOrder(key))).toBe(true)
        expect(repairOrder(key)).toBe(repairOrder(key))
      }),
    )
  })

  it('keep their order among themselves when repaired', () => {
    expect(repairOrder('1') < repairOrder('2')).toBe(true)
  })
})
