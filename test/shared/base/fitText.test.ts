import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cutAt, divideText, fitInserted } from '../../../shared/base/fitText'

const text = fc.string({ unit: 'grapheme', maxLength: 60 })
const limit = fc.integer({ min: 2, max: 40 })

it('a field keeps what it held and takes of what is put in as much as fits', () => {
  expect(fitInserted('Buy', 'Buy a house', 20)).toEqual({ text: 'Buy a house', over: '' })
  expect(fitInserted('Buy', 'Buy a house', 5)).toEqual({ text: 'Buy a', over: ' house' })
  // Put in before what was there already, which stays.
  expect(fitInserted('[end]', '0123456789[end]', 8)).toEqual({ text: '012[end]', over: '3456789' })
  expect(fitInserted('full', 'full!', 4)).toEqual({ text: 'full', over: '!' })
})

it('a text that is over the limit already may stay, and be made shorter', () => {
  expect(fitInserted('too long', 'too long!', 4)).toEqual({ text: 'too long', over: '!' })
  expect(fitInserted('too long', 'too lon', 4)).toEqual({ text: 'too lon', over: '' })
})

it('nothing is lost between what a field takes and what is over', () => {
  fc.assert(
    fc.property(text, text, text, limit, (head, came, tail, most) => {
      const before = head + tail
      const fitted = fitInserted(before, head + came + tail, most)
      expect(fitted.text.length).toBeLessThanOrEqual(Math.max(most, before.length))
      expect(fitted.text.length + fitted.over.length).toBe((head + came + tail).length)
      expect(fitted.over === '' || fitted.text.length >= Math.max(most, before.length) - 1).toBe(true)
    }),
  )
})

it('a divided text has all its letters in pieces that fit', () => {
  const letters = (parts: readonly string[]): string => parts.join('').replace(/\s/g, '')
  fc.assert(
    fc.property(text, limit, (whole, most) => {
      const parts = divideText(whole, most)
      expect(letters(parts)).toBe(letters([whole]))
      expect(parts.every((part) => part.length <= most && part !== '')).toBe(true)
    }),
  )
})

it('no pair of halves is cut in two', () => {
  expect(cutAt('a😀', 2)).toBe('a')
  expect(fitInserted('', 'a😀', 2)).toEqual({ text: 'a', over: '😀' })
  // These begin with the same half.
  expect(fitInserted('😀', '😁😀', 3)).toEqual({ text: '😀', over: '😁' })
  // And these end with it.
  expect(fitInserted('😀', 'a🨀', 2)).toEqual({ text: 'a', over: '🨀' })
})
