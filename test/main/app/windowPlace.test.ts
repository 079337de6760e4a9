import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { cascade, fitPlace, openWindowPlaces, smallestSize, type WindowPlace } from '../../../main/app/windowPlace'

const laptop = { x: 0, y: 0, width: 1440, height: 900 }
const projector = { x: 1440, y: 0, width: 1920, height: 1080 }
const silent = (): void => undefined
const folder = (): string => mkdtempSync(path.join(tmpdir(), 'wayline-place-'))

describe('the place of a window', () => {
  it('is 1280 by 800 the first time, and where it was left after that', () => {
    const userData = folder()
    const places = openWindowPlaces(userData, () => [laptop], silent)
    expect(places.next([])).toEqual({ width: 1280, height: 800, maximized: false })

    places.remember({ x: 10, y: 20, width: 1100, height: 700, maximized: true })
    const again = openWindowPlaces(userData, () => [laptop], silent).next([])
    expect(again).toEqual({ x: 10, y: 20, width: 1100, height: 700, maximized: true })
  })

  it('comes back to a display that is there when the projector was unplugged', () => {
    const place = { x: 1600, y: 100, width: 1280, height: 800, maximized: false }
    expect(fitPlace(place, [laptop, projector])).toEqual(place)
    expect(fitPlace(place, [laptop])).toEqual({ width: 1280, height: 800, maximized: false })
  })

  it('is within the work area of its display, whole, however small that is', () => {
    // A laptop of 1366 by 768 with a task bar, one of 1280 by 720 at 150 %, a full HD screen at 200 %.
    for (const [width, height] of [
      [1366, 728],
      [853, 450],
      [960, 500],
    ] as const) {
      const area = { x: 0, y: 30, width, height }
      const first = openWindowPlaces(folder(), () => [area], silent).next([])
      expect(first).toEqual({ width: Math.min(1280, width), height: Math.min(800, height), maximized: false })
      const left = { x: 200, y: 100, width: 1920, height: 1000, maximized: false }
      expect(fitPlace(left, [area])).toEqual({ x: 0, y: 30, width, height, maximized: false })
      expect(smallestSize([projector, area])).toEqual({ width: Math.min(1024, width), height: Math.min(680, height) })
      // It was so small there, and is so again.
      const userData = folder()
      openWindowPlaces(userData, () => [area], silent).remember({ x: 0, y: 30, width, height, maximized: false })
      expect(openWindowPlaces(userData, () => [area], silent).next([])).toEqual({ x: 0, y: 30, width, height, maximized: false })
    }
    expect(smallestSize([laptop, projector])).toEqual({ width: 1024, height: 680 })
    // On a larger screen it is as large as the app needs.
    expect(fitPlace({ x: 10, y: 10, width: 853, height: 450, maximized: false }, [laptop])).toMatchObject({ width: 1024, height: 680 })
  })

  it('is moved by no more than it takes, and stays on the display that has most of it', () => {
    const place = { x: 1300, y: 300, width: 1100, height: 700, maximized: false }
    expect(fitPlace(place, [laptop, projector])).toEqual({ ...place, x: 1440 })
    expect(fitPlace({ ...place, x: -300 }, [laptop, projector])).toEqual({ ...place, x: 0, y: 200 })
  })

  it('is the first one again when what was kept is damaged or too small to work in', () => {
    for (const damaged of ['', '{', 'null', '{"width":1,"height":1,"maximized":false}', '{"width":1e9,"height":800,"maximized":false}']) {
      const userData = folder()
      writeFileSync(path.join(userData, 'window.json'), damaged)
      expect(openWindowPlaces(userData, () => [laptop], silent).next([])).toEqual({ width: 1280, height: 800, maximized: false })
    }
  })

  it('steps down and to the right of every window that is there already', () => {
    const place = { x: 10, y: 20, width: 1100, height: 700, maximized: false }
    const next = (open: { x: number; y: number }[], from: WindowPlace = place): WindowPlace => cascade(from, open, [laptop])

    expect(next([])).toEqual(place)
    expect(next([{ x: 11, y: 20 }])).toEqual(place)
    expect(next([{ x: 10, y: 20 }])).toEqual({ ...place, x: 42, y: 52 })
    const corners = [
      { x: 42, y: 52 },
      { x: 10, y: 20 },
    ]
    expect(next(corners)).toEqual({ ...place, x: 74, y: 84 })
    // The first time the system puts it in the middle, where the first window is already.
    expect(next([{ x: 80, y: 50 }], { width: 1280, height: 800, maximized: false })).toMatchObject({ x: 112, y: 82 })
  })

  it('covers another one when it is maximized, and goes on from the corner rather than leaving the display', () => {
    const maximized = { x: 10, y: 20, width: 1100, height: 700, maximized: true }
    expect(cascade(maximized, [{ x: 10, y: 20 }], [laptop])).toEqual(maximized)
    const low = { x: 330, y: 190, width: 1100, height: 700, maximized: false }
    expect(cascade(low, [{ x: 330, y: 190 }], [laptop])).toEqual({ ...low, x: 0, y: 0 })
  })

  it('costs nothing but a line in the log when it cannot be kept', () => {
    const said: string[] = []
    openWindowPlaces(
      '/nowhere/at/all',
      () => [laptop],
      (message) => said.push(message),
    ).remember({
      width: 1280,
      height: 800,
      maximized: false,
    })
    expect(said).toHaveLength(1)
  })
})
