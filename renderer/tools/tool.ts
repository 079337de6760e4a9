import type { Result } from '../../shared/base/result'
import type { Command, Refusal } from '../../shared/commands/command'
import type { MessageKey, MessageValues } from '../../shared/i18n/translator'
import type { Point } from '../../shared/layout/geometry'
import type { HitTarget, Layout } from '../../shared/layout/layout'
import type { Board } from '../../shared/model/board'
import type { NewId } from '../../shared/model/ids'
import type { Patch } from '../../shared/model/patch'
import type { Session } from '../state/session'
import type { UiChange } from '../state/uiStore'
import type { UiState } from '../state/uiState'

/** Where the pointer is and what is held, whatever the device. */
export interface PointerInput {
  /** Board units of the unscrolled sheet; in a pinned header, the place that the header has there. */
  readonly board: Point
  /** CSS px of the window (`clientX`, `clientY`). */
  readonly screen: Point
  readonly target: HitTarget
  readonly shift: boolean
  readonly alt: boolean
  /** Ctrl, or Command on macOS. */
  readonly mod: boolean
  /** `PointerEvent.button`: 0 is the main one. */
  readonly button: number
  /** `PointerEvent.pointerType`. */
  readonly pointerType: string
}

export type ToolEvent = ({ readonly type: 'down' | 'move' | 'up' | 'doubleClick' } & PointerInput) | { readonly type: 'cancel' }

/** What a step may look at; it changes nothing itself. */
export interface ToolContext {
  /** With the preview of the gesture in progress applied. */
  readonly board: Board
  readonly layout: Layout
  readonly ui: UiState
  readonly newId: NewId
  /** The patches an edit would write, for a preview. */
  plan<Args>(command: Command<Args>, args: NoInfer<Args>): Result<readonly Patch[], Refusal>
  /** What lies over the board at that place of the window and takes notes. */
  dropZoneAt(screen: Point): 'inbox' | null
}

/** What a step wants done. */
export type Effect =
  | { readonly do: 'show'; readonly change: UiChange }
  | { readonly do: 'edit'; readonly apply: (session: Session) => void }
  | { readonly do: 'say'; readonly key: MessageKey; readonly values?: MessageValues }

/**
 * A tool as a state machine: every state is one member of a closed union, every step returns the next one and
 * what to do. Letting go writes at most one undo step; `cancel` writes nothing.
 */
export interface Tool<State> {
  readonly initial: State
  step(state: State, event: ToolEvent, context: ToolContext): readonly [State, ...Effect[]]
}

export function show(change: UiChange): Effect {
  return { do: 'show', change }
}

export function say(key: MessageKey, values?: MessageValues): Effect {
  return values === undefined ? { do: 'say', key } : { do: 'say', key, values }
}

/** Run a command at the end of a gesture. */
export function run<Args>(command: Command<Args>, args: NoInfer<Args>, options?: { readonly continues?: boolean }): Effect {
  return { do: 'edit', apply: (session) => void session.run(command, args, options) }
}

/** How far the hand has to go before a press is a drag, in CSS px; a trembling hand and a worn mouse stay below. */
export const DRAG_THRESHOLD = 4

export function farEnough(from: Point, to: Point): boolean {
  return Math.hypot(to.x - from.x, to.y - from.y) >= DRAG_THRESHOLD
}
