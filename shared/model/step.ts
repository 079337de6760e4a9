import { z } from 'zod'
import { idOf } from './ids'
import { LIMITS } from './limits'
import { defineRecord } from './record'

/** A column of the board. A step whose stage is gone is gone with it. */
export const Step = defineRecord('step', {
  stageId: idOf('stage'),
  order: z.string().min(1),
  title: z.string().max(LIMITS.title).default(''),
  templateKey: z.string().max(100).optional(),
})
export type Step = z.infer<typeof Step>
export type StepId = Step['id']
