import { entryOfRegion, isReachable } from '../ui/focusRegion'

/**
 * Move the keyboard between the regions of the window (F6), in the order of the page.
 *
 * A region is whatever carries `data-region`. Where one was left before, the same control gets the focus again.
 */
export function createRegions(root: Document): { move(by: 1 | -1): void } {
  const left = new WeakMap<Element, HTMLElement>()
  return {
    move(by) {
      const regions = [...root.querySelectorAll('[data-region]')].filter((region) => entryOf(region, left) !== null)
      if (regions.length === 0) return
      const active = root.activeElement
      const at = active ? regions.findIndex((region) => region.contains(active)) : -1
      const from = regions[at]
      if (from && active instanceof HTMLElement) left.set(from, active)
      const next = regions[at === -1 ? (by === 1 ? 0 : regions.length - 1) : (at + by + regions.length) % regions.length]
      if (next) entryOf(next, left)?.focus()
    },
  }
}

function entryOf(region: Element, left: WeakMap<Element, HTMLElement>): HTMLElement | null {
  const before = left.get(region)
  if (before && before.isConnected && isReachable(before)) return before
  return entryOfRegion(region)
}
