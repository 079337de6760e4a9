import { z } from 'zod'
import { idOf, type IdOf } from './ids'
import { LIMITS } from './limits'
import { defineRecord } from './record'

export const CURVES = ['as-is', 'to-be'] as const
export type Curve = (typeof CURVES)[number]

/** What one persona feels at one step, from -5 to +5. A step without a point is a gap in the curve, never a zero. */
export const Point = defineRecord('point', {
  personaId: idOf('persona'),
  stepId: idOf('step'),
  curve: z.enum(CURVES).default('as-is'),
  value: z.number().min(-5).max(5),
  /** A word or a quote, shown on the board. */
  label: z.string().max(LIMITS.title).default(''),
  reason: z.string().max(LIMITS.longText).default(''),
  /** An import made the value up from words; somebody has to confirm it. */
  guessed: z.boolean().default(false),
})
export type Point = z.infer<typeof Point>
export type PointId = Point['id']

/**
 * The id of the point of a persona, curve and step.
 *
 * Derived, so that two people who add the same point apart from each other make one point, not two. Four runs of
 * FNV-1a with different seeds give 128 bits of hexadecimal, which keeps the id short whatever the three ids are.
 */
export function pointIdOf(personaId: IdOf<'persona'>, curve: Curve, stepId: IdOf<'step'>): PointId {
  const key = `${personaId}|${curve}|${stepId}`
  const part = (seed: number): string => {
    let hash = seed
    for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
    return (hash >>> 0).toString(16).padStart(8, '0')
  }
  return `point_${part(0x811c9dc5)}${part(0x9747b28c)}${part(0x3c6ef372)}${part(0x1b873593)}`
}
