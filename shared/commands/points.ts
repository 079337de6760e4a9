import { z } from 'zod'
import { fail, ok } from '../base/result'
import { isAlive, stepOf, type Board } from '../model/board'
import { idOf } from '../model/ids'
import { LIMITS } from '../model/limits'
import { CURVES, pointIdOf, type Point, type PointId } from '../model/point'
import { changedFields, firstOf, keepColumn, refuseLonger } from './checks'
import { defineCommand } from './command'

const PointArgs = z.object({ pointId: idOf('point') })

/** The alive point of that id. */
export function pointOf(board: Board, id: PointId): Point | undefined {
  const point = board.records.point.get(id)
  return point && isAlive(point) ? point : undefined
}

/**
 * Say how a persona feels at a step. There is one point for each, so this adds it, moves it, or brings a deleted one
 * back as a new one. A value that somebody sets is no longer a guess.
 */
export const setPoint = defineCommand({
  id: 'points.set',
  args: z.object({
    personaId: idOf('persona'),
    stepId: idOf('step'),
    value: z.number(),
    curve: z.enum(CURVES).optional(),
    label: z.string().optional(),
    reason: z.string().optional(),
    guessed: z.boolean().optional(),
  }),
  plan(board, { personaId, stepId, value, curve = 'as-is', label, reason, guessed = false }) {
    const persona = board.records.persona.get(personaId)
    if (!persona || !isAlive(persona)) return fail('persona-missing', personaId)
    if (!stepOf(board, stepId)) return fail('step-missing', stepId)
    if (!(value >= -5 && value <= 5)) return fail('bad-value', value)
    const id = pointIdOf(personaId, curve, stepId)
    const old = pointOf(board, id)
    const refusal = firstOf(refuseLonger(LIMITS.title, label, old?.label), refuseLonger(LIMITS.longText, reason, old?.reason))
    if (refusal) return refusal
    // Sums of tenths are not exact, and nobody means a minus zero.
    const rounded = Math.round(value * 100) / 100 + 0
    if (old) {
      const fields = changedFields(old, { value: rounded, label, reason, guessed })
      return fields ? ok([{ op: 'set', id, fields }]) : fail('nothing-to-do')
    }
    if (countPoints(board) >= LIMITS.points) return fail('too-many', LIMITS.points)
    const record: Point = { id, personaId, stepId, curve, value: rounded, label: label ?? '', reason: reason ?? '', guessed }
    return ok([...keepColumn(board, stepId), { op: 'add', record }])
  },
  name: ({ personaId, stepId, curve = 'as-is' }, board) => ({
    what: board && !pointOf(board, pointIdOf(personaId, curve, stepId)) ? 'addPoint' : 'movePoint',
    count: 1,
  }),
})

function countPoints(board: Board): number {
  let count = 0
  for (const points of board.pointsOf.values()) count += points.length
  return count
}

/** What is said at a point, and why. */
export const labelPoint = defineCommand({
  id: 'points.label',
  args: PointArgs.extend({ label: z.string().optional(), reason: z.string().optional() }),
  plan(board, { pointId, label, reason }) {
    const point = pointOf(board, pointId)
    if (!point) return fail('point-missing', pointId)
    const refusal = firstOf(refuseLonger(LIMITS.title, label, point.label), refuseLonger(LIMITS.longText, reason, point.reason))
    if (refusal) return refusal
    const fields = changedFields(point, { label, reason })
    return fields ? ok([{ op: 'set', id: pointId, fields }]) : fail('nothing-to-do')
  },
  name: () => ({ what: 'labelPoint', count: 1 }),
})

/** Hide a point: the curve has a gap there. */
export const deletePoint = defineCommand({
  id: 'points.delete',
  args: PointArgs,
  plan(board, { pointId }, { now, who }) {
    if (!pointOf(board, pointId)) return fail('point-missing', pointId)
    return ok([{ op: 'set', id: pointId, fields: { deletedAt: now, deletedBy: who } }])
  },
  name: () => ({ what: 'deletePoint', count: 1 }),
})

/** Say that a value which an import guessed is right. */
export const confirmPoint = defineCommand({
  id: 'points.confirm',
  args: PointArgs,
  plan(board, { pointId }) {
    const point = pointOf(board, pointId)
    if (!point) return fail('point-missing', pointId)
    return point.guessed ? ok([{ op: 'set', id: pointId, fields: { guessed: false } }]) : fail('nothing-to-do')
  },
  name: () => ({ what: 'confirmPoint', count: 1 }),
})
