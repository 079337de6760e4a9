import { describe, expect, it } from 'vitest'
import { moveCamera, type Motion } from '../../../renderer/board/cameraAnimation'
import { createFrameLoop } from '../../../renderer/board/frameLoop'
import { createUiStore } from '../../../renderer/state/uiStore'

/** A clock that a test moves on, and the frames that wait for it. */
function handClock(reduced = false) {
  let now = 0
  let waiting: (() => void)[] = []
  const motion: Motion = { now: () => now, nextFrame: (run) => waiting.push(run), reduced: () => reduced }
  return {
    motion,
    frame(milliseconds: number) {
      now += milliseconds
      for (const run of waiting.splice(0)) run()
    },
    waiting: () => waiting.length,
    drop() {
      waiting = []
    },
  }
}

const target = { x: 100, y: 40, zoom: 2 }

describe('moving the camera', () => {
  it('takes 320 ms and ends exactly where it should', () => {
    const ui = createUiStore()
    const clock = handClock()
    moveCamera(ui, target, clock.motion)
    clock.frame(0)
    clock.frame(100)
    const halfway = ui.getState().camera
    expect(halfway.zoom).toBeGreaterThan(1)
    expect(halfway.zoom).toBeLessThan(2)
    clock.frame(300)
    expect(ui.getState().camera).toEqual(target)
    expect(clock.waiting()).toBe(0)
  })

  it('jumps for those who asked for less movement', () => {
    const ui = createUiStore()
    const clock = handClock(true)
    moveCamera(ui, target, clock.motion)
    expect(ui.getState().camera).toEqual(target)
    expect(clock.waiting()).toBe(0)
  })

  it('gives way to a hand that moves the camera meanwhile', () => {
    const ui = createUiStore()
    const clock = handClock()
    moveCamera(ui, target, clock.motion)
    clock.frame(50)
    const byHand = { x: 5, y: 5, zoom: 1 }
    ui.setState({ camera: byHand })
    clock.frame(50)
    expect(ui.getState().camera).toEqual(byHand)
    expect(clock.waiting()).toBe(0)
  })
})

describe('the frame loop', () => {
  it('draws once however often it was asked, and not at all after it was stopped', () => {
    let drawn = 0
    const waiting = new Map<number, () => void>()
    const loop = createFrameLoop(() => (drawn += 1), {
      request(run) {
        waiting.set(waiting.size + 1, run)
        return waiting.size
      },
      cancel: (handle) => void waiting.delete(handle),
    })
    loop.request()
    loop.request()
    expect(waiting.size).toBe(1)
    waiting.get(1)?.()
    expect(drawn).toBe(1)

    waiting.clear()
    loop.request()
    loop.stop()
    loop.request()
    expect(waiting.size).toBe(0)
  })
})
