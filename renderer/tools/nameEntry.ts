import { renameLane } from '../../shared/commands/lanes'
import { labelPoint } from '../../shared/commands/points'
import { changeSettings } from '../../shared/commands/settings'
import { renameStage } from '../../shared/commands/stages'
import { renameStep } from '../../shared/commands/steps'
import type { Result } from '../../shared/base/result'
import { sceneWords } from '../../shared/layout/sceneWords'
import { allSteps } from '../../shared/model/board'
import type { Session } from '../state/session'
import { selectOne, type UiChange } from '../state/uiStore'
import type { Editing } from '../state/uiState'
import { isOwnStep, remember } from './typing'

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

/** @param apart an undo step of its own, for what Escape brings back. */
export function typeName(session: Session, editing: NameEditing, text: string, { apart = false } = {}): void {
  const name = text.replace(/\s*\n\s*/g, ' ')
  const before = typedName(session, editing)
  if (name === before) return
  const continues = !apart && isOwnStep(session, editing)
  const written = writeName(session, editing, name, { continues })
  if (written.ok) remember(session, editing, before)
}

function writeName(session: Session, editing: NameEditing, name: string, options: { readonly continues: boolean }): Result<null> {
  switch (editing.kind) {
    case 'stage': {
      const fields = editing.field === 'title' ? { title: name } : { duration: name }
      return session.run(renameStage, { stageId: editing.id, ...fields }, options)
    }
    case 'step':
      return session.run(renameStep, { stepId: editing.id, title: name }, options)
    case 'lane':
      // Emptied, or as its kind is called anyway: then it goes on following the reader's language.
      return session.run(
        renameLane,
        { laneId: editing.id, title: name.trim() === '' || name === kindName(session, editing.id) ? null : name },
        options,
      )
    case 'point':
      return session.run(labelPoint, { pointId: editing.id, label: name }, options)
    case 'mapTitle':
      return session.run(changeSettings, { title: name }, options)
  }
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
      const next = neighbour(allSteps(board), editing.id, by)
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
