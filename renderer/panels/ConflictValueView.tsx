import { MapPin, Trash2 } from 'lucide-react'
import type { Translator } from '../../shared/i18n/translator'
import { curvePath } from '../../shared/layout/emotionCurve'
import { allSteps, kindOfId, recordAt, type Board, type RecordOf } from '../../shared/model/board'
import { conflictValueOf, type Conflict, type ConflictAbout, type ConflictValue } from '../../shared/model/conflict'
import type { Note } from '../../shared/model/note'
import type { Point } from '../../shared/model/point'
import { shownColor } from '../../shared/scene/noteColor'
import { useTranslator } from '../i18n/TranslatorContext'
import { useBoard } from '../state/SessionContext'
import { isDeletion, placeText, valueText, whereText, type SideName } from './conflictTexts'
import { originOf } from './inboxPlaces'
import { personaColor } from './personaColor'

export interface ConflictValueViewProps {
  readonly conflict: Conflict
  readonly side: SideName
}

/** One of the two values, as it looks or would look on the board. */
export function ConflictValueView({ conflict, side }: ConflictValueViewProps) {
  const translator = useTranslator()
  const board = useBoard()
  const { about, field } = conflict
  const record = about === 'map' ? board.settings : recordAt(board.records, about)
  if (!record) return null
  if (isDeletion(conflict, conflict[side])) {
    return (
      <span className="merge-deleted">
        <Trash2 size={16} strokeWidth={1.75} aria-hidden="true" />
        {translator.t('merge.deleted')}
        <s className="ellipsis">{nameText(translator, board, about, record)}</s>
      </span>
    )
  }
  const kind = about === 'map' ? 'map' : kindOfId(about)
  // What has been done to the shown value since the merge belongs to it.
  const value = field === 'deleted' ? null : side === 'shown' ? conflictValueOf(record, field) : conflict.other.value
  if (kind === 'note' && field !== 'place') {
    return <NoteText note={record as RecordOf['note']} text={field === 'text' ? value : (record as RecordOf['note']).text} />
  }
  if (kind === 'point' && (field === 'value' || field === 'deleted')) {
    return <MiniCurve point={record as RecordOf['point']} value={typeof value === 'number' ? value : (record as RecordOf['point']).value} />
  }
  if (field === 'place') {
    return (
      <span className="merge-plain merge-place">
        <MapPin size={15} strokeWidth={1.75} aria-hidden="true" />
        {placeText(translator, board, placeOf(value))}
      </span>
    )
  }
  return <PlainText value={field === 'deleted' ? whereText(translator, board, about) : value} />
}

/** What a record is called on the board: the text of a note, else where it is. */
function nameText(translator: Translator, board: Board, about: ConflictAbout, record: object): string {
  const { text } = record as Partial<Note>
  return text || whereText(translator, board, about)
}

function NoteText({ note, text }: { readonly note: Note; readonly text: ConflictValue }) {
  const { t } = useTranslator()
  const board = useBoard()
  const color = shownColor(note, originOf(board, note).lane)
  return <span className={`merge-note note-${color}`}>{typeof text === 'string' && text !== '' ? text : t('merge.empty')}</span>
}

function PlainText({ value }: { readonly value: ConflictValue }) {
  const { t } = useTranslator()
  const text = typeof value === 'string' ? value : ''
  return <span className="merge-plain">{text === '' ? <i>{t('merge.empty')}</i> : text}</span>
}

const WIDTH = 220
const HEIGHT = 52
const PAD = 6

function placeOf(value: ConflictValue): Pick<Note, 'laneId' | 'columnId'> {
  return typeof value === 'object' && value !== null ? value : {}
}

/** The persona's curve with that value in it; the point in question stands out, and its value is said in words. */
function MiniCurve({ point, value }: { readonly point: Point; readonly value: number }) {
  const { language } = useTranslator()
  const board = useBoard()
  const color = board.records.persona.get(point.personaId)?.color ?? 'teal'
  const places = curvePlaces(board, point, value)
  const here = places.find(({ id }) => id === point.id)
  return (
    <span className="merge-value">
      <span className="merge-number">{valueText(language, value)}</span>
      <svg className="merge-curve" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <line x1="0" x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} stroke="var(--line-2)" />
        <path d={curvePath(places)} fill="none" stroke={personaColor(color)} strokeWidth="2.5" />
        {here && <circle cx={here.x} cy={here.y} r="4.5" fill="var(--surface)" stroke={personaColor(color)} strokeWidth="2.5" />}
      </svg>
    </span>
  )
}

function curvePlaces(board: Board, point: Point, value: number): { readonly id: string; readonly x: number; readonly y: number }[] {
  const steps = allSteps(board).map(({ id }) => id)
  const across = Math.max(1, steps.length - 1)
  const points = (board.pointsOf.get(point.personaId) ?? []).filter(({ curve }) => curve === point.curve)
  return points.map((one) => ({
    id: one.id,
    x: PAD + (steps.indexOf(one.stepId) / across) * (WIDTH - 2 * PAD),
    y: HEIGHT / 2 - ((one.id === point.id ? value : one.value) / 5) * (HEIGHT / 2 - PAD),
  }))
}
