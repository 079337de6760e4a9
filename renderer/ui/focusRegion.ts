const FOCUSABLE = 'button, input, textarea, select, a[href], [tabindex]'

/**
 * What gets the keyboard when it comes to a region of the window; null where nothing in it can.
 *
 * A part that says it is the content (`data-region-start`) goes before the buttons of its frame, and with nothing in the
 * content the region's heading (`data-region-title`) does.
 */
export function entryOfRegion(region: Element): HTMLElement | null {
  const content = region.querySelector('[data-region-start]')
  const first = (content && firstIn(content)) ?? region.querySelector<HTMLElement>('[data-region-title]') ?? firstIn(region)
  if (first) return first
  return region instanceof HTMLElement && region.hasAttribute('tabindex') && isReachable(region) ? region : null
}

/** Give the keyboard to a region of the window by its name; nothing happens where it is not shown. */
export function focusRegion(name: string): void {
  const region = document.querySelector(`[data-region="${name}"]`)
  if (region) entryOfRegion(region)?.focus({ preventScroll: true })
}

/** Whether an element can have the focus as the page stands now. */
export function isReachable(element: HTMLElement): boolean {
  return !element.hasAttribute('disabled') && element.checkVisibility()
}

function firstIn(part: Element): HTMLElement | null {
  return [...part.querySelectorAll<HTMLElement>(FOCUSABLE)].find((element) => element.tabIndex >= 0 && isReachable(element)) ?? null
}
