import { CircleCheck, TriangleAlert } from 'lucide-react'
import type { Translator } from '../../../shared/i18n/translator'
import type { ImportCounts, ImportedMap, ImportReport } from '../../../shared/import/importedMap'
import type { ImportOptions } from '../../../shared/import/importFile'
import { formatValue } from '../../board/values'
import { useTranslator } from '../../i18n/TranslatorContext'
import { ImportPreview } from './ImportPreview'
import { ImportReading } from './ImportReading'

const COUNTS = ['personas', 'stages', 'steps', 'lanes', 'notes', 'points'] as const satisfies readonly (keyof ImportCounts)[]

export interface ImportReportViewProps {
  readonly map: ImportedMap
  readonly name: string
  /** Read the same text in another way. */
  readonly onReadAgain: (changed: ImportOptions) => void
}

/** What an import understood, guessed, and could not place: before anything becomes a map. */
export function ImportReportView({ map, name, onReadAgain }: ImportReportViewProps) {
  const translator = useTranslator()
  const { t } = translator
  const { report } = map
  const { counts, lines } = report
  const remarks = [
    ...(counts.guessed > 0 ? [guessText(translator, report)] : []),
    ...(counts.inbox > 0 ? [t('import.inboxCount', { count: counts.inbox })] : []),
  ]
  return (
    <div className="import-report">
      <div>
        <p className="import-title">{map.title || name || t('app.untitled')}</p>
        <p className="import-how">
          {[t(`import.format.${report.format}`), t(`import.shape.${report.shape}`), t(`import.encoding.${report.encoding}`)].join(' · ')}
        </p>
      </div>
      <ImportReading report={report} onReadAgain={onReadAgain} />
      <Remarks texts={doubtTexts(translator, report)} />
      <ImportPreview map={map} />
      <ul className="import-counts">
        {COUNTS.filter((what) => counts[what] > 0).map((what) => (
          <li key={what}>{t(`import.count.${what}`, { count: counts[what] })}</li>
        ))}
      </ul>
      <Remarks texts={remarks} />
      {lines.length === 0 ? (
        <p className="import-fine">
          <CircleCheck size={17} strokeWidth={1.75} aria-hidden="true" />
          {t('import.understood')}
        </p>
      ) : (
        <section aria-labelledby="import-lines">
          <h3 id="import-lines">{t('import.listed', { count: lines.length })}</h3>
          <ol className="import-lines" tabIndex={0} aria-labelledby="import-lines">
            {lines.map((line, index) => (
              <li key={index}>
                <span className="import-line-number num">{t('import.line', { line: line.line })}</span>
                <span className="import-line-words">
                  <code>{line.text}</code>
                  <span className="import-line-why">
                    {t(`import.why.${line.why}`)}
                    {line.inbox && <span className="import-line-inbox">{t('import.toInbox')}</span>}
                  </span>
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}

/** What of the whole text is a guess, and what to do about it. */
function doubtTexts({ t }: Translator, { encoding, doubt, table }: ImportReport): string[] {
  const named = { encoding: t(`import.encoding.${encoding}`), other: doubt ? t(`import.encoding.${doubt.other}`) : '' }
  return [
    ...(doubt ? [`${t(`import.doubt.${doubt.why}`, named)} ${t('import.doubt.choose')}`] : []),
    ...(table?.guessed ? [t('import.rowsGuessed')] : []),
  ]
}

/** Guesses that a sentence names. */
const NAMED = 8

/** How many feelings are guesses, and what the first of them were made of. */
function guessText({ t, language }: Translator, { counts, guesses }: ImportReport): string {
  const named = guesses.slice(0, NAMED).map(({ text, value }) => {
    const letters = [...text]
    const short = letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : text
    return t('import.guess', { text: short, value: formatValue(value, language) })
  })
  const more = guesses.length > NAMED ? ['…'] : []
  return t('import.guessedAs', { sentence: t('import.guessedCount', { count: counts.guessed }), list: [...named, ...more].join('; ') })
}

function Remarks({ texts }: { readonly texts: readonly string[] }) {
  if (texts.length === 0) return null
  return (
    <ul className="import-remarks">
      {texts.map((text) => (
        <li key={text}>
          <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" />
          {text}
        </li>
      ))}
    </ul>
  )
}
