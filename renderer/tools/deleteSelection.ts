import type { Result } from '../../shared/base/result'
import { deleteLane } from '../../shared/commands/lanes'
import { deleteNotes } from '../../shared/commands/notes'
import { deletePoint } from '../../shared/commands/points'
import { deleteStage } from '../../shared/commands/stages'
import { deleteStep } from '../../shared/commands/steps'
import type { MessageKey } from '../../shared/i18n/translator'
import type { RecordId } from '../../shared/model/board'
import type { Session } from '../state/session'
import { takeBackDeletion, untilRestored } from '../state/takeBack'
import type { Selection } from '../state/uiState'
import { selectedNotes } from './noteEdits'

type Header = Exclude<Selection, { kind: 'none' } | { kind: 'notes' }>

/** Delete what is selected. Nothing is lost: the message has an Undo, and notes of a column or lane wait in the inbox. */
export function deleteSelection(session: Session): void {
  const { selection } = session.ui.getState()
  if (selection.kind === 'none') return
  if (selection.kind === 'notes') {
    const ids = selectedNotes(session).map(({ id }) => id)
    if (ids.length > 0 && session.run(deleteNotes, { noteIds: ids }).ok) say(session, 'board.deleted.notes', ids)
    return
  }
  const before = counted(session)
  if (!deleteOne(session, selection).ok) return
  const after = counted(session)
  const along = selection.kind === 'point' ? NOTHING : { points: before.points - after.points, toInbox: after.inbox - before.inbox }
  say(session, `board.deleted.${selection.kind}`, [selection.id], along)
}

/** Emotion points that are on the board, and notes in the inbox. */
function counted(session: Session): { readonly points: number; readonly inbox: number } {
  const { pointsOf, inbox } = session.document.board()
  let points = 0
  for (const own of pointsOf.values()) points += own.length
  return { points, inbox: inbox.length }
}

/** What became of what was in a stage, a step or a lane. */
interface Along {
  /** Emotion points wait nowhere, and come back with what they went with. */
  readonly points: number
  /** Notes went to the inbox. */
  readonly toInbox: number
}

const NOTHING: Along = { points: 0, toInbox: 0 }

function deleteOne(session: Session, header: Header): Result<null> {
  switch (header.kind) {
    case 'point':
      return session.run(deletePoint, { pointId: header.id })
    case 'stage':
      return session.run(deleteStage, { stageId: header.id })
    case 'step':
      return session.run(deleteStep, { stepId: header.id })
    case 'lane':
      return session.run(deleteLane, { laneId: header.id })
  }
}

function say(session: Session, key: MessageKey, ids: RecordId[], { points, toInbox }: Along = NOTHING): void {
  const { t } = session.look().translator
  const said = t(key, { count: ids.length })
  const along = [
    ...(toInbox > 0 ? [t('board.deleted.toInbox', { count: toInbox })] : []),
    ...(points > 0 ? [t('board.deleted.points', { count: points })] : []),
  ]
  session.toast({
    kind: 'success',
    text: along.length === 0 ? said : `${said}. ${along.join(' ')}`,
    action: { label: t('board.undo'), run: takeBackDeletion(session, ids) },
    until: untilRestored(session, ids),
  })
}
