import { assertNever } from '../../shared/base/assertNever'
import type { Result } from '../../shared/base/result'
import { renameLane } from '../../shared/commands/lanes'
import { setNoteText } from '../../shared/commands/notes'
import { changePersona } from '../../shared/commands/personas'
import { labelPoint } from '../../shared/commands/points'
import { changeSettings } from '../../shared/commands/settings'
import { renameStage } from '../../shared/commands/stages'
import { renameStep } from '../../shared/commands/steps'
import { writerIn } from '../../shared/document/authors'
import { textAt, writeOver, type TextPlace } from '../../shared/commands/writeOver'
import type { IdOf } from '../../shared/model/ids'
import { kindOfId } from '../../shared/model/board'
import type { Session } from './session'

export interface WriteTextOptions {
  /** What the field held before this keystroke. */
  readonly draft: string | null
  /** Whether it joins the undo step before it. */
  readonly continues: boolean
}

type Writer = Pick<Session, 'document' | 'run' | 'newId'>

/**
 * Write what a field holds.
 *
 * Where somebody else has written there since the field's last keystroke, theirs stays in a conflict. That is an undo step of
 * its own: taking it back shows the other one's text again, and not what was there before both.
 */
export function writeText(session: Writer, place: TextPlace, text: string | null, { draft, continues }: WriteTextOptions): Result<null> {
  const written = textAt(session.document.board(), place)
  if ((written ?? '') === (draft ?? '')) return writePlain(session, place, text, continues)
  const writer = writerIn(session.document.authorOf(place.about, place.field))
  return session.run(writeOver, { ...place, text, draft, ...writer, conflictId: session.newId('conflict') })
}

function writePlain(session: Writer, { about, field }: TextPlace, text: string | null, continues: boolean): Result<null> {
  const options = { continues }
  const value = { [field]: text ?? '' }
  if (about === 'map') return session.run(changeSettings, value, options)
  // The prefix says of which kind the id is, which TypeScript does not follow from one variable to another.
  const kind = kindOfId(about) as Exclude<ReturnType<typeof kindOfId>, 'conflict'>
  switch (kind) {
    case 'persona':
      return session.run(changePersona, { personaId: about as IdOf<'persona'>, ...value }, options)
    case 'stage':
      return session.run(renameStage, { stageId: about as IdOf<'stage'>, ...value }, options)
    case 'step':
      return session.run(renameStep, { stepId: about as IdOf<'step'>, title: text ?? '' }, options)
    case 'lane':
      return session.run(renameLane, { laneId: about as IdOf<'lane'>, title: text }, options)
    case 'note':
      return session.run(setNoteText, { noteId: about as IdOf<'note'>, text: text ?? '' }, options)
    case 'point':
      return session.run(labelPoint, { pointId: about as IdOf<'point'>, ...value }, options)
    default:
      return assertNever(kind)
  }
}
