import type { ActionId } from '../../shared/actions/actionTable'
import { NOTE_COLORS } from '../../shared/model/color'
import type { Session } from '../state/session'
import { takeTool } from '../state/uiStore'
import type { ToolId } from '../state/uiState'
import { deleteSelection } from '../tools/deleteSelection'
import { selectAll, writeInFocus, writeNewNote } from '../tools/keyboardEdits'
import { moveSelection } from '../tools/moveSelection'
import { cycleProofOfSelected, duplicateSelected, recolorSelected, sendToInbox, toggleMark, togglePersona } from '../tools/noteEdits'
import { hideLane, insertPersona, insertStage, insertStep, laneInHand, showEveryLane, toggleCollapsed } from '../tools/structureEdits'
import { fitAll, zoomBy, zoomTo } from '../board/zoomMoves'
import { fitSelection } from './cameraMoves'

type BoardAction = (session: Session) => void

const take =
  (tool: ToolId): BoardAction =>
  (session) =>
    session.ui.setState(takeTool(tool))

const color =
  (index: number): BoardAction =>
  (session) => {
    const name = NOTE_COLORS[index]
    if (name) recolorSelected(session, name)
  }

/** Actions that need nothing but the open map. */
export const boardActions = {
  'edit.undo': (session) => session.undo(),
  'edit.redo': (session) => session.redo(),
  'edit.duplicate': duplicateSelected,
  'edit.delete': deleteSelection,
  'edit.selectAll': selectAll,
  'edit.text': writeInFocus,
  'view.zoomIn': (session) => zoomBy(session, 1),
  'view.zoomOut': (session) => zoomBy(session, -1),
  'view.zoom100': (session) => zoomTo(session, 1),
  'view.fitAll': (session) => fitAll(session),
  'view.fitSelection': (session) => fitSelection(session),
  'tool.select': take('select'),
  'tool.hand': take('hand'),
  'tool.note': take('note'),
  'tool.emotion': take('emotion'),
  'tool.touchpoint': take('touchpoint'),
  'insert.note': writeNewNote,
  'insert.stage': (session) => insertStage(session),
  'insert.step': (session) => insertStep(session),
  'insert.persona': insertPersona,
  'note.color1': color(0),
  'note.color2': color(1),
  'note.color3': color(2),
  'note.color4': color(3),
  'note.color5': color(4),
  'note.color6': color(5),
  'note.color7': color(6),
  'note.color8': color(7),
  'note.colorLane': (session) => recolorSelected(session, null),
  'note.markPain': (session) => toggleMark(session, 'pain'),
  'note.markWin': (session) => toggleMark(session, 'success'),
  'note.markMoment': (session) => toggleMark(session, 'momentOfTruth'),
  'note.cycleProof': cycleProofOfSelected,
  'note.persona': (session) => togglePersona(session),
  'note.toInbox': sendToInbox,
  'move.left': (session) => moveSelection(session, 'left'),
  'move.right': (session) => moveSelection(session, 'right'),
  'move.up': (session) => moveSelection(session, 'up'),
  'move.down': (session) => moveSelection(session, 'down'),
  'lane.collapse': (session) => {
    const lane = laneInHand(session)
    if (lane !== null) toggleCollapsed(session, lane)
  },
  'lane.hide': (session) => {
    const lane = laneInHand(session)
    if (lane !== null) hideLane(session, lane)
  },
  'lane.showAll': showEveryLane,
} as const satisfies Partial<Record<ActionId, BoardAction>>

export type BoardActionId = keyof typeof boardActions
