/** Resolves when the window has nothing better to do. */
export function windowRest(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve())
  })
}
