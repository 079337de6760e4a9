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
  const before = pointCount(session)
  if (!deleteOne(session, selection).ok) return
  const points = selection.kind === 'point' ? 0 : before - pointCount(session)
  say(session, `board.deleted.${selection.kind}`, [selection.id], points)
}

/** Emotion points that are on the board. */
function pointCount(session: Session): number {
  let count = 0
  for (const points of session.document.board().pointsOf.values()) count += points.length
  return count
}

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

/** @param points how many emotion points went along; they wait nowhere, and come back with what they went with. */
function say(session: Session, key: MessageKey, ids: RecordId[], points = 0): void {
  const { t } = session.look().translator
  const along = points > 0 ? ` ${t('board.deleted.points', { count: points })}` : ''
  session.toast({
    kind: 'success',
    text: `${t(key, { count: ids.length })}${along}`,
    action: { label: t('board.undo'), run: takeBackDeletion(session, ids) },
    until: untilRestored(session, ids),
  })
}
