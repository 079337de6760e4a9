import type { OpenMap, SaveStatus, Settings } from './contract'
import type { MapMerged, MapSurroundings } from './surroundings'

/** What the main process tells a window without being asked. */
export interface Events {
  /** This window shows that map from now on. */
  readonly 'map.opened': OpenMap
  /** This window shows the start screen from now on. */
  readonly 'map.closed': { readonly handle: string }
  /** Another peer of this map made this update (Yjs V2). */
  readonly 'map.update': { readonly handle: string; readonly update: Uint8Array }
  readonly 'map.status': {
    readonly handle: string
    readonly status: SaveStatus
    readonly name: string | null
    readonly place: string | null
  }
  /** Others opened or closed the file, or copies of it came and went. */
  readonly 'map.surroundings': { readonly handle: string; readonly surroundings: MapSurroundings }
  /** Edits from outside the app are about to come as `map.update`: what the board was without them can be kept now. */
  readonly 'map.merging': { readonly handle: string }
  /** They have come. */
  readonly 'map.merged': MapMerged
  /** A version of this map was kept, named or taken away; ask for the list anew. */
  readonly 'versions.changed': { readonly handle: string }
  readonly 'settings.changed': Settings
  readonly 'recents.changed': null
  /** A command of the application menu, by the id of renderer/app/commands. */
  readonly 'menu.command': { readonly id: string }
  /** Opening failed after the window was there (second instance, drop on the icon). */
  readonly 'open.failed': { readonly code: string; readonly name: string; readonly detail: string }
  readonly 'window.state': { readonly maximized: boolean; readonly fullscreen: boolean }
  /** The window is about to close: commit what is being typed, then answer with `map.update` as usual. */
  readonly 'window.closing': null
}
export type EventName = keyof Events
export const EVENT_NAMES = [
  'map.opened',
  'map.closed',
  'map.update',
  'map.status',
  'map.surroundings',
  'map.merging',
  'map.merged',
  'versions.changed',
  'settings.changed',
  'recents.changed',
  'menu.command',
  'open.failed',
  'window.state',
  'window.closing',
] as const satisfies readonly EventName[]
