/** About what a window takes to appear; where the system gives it no focus, nothing else says that it is there. */
const LONGEST_MS = 1000

/** Resolves when this window has lost the focus to another one that is about to appear, or has not for long enough. */
export function windowLeft(page: Window): Promise<void> {
  if (!page.document.hasFocus()) return Promise.resolve()
  return new Promise((resolve) => {
    const done = (): void => {
      page.removeEventListener('blur', done)
      page.clearTimeout(timer)
      resolve()
    }
    const timer = page.setTimeout(done, LONGEST_MS)
    page.addEventListener('blur', done)
  })
}
