import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fitCamera,
  initialCamera,
  limitCamera,
  MAX_ZOOM,
  MIN_ZOOM,
  NO_INSETS,
  panBy,
  pinchCamera,
  SHEET_INSETS,
  toBoard,
  toScreen,
  zoomAt,
  zoomStep,
} from '../../../renderer/board/camera'

const number = fc.double({ min: -5_000, max: 5_000, noNaN: true })
const point = fc.record({ x: number, y: number })
const camera = fc.record({ x: number, y: number, zoom: fc.double({ min: MIN_ZOOM, max: MAX_ZOOM, noNaN: true }) })
const view = { width: 1280, height: 752 }
const sheet = { width: 2200, height: 1170 }

describe('camera', () => {
  it('finds a place on screen again on the board', () => {
    fc.assert(
      fc.property(camera, point, (from, at) => {
        const back = toBoard(from, toScreen(from, at))
        expect(back.x).toBeCloseTo(at.x, 6)
        expect(back.y).toBeCloseTo(at.y, 6)
      }),
    )
  })

  it('keeps what is under the pointer there while zooming, and stays between 10 and 400 %', () => {
    fc.assert(
      fc.property(camera, point, fc.double({ min: 0.001, max: 100, noNaN: true }), (from, anchor, zoom) => {
        const to = zoomAt(from, anchor, zoom)
        expect(to.zoom).toBeGreaterThanOrEqual(MIN_ZOOM)
        expect(to.zoom).toBeLessThanOrEqual(MAX_ZOOM)
        const before = toBoard(from, anchor)
        const after = toBoard(to, anchor)
        expect(after.x).toBeCloseTo(before.x, 6)
        expect(after.y).toBeCloseTo(before.y, 6)
      }),
    )
  })

  it('pans by screen pixels, whatever the zoom', () => {
    expect(panBy({ x: 10, y: 20, zoom: 0.5 }, 30, -10)).toEqual({ x: 70, y: 0, zoom: 0.5 })
  })

  it('keeps the paper between two fingers', () => {
    const from = { x: 100, y: 50, zoom: 1 }
    const before = [
      { x: 200, y: 300 },
      { x: 400, y: 300 },
    ] as const
    const after = [
      { x: 220, y: 320 },
      { x: 620, y: 320 },
    ] as const
    const to = pinchCamera(from, before, after)
    expect(to.zoom).toBe(2)
    expect(toBoard(to, { x: 420, y: 320 })).toEqual(toBoard(from, { x: 300, y: 300 }))
  })

  it('steps through the zoom menu, and past its ends', () => {
    expect([zoomStep(0.8, 1), zoomStep(0.8, -1), zoomStep(0.81, 1), zoomStep(0.79, -1)]).toEqual([1, 0.67, 1, 0.67])
    expect([zoomStep(2, 1), zoomStep(MAX_ZOOM, 1), zoomStep(0.25, -1), zoomStep(MIN_ZOOM, -1)]).toEqual([2.5, MAX_ZOOM, 0.2, MIN_ZOOM])
  })

  it('never lets the sheet out of sight, and leaves a camera that shows it alone', () => {
    fc.assert(
      fc.property(camera, (from) => {
        const to = limitCamera(from, sheet, view, SHEET_INSETS)
        const left = toScreen(to, { x: 0, y: 0 })
        const right = toScreen(to, { x: sheet.width, y: sheet.height })
        expect(right.x).toBeGreaterThan(SHEET_INSETS.left)
        expect(right.y).toBeGreaterThan(SHEET_INSETS.top)
        expect(left.x).toBeLessThan(view.width - SHEET_INSETS.right)
        expect(left.y).toBeLessThan(view.height - SHEET_INSETS.bottom)
        expect(limitCamera(to, sheet, view, SHEET_INSETS)).toEqual(to)
      }),
    )
  })

  it('fits the whole sheet inside the insets', () => {
    const fit = fitCamera(sheet, view, SHEET_INSETS)
    const from = toScreen(fit, { x: 0, y: 0 })
    const to = toScreen(fit, { x: sheet.width, y: sheet.height })
    expect(from.x).toBeCloseTo(72, 6)
    expect(from.y).toBeCloseTo(12, 6)
    expect(to.x).toBeLessThanOrEqual(view.width - 12 + 1e-6)
    expect(to.y).toBeLessThanOrEqual(view.height - 88 + 1e-6)
  })

  it('centres a sheet that is much narrower than the view, and does not blow it up', () => {
    const fit = fitCamera({ width: 520, height: 400 }, view, NO_INSETS)
    expect(fit).toEqual({ x: -380, y: -0, zoom: 1 })
  })

  it('opens a map as a whole where that can be read, else at its beginning', () => {
    expect(initialCamera(sheet, { width: 1920, height: 1032 }, SHEET_INSETS)).toEqual(
      fitCamera(sheet, { width: 1920, height: 1032 }, SHEET_INSETS),
    )
    const smaller = { width: 1400, height: 812 }
    expect(initialCamera(sheet, smaller, SHEET_INSETS)).toEqual(fitCamera(sheet, smaller, SHEET_INSETS))
    const begun = initialCamera(sheet, view, SHEET_INSETS)
    expect(begun.zoom).toBe(0.76)
    expect(toScreen(begun, { x: 0, y: 0 }).x).toBeCloseTo(72, 6)
    expect(toScreen(begun, { x: 0, y: 0 }).y).toBeCloseTo(12, 6)
  })
})
