import { z } from 'zod'
import { fail, ok } from '../base/result'
import { stepOf } from '../model/board'
import { idOf } from '../model/ids'
import { LIMITS } from '../model/limits'
import type { SetPatch } from '../model/patch'
import type { Step } from '../model/step'
import { firstOf, keepColumn, refuseLonger, refuseTaken } from './checks'
import { defineCommand } from './command'
import { room } from './place'
import { countSteps } from './stages'

const Index = z.number().int().min(0)

function shiftStep(step: Step, order: string): SetPatch {
  return { op: 'set', id: step.id, fields: { order } }
}

export const addStep = defineCommand({
  id: 'steps.add',
  args: z.object({ stepId: idOf('step'), stageId: idOf('stage'), index: Index.optional(), title: z.string() }),
  plan(board, { stepId, stageId, index, title }) {
    const refusal = firstOf(refuseTaken(board, [stepId]), refuseLonger(LIMITS.title, title))
    if (refusal) return refusal
    const steps = board.stepsOf.get(stageId)
    if (!steps) return fail('stage-missing', stageId)
    if (countSteps(board.stepsOf) >= LIMITS.steps) return fail('too-many', LIMITS.steps)
    const { orders, patches } = room(steps, index, 1, shiftStep)
    // The step beside which it is added has to be there for good, or the new one would take its place.
    const kept = steps.flatMap((step) => keepColumn(board, step.id))
    return ok([...kept, ...patches, { op: 'add', record: { id: stepId, stageId, order: orders[0] ?? '', title } }])
  },
  name: () => ({ what: 'addStep', count: 1 }),
})

export const renameStep = defineCommand({
  id: 'steps.rename',
  args: z.object({ stepId: idOf('step'), title: z.string() }),
  plan(board, { stepId, title }) {
    const step = stepOf(board, stepId)
    if (!step) return fail('step-missing', stepId)
    if (step.title === title) return fail('nothing-to-do')
    const refusal = refuseLonger(LIMITS.title, title, step.title)
    return refusal ?? ok([...keepColumn(board, stepId), { op: 'set', id: stepId, fields: { title } }])
  },
  name: () => ({ what: 'renameStep', count: 1 }),
})

/** Put a step at `index` among the other steps of a stage, its own or another. */
export const moveStep = defineCommand({
  id: 'steps.move',
  args: z.object({ stepId: idOf('step'), stageId: idOf('stage'), index: Index }),
  plan(board, { stepId, stageId, index }) {
    const step = stepOf(board, stepId)
    if (!step) return fail('step-missing', stepId)
    const there = board.stepsOf.get(stageId)
    if (!there) return fail('stage-missing', stageId)
    if (step.stageId !== stageId && board.stepsOf.get(step.stageId)?.length === 1) return fail('last-step', stepId)
    const others = there.filter((other) => other.id !== stepId)
    if (step.stageId === stageId && Math.min(index, others.length) === there.indexOf(step)) return fail('nothing-to-do')
    const { orders, patches } = room(others, index, 1, shiftStep)
    const kept = others.flatMap((other) => keepColumn(board, other.id))
    return ok([...kept, ...patches, { op: 'set', id: stepId, fields: { stageId, order: orders[0] ?? '' } }])
  },
  name: () => ({ what: 'moveStep', count: 1 }),
})

/** Hide a step; its notes show in the inbox. A stage keeps its last step. */
export const deleteStep = defineCommand({
  id: 'steps.delete',
  args: z.object({ stepId: idOf('step') }),
  plan(board, { stepId }, { now, who }) {
    const step = stepOf(board, stepId)
    if (!step) return fail('step-missing', stepId)
    if (board.stepsOf.get(step.stageId)?.length === 1) return fail('last-step', stepId)
    return ok([{ op: 'set', id: stepId, fields: { deletedAt: now, deletedBy: who } }])
  },
  name: () => ({ what: 'deleteStep', count: 1 }),
})
