import { duplicateNotes, moveNotes, notesToInbox } from '../../shared/commands/notes'
import { dropPlaceAt } from '../../shared/layout/dropPlace'
import type { Point } from '../../shared/layout/geometry'
import { laneAt } from '../../shared/layout/hitTest'
import type { Layout } from '../../shared/layout/layout'
import type { NoteId } from '../../shared/model/note'
import { endGesture, selectNotes, showGesture } from '../state/uiStore'
import type { Gesture } from '../state/uiState'
import { run, say, show, type Effect, type PointerInput, type ToolContext } from './tool'

type DragNotesGesture = Extract<Gesture, { kind: 'dragNotes' }>

/** Notes under the hand, from the press that took them. */
export interface NotesInHand {
  readonly ids: readonly NoteId[]
  readonly grabbed: NoteId
  readonly from: Point
}

/** Where the notes would land now. */
export function dragNotesTo(hand: NotesInHand, input: PointerInput, context: ToolContext): DragNotesGesture {
  const overInbox = context.dropZoneAt(input.screen) === 'inbox'
  const copying = input.alt
  const drop =
    overInbox || isOverHeader(input, context) ? null : dropPlaceAt(context.layout, context.board, input.board, copying ? [] : hand.ids)
  return {
    kind: 'dragNotes',
    ids: hand.ids,
    grabbed: hand.grabbed,
    offset: { x: input.board.x - hand.from.x, y: input.board.y - hand.from.y },
    drop,
    copying,
    overInbox,
  }
}

/** Headers stay in place over cells that are scrolled away beneath them: nothing is dropped through them. */
function isOverHeader({ target }: PointerInput, { layout }: ToolContext): boolean {
  switch (target.kind) {
    case 'stageHeader':
    case 'stepHeader':
    case 'persona':
    case 'corner':
      return true
    case 'laneHeader':
      // A lane that is collapsed is all header, and takes notes.
      return layout.lanes.find(({ lane }) => lane.id === target.id)?.lane.collapsed !== true
    default:
      return false
  }
}

export function showDragNotes(hand: NotesInHand, input: PointerInput, context: ToolContext): Effect {
  return show(showGesture(dragNotesTo(hand, input, context)))
}

/** Why notes do not go where a lane holds none; null where it does, and beside the lanes, where a drag is simply called off. */
export function whyNoNotes(layout: Layout, y: number): 'board.noNotesOnCurve' | 'board.noNotesOnLine' | null {
  const content = laneAt(layout, y)?.content
  return content === 'curve' ? 'board.noNotesOnCurve' : content === 'separator' ? 'board.noNotesOnLine' : null
}

function whyNot({ target, board }: PointerInput, { layout }: ToolContext): readonly Effect[] {
  // The headers of stages and the names of personas lie over lanes that are scrolled away beneath them.
  const onLane = target.kind === 'emotion' || target.kind === 'point' || target.kind === 'laneHeader'
  const why = onLane ? whyNoNotes(layout, board.y) : null
  return why === null ? [] : [say(why)]
}

/** One undo step: the notes move, or copies of them arrive, or they leave the board for the inbox. */
export function dropNotes(hand: NotesInHand, input: PointerInput, context: ToolContext): readonly Effect[] {
  const { drop, copying, overInbox } = dragNotesTo(hand, input, context)
  const end = show(endGesture())
  if (overInbox) return [end, run(notesToInbox, { noteIds: [...hand.ids] })]
  if (!drop) return [end, ...whyNot(input, context)]
  const { cell, index } = drop
  if (!copying) return [end, run(moveNotes, { noteIds: [...hand.ids], cell, index }), show(selectNotes(hand.ids, hand.grabbed))]
  const copies = hand.ids.map((noteId) => ({ noteId, copyId: context.newId('note') }))
  const copyIds = copies.map(({ copyId }) => copyId)
  return [
    end,
    {
      do: 'edit',
      apply(session) {
        if (!session.run(duplicateNotes, { copies }).ok) return
        session.run(moveNotes, { noteIds: copyIds, cell, index }, { continues: true })
        session.ui.setState(selectNotes(copyIds))
      },
    },
  ]
}
