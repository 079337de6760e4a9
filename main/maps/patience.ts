import type { Dispose } from '../../shared/base/disposable'

/** How often it is asked what is being waited for, in milliseconds. */
const ASK_MS = 500

/**
 * Calls back, once, when the disk was waited for too long. The time in which a large map is being put together does not count: it says nothing of
 * the disk.
 * @param limitMs milliseconds that the disk may take.
 */
export function whenTooLong(limitMs: number, preparing: () => boolean, tooLong: () => void): Dispose {
  let waitedMs = 0
  const timer = setInterval(() => {
    waitedMs = preparing() ? 0 : waitedMs + ASK_MS
    if (waitedMs < limitMs) return
    clearInterval(timer)
    tooLong()
  }, ASK_MS).unref()
  return () => clearInterval(timer)
}
