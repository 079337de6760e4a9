import { z } from 'zod'
import { NoteColor } from '../model/color'
import { LANE_KINDS } from '../model/laneKinds'
import { LIMITS } from '../model/limits'
import { HYPOTHESES_SHOWN, MAP_KINDS, MAP_STATES } from '../model/mapSettings'
import { NOTE_MARKS, NOTE_PROOFS } from '../model/note'
import { PERSONA_COLORS, PERSONA_MARKERS } from '../model/persona'
import { CURVES } from '../model/point'

/** A pattern and not a function, so that the JSON Schema says it too; see model/ids.ts. */
function id<Kind extends string>(kind: Kind) {
  return z.templateLiteral([`${kind}_`, z.string().regex(new RegExp(`^[A-Za-z0-9_-]{1,${63 - kind.length}}$`))])
}

const Title = z.string().max(LIMITS.title)
const LongText = z.string().max(LIMITS.longText)

export const ReadableNote = z.object({
  /** A note written by hand may lack it: it gets one when the map is opened. */
  id: id('note').optional(),
  text: z.string(),
  color: NoteColor.optional(),
  mark: z.enum(NOTE_MARKS).optional(),
  proof: z.enum(NOTE_PROOFS).optional(),
  icon: z.string().max(64).optional(),
  author: Title.optional(),
  personas: z.array(id('persona')).optional(),
})
export type ReadableNote = z.infer<typeof ReadableNote>

const ReadableCell = z.object({
  /** The step, or in a lane that spans stages the stage. */
  column: z.union([id('step'), id('stage')]),
  /** Its title, for the eye; not read back. */
  title: z.string().optional(),
  notes: z.array(ReadableNote).max(LIMITS.notes),
})

export const ReadableStep = z.object({ id: id('step'), title: Title, templateKey: z.string().max(100).optional() })

export const ReadableStage = z.object({
  id: id('stage'),
  title: Title,
  duration: Title.optional(),
  templateKey: z.string().max(100).optional(),
  steps: z.array(ReadableStep).max(LIMITS.steps),
})

export const ReadableLane = z.object({
  id: id('lane'),
  kind: z.enum(LANE_KINDS),
  /** Absent: the lane shows its kind in the reader's language. */
  title: Title.optional(),
  span: z.enum(['step', 'stage']),
  color: NoteColor.optional(),
  collapsed: z.boolean().optional(),
  hidden: z.boolean().optional(),
  templateKey: z.string().max(100).optional(),
  cells: z.array(ReadableCell).max(LIMITS.steps),
})

export const ReadablePoint = z.object({
  id: id('point'),
  step: id('step'),
  /** The step's title, for the eye; not read back. */
  title: z.string().optional(),
  curve: z.enum(CURVES).optional(),
  value: z.number().min(-5).max(5),
  label: Title.optional(),
  reason: LongText.optional(),
  guessed: z.boolean().optional(),
})
export type ReadablePoint = z.infer<typeof ReadablePoint>

export const ReadablePersona = z.object({
  id: id('persona'),
  name: Title,
  color: z.enum(PERSONA_COLORS),
  marker: z.enum(PERSONA_MARKERS),
  curveHidden: z.boolean().optional(),
  points: z.array(ReadablePoint).max(LIMITS.points),
})

/**
 * The readable part of a map file: what is on the board, in the order of the board, without what a reader does not need. A field that has its
 * default is left out.
 */
export const ReadableMap = z.object({
  title: Title,
  kind: z.enum(MAP_KINDS),
  state: z.enum(MAP_STATES),
  scenario: LongText.optional(),
  criticalThreshold: z.number().min(-5).max(5).optional(),
  hypotheses: z.enum(HYPOTHESES_SHOWN).optional(),
  personas: z.array(ReadablePersona).max(LIMITS.personas),
  stages: z.array(ReadableStage).max(LIMITS.stages),
  lanes: z.array(ReadableLane).max(LIMITS.lanes),
  inbox: z.array(ReadableNote).max(LIMITS.notes),
})
export type ReadableMap = z.infer<typeof ReadableMap>
