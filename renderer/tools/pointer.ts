import type { Dispose } from '../../shared/base/disposable'
import { assertNever } from '../../shared/base/assertNever'
import type { Point } from '../../shared/layout/geometry'
import type { Session } from '../state/session'
import { endGesture, openContextMenu } from '../state/uiStore'
import type { ToolId } from '../state/uiState'
import { emotionTool } from './emotionTool'
import { finishTyping } from './noteEntry'
import { noteTool, touchpointTool } from './noteTool'
import { selectForMenu } from './selectTarget'
import { selectTool } from './selectTool'
import { farEnough, type PointerInput, type Tool, type ToolContext, type ToolEvent } from './tool'

/** What the board tells of the pointer. Positions of wheel and pinch are the board's own business. */
export interface PointerController {
  down(input: PointerInput): void
  move(input: PointerInput): void
  up(input: PointerInput): void
  /** The gesture is over without an outcome: pointercancel, a second finger, the window lost the pointer. */
  cancel(): void
  doubleClick(input: PointerInput): void
  contextMenu(input: PointerInput): void
  destroy(): void
}

export interface PointerOptions {
  readonly dropZoneAt?: (screen: Point) => 'inbox' | null
  /** Calls back once after that many milliseconds. */
  readonly schedule?: (milliseconds: number, callback: () => void) => Dispose
}

/** How long a finger rests before it means the context menu. */
const LONG_PRESS_MS = 500

/** Brings pointer events to the tool in hand and carries out what it answers. */
export function createPointerController(session: Session, options: PointerOptions = {}): PointerController {
  const { ui } = session
  const { dropZoneAt = zoneUnder, schedule = afterTimeout } = options
  let hand = holding(ui.getState().tool, session, dropZoneAt)
  let shown = false
  let pressed: PointerInput | null = null
  let stopWaiting: Dispose | null = null

  const send = (event: ToolEvent): void => {
    const { tool, gesture } = ui.getState()
    // Escape or another tool took the gesture away meanwhile; the hand only notices at its next move.
    if (hand.id !== tool || (shown && gesture.kind === 'none')) {
      hand.send({ type: 'cancel' })
      if (hand.id !== tool) hand = holding(tool, session, dropZoneAt)
      shown = false
      if (event.type !== 'down' && event.type !== 'doubleClick') return
    }
    hand.send(event)
    shown = ui.getState().gesture.kind !== 'none'
  }
  const endWait = (): void => {
    stopWaiting?.()
    stopWaiting = null
  }
  const cancel = (): void => {
    endWait()
    pressed = null
    shown = false
    hand.send({ type: 'cancel' })
    if (ui.getState().gesture.kind !== 'none') ui.setState(endGesture())
  }
  const contextMenu = (input: PointerInput): void => {
    cancel()
    finishTyping(session)
    const shown = { board: session.board(), layout: session.layout(), ui: ui.getState() }
    ui.setState({ ...selectForMenu(input.target, shown), ...openContextMenu(input.screen) })
  }

  return {
    down(input) {
      if (input.button !== 0) return
      finishTyping(session)
      if (ui.getState().contextMenu !== null) ui.setState(openContextMenu(null))
      pressed = input
      if (input.pointerType === 'touch') {
        stopWaiting = schedule(LONG_PRESS_MS, () => {
          stopWaiting = null
          contextMenu(input)
        })
      }
      send({ type: 'down', ...input })
    },
    move(input) {
      if (pressed && farEnough(pressed.screen, input.screen)) endWait()
      send({ type: 'move', ...input })
    },
    up(input) {
      endWait()
      if (!pressed) return
      pressed = null
      send({ type: 'up', ...input })
    },
    cancel,
    doubleClick(input) {
      if (input.button === 0) send({ type: 'doubleClick', ...input })
    },
    contextMenu,
    destroy: cancel,
  }
}

interface Hand {
  readonly id: ToolId
  send(event: ToolEvent): void
}

/** A tool with its state, so that the states of different tools need no common type. */
function holding(id: ToolId, session: Session, dropZoneAt: (screen: Point) => 'inbox' | null): Hand {
  switch (id) {
    case 'select':
      return hold(id, selectTool, session, dropZoneAt)
    case 'hand':
      // Moving the camera is the board's business, whichever tool is in hand.
      return { id, send: () => undefined }
    case 'note':
      return hold(id, noteTool, session, dropZoneAt)
    case 'touchpoint':
      return hold(id, touchpointTool, session, dropZoneAt)
    case 'emotion':
      return hold(id, emotionTool, session, dropZoneAt)
    default:
      return assertNever(id)
  }
}

function hold<State>(id: ToolId, tool: Tool<State>, session: Session, dropZoneAt: (screen: Point) => 'inbox' | null): Hand {
  let state = tool.initial
  return {
    id,
    send(event) {
      const context: ToolContext = {
        board: session.board(),
        layout: session.layout(),
        ui: session.ui.getState(),
        newId: session.newId,
        plan: session.plan,
        dropZoneAt,
      }
      const [next, ...effects] = tool.step(state, event, context)
      state = next
      for (const effect of effects) {
        switch (effect.do) {
          case 'show':
            session.ui.setState(effect.change)
            break
          case 'edit':
            effect.apply(session)
            break
          case 'say':
            session.toast({ kind: 'info', text: session.look().translator.t(effect.key, effect.values) })
            break
          default:
            assertNever(effect)
        }
      }
    },
  }
}

function zoneUnder(screen: Point): 'inbox' | null {
  const element = document.elementFromPoint(screen.x, screen.y)
  return element?.closest('[data-drop="inbox"]') ? 'inbox' : null
}

function afterTimeout(milliseconds: number, callback: () => void): Dispose {
  const timer = setTimeout(callback, milliseconds)
  return () => clearTimeout(timer)
}
