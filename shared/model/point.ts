import { z } from 'zod'
import { fingerprint } from '../base/fingerprint'
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
 * Derived, so that two people who add the same point apart from each other make one point, not two.
 */
export function pointIdOf(personaId: IdOf<'persona'>, curve: Curve, stepId: IdOf<'step'>): PointId {
  return `point_${fingerprint(`${personaId}|${curve}|${stepId}`)}`
}
