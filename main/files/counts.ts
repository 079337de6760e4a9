import { allSteps, type Board } from '../../shared/model/board'
import { LIMITS } from '../../shared/model/limits'

export interface Counts {
  readonly personas: number
  readonly stages: number
  readonly steps: number
  readonly lanes: number
  /** All that are alive, those in the inbox too. */
  readonly notes: number
  readonly emotionPoints: number
  readonly inbox: number
}

export function countsOf(board: Board): Counts {
  const sum = (lists: Iterable<readonly unknown[]>): number => [...lists].reduce((total, list) => total + list.length, 0)
  return {
    personas: board.personas.length,
    stages: board.stages.length,
    steps: allSteps(board).length,
    lanes: board.lanes.length,
    notes: sum(board.notesIn.values()) + board.inbox.length,
    emotionPoints: sum(board.pointsOf.values()),
    inbox: board.inbox.length,
  }
}

/** What a map has too much of, as a key of `openDetail`; null where everything is within the limits. The reader and the writer ask alike. */
export function countsOver(board: Board): 'notes' | 'stages' | 'steps' | 'lanes' | 'personas' | 'points' | null {
  const counts = countsOf(board)
  if (counts.notes > LIMITS.notes) return 'notes'
  if (counts.stages > LIMITS.stages) return 'stages'
  if (counts.steps > LIMITS.steps) return 'steps'
  if (counts.lanes > LIMITS.lanes) return 'lanes'
  if (counts.personas > LIMITS.personas) return 'personas'
  return counts.emotionPoints > LIMITS.points ? 'points' : null
}
