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

/**
 * Give the keyboard to the board without choosing anything there: where nothing on it has the focus, the board as a whole gets it.
 */
export function focusWholeBoard(): void {
  const board = document.querySelector<HTMLElement>('[data-region="board"]')
  if (board) boardPlace(board).focus({ preventScroll: true })
}

/**
 * What a menu gives the keyboard to when it closes: whoever opened it with the keyboard goes on there, the mouse leaves it to the board.
 *
 * A field or a panel that was opened from the menu keeps it.
 */
export function afterMenu(how: string): HTMLElement | boolean {
  const active = document.activeElement
  if (active && active !== document.body && !active.closest('[role="menu"]')) return false
  const board = how === 'keyboard' ? null : document.querySelector<HTMLElement>('[data-region="board"]')
  return (board && boardPlace(board)) ?? true
}

/** The thing on the board that has the focus, else the board itself: to go to its first thing would select it. */
function boardPlace(board: HTMLElement): HTMLElement {
  return board.matches('[data-at]') ? (board.querySelector<HTMLElement>('[tabindex="0"]') ?? board) : board
}

/** Whether an element can have the focus as the page stands now. */
export function isReachable(element: HTMLElement): boolean {
  return !element.hasAttribute('disabled') && element.checkVisibility()
}

function firstIn(part: Element): HTMLElement | null {
  return [...part.querySelectorAll<HTMLElement>(FOCUSABLE)].find((element) => element.tabIndex >= 0 && isReachable(element)) ?? null
}
