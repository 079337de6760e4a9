import { assertNever } from '../../shared/base/assertNever'
import { setPoint } from '../../shared/commands/points'
import { snapValue } from '../../shared/layout/emotionScale'
import type { MovingHeader } from '../../shared/layout/dropPlace'
import type { HitTarget } from '../../shared/layout/layout'
import { cellExists } from '../../shared/model/board'
import type { NoteId } from '../../shared/model/note'
import type { PersonaId } from '../../shared/model/persona'
import { pointIdOf } from '../../shared/model/point'
import { endGesture, selectNotes, selectOne, startEditing, toggleNote, type UiChange } from '../state/uiStore'
import { activePersonaOf } from '../state/activePersona'
import { pressPersona } from './choosePersona'
import { dropHeader, showDragHeader } from './dragHeader'
import { dropNotes, showDragNotes, type NotesInHand } from './dragNotes'
import { dropPoint, holdPoint, showDragPoint, type PointInHand } from './dragPoint'
import { showMarquee, type Marquee } from './marquee'
import { editNote, startNote } from './noteEntry'
import { headerOf, selectTarget } from './selectTarget'
import { farEnough, say, show, run, type Effect, type PointerInput, type Tool, type ToolContext, type ToolEvent } from './tool'

/** What a drag from here would be. */
type Grip =
  | { readonly kind: 'notes'; readonly hand: NotesInHand; readonly click: UiChange | null }
  | { readonly kind: 'point'; readonly hand: PointInHand }
  | { readonly kind: 'header'; readonly header: MovingHeader }
  | { readonly kind: 'marquee'; readonly marquee: Marquee }

type State =
  | { readonly at: 'idle' }
  /** Pressed, not yet far enough for a drag. */
  | { readonly at: 'pressed'; readonly from: PointerInput; readonly grip: Grip }
  | { readonly at: 'dragging'; readonly grip: Grip }

const idle: State = { at: 'idle' }

/** Press to select, drag to move, drag over the empty board to select many, press twice to write. */
export const selectTool: Tool<State> = {
  initial: idle,
  step(state, event, context) {
    if (event.type === 'doubleClick') return [idle, ...write(event, context)]
    switch (state.at) {
      case 'idle':
        return event.type === 'down' ? press(event, context) : [state]
      case 'pressed':
        return whilePressed(state, event, context)
      case 'dragging':
        return whileDragging(state, event, context)
      default:
        return assertNever(state)
    }
  },
}

function whilePressed(state: Extract<State, { at: 'pressed' }>, event: ToolEvent, context: ToolContext): readonly [State, ...Effect[]] {
  const { grip, from } = state
  if (event.type === 'cancel') return [idle]
  if (event.type === 'up') {
    return grip.kind === 'notes' && grip.click ? [idle, show(grip.click)] : [idle]
  }
  if (event.type !== 'move' || !farEnough(from.screen, event.screen)) return [state]
  return [{ at: 'dragging', grip }, ...drag(grip, event, context)]
}

function whileDragging(state: Extract<State, { at: 'dragging' }>, event: ToolEvent, context: ToolContext): readonly [State, ...Effect[]] {
  switch (event.type) {
    case 'move':
      return [state, ...drag(state.grip, event, context)]
    case 'up':
      return [idle, ...drop(state.grip, event, context)]
    case 'cancel':
      return [idle, show(endGesture())]
    default:
      return [state]
  }
}

function press(input: PointerInput, context: ToolContext): readonly [State, ...Effect[]] {
  const pressed = (grip: Grip, change: UiChange): readonly [State, ...Effect[]] => [{ at: 'pressed', from: input, grip }, show(change)]
  const { target } = input
  switch (target.kind) {
    case 'note':
      return pressNote(target.id, input, context)
    case 'point': {
      const hand = holdPoint(context.layout, target.id, input)
      return hand ? pressed({ kind: 'point', hand }, selectTarget(target, context)) : [idle]
    }
    case 'stageHeader':
    case 'stepHeader':
    case 'laneHeader':
      return pressed({ kind: 'header', header: headerOf(target) }, selectTarget(target, context))
    case 'persona':
      return [idle, pressPersona(target.id, context)]
    case 'cell':
    case 'emotion':
    case 'corner':
    case 'outside': {
      const adds = input.shift || input.mod
      const { selection } = context.ui
      const before = adds && selection.kind === 'notes' ? [...selection.ids] : []
      return pressed({ kind: 'marquee', marquee: { from: input.board, before } }, adds ? {} : selectTarget(target, context))
    }
    default:
      return assertNever(target)
  }
}

/** A note that is selected with others stays so while they are dragged; a mere click then selects it alone. */
function pressNote(id: NoteId, input: PointerInput, { ui }: ToolContext): readonly [State, ...Effect[]] {
  const selected: ReadonlySet<NoteId> = ui.selection.kind === 'notes' ? ui.selection.ids : new Set<NoteId>()
  const adds = input.shift || input.mod
  const known = selected.has(id)
  const ids = known || adds ? [...new Set([...selected, id])] : [id]
  const click = known ? (adds ? toggleNote(ui.selection, id) : selectNotes([id])) : null
  const grip: Grip = { kind: 'notes', hand: { ids, grabbed: id, from: input.board }, click }
  return [{ at: 'pressed', from: input, grip }, show(selectNotes(ids, id))]
}

function drag(grip: Grip, input: PointerInput, context: ToolContext): readonly Effect[] {
  switch (grip.kind) {
    case 'notes':
      return [showDragNotes(grip.hand, input, context)]
    case 'point':
      return showDragPoint(grip.hand, input, context)
    case 'header':
      return [showDragHeader(grip.header, input, context)]
    case 'marquee':
      return [show(showMarquee(grip.marquee, input.board, context.layout))]
  }
}

function drop(grip: Grip, input: PointerInput, context: ToolContext): readonly Effect[] {
  switch (grip.kind) {
    case 'notes':
      return dropNotes(grip.hand, input, context)
    case 'point':
      return dropPoint(grip.hand, input, context)
    case 'header':
      return dropHeader(grip.header, input, context)
    case 'marquee': {
      const { selection } = context.ui
      const last = selection.kind === 'notes' ? [...selection.ids].at(-1) : undefined
      return [show({ ...endGesture(), ...(last === undefined ? {} : { focus: { kind: 'note', id: last } }) })]
    }
  }
}

/** A second click on a thing opens it to write in. */
function write(input: PointerInput, context: ToolContext): readonly Effect[] {
  const { target } = input
  switch (target.kind) {
    case 'note':
      return [{ do: 'edit', apply: (session) => editNote(session, target.id) }]
    case 'cell':
      return cellExists(context.board, target.cell)
        ? [{ do: 'edit', apply: (session) => startNote(session, target.cell, target.index) }]
        : []
    case 'emotion': {
      const personaId = activePersonaOf(context.board, context.ui)
      if (personaId === null) return [say('board.noPersona')]
      return addPoint(target, personaId, input.alt)
    }
    case 'point':
      return [show(startEditing({ kind: 'point', id: target.id }))]
    case 'stageHeader':
      return [show({ ...selectOne(headerOf(target)), ...startEditing({ kind: 'stage', id: target.id, field: 'title' }) })]
    case 'stepHeader':
      return [show({ ...selectOne(headerOf(target)), ...startEditing({ kind: 'step', id: target.id }) })]
    case 'laneHeader':
      return [show({ ...selectOne(headerOf(target)), ...startEditing({ kind: 'lane', id: target.id }) })]
    case 'persona':
    case 'corner':
    case 'outside':
      return []
    default:
      return assertNever(target)
  }
}

function addPoint(target: Extract<HitTarget, { kind: 'emotion' }>, personaId: PersonaId, fine: boolean): readonly Effect[] {
  const { laneId, stepId } = target
  return [
    run(setPoint, { personaId, stepId, value: snapValue(target.value, { fine }) }),
    // The point's id follows from persona and step, so it is known before it is written.
    show(selectOne({ kind: 'point', id: pointIdOf(personaId, 'as-is', stepId) }, { kind: 'emotion', laneId, stepId, personaId })),
  ]
}
