import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { curvePath, curveSegments, segmentY } from '../../../shared/layout/emotionCurve'
import { snapValue, valueToY, yToValue } from '../../../shared/layout/emotionScale'

const anyRun = fc
  .array(fc.record({ dx: fc.integer({ min: 1, max: 400 }), y: fc.integer({ min: 0, max: 272 }) }), { minLength: 2, maxLength: 20 })
  .map((steps) => {
    let x = 0
    return steps.map(({ dx, y }) => ({ x: (x += dx), y }))
  })

it('never overshoots: between two points the curve stays between them and goes one way', () => {
  fc.assert(
    fc.property(anyRun, (run) => {
      for (const segment of curveSegments(run)) {
        const { from, to } = segment
        const direction = Math.sign(to.y - from.y)
        let before = from.y
        for (let i = 1; i <= 40; i += 1) {
          const y = segmentY(segment, from.x + ((to.x - from.x) * i) / 40)
          expect((y - before) * direction).toBeGreaterThanOrEqual(-1e-6)
          if (direction === 0) expect(y).toBeCloseTo(from.y)
          before = y
        }
      }
    }),
  )
})

it('goes through every point', () => {
  const run = [
    { x: 0, y: 10 },
    { x: 100, y: 60.04 },
    { x: 150, y: 20 },
  ]
  expect(curvePath(run)).toMatch(/^M0 10C.* 100 60C.* 150 20$/)
  expect(curveSegments(run).map(({ to }) => to)).toEqual(run.slice(1))
})

it('has no path without points, and only a start with one', () => {
  expect(curvePath([])).toBe('')
  expect(curvePath([{ x: 3, y: 4 }])).toBe('M3 4')
})

it('turns values into heights and back', () => {
  const band = { y: 100, height: 272 }
  expect(valueToY(band, 0)).toBe(236)
  expect(valueToY(band, 1)).toBeCloseTo(236 - 21.2)
  fc.assert(
    fc.property(fc.double({ min: -5, max: 5, noNaN: true }), (value) => {
      expect(yToValue(band, valueToY(band, value))).toBeCloseTo(value)
    }),
  )
  expect(yToValue(band, -1000)).toBe(5)
})

it('snaps to halves, or to tenths for a fine hand', () => {
  expect(snapValue(1.26)).toBe(1.5)
  expect(snapValue(-0.1)).toBe(0)
  expect(Object.is(snapValue(-0.1), 0)).toBe(true)
  expect(snapValue(1.26, { fine: true })).toBe(1.3)
  expect(snapValue(9)).toBe(5)
})
