import type { BoardChange, BoardDiff } from '../../shared/analysis/boardDiff'
import { visibleName } from '../../shared/base/safeText'
import type { MessageKey, Translator } from '../../shared/i18n/translator'
import { sceneWords } from '../../shared/layout/sceneWords'
import { recordAt, type AnyRecord, type Board } from '../../shared/model/board'

/** Longer texts are cut in a line. */
const MOST_TEXT = 60

/** How much is different, on one line: "3 added · 1 changed"; empty where nothing is. */
export function countsLine({ counts }: BoardDiff, { t }: Translator): string {
  const { added, changed, moved, removed, points } = counts
  return [
    added > 0 ? t('history.added', { n: added }) : '',
    changed > 0 ? t('history.changed', { n: changed }) : '',
    moved > 0 ? t('history.moved', { n: moved }) : '',
    removed > 0 ? t('history.removed', { n: removed }) : '',
    points > 0 ? t('history.points', { count: points }) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

/** What is different, a line each; the points of one curve are one line, where the first of them stands. */
export function changeLines(diff: BoardDiff, before: Board, after: Board, translator: Translator): readonly string[] {
  const { t } = translator
  const points = new Map<string, number>()
  const recordOf = ({ id }: BoardChange): AnyRecord | undefined =>
    id === 'map' ? undefined : (recordAt(after.records, id) ?? recordAt(before.records, id))
  const personaOf = (change: BoardChange): string => {
    const record = recordOf(change)
    return record && 'personaId' in record ? record.personaId : ''
  }
  for (const change of diff.changes) if (change.kind === 'point') points.set(personaOf(change), (points.get(personaOf(change)) ?? 0) + 1)

  return diff.changes.flatMap((change) => {
    if (change.kind === 'point') {
      const persona = personaOf(change)
      const count = points.get(persona)
      points.delete(persona)
      const name = [after, before].map(({ records }) => records.persona.get(persona as `persona_${string}`)?.name).find((known) => known)
      return count === undefined
        ? []
        : [t('history.said.curve', { name: name === undefined ? t('scene.untitledPersona') : shown(name), count })]
    }
    const what = nameOf(change, recordOf(change), translator)
    if (change.what !== 'changed') return [t(`history.said.${change.what}`, { what })]
    return [t('history.said.changed', { what, fields: change.fields.map((field) => t(`history.field.${field}` as MessageKey)).join(', ') })]
  })
}

function nameOf({ kind }: BoardChange, record: AnyRecord | undefined, translator: Translator): string {
  const { t } = translator
  const words = sceneWords(translator)
  if (kind === 'map' || !record) return t('history.what.map')
  if ('text' in record) return t('history.what.note', { name: shown(record.text) || t('board.twin.emptyNote') })
  if ('span' in record) return t('history.what.lane', { name: shown(words.laneTitle(record)) })
  if ('marker' in record) return t('history.what.persona', { name: shown(record.name) || words.untitledPersona })
  if ('stageId' in record) return t('history.what.step', { name: shown(record.title) || words.untitledStep })
  return t('history.what.stage', { name: ('title' in record && shown(record.title ?? '')) || words.untitledStage })
}

/** The beginning of what a stranger wrote, on one line, and without anything that a terminal would obey. */
function shown(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()]
  return visibleName(letters.length > MOST_TEXT ? `${letters.slice(0, MOST_TEXT).join('')}…` : letters.join(''))
}
