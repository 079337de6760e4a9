import type { Channel } from './contract'

/** Prefixes on the wire; the preload needs the names only, so that zod stays out of it. */
export const CALL = 'wayline:call:'
export const EVENT = 'wayline:event:'

/** Every call there is. A channel that is missing here, or too much, does not compile. */
export const CHANNELS = Object.keys({
  'app.hello': true,
  'settings.change': true,
  'recents.list': true,
  'recents.forget': true,
  'recents.export': true,
  'map.new': true,
  'map.open': true,
  'map.fromState': true,
  'map.update': true,
  'map.save': true,
  'map.saveAs': true,
  'map.putBack': true,
  'map.older': true,
  'map.copies': true,
  'map.thumbnail': true,
  'map.showInFolder': true,
  'map.export': true,
  'export.show': true,
  'import.read': true,
  'maps.readGroups': true,
  'window.control': true,
  'map.close': true,
  'map.forget': true,
  'versions.list': true,
  'versions.read': true,
  'versions.name': true,
  'versions.rename': true,
  'versions.remove': true,
  'versions.mark': true,
  'versions.saveCopy': true,
  'versions.compareWith': true,
  'menu.state': true,
  'app.openLink': true,
  'app.report': true,
} satisfies Record<Channel, true>) as readonly Channel[]

/**
 * Calls of the preload itself. The page cannot name them: it has `dropTicket` and listeners, and the preload adds
 * what only it can know (the path of a dropped file, that every listener has finished).
 */
export const PRIVATE = {
  dropTicket: 'wayline:private:dropTicket',
  closingDone: 'wayline:private:closingDone',
} as const
