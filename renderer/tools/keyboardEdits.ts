import type { NoteId } from '../../shared/model/note'
import type { Session } from '../state/session'
import { selectNotes, selectOne, startEditing } from '../state/uiStore'
import { activePersonaOf } from '../state/activePersona'
import { firstFocus, moveFocus, nextNote, nextStop, sameFocus, type Direction } from './focusMoves'
import { laneOfFocus } from './focusPlace'
import { editNote, placeForNewNote, startNote } from './noteEntry'
import { takesTouchpoints } from './noteTool'
import { addPointAt, changePointBy } from './pointValue'
import { pointAt, selectFocus } from './selectFocus'

/** The focus goes to the first place of the board; a cell of notes before a step of a curve. */
export function focusFirst(session: Session): void {
  const first = firstFocus(session.layout(), null)
  if (first) session.ui.setState(selectFocus(session.board(), first))
}

/** An arrow key: the focus moves on, and what it reaches is selected. False where the board ends. */
export function stepFocus(session: Session, direction: Direction): boolean {
  const { focus, selection } = session.ui.getState()
  const next = moveFocus(session.layout(), focus, direction, personaOf(session))
  if (!next || sameFocus(next, focus)) return false
  session.ui.setState(selectFocus(session.board(), next, { passing: selection.kind !== 'point' }))
  return true
}

/** Tab: the next item in reading order. False at the ends, and where nothing has the focus: there Tab is the window's. */
export function tabFocus(session: Session, by: 1 | -1): boolean {
  if (session.ui.getState().focus.kind === 'none') return false
  const next = nextStop(session.layout(), session.ui.getState().focus, by, personaOf(session))
  if (!next) return false
  session.ui.setState(selectFocus(session.board(), next))
  return true
}

/** Shift and an arrow: the next note in that direction is selected as well. */
export function extendSelection(session: Session, direction: Direction): void {
  const { selection, focus } = session.ui.getState()
  const id = nextNote(session.layout(), focus, direction)
  if (id === null) return
  const before: readonly NoteId[] = selection.kind === 'notes' ? [...selection.ids] : []
  session.ui.setState(selectNotes([...before.filter((other) => other !== id), id], id))
}

/** Up and Down on a selected point. False where no point is selected: then they move the focus. */
export function changeSelectedPoint(session: Session, by: number, options: { readonly continues: boolean }): boolean {
  const { selection } = session.ui.getState()
  if (selection.kind !== 'point') return false
  changePointBy(session, selection.id, by, options)
  return true
}

/**
 * Enter and F2: write in what has the focus.
 *
 * An empty cell gets a new note. A step of a curve gets its point in the middle of the scale; a point that is there
 * is taken in hand first, and its label opens with the next Enter.
 */
export function writeInFocus(session: Session): void {
  const { focus, selection } = session.ui.getState()
  switch (focus.kind) {
    case 'none':
      return
    case 'note':
      editNote(session, focus.id)
      return
    case 'cell':
      startNote(session, focus.cell)
      return
    case 'emotion': {
      const id = pointAt(session.document.board(), focus)
      if (id === null) addPointAt(session, focus)
      else if (selection.kind === 'point' && selection.id === id) session.ui.setState(startEditing({ kind: 'point', id }))
      else session.ui.setState(selectOne({ kind: 'point', id }, focus))
      return
    }
    case 'stage':
      session.ui.setState({ ...selectOne(focus), ...startEditing({ kind: 'stage', id: focus.id, field: 'title' }) })
      return
    case 'step':
    case 'lane':
      session.ui.setState({ ...selectOne(focus), ...startEditing({ kind: focus.kind, id: focus.id } as typeof focus) })
      return
  }
}

/** A new note where the keyboard is, or in the first cell of the board. */
export function writeNewNote(session: Session): void {
  const place = placeForNewNote(session)
  if (place) {
    startNote(session, place.cell, place.index)
    return
  }
  focusFirst(session)
  const found = placeForNewNote(session)
  if (found) startNote(session, found.cell, found.index)
}

/**
 * The key of a tool that writes: a new note where the keyboard is, without a click.
 *
 * @returns false where the focus is in no cell, or in one that the tool does not write in
 */
export function writeWithTool(session: Session, tool: 'note' | 'touchpoint'): boolean {
  const place = placeForNewNote(session)
  if (!place || (tool === 'touchpoint' && !takesTouchpoints(session.document.board(), place.cell))) return false
  startNote(session, place.cell, place.index)
  return true
}

/** Everything in the lane one is in; once that is selected, or outside of any lane, everything on the board. */
export function selectAll(session: Session): void {
  const board = session.board()
  const { focus, selection } = session.ui.getState()
  const laneId = laneOfFocus(board, focus)
  const all = board.lanes.flatMap((lane) =>
    lane.hidden ? [] : (session.layout().lanes.find((box) => box.lane.id === lane.id)?.cells ?? []),
  )
  const idsIn = (cells: typeof all): NoteId[] => cells.flatMap(({ notes }) => notes)
  const ofLane = idsIn(all.filter(({ cell }) => cell.laneId === laneId))
  const hasLane = selection.kind === 'notes' && ofLane.length > 0 && ofLane.every((id) => selection.ids.has(id))
  const ids = ofLane.length === 0 || hasLane ? idsIn(all) : ofLane
  if (ids.length > 0) session.ui.setState(selectNotes(ids, focus.kind === 'note' ? focus.id : undefined))
}

function personaOf(session: Session) {
  return activePersonaOf(session.board(), session.ui.getState())
}
