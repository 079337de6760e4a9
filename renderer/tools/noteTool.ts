import type { HitTarget } from '../../shared/layout/layout'
import { cellExists, cellOf, noteOf, notesInCell, type Board } from '../../shared/model/board'
import { laneKindInfo } from '../../shared/model/laneKinds'
import type { Cell } from '../../shared/model/note'
import type { MessageKey } from '../../shared/i18n/translator'
import { pressPersona } from './choosePersona'
import { startNote } from './noteEntry'
import { say, type Tool } from './tool'

interface Aim {
  readonly cell: Cell
  readonly index: number
}

type State = { readonly at: 'idle' } | { readonly at: 'aiming'; readonly aim: Aim }

const idle: State = { at: 'idle' }

/**
 * Press on a cell, slide to another if you like, let go: a note opens there, ready to type in.
 *
 * The tool stays in hand, so that a row of notes is a row of clicks.
 */
export const noteTool: Tool<State> = aimingTool(() => true, 'board.noCellHere')

/** The same for lanes of touchpoints only. */
export const touchpointTool: Tool<State> = aimingTool(takesTouchpoints, 'board.touchpointsOnly')

/** Whether a cell is in a lane of touchpoints. */
export function takesTouchpoints(board: Board, { laneId }: Cell): boolean {
  const lane = board.lanes.find(({ id }) => id === laneId)
  return lane !== undefined && laneKindInfo(lane.kind).content === 'touchpoints'
}

function aimingTool(takes: (board: Board, cell: Cell) => boolean, elsewhere: MessageKey): Tool<State> {
  const aimAt = (board: Board, target: HitTarget): Aim | null => {
    const aim = aimOf(board, target)
    return aim && takes(board, aim.cell) ? aim : null
  }
  return {
    initial: idle,
    step(state, event, context) {
      const { board } = context
      if (event.type === 'cancel') return [idle]
      switch (state.at) {
        case 'idle': {
          if (event.type !== 'down') return [state]
          if (event.target.kind === 'persona') return [state, pressPersona(event.target.id, context)]
          const aim = aimAt(board, event.target)
          if (aim) return [{ at: 'aiming', aim }]
          return onCanvas(event.target) ? [state] : [state, say(elsewhere)]
        }
        case 'aiming': {
          const aim = 'target' in event ? (aimAt(board, event.target) ?? state.aim) : state.aim
          if (event.type !== 'up') return [{ at: 'aiming', aim }]
          return [idle, { do: 'edit', apply: (session) => startNote(session, aim.cell, aim.index) }]
        }
      }
    },
  }
}

function onCanvas(target: HitTarget): boolean {
  return target.kind === 'outside' || target.kind === 'corner'
}

/** Aiming at a note means the place behind it. */
function aimOf(board: Board, target: HitTarget): Aim | null {
  if (target.kind === 'cell') return cellExists(board, target.cell) ? { cell: target.cell, index: target.index } : null
  if (target.kind !== 'note') return null
  const note = noteOf(board, target.id)
  const cell = note && cellOf(board, note)
  if (!cell) return null
  return { cell, index: notesInCell(board, cell).findIndex(({ id }) => id === target.id) + 1 }
}
