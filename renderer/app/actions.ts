import { ACTIONS, type ActionId, type Needs } from '../../shared/actions/actionTable'
import type { Session } from '../state/session'
import { shownSession } from '../state/shownSession'
import { finishTyping } from '../tools/noteEntry'
import { laneInHand } from '../tools/structureEdits'
import { boardActions, type BoardActionId } from './actionsBoard'
import { windowActions } from './actionsWindow'
import { keepVisible } from './cameraMoves'
import type { Action, Services } from './services'

/**
 * Everything a person can do, by its id: keys, menus, toolbars and the shortcut sheet all come here.
 *
 * An action that cannot be carried out now does nothing, whoever asks.
 */
export function createActions(services: Services): ReadonlyMap<ActionId, Action> {
  const ofWindow = windowActions(services)
  const actions = new Map<ActionId, Action>()
  for (const { id, needs } of ACTIONS) {
    const enabled = (): boolean => isPossible(needs, services.session())
    const run = (): void => {
      if (!enabled()) return
      const session = services.session()
      if (session) finishTyping(session)
      const focus = session?.ui.getState().focus
      if (isOfWindow(id)) ofWindow[id]()
      else if (session) boardActions[id](shownSession(session))
      // What it went to is to be seen, whoever asked: a key, a button or a menu.
      const moved = session && (session.ui.getState().focus !== focus || id.startsWith('move.'))
      if (moved && services.session() === session && session.ui.getState().mode === 'map') keepVisible(session)
    }
    actions.set(id, { run, enabled })
  }
  return actions
}

// What is not the window's is the board's: the two tables together are complete, or this does not compile.
function isOfWindow(id: ActionId): id is Exclude<ActionId, BoardActionId> {
  return !(id in boardActions)
}

function isPossible(needs: Needs, session: Session | null): boolean {
  if (needs === 'always') return true
  if (!session) return false
  const { selection, focus, mode } = session.ui.getState()
  if (mode !== 'map' && needs !== 'map' && needs !== 'undo' && needs !== 'redo') return false
  switch (needs) {
    case 'map':
    case 'board':
      return true
    case 'selection':
      return selection.kind !== 'none'
    case 'notes':
      return selection.kind === 'notes'
    case 'point':
      return selection.kind === 'point'
    case 'structure':
      return selection.kind === 'stage' || selection.kind === 'step' || selection.kind === 'lane'
    case 'lane':
      return laneInHand(session) !== null
    case 'undo':
      return session.document.canUndo() !== null
    case 'redo':
      return session.document.canRedo() !== null
    case 'focus':
      return focus.kind !== 'none'
    case 'conflicts':
      return session.document.board().conflicts.length > 0
  }
}
