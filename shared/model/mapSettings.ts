import { z } from 'zod'
import { LIMITS } from './limits'

export const MAP_KINDS = ['cjm', 'ujm', 'lxm', 'blueprint'] as const
export const MAP_STATES = ['as-is', 'to-be'] as const
export const HYPOTHESES_SHOWN = ['always', 'whenValidated', 'never'] as const

/** What is said of the whole map. There is exactly one, kept in a root map of its own. */
export const MapSettings = z
  .object({
    title: z.string().max(LIMITS.title).default(''),
    /** Customer journey, user journey inside a product, life experience, service blueprint. */
    kind: z.enum(MAP_KINDS).default('cjm'),
    state: z.enum(MAP_STATES).default('as-is'),
    /** Who does what, from which beginning to which end, with which expectation. */
    scenario: z.string().max(LIMITS.longText).default(''),
    /** A point at or under this value is critical, if no present neighbour is lower. */
    criticalThreshold: z.number().min(-5).max(5).default(-4),
    /** When a note that nobody has proved yet looks like one. */
    hypotheses: z.enum(HYPOTHESES_SHOWN).default('whenValidated'),
  })
  .readonly()
export type MapSettings = z.infer<typeof MapSettings>
export type MapKind = MapSettings['kind']
