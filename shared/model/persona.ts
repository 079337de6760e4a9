import { z } from 'zod'
import { LIMITS } from './limits'
import { defineRecord } from './record'

/** Colour and shape always go together, so that a curve is told apart without seeing colour. */
export const PERSONA_COLORS = ['teal', 'magenta', 'amber', 'slate'] as const
export const PERSONA_MARKERS = ['circle', 'diamond', 'square', 'triangle'] as const

/** The person who stands for a segment, with a curve of their own. */
export const Persona = defineRecord('persona', {
  order: z.string().min(1),
  name: z.string().max(LIMITS.title).default(''),
  color: z.enum(PERSONA_COLORS).default('teal'),
  marker: z.enum(PERSONA_MARKERS).default('circle'),
  curveHidden: z.boolean().default(false),
})
export type Persona = z.infer<typeof Persona>
export type PersonaId = Persona['id']
export type PersonaColor = Persona['color']
export type PersonaMarker = Persona['marker']
