import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HEADING } from '../../../shared/layout/metrics'
import { SHEET_INSETS } from '../../../renderer/board/camera'
import { edgeSpeed, scrollEdges } from '../../../renderer/board/edgePan'
import { laneHeaderToScreen, pinnedFrame, stageHeaderToScreen, unpinned } from '../../../renderer/board/pinned'
import { INITIAL_UI } from '../../../renderer/state/uiStore'

const sheet = { width: 2200, height: 1170, laneHeader: 184, stageHeader: 84 }
const view = { width: 1280, height: 752 }
const frameOf = (camera: { x: number; y: number; zoom: number }) => pinnedFrame(camera, sheet, view, SHEET_INSETS)

describe('pinned headers', () => {
  it('lie on the sheet while nothing is scrolled away', () => {
    const frame = frameOf({ x: -100, y: -50, zoom: 1 })
    expect({ x: frame.x, y: frame.y, width: frame.width, height: frame.height }).toEqual({ x: 100, y: 50, width: 184, height: 84 })
  })

  it('stay at the insets while the board scrolls, and leave with its end', () => {
    const scrolled = frameOf({ x: 500, y: 300, zoom: 1 })
    expect([scrolled.x, scrolled.y]).toEqual([72, 12])
    const gone = frameOf({ x: 2000, y: 1100, zoom: 1 })
    expect([gone.x, gone.y]).toEqual([200 - 184, 70 - 84])
  })

  it('take a place on a header back to where the header is on an unscrolled sheet', () => {
    const camera = { x: 500, y: 300, zoom: 0.5 }
    const frame = frameOf(camera)
    expect(unpinned(camera, frame, { x: 72 + 10, y: 12 + 20 })).toEqual({ x: 20, y: 40 })
    expect(unpinned(camera, frame, { x: 600, y: 12 + 20 })).toEqual({ x: 1700, y: 40 })
    expect(unpinned(camera, frame, { x: 72 + 10, y: 400 })).toEqual({ x: 20, y: 1100 })
    expect(unpinned(camera, frame, { x: 600, y: 400 })).toEqual({ x: 1700, y: 1100 })
  })

  it('leave half of the window to the cells, however close one looks', () => {
    const camera = { x: 500, y: 300, zoom: 4 }
    const { x, width, y, height, cells } = frameOf(camera)
    expect([width, height]).toEqual([736, 336])
    expect([x + width, y + height]).toEqual([72 + 640, 12 + 336])
    // A header of nine personas is higher than that, and its names of the stages are still to be seen.
    const high = pinnedFrame(camera, { ...sheet, stageHeader: 224 }, view, SHEET_INSETS)
    expect(high.y + HEADING.stage.top * 4).toBeGreaterThanOrEqual(SHEET_INSETS.top)
    expect(cells.x).toBe(712)
    expect(unpinned(camera, frameOf(camera), { x: 700, y: 600 })?.x).toBeCloseTo((700 - x) / 4)
  })

  it('hide what is scrolled away beside them', () => {
    const camera = { x: 500, y: 300, zoom: 1 }
    expect(unpinned(camera, frameOf(camera), { x: 40, y: 300 })).toBeNull()
    expect(unpinned(camera, frameOf(camera), { x: 600, y: 5 })).toBeNull()
  })

  it('map a header to the screen and back to the same place', () => {
    const number = fc.double({ min: -300, max: 900, noNaN: true })
    fc.assert(
      fc.property(fc.record({ x: number, y: number, zoom: fc.constantFrom(0.5, 0.8, 1, 2) }), (camera) => {
        const frame = frameOf(camera)
        const stage = stageHeaderToScreen(camera, frame, { x: 1000, y: 20, width: 0, height: 0 })
        const lane = laneHeaderToScreen(camera, frame, { x: 50, y: 700, width: 0, height: 0 })
        const backStage = unpinned(camera, frame, stage)
        const backLane = unpinned(camera, frame, lane)
        // Under the corner the stage header is not seen, nor the lane titles.
        if (backStage && stage.x >= frame.cells.x) expect(backStage.y).toBeCloseTo(20, 6)
        if (backLane && lane.y >= frame.cells.y) expect(backLane.x).toBeCloseTo(50, 6)
      }),
    )
  })
})

describe('scrolling at the edges', () => {
  const edgesAt = (x: number, y: number) => {
    const camera = { x, y, zoom: 1 }
    return scrollEdges({ ui: { ...INITIAL_UI, camera, view }, layout: { ...sheet } as never, pinned: frameOf(camera) })
  }

  it('begins near the edge of the cells and is fastest on it', () => {
    const edges = edgesAt(500, 300)
    expect(edgeSpeed({ x: 700, y: 400 }, edges)).toEqual({ dx: 0, dy: 0 })
    expect(edgeSpeed({ x: 1280, y: 400 }, edges)).toEqual({ dx: 18, dy: 0 })
    expect(edgeSpeed({ x: 700, y: 0 }, edges)).toEqual({ dx: 0, dy: -18 })
    expect(edgeSpeed({ x: 1260, y: 400 }, edges).dx).toBe(4.5)
  })

  it('does not scroll where the sheet ends', () => {
    const edges = edgesAt(-72, -12)
    expect(edgeSpeed({ x: 80, y: 20 }, edges)).toEqual({ dx: 0, dy: 0 })
  })
})
