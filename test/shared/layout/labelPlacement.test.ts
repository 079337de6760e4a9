import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AlongX } from '../../../shared/layout/alongX'
import { curveSegments, segmentY, type Segment } from '../../../shared/layout/emotionCurve'
import { intersects, type Point, type Rect } from '../../../shared/layout/geometry'
import { candidates, type LabelWish } from '../../../shared/layout/labelCandidates'
import { placeLabels, type Surroundings } from '../../../shared/layout/labelPlacement'

/** The rule in its plainest form: every label is held against everything there is. */
function placedPlainly(wishes: readonly LabelWish[], around: Surroundings): readonly Rect[] {
  const taken: Rect[] = []
  for (const wish of wishes) {
    let best: Rect | null = null
    let least = Number.POSITIVE_INFINITY
    for (const [i, { rect }] of [...candidates(wish, around.bounds)].entries()) {
      const cost = 3 * i + plainCost(rect, taken, around)
      if (cost < least) [least, best] = [cost, rect]
      if (least <= 3 * i) break
    }
    if (best) taken.push(best)
  }
  return taken
}

function plainCost(rect: Rect, taken: readonly Rect[], { markers, curves }: Surroundings): number {
  const roomy = { x: rect.x - 8, y: rect.y - 8, width: rect.width + 16, height: rect.height + 16 }
  const covered = taken.filter((other) => intersects(roomy, other)).length * 1000
  const marked = markers.filter((marker) => intersects(rect, marker)).length * 300
  return covered + marked + curves.flat().reduce((sum, segment) => sum + 2 * plainInside(segment, rect), 0)
}

function plainInside(segment: Segment, rect: Rect): number {
  if (segment.to.x < rect.x || segment.from.x >= rect.x + rect.width) return 0
  let inside = 0
  for (let x = Math.max(segment.from.x, rect.x); x <= Math.min(segment.to.x, rect.x + rect.width); x += 6) {
    const y = segmentY(segment, x)
    if (y >= rect.y + 2 && y <= rect.y + rect.height - 2) inside += 6
  }
  return inside
}

const STEP = 168
const marker = { x: 10, up: 10, down: 10 }

function worldOf(curves: readonly (readonly Point[])[], text: (i: number) => string): [readonly LabelWish[], Surroundings] {
  const points = curves.flat()
  const wishes = points.map((at, i): LabelWish => ({ at, text: text(i), side: i % 2 === 0 ? 'above' : 'below', reach: marker }))
  const bounds = { x: 100, y: 0, width: STEP * Math.max(1, ...curves.map((curve) => curve.length)), height: 260 }
  const markers = points.map(({ x, y }) => ({ x: x - 10, y: y - 10, width: 20, height: 20 }))
  return [wishes, { bounds, markers, curves: curves.map(curveSegments) }]
}

const heights = fc.array(fc.integer({ min: 20, max: 240 }), { minLength: 1, maxLength: 9 })
const curve = heights.map((ys) => ys.map((y, i) => ({ x: 100 + STEP * (i + 0.5), y })))

describe('labels of points', () => {
  it('stand where holding each against everything on the board would put them', () => {
    fc.assert(
      fc.property(fc.array(curve, { maxLength: 5 }), fc.array(fc.lorem({ maxCount: 9 }), { minLength: 1 }), (curves, texts) => {
        const [wishes, around] = worldOf(curves, (i) => texts[i % texts.length] ?? '')
        expect(placeLabels(wishes, around).map(({ rect }) => rect)).toEqual(placedPlainly(wishes, around))
      }),
    )
  })

  it('are placed, inside their lane, also where there are many more than can be read', () => {
    const many = Array.from({ length: 30 }, (_, p) => Array.from({ length: 20 }, (_, i) => ({ x: 100 + STEP * (i + 0.5), y: 20 + p * 7 })))
    const [wishes, around] = worldOf(many, (i) => `waiting for the bank ${i}`)
    const labels = placeLabels(wishes, around)
    expect(labels.map(({ lines }) => lines.join(' '))).toEqual(wishes.map(({ text }) => text))
    expect(labels.every(({ rect }) => rect.y >= 0 && rect.y + rect.height <= 260)).toBe(true)
  })
})

describe('what lies along x', () => {
  it('is found wherever it touches, once, and little else is asked about', () => {
    const items = Array.from({ length: 1_000 }, (_, i) => ({ from: i * 100, to: i * 100 + (i === 7 ? 5_000 : 150) }))
    const along = new AlongX<(typeof items)[number]>()
    for (const item of items) along.add(item, item.from, item.to)

    const asked: typeof items = []
    along.some(2_000, 2_600, (item) => asked.push(item) === 0)

    const touching = items.filter(({ from, to }) => from <= 2_600 && to >= 2_000)
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked).toEqual(expect.arrayContaining(touching))
    expect(asked.length).toBeLessThan(touching.length + 8)
  })
})
