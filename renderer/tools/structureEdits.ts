import { setLaneCollapsed, setLaneHidden, showAllLanes } from '../../shared/commands/lanes'
import { addPersona } from '../../shared/commands/personas'
import { addStage } from '../../shared/commands/stages'
import { addStep } from '../../shared/commands/steps'
import type { LaneId } from '../../shared/model/lane'
import type { StageId } from '../../shared/model/stage'
import type { Session } from '../state/session'
import { takeBack, untilBoard } from '../state/takeBack'
import { selectNothing, startEditing } from '../state/uiStore'
import type { Editing } from '../state/uiState'
import { columnOfFocus, laneOfFocus } from './focusPlace'
import { selectNamed, type NameEditing } from './nameEntry'
import { rememberFresh } from './typing'

/** A stage with one step, ready to be named. Without an index it goes behind the focused stage, or to the end. */
export function insertStage(session: Session, index?: number): void {
  const board = session.document.board()
  const here = columnOfFocus(board, session.ui.getState().focus)
  const behind = board.stages.findIndex(({ id }) => id === here?.stageId) + 1
  const at = index ?? (behind === 0 ? board.stages.length : behind)
  const stageId = session.newId('stage')
  if (!session.run(addStage, { stageId, stepId: session.newId('step'), index: at, title: '' }).ok) return
  nameFresh(session, { kind: 'stage', id: stageId, field: 'title' })
}

/**
 * A step, ready to be named. Without a place it goes behind the focused step, or to the end of the focused stage.
 *
 * The only step of a stage shows no name. Where it has none, the second step brings it into sight, so its name is asked for first; Tab
 * goes on to the second.
 */
export function insertStep(session: Session, place?: { readonly stageId: StageId; readonly index: number }): void {
  const at = place ?? placeForStep(session)
  if (!at) return
  const [only, ...others] = session.document.board().stepsOf.get(at.stageId) ?? []
  const unnamed = only?.title.trim() === '' && others.length === 0 && at.index > 0 ? only.id : null
  const stepId = session.newId('step')
  if (!session.run(addStep, { stepId, stageId: at.stageId, index: at.index, title: '' }).ok) return
  nameFresh(session, { kind: 'step', id: unnamed ?? stepId })
}

function placeForStep(session: Session): { readonly stageId: StageId; readonly index: number } | null {
  const board = session.document.board()
  const here = columnOfFocus(board, session.ui.getState().focus)
  const stageId = here?.stageId ?? board.stages.at(-1)?.id
  if (stageId === undefined) return null
  const steps = board.stepsOf.get(stageId) ?? []
  const behind = steps.findIndex(({ id }) => id === here?.stepId) + 1
  return { stageId, index: behind === 0 ? steps.length : behind }
}

/** What is typed next is its name, and one undo takes back both. */
function nameFresh(session: Session, editing: NameEditing): void {
  const open: Exclude<Editing, { kind: 'none' }> = editing
  rememberFresh(session, open)
  session.ui.setState({ ...selectNamed(editing), ...startEditing(open) })
}

/** A persona in the list of personas, where it is named. */
export function insertPersona(session: Session): void {
  const personaId = session.newId('persona')
  if (session.run(addPersona, { personaId, name: '' }).ok) session.ui.setState({ panel: 'personas', activePersona: personaId })
}

/** The lane that a command without further words is about: the selected one, or the one the focus is in. */
export function laneInHand(session: Session): LaneId | null {
  const { selection, focus } = session.ui.getState()
  return selection.kind === 'lane' ? selection.id : laneOfFocus(session.document.board(), focus)
}

export function toggleCollapsed(session: Session, laneId: LaneId): void {
  const lane = session.document.board().records.lane.get(laneId)
  if (!lane || !session.run(setLaneCollapsed, { laneId, collapsed: !lane.collapsed }).ok) return
  // Inside a folded lane there is nothing to be on.
  if (!lane.collapsed) session.ui.setState({ selection: { kind: 'lane', id: laneId }, focus: { kind: 'lane', id: laneId } })
}

/** Hide a lane and say how to see it again. */
export function hideLane(session: Session, laneId: LaneId): void {
  if (!session.run(setLaneHidden, { laneId, hidden: true }).ok) return
  // The lane below has the keyboard now.
  session.ui.setState(({ focus }) => selectNothing(focus))
  const { t } = session.look().translator
  session.toast({
    kind: 'info',
    text: t('board.laneHidden'),
    action: {
      label: t('board.showAgain'),
      run: takeBack(session, () => void session.run(setLaneHidden, { laneId, hidden: false })),
    },
    until: untilBoard(session, (board) => board.records.lane.get(laneId)?.hidden === false),
  })
}

export function showEveryLane(session: Session): void {
  session.run(showAllLanes, {})
}
