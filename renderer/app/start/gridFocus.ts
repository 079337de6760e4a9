import type { KeyboardEvent } from 'react'

const MOVES: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** Arrow keys go from card to card, whatever number of columns the window has room for. */
export function moveFocusInGrid(event: KeyboardEvent<HTMLElement>): void {
  const move = MOVES[event.key]
  const from = document.activeElement
  if (!move || !(from instanceof HTMLElement) || !('gridItem' in from.dataset)) return
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-grid-item]')]
  const next = move.y === 0 ? items[items.indexOf(from) + move.x] : nearest(items, from, move.y)
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** The item of the next row (1 down, -1 up) that is nearest in x. */
function nearest(items: readonly HTMLElement[], from: HTMLElement, direction: number): HTMLElement | undefined {
  const start = from.getBoundingClientRect()
  const distance = (item: HTMLElement): number => {
    const rect = item.getBoundingClientRect()
    const down = (rect.top - start.top) * direction
    return down > 4 ? down * 1_000 + Math.abs(rect.left - start.left) : Infinity
  }
  const [best] = items.map((item) => ({ item, far: distance(item) })).sort((a, b) => a.far - b.far)
  return best && best.far < Infinity ? best.item : undefined
}
