import { z } from 'zod'
import { LIMITS } from './limits'
import { defineRecord } from './record'

/** A phase of the journey. It always has at least one step. */
export const Stage = defineRecord('stage', {
  order: z.string().min(1),
  title: z.string().max(LIMITS.title).default(''),
  /** How long it lasts, in the author's words: "3-6 weeks". */
  duration: z.string().max(LIMITS.title).default(''),
  /** Which stage of a template this was, so that parallel groups' maps can be aligned. */
  templateKey: z.string().max(100).optional(),
})
export type Stage = z.infer<typeof Stage>
export type StageId = Stage['id']
