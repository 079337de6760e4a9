import { z } from 'zod'
import { fail, ok } from '../base/result'
import { isAlive } from '../model/board'
import { idOf } from '../model/ids'
import { LIMITS } from '../model/limits'
import type { Patch, SetPatch } from '../model/patch'
import type { Stage } from '../model/stage'
import { changedFields, firstOf, refuseLonger, refuseTaken } from './checks'
import { defineCommand } from './command'
import { room } from './place'

const Index = z.number().int().min(0)

function shiftStage(stage: Stage, order: string): SetPatch {
  return { op: 'set', id: stage.id, fields: { order } }
}

/** A new stage, with the one step that every stage has. */
export const addStage = defineCommand({
  id: 'stages.add',
  args: z.object({ stageId: idOf('stage'), stepId: idOf('step'), index: Index.optional(), title: z.string() }),
  plan(board, { stageId, stepId, index, title }) {
    const refusal = firstOf(refuseTaken(board, [stageId, stepId]), refuseLonger(LIMITS.title, title))
    if (refusal) return refusal
    if (board.stages.length >= LIMITS.stages) return fail('too-many', LIMITS.stages)
    if (countSteps(board.stepsOf) >= LIMITS.steps) return fail('too-many', LIMITS.steps)
    const { orders, patches } = room(board.stages, index, 1, shiftStage)
    const [first = ''] = room([], 0, 1, shiftStage).orders
    return ok<readonly Patch[]>([
      ...patches,
      { op: 'add', record: { id: stageId, order: orders[0] ?? '', title, duration: '' } },
      { op: 'add', record: { id: stepId, stageId, order: first, title: '' } },
    ])
  },
  name: () => ({ what: 'addStage', count: 1 }),
})

export function countSteps(stepsOf: ReadonlyMap<unknown, readonly unknown[]>): number {
  let count = 0
  for (const steps of stepsOf.values()) count += steps.length
  return count
}

export const renameStage = defineCommand({
  id: 'stages.rename',
  args: z.object({ stageId: idOf('stage'), title: z.string().optional(), duration: z.string().optional() }),
  plan(board, { stageId, title, duration }) {
    const stage = board.records.stage.get(stageId)
    if (!stage || !isAlive(stage)) return fail('stage-missing', stageId)
    const refusal = firstOf(refuseLonger(LIMITS.title, title, stage.title), refuseLonger(LIMITS.title, duration, stage.duration))
    if (refusal) return refusal
    const fields = changedFields(stage, { title, duration })
    return fields ? ok([{ op: 'set', id: stageId, fields }]) : fail('nothing-to-do')
  },
  name: () => ({ what: 'renameStage', count: 1 }),
})

/** Put a stage at `index` among the others; its steps and notes come along. */
export const moveStage = defineCommand({
  id: 'stages.move',
  args: z.object({ stageId: idOf('stage'), index: Index }),
  plan(board, { stageId, index }) {
    const at = board.stages.findIndex((stage) => stage.id === stageId)
    if (at < 0) return fail('stage-missing', stageId)
    const others = board.stages.filter((stage) => stage.id !== stageId)
    if (Math.min(index, others.length) === at) return fail('nothing-to-do')
    const { orders, patches } = room(others, index, 1, shiftStage)
    return ok([...patches, { op: 'set', id: stageId, fields: { order: orders[0] ?? '' } }])
  },
  name: () => ({ what: 'moveStage', count: 1 }),
})

/** Hide a stage. Its steps hide with it and its notes show in the inbox, all of them as they are. */
export const deleteStage = defineCommand({
  id: 'stages.delete',
  args: z.object({ stageId: idOf('stage') }),
  plan(board, { stageId }, { now, who }) {
    if (!board.stages.some((stage) => stage.id === stageId)) return fail('stage-missing', stageId)
    if (board.stages.length === 1) return fail('last-stage')
    return ok([{ op: 'set', id: stageId, fields: { deletedAt: now, deletedBy: who } }])
  },
  name: () => ({ what: 'deleteStage', count: 1 }),
})
