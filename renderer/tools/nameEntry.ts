import { textAt, type TextPlace } from '../../shared/commands/writeOver'
import { sceneWords } from '../../shared/layout/sceneWords'
import type { Session } from '../state/session'
import { selectOne, type UiChange } from '../state/uiStore'
import type { Editing } from '../state/uiState'
import { writeText } from '../state/writeText'
import { draftOf, holdDraft, isOwnStep, remember } from './typing'

/** Fields that hold a name, not a note: one line, and Enter always ends them. */
export type NameEditing = Exclude<Editing, { kind: 'none' | 'note' | 'newNote' }>

/** The name as it is written now; a lane without one shows the name of its kind. */
export function typedName(session: Session, editing: NameEditing): string {
  const { records, settings } = session.document.board()
  switch (editing.kind) {
    case 'stage':
      return records.stage.get(editing.id)?.[editing.field] ?? ''
    case 'step':
      return records.step.get(editing.id)?.title ?? ''
    case 'lane': {
      const lane = records.lane.get(editing.id)
      return lane ? sceneWords(session.look().translator).laneTitle(lane) : ''
    }
    case 'point':
      return records.point.get(editing.id)?.label ?? ''
    case 'mapTitle':
      return settings.title
  }
}

/** Whether the field shows a word of the app that nobody wrote: a lane without a name shows that of its kind. */
export function isAppsWord(session: Session, editing: Editing): boolean {
  return editing.kind === 'lane' && session.document.board().records.lane.get(editing.id)?.title === undefined
}

/**
 * @param apart an undo step of its own, for what Escape brings back.
 * @returns what the field holds from now on: one line, and what it held before where that could not be written.
 */
export function typeName(session: Session, editing: NameEditing, text: string, { apart = false } = {}): string {
  const name = text.replace(/\s*\n\s*/g, ' ')
  const shown = typedName(session, editing)
  const place = placeOfName(editing)
  const value = nameValue(session, editing, name)
  const written = textAt(session.document.board(), place)
  const draft = isOwnName(session, editing) ? written : nameValue(session, editing, draftOf(editing) ?? shown)
  if (written !== value) {
    const continues = !apart && isOwnStep(session, editing)
    if (!writeText(session, place, value, { draft, continues }).ok) return draftOf(editing) ?? shown
    remember(session, editing, shown)
  }
  holdDraft(editing, name)
  return name
}

/** Whether what is written there is what the field holds: nobody else has written it since. */
export function isOwnName(session: Session, editing: NameEditing): boolean {
  const written = textAt(session.document.board(), placeOfName(editing)) ?? ''
  const draft = draftOf(editing)
  return draft === undefined || (nameValue(session, editing, draft) ?? '') === (nameValue(session, editing, written) ?? '')
}

function placeOfName(editing: NameEditing): TextPlace {
  switch (editing.kind) {
    case 'stage':
      return { about: editing.id, field: editing.field }
    case 'step':
    case 'lane':
      return { about: editing.id, field: 'title' }
    case 'point':
      return { about: editing.id, field: 'label' }
    case 'mapTitle':
      return { about: 'map', field: 'title' }
  }
}

/** What is stored for a name that is typed. */
function nameValue(session: Session, editing: NameEditing, name: string): string | null {
  if (editing.kind === 'mapTitle') return name.trim()
  if (editing.kind !== 'lane') return name
  // Emptied, or as its kind is called anyway: then it goes on following the reader's language.
  return name.trim() === '' || name === kindName(session, editing.id) ? null : name
}

function kindName(session: Session, id: Extract<NameEditing, { kind: 'lane' }>['id']): string | null {
  const lane = session.document.board().records.lane.get(id)
  return lane ? sceneWords(session.look().translator).laneTitle({ ...lane, title: undefined }) : null
}

/** The field that Tab opens after this one: the next stage, step or lane. Null at the ends. */
export function nextName(session: Session, editing: NameEditing, by: 1 | -1): NameEditing | null {
  const board = session.document.board()
  switch (editing.kind) {
    case 'stage': {
      const next = neighbour(board.stages, editing.id, by)
      return next ? { kind: 'stage', id: next.id, field: editing.field } : null
    }
    case 'step': {
      // The only step of a stage shows no name.
      const shown = board.stages.flatMap(({ id }) => {
        const steps = board.stepsOf.get(id) ?? []
        return steps.length > 1 ? steps : []
      })
      const next = neighbour(shown, editing.id, by)
      return next ? { kind: 'step', id: next.id } : null
    }
    case 'lane': {
      const next = neighbour(
        board.lanes.filter((lane) => !lane.hidden),
        editing.id,
        by,
      )
      return next ? { kind: 'lane', id: next.id } : null
    }
    case 'point':
    case 'mapTitle':
      return null
  }
}

function neighbour<T extends { readonly id: string }>(list: readonly T[], id: string, by: 1 | -1): T | undefined {
  const at = list.findIndex((item) => item.id === id)
  return at < 0 ? undefined : list[at + by]
}

/** What is selected while a name is typed and after it. */
export function selectNamed(editing: NameEditing): UiChange {
  switch (editing.kind) {
    case 'stage':
      return selectOne({ kind: 'stage', id: editing.id })
    case 'step':
      return selectOne({ kind: 'step', id: editing.id })
    case 'lane':
      return selectOne({ kind: 'lane', id: editing.id })
    case 'point':
      return { selection: { kind: 'point', id: editing.id } }
    case 'mapTitle':
      return {}
  }
}
