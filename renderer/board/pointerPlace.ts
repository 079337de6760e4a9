import type { Point } from '../../shared/layout/geometry'
import type { UiStore } from '../state/uiStore'

// Not in the UI state: it changes with every movement, and nothing is drawn anew for it.
const places = new WeakMap<UiStore, Point>()

/** Note where the pointer is over the board, in CSS px of its area; null once it is elsewhere. */
export function notePointer(ui: UiStore, place: Point | null): void {
  if (place) places.set(ui, place)
  else places.delete(ui)
}

/** Where the pointer is over the board; null where it is not. */
export function pointerPlace(ui: UiStore): Point | null {
  return places.get(ui) ?? null
}
