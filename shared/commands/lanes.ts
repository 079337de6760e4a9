import { z } from 'zod'
import { fail, ok } from '../base/result'
import { isAlive, type Board } from '../model/board'
import { NoteColor } from '../model/color'
import { idOf } from '../model/ids'
import type { Lane, LaneId } from '../model/lane'
import { LANE_KINDS, laneKindInfo, takesNotes } from '../model/laneKinds'
import { LIMITS } from '../model/limits'
import type { Patch, SetPatch } from '../model/patch'
import { firstOf, refuseLonger, refuseTaken } from './checks'
import { defineCommand } from './command'
import { room } from './place'

const Index = z.number().int().min(0)

function aliveLane(board: Board, id: LaneId): Lane | undefined {
  const lane = board.records.lane.get(id)
  return lane && isAlive(lane) ? lane : undefined
}

function shiftLane(lane: Lane, order: string): SetPatch {
  return { op: 'set', id: lane.id, fields: { order } }
}

/** A new lane. What its cells span is fixed from now on; curves and separator lines leave no choice. */
export const addLane = defineCommand({
  id: 'lanes.add',
  args: z.object({
    laneId: idOf('lane'),
    kind: z.enum(LANE_KINDS),
    index: Index.optional(),
    title: z.string().optional(),
    span: z.enum(['step', 'stage']).optional(),
  }),
  plan(board, { laneId, kind, index, title, span = laneKindInfo(kind).span }) {
    const refusal = firstOf(refuseTaken(board, [laneId]), refuseLonger(LIMITS.title, title))
    if (refusal) return refusal
    if (span !== laneKindInfo(kind).span && !takesNotes(kind)) return fail('lane-span-fixed', kind)
    if (board.lanes.length >= LIMITS.lanes) return fail('too-many', LIMITS.lanes)
    const { orders, patches } = room(board.lanes, index, 1, shiftLane)
    const record: Lane = {
      id: laneId,
      order: orders[0] ?? '',
      kind,
      ...(title ? { title } : {}),
      span,
      collapsed: false,
      hidden: false,
    }
    return ok([...patches, { op: 'add', record }])
  },
  name: () => ({ what: 'addLane', count: 1 }),
})

/** Call a lane something else; null or nothing shows its kind again. */
export const renameLane = defineCommand({
  id: 'lanes.rename',
  args: z.object({ laneId: idOf('lane'), title: z.string().nullable() }),
  plan(board, { laneId, title }) {
    const lane = aliveLane(board, laneId)
    if (!lane) return fail('lane-missing', laneId)
    const wanted = title === null || title === '' ? undefined : title
    if (lane.title === wanted) return fail('nothing-to-do')
    return refuseLonger(LIMITS.title, wanted, lane.title) ?? ok([{ op: 'set', id: laneId, fields: { title: wanted } }])
  },
  name: () => ({ what: 'renameLane', count: 1 }),
})

/** Put a lane at `index` among the others. */
export const moveLane = defineCommand({
  id: 'lanes.move',
  args: z.object({ laneId: idOf('lane'), index: Index }),
  plan(board, { laneId, index }) {
    const at = board.lanes.findIndex((lane) => lane.id === laneId)
    if (at < 0) return fail('lane-missing', laneId)
    const others = board.lanes.filter((lane) => lane.id !== laneId)
    if (Math.min(index, others.length) === at) return fail('nothing-to-do')
    const { orders, patches } = room(others, index, 1, shiftLane)
    return ok([...patches, { op: 'set', id: laneId, fields: { order: orders[0] ?? '' } }])
  },
  name: () => ({ what: 'moveLane', count: 1 }),
})

/** Hide a lane for good; its notes show in the inbox. */
export const deleteLane = defineCommand({
  id: 'lanes.delete',
  args: z.object({ laneId: idOf('lane') }),
  plan(board, { laneId }, { now, who }) {
    if (!aliveLane(board, laneId)) return fail('lane-missing', laneId)
    return ok([{ op: 'set', id: laneId, fields: { deletedAt: now, deletedBy: who } }])
  },
  name: () => ({ what: 'deleteLane', count: 1 }),
})

export const setLaneCollapsed = defineCommand({
  id: 'lanes.setCollapsed',
  args: z.object({ laneId: idOf('lane'), collapsed: z.boolean() }),
  plan(board, { laneId, collapsed }) {
    const lane = aliveLane(board, laneId)
    if (!lane) return fail('lane-missing', laneId)
    return lane.collapsed === collapsed ? fail('nothing-to-do') : ok([{ op: 'set', id: laneId, fields: { collapsed } }])
  },
  name: ({ collapsed }) => ({ what: collapsed ? 'collapseLane' : 'expandLane', count: 1 }),
})

/** Leave a lane out of the picture without taking anything off the map. */
export const setLaneHidden = defineCommand({
  id: 'lanes.setHidden',
  args: z.object({ laneId: idOf('lane'), hidden: z.boolean() }),
  plan(board, { laneId, hidden }) {
    const lane = aliveLane(board, laneId)
    if (!lane) return fail('lane-missing', laneId)
    return lane.hidden === hidden ? fail('nothing-to-do') : ok([{ op: 'set', id: laneId, fields: { hidden } }])
  },
  name: ({ hidden }) => ({ what: hidden ? 'hideLane' : 'showLane', count: 1 }),
})

export const showAllLanes = defineCommand({
  id: 'lanes.showAll',
  args: z.object({}),
  plan(board) {
    const hidden = board.lanes.filter((lane) => lane.hidden)
    if (hidden.length === 0) return fail('nothing-to-do')
    return ok(hidden.map((lane): Patch => ({ op: 'set', id: lane.id, fields: { hidden: false } })))
  },
  name: (_args, board) => ({ what: 'showLane', count: board?.lanes.filter((lane) => lane.hidden).length ?? 1 }),
})

/** The colour of notes that have none of their own; null gives back that of the lane's kind. */
export const recolorLane = defineCommand({
  id: 'lanes.recolor',
  args: z.object({ laneId: idOf('lane'), color: NoteColor.nullable() }),
  plan(board, { laneId, color }) {
    const lane = aliveLane(board, laneId)
    if (!lane) return fail('lane-missing', laneId)
    const wanted = color ?? undefined
    return lane.color === wanted ? fail('nothing-to-do') : ok([{ op: 'set', id: laneId, fields: { color: wanted } }])
  },
  name: () => ({ what: 'changeLane', count: 1 }),
})
