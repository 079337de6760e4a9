import type { Channel } from './contract'
import type { EventName } from './events'

/** Prefixes on the wire; the preload needs the names only, so that zod stays out of it. */
export const CALL = 'wayline:call:'
export const EVENT = 'wayline:event:'

export type CallChannel = `${typeof CALL}${Channel}`
export type EventChannel = `${typeof EVENT}${EventName}`
