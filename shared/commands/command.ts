import type { z } from 'zod'
import type { Result } from '../base/result'
import type { Board } from '../model/board'
import type { EditName } from '../model/edit'
import type { Patch } from '../model/patch'

/** Why a command declines. Each has a sentence in i18n under `refusal.<code>`. */
export type Refusal =
  | 'cell-missing'
  | 'note-missing'
  | 'stage-missing'
  | 'step-missing'
  | 'lane-missing'
  | 'persona-missing'
  | 'point-missing'
  | 'conflict-missing'
  | 'last-step'
  | 'last-stage'
  | 'too-many'
  | 'too-long'
  | 'lane-span-fixed'
  | 'bad-value'
  | 'nothing-to-do'

/** Who edits and when: injected, so that the same day can be played twice. */
export interface EditContext {
  /** ISO date-time. */
  readonly now: string
  /** Display name of the person, for `author` and `deletedBy`. */
  readonly who: string
}

/**
 * An edit that anybody can make: a person, a menu, an import, a script, a test.
 *
 * `plan` is pure. It looks at the board and says what to write, or why it will not; it never writes.
 */
export interface Command<Args> {
  readonly id: string
  readonly args: z.ZodType<Args>
  readonly plan: (board: Board, args: Args, context: EditContext) => Result<readonly Patch[], Refusal>
  /** What undo calls it. With the board before the edit the name is exact: a point is added or moved. */
  readonly name: (args: Args, board?: Board) => EditName
}

export function defineCommand<Args>(command: Command<Args>): Command<Args> {
  return command
}
