import type { Board } from '../model/board'

/** The map of one of several groups that worked side by side. */
export interface Group {
  /** Not empty; what its notes and curves are known by in the merged map. */
  readonly name: string
  readonly board: Board
}
