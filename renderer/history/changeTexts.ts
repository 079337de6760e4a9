import type { MapDocument } from '../../shared/document/mapDocument'
import type { MessageKey, Translator } from '../../shared/i18n/translator'
import { sceneWords } from '../../shared/layout/sceneWords'
import { cellOf, recordAt, type AnyRecord, type Board, type RecordId } from '../../shared/model/board'
import type { Cell, Note } from '../../shared/model/note'
import { whenText } from '../i18n/when'
import type { Comparison, Stop } from './stops'

/** Longer texts of notes are cut in a sentence. */
const MOST_TEXT = 60

/** What became of something, and where it is, in a sentence. */
export function stopText(stop: Stop, comparison: Comparison, translator: Translator): string {
  const { t } = translator
  const { change, curve } = stop
  if (curve) {
    const persona = recordOf(comparison, curve.personaId)
    const name = (persona && 'name' in persona && persona.name) || t('scene.untitledPersona')
    return t('history.said.curve', { name, count: stop.ids.length })
  }
  const what = nameOf(stop, comparison, translator)
  const said =
    change.what === 'changed'
      ? t('history.said.changed', { what, fields: change.fields.map((field) => t(`history.field.${field}` as MessageKey)).join(', ') })
      : t(`history.said.${change.what}`, { what })
  const parts = [said, oldValueText(stop, comparison, translator), placeText(stop, comparison, translator)]
  return [...parts, oldPlaceText(stop, comparison, translator)].filter((part) => part !== '').join(' · ')
}

/** Who did it and, where the map knows, when: "Igor", "Igor, yesterday, 16:05"; empty where nobody is known. */
export function doneBy({ change }: Stop, comparison: Comparison, translator: Translator, { authors, now }: ByOptions): string {
  const author = authors.authorOf(change.id)?.name ?? ''
  if (change.id === 'map') return author
  const record = recordAt(comparison.after.records, change.id)
  if (change.what === 'removed') {
    if (!record?.deletedAt) return ''
    return [record.deletedBy ?? '', whenText(translator, new Date(record.deletedAt), now)].filter((part) => part !== '').join(', ')
  }
  return author
}

export interface ByOptions {
  /** Knows who wrote the newest part of a record. */
  readonly authors: Pick<MapDocument, 'authorOf'>
  readonly now: Date
}

/** The record as it is now, or as it was where it is gone. */
function recordOf({ before, after }: Comparison, id: RecordId): AnyRecord | undefined {
  return recordAt(after.records, id) ?? recordAt(before.records, id)
}

function nameOf({ change }: Stop, comparison: Comparison, translator: Translator): string {
  const { t } = translator
  if (change.id === 'map') return t('history.what.map')
  const record = recordOf(comparison, change.id)
  if (!record) return ''
  const words = sceneWords(translator)
  switch (change.kind) {
    case 'note':
      return 'text' in record ? t('history.what.note', { name: cut(record.text) || t('board.twin.emptyNote') }) : ''
    case 'stage':
      return 'title' in record ? t('history.what.stage', { name: record.title || words.untitledStage }) : ''
    case 'step':
      return 'title' in record ? t('history.what.step', { name: record.title || words.untitledStep }) : ''
    case 'lane':
      return 'span' in record ? t('history.what.lane', { name: words.laneTitle(record) }) : ''
    case 'persona':
      return 'marker' in record ? t('history.what.persona', { name: record.name || words.untitledPersona }) : ''
    default:
      return ''
  }
}

function cut(text: string): string {
  // A quote has marks of its own, and the sentence gives it some.
  const line = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[“«„"]|[”»"]$/g, '')
  const letters = [...line]
  return letters.length > MOST_TEXT ? `${letters.slice(0, MOST_TEXT).join('')}…` : line
}

/** What a text, a title or a name was; empty where none of them changed. */
function oldValueText({ change }: Stop, { before }: Comparison, { t }: Translator): string {
  const field = change.what === 'changed' ? NAMES.find((name) => change.fields.includes(name)) : undefined
  if (field === undefined) return ''
  const was: object | undefined = change.id === 'map' ? before.settings : recordAt(before.records, change.id)
  const value: unknown = was && new Map<string, unknown>(Object.entries(was)).get(field)
  if (typeof value !== 'string') return ''
  const shown = cut(value)
  return shown === '' ? t('history.said.wasEmpty') : t('history.said.was', { value: shown })
}

/** The fields a person knows a thing by. */
const NAMES = ['text', 'title', 'name'] as const

/** Where a note was that went to another cell or the inbox. */
function oldPlaceText({ change }: Stop, { before }: Comparison, translator: Translator): string {
  if (change.kind !== 'note' || change.id === 'map' || !change.fields.includes('place')) return ''
  return translator.t('history.said.from', { place: notePlace(before, change.id, translator) })
}

/** Lane and stage of a note; for one that is gone, where it was. */
function placeText({ change }: Stop, { before, after }: Comparison, translator: Translator): string {
  if (change.kind !== 'note' || change.id === 'map') return ''
  return notePlace(change.what === 'removed' ? before : after, change.id, translator)
}

function notePlace(board: Board, id: RecordId, translator: Translator): string {
  // The kind of the change says so.
  const note = recordAt(board.records, id) as Note | undefined
  const cell = note && cellOf(board, note)
  return cell ? cellText(board, cell, translator) : translator.t('action.view.inbox')
}

function cellText(board: Board, cell: Cell, translator: Translator): string {
  const words = sceneWords(translator)
  const lane = board.records.lane.get(cell.laneId)
  const stage = board.stages.find(
    ({ id }) => id === cell.columnId || (board.stepsOf.get(id) ?? []).some((step) => step.id === cell.columnId),
  )
  const step =
    stage && (board.stepsOf.get(stage.id) ?? []).length > 1
      ? board.stepsOf.get(stage.id)?.find(({ id }) => id === cell.columnId)
      : undefined
  const parts = [lane ? words.laneTitle(lane) : '', stage?.title ?? '', step?.title ?? '']
  return parts.filter((part) => part !== '').join(', ')
}
