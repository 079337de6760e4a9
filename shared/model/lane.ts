import { z } from 'zod'
import { NoteColor } from './color'
import { LANE_KINDS, type LaneKindInfo } from './laneKinds'
import { LIMITS } from './limits'
import { defineRecord } from './record'

/** A row of the board, of one kind. */
export const Lane = defineRecord('lane', {
  order: z.string().min(1),
  kind: z.enum(LANE_KINDS),
  /** What people called it. Absent: it shows its kind in the reader's language. */
  title: z.string().max(LIMITS.title).optional(),
  /** Whether its cells are steps or whole stages. Fixed when the lane is made. */
  span: z.enum(['step', 'stage']).default('step'),
  /** Colour of its notes where they have none of their own. Absent: the kind's. */
  color: NoteColor.optional(),
  collapsed: z.boolean().default(false),
  hidden: z.boolean().default(false),
  templateKey: z.string().max(100).optional(),
})
export type Lane = z.infer<typeof Lane>
export type LaneId = Lane['id']
export type LaneKind = Lane['kind']
export type LaneSpan = LaneKindInfo['span']
