import { readingOrder } from '../../shared/analysis/readingOrder'
import type { Keep } from '../../shared/commands/conflicts'
import type { MessageKey, Translator } from '../../shared/i18n/translator'
import { sceneWords } from '../../shared/layout/sceneWords'
import { kindOfId, recordAt, type Board, type RecordOf } from '../../shared/model/board'
import type { Conflict, ConflictAbout, ConflictSide } from '../../shared/model/conflict'
import type { Note } from '../../shared/model/note'
import type { StepId } from '../../shared/model/step'
import { originOf } from './inboxPlaces'

/** One of the two values of a conflict, as the board has it or as it does not. */
export type SideName = 'shown' | 'other'

/** The sides in the order in which they are offered: one's own first, where it is known which one that is. */
export function sidesOf({ shown, other }: Conflict, me: string): readonly SideName[] {
  return other.by === me && shown.by !== me ? ['other', 'shown'] : ['shown', 'other']
}

/** Whether exactly one of the two values is of that person. */
export function isMine({ shown, other }: Conflict, me: string): boolean {
  return (shown.by === me) !== (other.by === me)
}

/** Whose value it is: "Yours", a name, or where nobody knows which one it is. */
export function sideTitle({ t }: Translator, conflict: Conflict, side: SideName, me: string): string {
  const { by } = conflict[side]
  if (isMine(conflict, me) && by === me) return t('merge.yours')
  if (by === '' || conflict.shown.by === conflict.other.by) return t(side === 'shown' ? 'merge.onMap' : 'merge.otherOne')
  return by
}

/** When it was written, as far as that is known: the moment of a deletion, else when the writer had begun to edit. Empty where nobody knows. */
export function sideTime({ t, language }: Translator, conflict: Conflict, side: SideName): string {
  const { value, since } = conflict[side]
  const deletedAt = isDeletion(conflict, conflict[side]) && typeof value === 'string' ? value : undefined
  const at = new Date(deletedAt ?? since ?? '')
  if (Number.isNaN(at.getTime())) return ''
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at)
  return t(deletedAt === undefined ? 'merge.since' : 'merge.deletedAt', { time })
}

/** Everybody but me whose value waits for a choice, in the order in which they appear. */
export function othersOf(conflicts: readonly Conflict[], me: string): readonly string[] {
  const names = conflicts.flatMap(({ shown, other }) => [shown.by, other.by])
  return [...new Set(names)].filter((name) => name !== '' && name !== me)
}

/** What stays unless somebody chooses otherwise: both values, and of something deleted and edited the thing itself. */
export function safeChoice({ field }: Conflict): Keep {
  return field === 'deleted' ? 'shown' : 'both'
}

/** As a reader of the board meets them: what is said of the whole map first. */
export function inReadingOrder(board: Board): readonly Conflict[] {
  const places = new Map<string, number>(readingOrder(board, board).map((id, index) => [id, index]))
  const placeOf = ({ about }: Conflict): number => places.get(about) ?? -1
  return board.conflicts.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** What of a thing is in question: "Note text", "Name of the stage". */
export function whatText({ t }: Translator, { about, field }: Conflict): string {
  const kind = about === 'map' ? 'map' : kindOfId(about)
  return t(`merge.what.${kind}.${field}` as MessageKey)
}

/** Where it is: lane and stage of a note, persona and stage of a point, else its name. */
export function whereText(translator: Translator, board: Board, about: ConflictAbout): string {
  const words = sceneWords(translator)
  if (about === 'map') return board.settings.title
  const record = recordAt(board.records, about)
  if (!record) return ''
  switch (kindOfId(about)) {
    case 'note':
      return placeText(translator, board, record as RecordOf['note'])
    case 'point': {
      const { personaId, stepId } = record as RecordOf['point']
      return [board.records.persona.get(personaId)?.name || words.untitledPersona, stepName(translator, board, stepId)].join(', ')
    }
    case 'stage':
      return (record as RecordOf['stage']).title || words.untitledStage
    case 'step':
      return stepName(translator, board, about as StepId)
    case 'lane':
      return words.laneTitle(record as RecordOf['lane'])
    case 'persona':
      return (record as RecordOf['persona']).name || words.untitledPersona
    case 'conflict':
      return ''
  }
}

/** "Pains and wins, Pre-approval", and the step where that says more; the inbox where it has no cell that anybody knows. */
export function placeText(translator: Translator, board: Board, at: Pick<Note, 'laneId' | 'columnId'>): string {
  const words = sceneWords(translator)
  const { lane, stage } = originOf(board, at)
  const steps = (stage && board.stepsOf.get(stage.id)) ?? []
  const step = steps.length > 1 ? steps.find(({ id }) => id === at.columnId) : undefined
  const names = [
    lane && words.laneTitle(lane),
    stage && (stage.title || words.untitledStage),
    step && (step.title || words.untitledStep),
  ].filter((name) => name !== undefined)
  return names.length === 0 ? translator.t('app.inbox.title') : names.join(', ')
}

/** A step without a name goes by its stage. */
function stepName(translator: Translator, board: Board, id: StepId): string {
  const step = board.records.step.get(id)
  if (step?.title) return step.title
  const stage = step && board.records.stage.get(step.stageId)
  return stage?.title || sceneWords(translator).untitledStage
}

/** "−4", with the minus that numbers have in print. */
export function valueText(language: string, value: number): string {
  return new Intl.NumberFormat(language, { signDisplay: 'exceptZero' }).format(value).replace('-', '−')
}

/** What the side with the deletion is called by, if this is the one: the moment is its value. */
export function isDeletion({ field }: Conflict, { value }: ConflictSide): boolean {
  return field === 'deleted' && value !== null
}
