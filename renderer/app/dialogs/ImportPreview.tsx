import type { ImportedMap } from '../../../shared/import/importedMap'
import { useTranslator } from '../../i18n/TranslatorContext'

/** Names that a line of the preview has room for. */
const NAMED = 6
const SAMPLE_NOTES = 3

/** The first names and notes of what was read: whether they are stages and words is seen at a glance. */
export function ImportPreview({ map }: { readonly map: ImportedMap }) {
  const { t } = useTranslator()
  const lanes = map.lanes.map(({ kind, title }) => title ?? t(`laneKind.${kind}`))
  const notes = map.notes.slice(0, SAMPLE_NOTES).map(({ text }) => text.replace(/\s+/g, ' '))
  return (
    <dl className="import-preview">
      <Names label={t('import.preview.stages')} names={map.stages.map(({ title }) => title)} />
      <Names label={t('import.preview.lanes')} names={lanes} />
      {notes.length > 0 && <Names label={t('import.preview.notes')} names={notes} />}
    </dl>
  )
}

function Names({ label, names }: { readonly label: string; readonly names: readonly string[] }) {
  const { t } = useTranslator()
  const list = names
    .slice(0, NAMED)
    .map((name) => name || t('import.preview.unnamed'))
    .join(' · ')
  return (
    <div>
      <dt>{label}</dt>
      <dd className="ellipsis">{names.length > NAMED ? t('import.preview.more', { list, count: names.length - NAMED }) : list}</dd>
    </div>
  )
}
