/** Runs `draw` at most once a frame, and only after somebody asked for it. */
export interface FrameLoop {
  request(): void
  stop(): void
}

/**
 * @param clock asks for the next frame; `requestAnimationFrame` and its counterpart, or a test's own.
 *
 * An event of this frame is drawn in this frame: Konva's own batchDraw would put it off to the next one.
 */
export function createFrameLoop(
  draw: () => void,
  clock: { readonly request: (run: () => void) => number; readonly cancel: (handle: number) => void },
): FrameLoop {
  let waiting: number | null = null
  let stopped = false
  return {
    request() {
      if (waiting !== null || stopped) return
      waiting = clock.request(() => {
        waiting = null
        draw()
      })
    },
    stop() {
      stopped = true
      if (waiting !== null) clock.cancel(waiting)
      waiting = null
    },
  }
}
