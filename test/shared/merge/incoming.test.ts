import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareByOrder } from '../../../shared/base/order'
import { incomingOrders } from '../../../shared/merge/incoming'
import type { RecordId } from '../../../shared/model/board'
import type { Board } from '../../../shared/model/board'
import type { Note } from '../../../shared/model/note'
import { TestBoard } from '../../support/testBoard'

function inboxOf(notes: readonly (readonly [number, string])[]): Board {
  const inbox = notes.map(([number, order]): Note => {
    return { id: `note_${number}`, order, text: '', mark: 'none', proof: 'hypothesis', personaIds: [] }
  })
  return { ...TestBoard.empty().board, inbox: inbox.sort(compareByOrder) }
}

function placed(ours: Board, theirs: Board, coming: readonly number[]): readonly { readonly id: string; readonly order: string }[] {
  const ids = new Set(coming.map((number): RecordId => `note_${number}`))
  const orders = incomingOrders(ours, theirs, new Map([['inbox', ids]]))
  return [...ours.inbox, ...[...orders].map(([id, order]) => ({ id, order }))].sort(compareByOrder)
}

it('what comes in stands behind what it follows in its own map, in its order, and with a key of its own', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a0', 'a1', 'a1', 'a2', 'a2V', 'a3'), { maxLength: 12 }),
      fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }),
      (keys, own) => {
        const ours = inboxOf(keys.map((key, i) => [i, key]))
        // Theirs has ours in the same order, and between them what is new.
        const known = ours.inbox.map(({ id }) => Number(id.slice(5)))
        const sequence = own.map((isNew, i) => (isNew ? 100 + i : (known.shift() ?? 100 + i)))
        const theirs = inboxOf(sequence.map((number, i) => [number, `b${String(i + 10)}V`]))
        const coming = sequence.filter((number) => number >= 100)

        const after = placed(ours, theirs, coming)

        const ids = after.map(({ id }) => Number(id.slice(5)))
        expect(ids.filter((id) => id >= 100)).toEqual(coming)
        const keysOfNew = after.filter(({ id }) => Number(id.slice(5)) >= 100).map(({ order }) => order)
        expect(new Set([...keysOfNew, ...keys]).size).toBe(keysOfNew.length + new Set(keys).size)
        for (const [i, number] of sequence.entries()) {
          const before = sequence.slice(0, i).findLast((other) => other < 100)
          if (number >= 100 && before !== undefined) expect(ids.indexOf(number)).toBeGreaterThan(ids.indexOf(before))
        }
      },
    ),
  )
})

it('many at one place get keys that are no longer than those of a few', () => {
  const ours = inboxOf([
    [0, 'a0'],
    [1, 'a1'],
  ])
  const coming = Array.from({ length: 5_000 }, (_, i) => 100 + i)
  const sequence = [0, ...coming, 1]
  const theirs = inboxOf(sequence.map((number, i) => [number, `c${String(i).padStart(4, '0')}V`]))
  const after = placed(ours, theirs, coming)
  expect(after.map(({ id }) => Number(id.slice(5)))).toEqual(sequence)
  expect(Math.max(...after.map(({ order }) => order.length))).toBeLessThan(9)
})
