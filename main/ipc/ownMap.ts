import type { AppWindow } from '../app/appWindow'
import type { MapHost } from '../maps/mapHost'

/** The map of a window that calls it by this handle. It is only ever its own: a handle of another window is as good as none. */
export function ownMap(window: AppWindow, handle: string): MapHost | null {
  return window.host?.handle === handle ? window.host : null
}
