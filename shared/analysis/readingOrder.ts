import { mergedSequence } from '../base/sequence'
import { cellKey, type Board, type RecordId } from '../model/board'
import type { NoteId } from '../model/note'

/**
 * Every record that either board shows, once, as a reader of the board meets it: personas, stages with their steps, lanes with their notes from
 * column to column, the points in the lane of emotions, the inbox.
 *
 * What only `before` shows stands where it stood, and so does a note that went to the inbox, where it is missed; all else stands where it is
 * now.
 */
export function readingOrder(before: Board, after: Board): readonly RecordId[] {
  const order = new Set<RecordId>()
  const add = (ids: readonly RecordId[]): void => {
    for (const id of ids) order.add(id)
  }
  const personas = merged(before.personas, after.personas)
  const stages = merged(before.stages, after.stages)
  const lanes = merged(before.lanes, after.lanes)
  const columns = stages.map((stageId) => ({ stageId, steps: merged(before.stepsOf.get(stageId), after.stepsOf.get(stageId)) }))
  const gone = notesGone(before, after)
  const withGone = (was: readonly { readonly id: NoteId }[], is: readonly { readonly id: NoteId }[]): readonly NoteId[] =>
    merged(
      was.filter(({ id }) => gone.has(id)),
      is,
    )
  const addPoints = (): void => {
    for (const personaId of personas) add(merged(before.pointsOf.get(personaId), after.pointsOf.get(personaId)))
  }

  add(personas)
  for (const { stageId, steps } of columns) add([stageId, ...steps])
  const emotions = lanes.find((id) => (after.records.lane.get(id) ?? before.records.lane.get(id))?.kind === 'emotions')
  for (const laneId of lanes) {
    add([laneId])
    if (laneId === emotions) addPoints()
    // A lane spans steps or stages; it has no cells of the other kind.
    for (const columnId of columns.flatMap(({ stageId, steps }) => [stageId, ...steps])) {
      const cell = cellKey({ laneId, columnId })
      add(withGone(before.notesIn.get(cell) ?? [], after.notesIn.get(cell) ?? []))
    }
  }
  addPoints()
  add(withGone(before.inbox, after.inbox))
  return [...order]
}

function merged<Id>(before: readonly { readonly id: Id }[] = [], after: readonly { readonly id: Id }[] = []): readonly Id[] {
  return mergedSequence(
    before.map(({ id }) => id),
    after.map(({ id }) => id),
  )
}

/** Notes that stood in a cell before or were in the inbox, and are in no cell now; one that only moved is met where it is now. */
function notesGone(before: Board, after: Board): ReadonlySet<NoteId> {
  const gone = new Set([...before.notesIn.values(), before.inbox].flatMap((notes) => notes.map(({ id }) => id)))
  for (const notes of after.notesIn.values()) for (const { id } of notes) gone.delete(id)
  return gone
}
